// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/findings/nginx/publishedsites.h"
#include "backend/findings/publishpreview.h"
#include "backend/findings/review.h"
#include "tests/findings/serverfacts.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

/// The file that the site names.
RemotePath certificateIn(const QMap<QByteArray, QByteArray> &files)
{
    static const QRegularExpression named(u"ssl_certificate +([^;]+);"_s);
    for (const QByteArray &text : files) {
        const QRegularExpressionMatch match = named.match(QString::fromUtf8(text));
        if (match.hasMatch())
            return RemotePath(match.captured(1).toUtf8());
    }
    return {};
}

/// The server after the plan: as `nginx -T` prints it.
Facts after(const Facts &before, const Publish &wish, QList<RemotePath> &written)
{
    QMap<QByteArray, QByteArray> files;
    for (const PublishFile &file : publishFiles(before, wish)) {
        if (file.linkTarget.isEmpty())
            files.insert(file.path.bytes(), file.text);
    }
    for (const PublishFile &file : publishFiles(before, wish)) {
        if (!file.linkTarget.isEmpty())
            files.insert(file.path.bytes(), files.value(file.linkTarget));
    }
    Facts facts = before;
    if (wish.tls.source == PublishTls::Source::Own) { // self-signed, for a test
        CertificateFile own;
        own.path = certificateIn(files);
        own.certificate.names = {UntrustedText(u"a.example.org"_s), UntrustedText(u"b.example.org"_s)};
        own.certificate.selfSigned = true;
        facts.certificates.files = QList<CertificateFile>{own};
    }
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        if (file.key().contains("sites-available") || file.key().contains("/gatewright/") ||
            !file.key().startsWith("/etc/nginx/"))
            continue;
        const RemotePath path(file.key());
        written.append(path);
        facts.nginx->tree->append({path, file.value(), 0644, {}, {}});
    }
    return facts;
}

/// A site with a certificate that was there before, and that nothing marks as the default.
const QByteArray neighbour =
    "server {\n    listen 80;\n    listen 443 ssl;\n    server_name NAME;\n    ssl_certificate /etc/ssl/old.crt;\n"
    "    ssl_certificate_key /etc/ssl/old.key;\n    return 404;\n}\n";

/// As the window has it while the certificate is still to be made.
Publish asTyped(Publish wish)
{
    if (wish.tls.source == PublishTls::Source::Own)
        wish.tls.chainPem = wish.tls.keyPem = "made with the plan\n";
    return wish;
}

QString shownOf(const QList<Finding> &findings)
{
    QString shown;
    for (const Finding &finding : findings)
        shown +=
            u"%1 %2 %3:%4 %5\n"_s.arg(finding.rule.text(), severityId(finding.severity), finding.where.file.shown(),
                                      QString::number(finding.where.line), finding.title);
    return shown;
}

const QStringList versions{u"1.18.0"_s, u"1.22.1"_s, u"1.26.3"_s, u"1.30.7"_s};

} // namespace

/// What publishing writes is what the review asks for.
class PublishedSitesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void preview_countsNoFinding_data() { whatIsWritten_hasNoFindingOfItsOwn_data(); }
    void preview_countsNoFinding()
    {
        QFETCH(Publish, wish);
        QFETCH(QString, version);
        // Alone; beside sites that nginx reads before and after it.
        for (const QByteArray &beside : {""_ba, "0-old.example.org"_ba, "z-old.example.org"_ba}) {
            Facts facts = serverToPublishOn(version, wish.kind);
            if (!beside.isEmpty())
                facts.nginx->tree->append({RemotePath(QByteArray("/etc/nginx/sites-enabled/" + beside)),
                                           QByteArray(neighbour).replace("NAME", beside),
                                           0644,
                                           {},
                                           {}});
            const PublishPreview preview = publishPreview(facts, asTyped(wish));
            QVERIFY(!preview.files.isEmpty());
            QVERIFY2(preview.findings.isEmpty(), qPrintable(shownOf(preview.findings)));
        }
    }

    void whatIsWritten_hasNoFindingOfItsOwn_data()
    {
        QTest::addColumn<Publish>("wish");
        QTest::addColumn<QString>("version");
        for (const PublishedSite &site : publishedSites()) {
            for (const QString &version : versions)
                QTest::addRow("%s, nginx %s", site.name.constData(), qPrintable(version)) << site.wish << version;
        }
    }
    void whatIsWritten_hasNoFindingOfItsOwn()
    {
        QFETCH(Publish, wish);
        QFETCH(QString, version);
        QList<RemotePath> written;
        const Facts facts = after(serverToPublishOn(version, wish.kind), wish, written);
        QVERIFY(written.size() >= 1);
        QString found;
        for (const Finding &finding : review(facts, {}, QDate(2026, 1, 15), {.only = {u"nginx"_s}}).findings) {
            if (written.contains(finding.where.file))
                found += u"%1 %2 %3:%4 %5\n"_s.arg(finding.rule.text(), severityId(finding.severity),
                                                   finding.where.file.shown(), QString::number(finding.where.line),
                                                   finding.title);
        }
        QVERIFY2(found.isEmpty(), qPrintable(found + QString::fromUtf8(facts.nginx->tree->last().content)));
    }
};

GW_REGISTER_TEST(PublishedSitesTest)
#include "publishedsitestest.moc"

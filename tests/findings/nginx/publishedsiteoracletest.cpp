// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/version.h"
#include "tests/findings/nginx/publishedsites.h"
#include "tests/nginx/installednginx.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

/// "1.22.1"
QString versionOf(const QByteArray &printed)
{
    const NginxVersion version = NginxVersion::fromText(printed);
    return u"%1.%2.%3"_s.arg(version.major).arg(version.minor).arg(version.patch);
}

} // namespace

/// What publishing writes, against nginx itself: it starts with it, and has nothing to say, not even a warning.
class PublishedSiteOracleTest : public QObject {
    Q_OBJECT

    const QByteArray m_printed = InstalledNginx::missing().isEmpty() ? InstalledNginx::version() : QByteArray();
    int m_accepted = 0;

    /// What it writes to the root of the server stands below the folder, and so does all that it names; the folder
    /// itself is /etc/nginx. A port below 1024 is for root alone.
    static QByteArray moved(const QByteArray &text, const QString &folder)
    {
        static const QRegularExpression own(u"(?<![^\\s\"])/etc/nginx/"_s);
        static const QRegularExpression root(u"(?<![^\\s\"])/(?=(?:etc|var|srv|run)/)"_s);
        static const QRegularExpression http(u"(listen +(?:\\[::\\]:)?)80\\b"_s);
        static const QRegularExpression https(u"(listen +(?:\\[::\\]:)?)443\\b"_s);
        return QString::fromUtf8(text)
            .replace(own, folder + u'/')
            .replace(root, folder + u'/')
            .replace(http, u"\\18080"_s)
            .replace(https, u"\\18443"_s)
            .toUtf8();
    }

    static void makeKey(const InstalledNginx &nginx, const QString &certificate, const QString &key)
    {
        QDir(nginx.folder()).mkpath(QFileInfo(certificate).path());
        QDir(nginx.folder()).mkpath(QFileInfo(key).path());
        QCOMPARE(QProcess::execute(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-nodes"_s, u"-newkey"_s, u"ec"_s,
                                                  u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-subj"_s,
                                                  u"/CN=a.example.org"_s, u"-keyout"_s, key, u"-out"_s, certificate}),
                 0);
    }

    static void writeAll(InstalledNginx &nginx, const QList<PublishFile> &files)
    {
        const auto path = [&](const QByteArray &named) {
            return QFile::decodeName(moved(named, nginx.folder())).mid(nginx.folder().size() + 1);
        };
        for (const PublishFile &file : files) {
            if (file.linkTarget.isEmpty()) {
                nginx.write(path(file.path.bytes()), moved(file.text, nginx.folder()));
                continue;
            }
            const QString link = nginx.folder() + u'/' + path(file.path.bytes());
            QDir().mkpath(QFileInfo(link).path());
            QVERIFY(QFile::link(nginx.folder() + u'/' + path(file.linkTarget), link));
        }
    }

    /// Keys where the site names some: those that it writes itself are no keys here.
    static void makeNamedKeys(const InstalledNginx &nginx, const QList<PublishFile> &files)
    {
        static const QRegularExpression pair(u"ssl_certificate +([^;]+);\\s+ssl_certificate_key +([^;]+);"_s);
        for (const PublishFile &file : files) {
            const auto match = pair.match(QString::fromUtf8(moved(file.text, nginx.folder())));
            if (match.hasMatch())
                makeKey(nginx, match.captured(1), match.captured(2));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = InstalledNginx::missing(); !missing.isEmpty())
            skipAll(missing);
    }

    void whatIsWritten_isTakenByNginxWithoutAWarning_data()
    {
        QTest::addColumn<Publish>("wish");
        for (const PublishedSite &site : publishedSites())
            QTest::addRow("%s", site.name.constData()) << site.wish;
    }
    void whatIsWritten_isTakenByNginxWithoutAWarning()
    {
        QFETCH(Publish, wish);
        InstalledNginx nginx;
        const Facts server = serverToPublishOn(versionOf(m_printed), wish.kind);
        const QList<PublishFile> files = publishFiles(server, wish);
        QVERIFY(!files.isEmpty());
        writeAll(nginx, files);
        makeNamedKeys(nginx, files);
        for (const char *folder : {"var/log/nginx", "srv/site"})
            QDir(nginx.folder()).mkpath(QString::fromLatin1(folder));
        const QByteArray main = server.nginx->tree->first().content;
        const InstalledNginx::Verdict verdict =
            nginx.test(moved(QByteArray(main).replace("user www-data;\n", ""), nginx.folder()));
        const QByteArray shown = verdict.printed + moved(files.first().text, nginx.folder());
        QVERIFY2(verdict.isAccepted, shown.constData());
        QVERIFY2(!verdict.printed.contains("[warn]"), shown.constData());
        ++m_accepted;
    }

    void cleanupTestCase()
    {
        const qsizetype all = publishedSites().size();
        qInfo("nginx %s: %d of %d sites", qPrintable(versionOf(m_printed)), m_accepted, int(all));
        QCOMPARE(m_accepted, all);
    }
};

GW_REGISTER_TEST(PublishedSiteOracleTest)
#include "publishedsiteoracletest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/review.h"
#include "backend/plan/publish.h"
#include "tests/findings/serverfacts.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray mainFile = "user www-data;\nworker_processes auto;\nevents {\n}\nhttp {\n    server_tokens off;\n"
                            "    include /etc/nginx/conf.d/*.conf;\n    include /etc/nginx/sites-enabled/*;\n}\n";

/// What runs as such a service.
QString commandOf(PublishKind kind)
{
    switch (kind) {
    case PublishKind::OpenAi: return u"python3 -m vllm.entrypoints.openai.api_server"_s;
    case PublishKind::WebUi: return u"python3 -m gradio"_s;
    case PublishKind::Jupyter: return u"/usr/bin/python3 /usr/bin/jupyter-lab"_s;
    case PublishKind::ComfyUi: return u"python3 /opt/ComfyUI/main.py"_s;
    case PublishKind::Ollama: return u"/usr/local/bin/ollama serve"_s;
    case PublishKind::OpenWebUi: return u"/usr/bin/open-webui serve"_s;
    case PublishKind::Other:
    case PublishKind::Static: break;
    }
    return u"/usr/local/bin/shop"_s;
}

Facts serverWith(const QString &version, PublishKind kind)
{
    Facts facts;
    NginxFacts nginx;
    nginx.version = UntrustedText(version);
    nginx.tlsLibrary = UntrustedText(u"OpenSSL 3.0.17"_s);
    nginx.tree = QList<FileFact>{{RemotePath(QByteArray("/etc/nginx/nginx.conf")), mainFile, 0644, {}, {}}};
    facts.nginx = nginx;
    Listener service = listening(u"127.0.0.1"_s, 9123, commandOf(kind).section(u' ', 0, 0).section(u'/', -1));
    service.commandLine = UntrustedText(commandOf(kind));
    facts.listeners = QList<Listener>{service};
    return facts;
}

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

Publish wishFor(PublishKind kind)
{
    Publish wish = publishPreset(kind);
    wish.target = kind == PublishKind::Static ? u"/srv/site"_s : u"127.0.0.1:9123"_s;
    wish.domains = {u"a.example.org"_s, u"b.example.org"_s};
    wish.tls.source = PublishTls::Source::Files;
    wish.tls.certificate = RemotePath(QByteArray("/etc/letsencrypt/live/a.example.org/fullchain.pem"));
    wish.tls.key = RemotePath(QByteArray("/etc/letsencrypt/live/a.example.org/privkey.pem"));
    return wish;
}

struct Variant {
    const char *name;
    void (*change)(Publish &wish);
};

const QList<Variant> variants{
    {"as preset", [](Publish &) {}},
    {"plain HTTP", [](Publish &wish) { wish.tls = {}; }},
    {"address list",
     [](Publish &wish) {
         wish.networks = {u"192.168.10.0/24"_s, u"2001:db8::/32"_s};
     }},
    {"address list, plain HTTP",
     [](Publish &wish) {
         wish.tls = {};
         wish.networks = {u"192.168.10.0/24"_s};
     }},
    {"own certificate", [](Publish &wish) { wish.tls.source = PublishTls::Source::Own; }},
    {"below a path", [](Publish &wish) { wish.path = u"/lora/"_s; }},
    {"everything",
     [](Publish &wish) {
         wish.networks = {u"192.168.10.0/24"_s};
         wish.satisfy = Publish::Satisfy::Any;
         wish.corsOrigins = {u"https://app.example.org"_s, u"https://b.example.org:8443"_s};
         wish.requestsPerSecond = 10;
         wish.cacheAssets = wish.compression = wish.health = wish.status = wish.webSocket = wish.streaming = true;
     }},
    {"nothing that can be left out", [](Publish &wish) { wish.ownLogs = wish.compression = wish.cacheAssets = false; }},
};

const QStringList versions{u"1.18.0"_s, u"1.22.1"_s, u"1.26.3"_s, u"1.29.8"_s};

} // namespace

/// What publishing writes is what the review asks for.
class PublishedSitesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWritten_hasNoFindingOfItsOwn_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<qsizetype>("variant");
        QTest::addColumn<QString>("version");
        for (int kind = 0; kind <= int(PublishKind::Static); ++kind) {
            for (qsizetype i = 0; i < variants.size(); ++i) {
                for (const QString &version : versions)
                    QTest::addRow("%s, %s, nginx %s", qPrintable(publishKindId(PublishKind(kind))), variants[i].name,
                                  qPrintable(version))
                        << kind << i << version;
            }
        }
    }
    void whatIsWritten_hasNoFindingOfItsOwn()
    {
        QFETCH(int, kind);
        QFETCH(qsizetype, variant);
        QFETCH(QString, version);
        Publish wish = wishFor(PublishKind(kind));
        variants[variant].change(wish);
        QList<RemotePath> written;
        const Facts facts = after(serverWith(version, wish.kind), wish, written);
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

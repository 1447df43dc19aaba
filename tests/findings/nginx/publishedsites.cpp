// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/findings/nginx/publishedsites.h"

#include "tests/findings/serverfacts.h"

namespace gw::test {
namespace {

using namespace Qt::StringLiterals;

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

PublishLogin ada()
{
    static const QByteArray hash = passwordHash(u"secret"_s).value();
    return {u"ada"_s, hash, u"secret"_s};
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
    {"password", [](Publish &wish) { wish.logins = {ada()}; }},
    {"password or address",
     [](Publish &wish) {
         wish.logins = {ada()};
         wish.networks = {u"192.168.10.0/24"_s};
         wish.satisfy = Publish::Satisfy::Any;
     }},
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

} // namespace

QList<PublishedSite> publishedSites()
{
    QList<PublishedSite> sites;
    for (int kind = 0; kind <= int(PublishKind::Static); ++kind) {
        for (const Variant &variant : variants) {
            Publish wish = wishFor(PublishKind(kind));
            variant.change(wish);
            sites.append({publishKindId(PublishKind(kind)).toUtf8() + ", " + variant.name, wish});
        }
    }
    return sites;
}

Facts serverToPublishOn(const QString &nginxVersion, PublishKind kind)
{
    Facts facts;
    NginxFacts nginx;
    nginx.version = UntrustedText(nginxVersion);
    nginx.tlsLibrary = UntrustedText(u"OpenSSL 3.0.17"_s);
    nginx.tree = QList<FileFact>{{RemotePath(QByteArray("/etc/nginx/nginx.conf")), mainFile, 0644, {}, {}}};
    facts.nginx = nginx;
    Listener service = listening(u"127.0.0.1"_s, 9123, commandOf(kind).section(u' ', 0, 0).section(u'/', -1));
    service.commandLine = UntrustedText(commandOf(kind));
    facts.listeners = QList<Listener>{service};
    return facts;
}

} // namespace gw::test

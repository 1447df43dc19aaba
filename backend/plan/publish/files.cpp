// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/publish/publishdefaults.h"
#include "backend/plan/publish/publishhost.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Publish)
};

QByteArray header(const char *what)
{
    return QByteArray(publishMark) + ": " + what + "\n";
}

/// What sites share and only the context http takes.
QByteArray sharedText()
{
    return header("what sites share.") + R"(
# WebSocket where it is asked for; else connections stay open.
map $http_upgrade $gatewright_connection {
    default upgrade;
    "" "";
}

# Style sheets, scripts and fonts change their names when they
# change; nothing else is kept by browsers.
map $sent_http_content_type $gatewright_expires {
    default off;
    ~^text/css 7d;
    ~^(?:text|application)/javascript 7d;
    ~^font/ 7d;
}

log_format gatewright
    '$remote_addr - $remote_user [$time_local] "$request" '
    '$status $body_bytes_sent "$http_referer" '
    '"$http_user_agent" rt=$request_time '
    'uct=$upstream_connect_time uht=$upstream_header_time '
    'urt=$upstream_response_time';
)";
}

QByteArray headersText()
{
    return header("what browsers may not do with the site.\n"
                  "# A location with an add_header of its own needs it again.") +
           "add_header X-Content-Type-Options nosniff always;\n"
           "add_header X-Frame-Options SAMEORIGIN always;\n"
           "add_header Referrer-Policy strict-origin-when-cross-origin always;\n";
}

QByteArray proxyText()
{
    return header("what a service is told about a request.") + publishProxyLines("$host").join('\n') + '\n';
}

/// ngx_http_stub_status_module, for whoever is on the server already.
QByteArray statusText()
{
    return header("numbers of connections, for loopback:\n"
                  "# curl http://127.0.0.1:8089/nginx_status") +
           R"(server {
    listen 127.0.0.1:8089;
    server_name localhost;
    access_log off;

    location = /nginx_status {
        stub_status;
        allow 127.0.0.1;
        deny all;
    }
    location / {
        deny all;
    }
}
)";
}

/// Of a whole site: the site, and what enables it.
QList<PublishFile> siteFiles(const Facts &facts, const PublishPlace &place, const Publish &wish)
{
    const auto defaults = PublishDefaults::of(facts, place, wish);
    QList<PublishFile> files;
    files.append({publishSitePath(place, wish), publishSiteText(place, defaults, wish),
                  Text::tr("The site: who may enter, and where it leads")});
    if (place.readsSites)
        files.append({.path = place.file("sites-enabled/" + publishFileName(wish)),
                      .text = {},
                      .reason = Text::tr("nginx reads the site from now on"),
                      .linkTarget = publishSitePath(place, wish).bytes()});
    files += defaults.edits;
    return files;
}

/// Of a part: what goes into the site that is there.
QList<PublishFile> partFiles(const PublishPlace &place, const Publish &wish, const PublishHost &host,
                             const QByteArray &folder)
{
    QList<PublishFile> files;
    files.append({.path = host.path,
                  .text = publishPartText(place, wish, host),
                  .reason = Text::tr("The site leads to one more service; the rest of it stays"),
                  .isPart = true});
    if (const QByteArray shared = publishPartSharedText(place, wish); !shared.isEmpty())
        files.append({place.file(folder + "gatewright-" + publishPartName(wish) + ".conf"), shared,
                      Text::tr("What its locations refer to")});
    return files;
}

QByteArray htpasswdText(const Publish &wish)
{
    QByteArray text;
    for (const PublishLogin &login : wish.logins)
        text += login.user.toUtf8() + ':' + login.hash + '\n';
    return text;
}

} // namespace

QList<PublishFile> publishFiles(const Facts &facts, const Publish &wish)
{
    const PublishPlace place = PublishPlace::of(facts);
    return publishFiles(facts, place, PublishHost::of(facts, place, wish), wish);
}

QList<PublishFile> publishFiles(const Facts &facts, const PublishPlace &place, const std::optional<PublishHost> &host,
                                const Publish &wish)
{
    const QByteArray folder = place.readsConf ? "conf.d/" : "sites-enabled/";
    const QByteArray name = host ? publishPartName(wish) : publishFileName(wish);
    QList<PublishFile> files = host ? partFiles(place, wish, *host, folder) : siteFiles(facts, place, wish);
    files.append({place.file(folder + "gatewright.conf"), sharedText(), Text::tr("What sites share")});
    if (wish.status)
        files.append({place.file(folder + "gatewright-status.conf"), statusText(),
                      Text::tr("Numbers of connections, at 127.0.0.1 alone")});
    if (wish.kind != PublishKind::Static && wish.kind != PublishKind::Ollama) // which has lines of its own
        files.append({place.file("snippets/gatewright-proxy.conf"), proxyText(),
                      Text::tr("What the service is told about a request")});
    if (wish.securityHeaders && !host)
        files.append({place.file("snippets/gatewright-security-headers.conf"), headersText(),
                      Text::tr("What browsers may not do with the site")});
    if (wish.tls.source != PublishTls::Source::None && !host)
        files.append({place.file("snippets/gatewright-tls.conf"), publishTlsText(place),
                      Text::tr("TLS that is safe and that everybody speaks")});
    if (wish.tls.source == PublishTls::Source::Own && !host) {
        files.append({place.file("gatewright/" + name + ".crt"), wish.tls.chainPem,
                      Text::tr("The certificate, made on this computer")});
        files.append({place.file("gatewright/" + name + ".key"), wish.tls.keyPem, Text::tr("Its private key"), true,
                      FileAttributes{0600, "root", "root"}});
    }
    if (!wish.logins.isEmpty())
        files.append({place.file("gatewright/" + name + ".htpasswd"), htpasswdText(wish),
                      Text::tr("Who may enter; passwords as hashes"), true, FileAttributes{0640, "root", place.group}});
    return files;
}

} // namespace gw

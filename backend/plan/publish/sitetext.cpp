// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/tlsprofile.h"
#include "backend/plan/publish/publishdefaults.h"
#include "backend/plan/publish/publishhost.h"

#include <algorithm>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// Lines of a configuration, indented as nginx's own examples are.
class Lines {
public:
    void line(const QByteArray &text) { m_text += QByteArray(m_depth * 4, ' ') + text + '\n'; }
    void setting(const QByteArray &text) { line(text + ';'); }
    void open(const QByteArray &head)
    {
        line(head + " {");
        ++m_depth;
    }
    void close()
    {
        --m_depth;
        line("}");
    }
    /// A blank line, never two and never first in a block.
    void gap()
    {
        if (!m_text.isEmpty() && !m_text.endsWith("\n\n") && !m_text.endsWith("{\n"))
            m_text += '\n';
    }
    const QByteArray &text() const { return m_text; }

private:
    QByteArray m_text;
    qsizetype m_depth = 0;
};

/// A word of a configuration, in quotes where it has to be (ngx_conf_read_token()).
QByteArray word(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + bytes + '"';
}

class SiteText {
public:
    /// `name` of its files.
    SiteText(const PublishPlace &place, const Publish &wish, const QByteArray &name)
        : m_place(place), m_wish(wish), m_name(name), m_isTls(wish.tls.source != PublishTls::Source::None),
          m_isProxy(wish.kind != PublishKind::Static), m_variable(name)
    {
        for (char &c : m_variable)
            c = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_';
    }

    QByteArray text(const PublishDefaults &defaults)
    {
        m_ownDefaults = defaults.own;
        mark();
        shared();
        if (m_isTls)
            redirect();
        site();
        return m_out.text();
    }

    QByteArray partText(const PublishHost &host)
    {
        const QByteArray path = m_wish.path.toLatin1();
        m_out.open("location = " + path.chopped(1));
        mark();
        m_out.setting("return 301 " + path);
        m_out.close();
        m_out.open("location ^~ " + path); // before all patterns of the host
        mark();
        if (hasCors()) {
            m_out.gap();
            for (const QByteArray &header : host.headers)
                m_out.line(header);
        }
        corsHeaders();
        logs();
        door();
        limitsAndBodies();
        compression();
        m_out.gap();
        serve();
        m_out.close();
        return m_out.text().chopped(1); // lines to be put in, not a file
    }

    QByteArray partSharedText()
    {
        shared();
        const QByteArray text = m_out.text();
        return text.isEmpty() ? text : publishMark + QByteArray(": ") + publishTitle(m_wish) + "\n\n" + text;
    }

private:
    void mark() { m_out.line(publishMark + QByteArray(": ") + publishTitle(m_wish)); }
    bool limits() const { return m_wish.requestsPerSecond > 0; }
    bool hasCors() const { return !m_wish.corsOrigins.isEmpty(); }
    bool hasDoor() const { return !m_wish.logins.isEmpty() || !m_wish.networks.isEmpty(); }

    /// What only the context http takes; the names carry the site's.
    void shared()
    {
        if (limits()) {
            m_out.gap();
            m_out.setting("limit_req_zone $binary_remote_addr zone=" + m_variable +
                          ":10m rate=" + QByteArray::number(m_wish.requestsPerSecond) + "r/s");
        }
        if (!hasCors())
            return;
        m_out.gap();
        m_out.line("# Whose scripts may call it; other origins get no answer about it.");
        m_out.open("map $http_origin $cors_origin_" + m_variable);
        m_out.setting("default \"\"");
        for (const QString &origin : m_wish.corsOrigins)
            m_out.setting(word(origin) + ' ' + word(origin));
        m_out.close();
        map("cors_methods_", "\"GET, POST, PUT, PATCH, DELETE, OPTIONS\"");
        map("cors_headers_", "\"Authorization, Content-Type\"");
        map("cors_credentials_", "true");
        m_out.open("map \"$request_method:$cors_origin_" + m_variable + "\" $cors_preflight_" + m_variable);
        m_out.setting("default 0");
        m_out.setting("\"~^OPTIONS:.\" 1");
        m_out.close();
    }
    void map(const QByteArray &name, const QByteArray &value)
    {
        m_out.open("map $cors_origin_" + m_variable + " $" + name + m_variable);
        m_out.setting("default " + value);
        m_out.setting("\"\" \"\"");
        m_out.close();
    }

    void listen(quint16 port, const QByteArray &options)
    {
        const QByteArray number = QByteArray::number(port);
        const auto isDefault = [&](const char *family) { return m_ownDefaults.contains(family + number); };
        m_out.setting("listen " + number + options + (isDefault("0.0.0.0:") ? " default_server" : ""));
        if (m_place.hasIpv6)
            m_out.setting("listen [::]:" + number + options + (isDefault("[::]:") ? " default_server" : ""));
    }
    void names()
    {
        QByteArrayList names;
        for (const QString &domain : m_wish.domains)
            names.append(domain.toLatin1().toLower());
        m_out.setting("server_name " + names.join(' '));
    }

    void redirect()
    {
        m_out.gap();
        m_out.open("server");
        listen(m_wish.httpPort, {});
        names();
        m_out.gap();
        m_out.line("# Certificates are renewed through here, whoever may enter.");
        challenge();
        m_out.open("location /");
        const QByteArray port = m_wish.httpsPort == 443 ? QByteArray() : ':' + QByteArray::number(m_wish.httpsPort);
        m_out.setting("return 301 https://$host" + port + "$request_uri");
        m_out.close();
        m_out.close();
    }
    void challenge()
    {
        m_out.open("location ^~ /.well-known/acme-challenge/");
        m_out.setting("root /var/www/html");
        m_out.setting("default_type text/plain");
        m_out.close();
    }

    void site()
    {
        const bool hasHttp2Directive = m_place.nginx >= NginxVersion{1, 25, 1};
        m_out.gap();
        m_out.open("server");
        if (m_isTls) {
            listen(m_wish.httpsPort, hasHttp2Directive ? " ssl" : " ssl http2");
            if (hasHttp2Directive)
                m_out.setting("http2 on");
        } else {
            listen(m_wish.httpPort, {});
        }
        names();
        tls();
        headers();
        logs();
        door();
        limitsAndBodies();
        compression();
        if (!m_isTls && hasDoor()) {
            m_out.gap();
            m_out.open("location ^~ /.well-known/acme-challenge/");
            m_out.setting("auth_basic off");
            m_out.setting("allow all");
            m_out.setting("root /var/www/html");
            m_out.close();
        }
        health();
        content();
        m_out.close();
    }

    void tls()
    {
        if (!m_isTls)
            return;
        const bool isOwn = m_wish.tls.source == PublishTls::Source::Own;
        const QByteArray own = m_place.base + "gatewright/" + m_name;
        m_out.gap();
        m_out.setting("ssl_certificate     " + (isOwn ? own + ".crt" : m_wish.tls.certificate.bytes()));
        m_out.setting("ssl_certificate_key " + (isOwn ? own + ".key" : m_wish.tls.key.bytes()));
        m_out.setting("include snippets/gatewright-tls.conf");
    }

    void headers()
    {
        if (!m_wish.securityHeaders && !hasCors())
            return;
        m_out.gap();
        if (m_wish.securityHeaders) {
            m_out.setting("include snippets/gatewright-security-headers.conf");
            // Whoever once saw it with a certificate that nobody vouches for could never enter again.
            if (m_wish.tls.source == PublishTls::Source::Files)
                m_out.setting("add_header Strict-Transport-Security \"max-age=63072000\" always");
        }
        corsHeaders();
    }
    void corsHeaders()
    {
        if (!hasCors())
            return;
        m_out.setting("add_header Access-Control-Allow-Origin $cors_origin_" + m_variable + " always");
        m_out.setting("add_header Access-Control-Allow-Credentials $cors_credentials_" + m_variable + " always");
        m_out.setting("add_header Access-Control-Allow-Methods $cors_methods_" + m_variable + " always");
        m_out.setting("add_header Access-Control-Allow-Headers $cors_headers_" + m_variable + " always");
        m_out.setting("add_header Vary Origin always");
        m_out.open("if ($cors_preflight_" + m_variable + ')');
        m_out.setting("return 204");
        m_out.close();
    }

    void logs()
    {
        if (!m_wish.ownLogs)
            return;
        m_out.gap();
        m_out.setting("access_log /var/log/nginx/" + m_name + ".access.log gatewright");
        m_out.setting("error_log /var/log/nginx/" + m_name + ".error.log");
    }

    void door()
    {
        if (!hasDoor())
            return;
        m_out.gap();
        const bool hasBoth = !m_wish.logins.isEmpty() && !m_wish.networks.isEmpty();
        if (hasBoth)
            m_out.setting(m_wish.satisfy == Publish::Satisfy::Any ? "satisfy any" : "satisfy all");
        for (const QString &network : m_wish.networks)
            m_out.setting("allow " + network.toLatin1());
        if (!m_wish.networks.isEmpty())
            m_out.setting("deny all");
        if (!m_wish.logins.isEmpty()) {
            m_out.setting("auth_basic " + word(m_wish.domains.value(0)));
            m_out.setting("auth_basic_user_file " + m_place.base + "gatewright/" + m_name + ".htpasswd");
        }
    }

    void limitsAndBodies()
    {
        m_out.gap();
        m_out.setting("client_max_body_size " + QByteArray::number(m_wish.uploadMegabytes) + 'm');
        if (limits()) {
            m_out.setting("limit_req zone=" + m_variable +
                          " burst=" + QByteArray::number(2 * m_wish.requestsPerSecond) + " nodelay");
            m_out.setting("limit_req_status 429");
        }
    }

    /// Nothing that answers may hold: a secret beside what somebody else can choose can be guessed from the length of
    /// the compressed answer (BREACH).
    void compression()
    {
        if (m_wish.compression) {
            m_out.gap();
            m_out.setting("gzip on");
            m_out.setting("gzip_vary on");
            m_out.setting("gzip_proxied any");
            m_out.setting("gzip_min_length 1024");
            m_out.setting("gzip_types text/css text/javascript application/javascript image/svg+xml font/ttf");
        }
        if (m_wish.cacheAssets)
            m_out.setting("expires $gatewright_expires");
    }

    void health()
    {
        if (!m_wish.health)
            return;
        m_out.gap();
        m_out.open("location = /gatewright-health");
        if (hasDoor()) { // it is answered before anybody is asked who he is; that is said aloud
            m_out.setting("auth_basic off");
            m_out.setting("allow all");
        }
        m_out.setting("access_log off");
        m_out.setting("default_type text/plain");
        m_out.setting("return 200 \"ok\\n\"");
        m_out.close();
    }

    void content()
    {
        m_out.gap();
        const QByteArray path = m_wish.path.toLatin1();
        if (path != "/") {
            m_out.open("location = " + path.chopped(1));
            m_out.setting("return 301 " + path);
            m_out.close();
        }
        m_out.open("location " + path);
        serve();
        m_out.close();
    }
    void serve()
    {
        if (m_isProxy)
            proxy(m_wish.path != "/"_L1);
        else
            files();
    }

    void proxy(bool isBelow)
    {
        if (isBelow)
            m_out.line("# The service does not see the path: it is taken away.");
        m_out.setting("proxy_pass http://" + m_wish.target.toUtf8() +
                      (isBelow ? (m_wish.target.startsWith("unix:"_L1) ? ":/" : "/") : ""));
        if (m_wish.kind == PublishKind::Ollama) {
            m_out.line("# Ollama refuses names and origins of others.");
            for (const QByteArray &line : publishProxyLines("localhost"))
                m_out.line(line);
            m_out.setting("proxy_set_header Origin \"\"");
        } else {
            m_out.setting("include snippets/gatewright-proxy.conf");
        }
        if (m_wish.webSocket) {
            m_out.setting("proxy_set_header Upgrade $http_upgrade");
            m_out.setting("proxy_set_header Connection $gatewright_connection");
        } else {
            m_out.setting("proxy_set_header Connection \"\"");
        }
        if (isBelow)
            m_out.setting("proxy_set_header X-Forwarded-Prefix " + m_wish.path.toLatin1().chopped(1));
        if (!m_wish.logins.isEmpty()) // the service has no business with the password of the door
            m_out.setting("proxy_set_header Authorization \"\"");
        const QByteArray patience = QByteArray::number(m_wish.patienceSeconds) + 's';
        m_out.setting("proxy_read_timeout " + patience);
        m_out.setting("proxy_send_timeout " + patience);
        if (m_wish.streaming)
            m_out.setting("proxy_buffering off");
        if (hasCors()) {
            for (const char *name : {"Origin", "Credentials", "Methods", "Headers"})
                m_out.setting(QByteArray("proxy_hide_header Access-Control-Allow-") + name);
        }
    }
    void files()
    {
        QByteArray folder = m_wish.target.toUtf8();
        while (folder.endsWith('/'))
            folder.chop(1);
        m_out.setting((m_wish.path == "/"_L1 ? "root " : "alias ") + folder + (m_wish.path == "/"_L1 ? "" : "/"));
        m_out.setting("index index.html");
    }

    const PublishPlace &m_place;
    const Publish &m_wish;
    const QByteArray m_name;
    bool m_isTls;
    bool m_isProxy;
    QByteArray m_variable;
    QByteArrayList m_ownDefaults;
    Lines m_out;
};

} // namespace

QByteArray publishSubject(const Publish &wish)
{
    return wish.domains.value(0).toLatin1() + (wish.path == "/"_L1 ? QByteArray() : wish.path.toLatin1());
}

QByteArray publishTitle(const Publish &wish)
{
    return publishSubject(wish) + " leads to " + wish.target.toUtf8() + '.';
}

QByteArray publishSiteText(const PublishPlace &place, const PublishDefaults &defaults, const Publish &wish)
{
    return SiteText(place, wish, publishFileName(wish)).text(defaults);
}

QByteArray publishPartText(const PublishPlace &place, const Publish &wish, const PublishHost &host)
{
    return SiteText(place, wish, publishPartName(wish)).partText(host);
}

QByteArray publishPartSharedText(const PublishPlace &place, const Publish &wish)
{
    return SiteText(place, wish, publishPartName(wish)).partSharedText();
}

QByteArrayList publishProxyLines(const QByteArray &host)
{
    return {"proxy_http_version 1.1;",
            "proxy_set_header Host " + host + ';',
            "proxy_set_header X-Real-IP $remote_addr;",
            "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;",
            "proxy_set_header X-Forwarded-Proto $scheme;",
            "proxy_set_header X-Forwarded-Host $host;"};
}

QByteArray publishTlsText(const PublishPlace &place)
{
    Lines out;
    out.line(QByteArray(publishMark) + ": TLS for clients of the last ten years,");
    out.line("# as Mozilla's guidelines 6.0 have it (intermediate), in what");
    out.line("# the nginx and OpenSSL of this server can do.");
    out.setting("ssl_protocols TLSv1.2 TLSv1.3");
    out.setting("ssl_ciphers " + tlsIntermediateCiphers);
    const bool hasMlKem = place.openSsl >= NginxVersion{3, 5, 0}; // before it nginx would not start
    out.setting(hasMlKem ? "ssl_ecdh_curve X25519MLKEM768:X25519:prime256v1:secp384r1"
                         : "ssl_ecdh_curve X25519:prime256v1:secp384r1");
    out.setting("ssl_prefer_server_ciphers off");
    out.setting("ssl_session_timeout 1d");
    out.setting("ssl_session_cache shared:gatewright:10m");
    // Their keys were never changed before 1.23.2.
    if (place.nginx < NginxVersion{1, 23, 2})
        out.setting("ssl_session_tickets off");
    return out.text();
}

} // namespace gw

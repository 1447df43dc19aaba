// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/sites.h"

#include <QHash>
#include <algorithm>
#include <array>

namespace gw {

const QByteArrayView nginxMaintenanceMark = "gatewright_maintenance";

namespace {

template <typename T>
void addNew(QList<T> &list, const T &value)
{
    if (!list.contains(value))
        list.append(value);
}

std::optional<quint16> portFrom(QByteArrayView text)
{
    bool isNumber = false;
    const int port = text.toInt(&isNumber);
    const bool isPort = isNumber && port >= 1 && port <= 65535 && text[0] != '+';
    return isPort ? std::optional(quint16(port)) : std::nullopt;
}

bool readPorts(QByteArrayView text, NginxListen &listen)
{
    const qsizetype dash = text.indexOf('-');
    const auto first = portFrom(dash < 0 ? text : text.first(dash));
    const auto last = dash < 0 ? first : portFrom(text.sliced(dash + 1));
    if (!first || !last || *last < *first)
        return false;
    listen.port = *first;
    listen.lastPort = *last;
    return true;
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

/// "80", "*:80", "127.0.0.1", "[::1]:80", "unix:/run/a.sock"
bool readAddress(const QByteArray &text, NginxListen &listen)
{
    listen.port = listen.lastPort = 80;
    if (text.startsWith("unix:")) {
        listen.address = text;
        listen.port = listen.lastPort = 0;
        return text.size() > 5;
    }
    if (isDigits(text)) {
        listen.address = "*";
        return readPorts(text, listen);
    }
    const qsizetype bracket = text.startsWith('[') ? text.indexOf(']') : 0;
    const qsizetype colon = bracket < 0 ? -1 : text.indexOf(':', bracket);
    listen.address = colon < 0 ? text : text.first(colon);
    if (bracket < 0 || listen.address.isEmpty())
        return false;
    return colon < 0 || readPorts(QByteArrayView(text).sliced(colon + 1), listen);
}

/// Collects the sites of one configuration. `http` levels above a server give what it inherits.
class SiteReader {
public:
    explicit SiteReader(const NginxConfig &config) : m_config(config)
    {
        for (quint32 i = 1; i < config.settingCount(); ++i) {
            const NginxSetting setting = config.setting(i);
            if (setting.is("upstream") && setting.hasBlock())
                m_upstreams.insert(setting.argument(0), setting);
        }
    }

    void addServer(NginxSetting server)
    {
        NginxSite found = siteOf(server);
        for (NginxSite &site : m_sites) {
            if (site.path == found.path && haveCommonName(site, found))
                return unite(site, found);
        }
        m_sites.append(found);
    }

    QList<NginxSite> sites() const { return m_sites; }

private:
    static bool haveCommonName(const NginxSite &a, const NginxSite &b)
    {
        return std::any_of(a.names.cbegin(), a.names.cend(),
                           [&b](const QByteArray &name) { return b.names.contains(name); });
    }

    static void unite(NginxSite &site, const NginxSite &more)
    {
        site.servers += more.servers;
        for (const QByteArray &name : more.names)
            addNew(site.names, name);
        for (const NginxBackend &backend : more.backends)
            site.backends.append(backend);
        if (site.certificate.isEmpty())
            site.certificate = more.certificate;
        if (site.root.isEmpty())
            site.root = more.root;
        site.isInMaintenance = site.isInMaintenance || more.isInMaintenance;
    }

    /// The first argument of a directive in the block, or in a block around it.
    static QByteArray inherited(NginxSetting block, QByteArrayView name)
    {
        for (NginxSetting level = block; level; level = level.parent()) {
            if (const NginxSetting found = level.child(name))
                return found.argument(0);
            if (level.isRoot())
                break;
        }
        return {};
    }

    NginxSite siteOf(NginxSetting server) const
    {
        NginxSite site;
        site.path = server.path();
        NginxSite::Server block{server.node().index(), server.line(), {}};
        for (const NginxSetting child : server.children()) {
            if (child.is("listen")) {
                if (const auto listen = nginxListenFrom(child.arguments()))
                    block.listens.append(*listen);
            } else if (child.is("server_name")) {
                for (const QByteArray &name : child.arguments()) {
                    if (!name.isEmpty() && name != "_")
                        addNew(site.names, name);
                }
            }
        }
        if (block.listens.isEmpty()) // as root, who may open it
            block.listens.append(*nginxListenFrom({"80"}));
        for (NginxListen &listen : block.listens) {
            listen.isTls = listen.isTls || inherited(server, "ssl") == "on";
            listen.isHttp2 = listen.isHttp2 || inherited(server, "http2") == "on";
        }
        site.servers.append(block);
        if (site.isTls())
            site.certificate = inherited(server, "ssl_certificate");
        site.root = inherited(server, "root");
        for (quint32 i = server.index() + 1; i < server.subtreeEnd(); ++i)
            addBackend(site, m_config.setting(i));
        site.isInMaintenance = server.node().text().contains(nginxMaintenanceMark);
        return site;
    }

    void addBackend(NginxSite &site, NginxSetting setting) const
    {
        if (!nginxHandsOn(setting.node()))
            return;
        NginxBackend backend;
        backend.address = nginxBackendAddress(setting.argument(0));
        backend.path = setting.path();
        backend.line = setting.line();
        if (const NginxSetting upstream = m_upstreams.value(backend.address)) {
            backend.isUpstream = true;
            for (const NginxSetting child : upstream.children()) {
                if (child.is("server"))
                    backend.servers.append(child.argument(0));
            }
        }
        site.backends.append(backend);
    }

    const NginxConfig &m_config;
    QHash<QByteArray, NginxSetting> m_upstreams;
    QList<NginxSite> m_sites;
};

} // namespace

QByteArray NginxListen::text() const
{
    if (isUnix())
        return address;
    QByteArray text = address + ':' + QByteArray::number(port);
    if (lastPort != port)
        text += '-' + QByteArray::number(lastPort);
    return text;
}

std::optional<NginxListen> nginxListenFrom(const QList<QByteArray> &arguments)
{
    NginxListen listen;
    if (arguments.isEmpty() || !readAddress(arguments[0], listen))
        return {};
    for (const QByteArray &option : arguments.sliced(1)) {
        listen.isTls = listen.isTls || option == "ssl" || option == "quic";
        listen.isHttp2 = listen.isHttp2 || option == "http2";
        listen.isQuic = listen.isQuic || option == "quic";
        listen.isDefault = listen.isDefault || option == "default_server" || option == "default";
    }
    return listen;
}

QByteArray nginxBackendAddress(QByteArrayView argument)
{
    const qsizetype scheme = argument.indexOf("://");
    QByteArrayView rest = scheme < 0 ? argument : argument.sliced(scheme + 3);
    if (rest.startsWith("unix:")) {
        const qsizetype end = rest.indexOf(':', 5); // "unix:/run/app.sock:/uri"
        return (end < 0 ? rest : rest.first(end)).toByteArray();
    }
    const qsizetype slash = rest.indexOf('/');
    return (slash < 0 ? rest : rest.first(slash)).toByteArray();
}

bool nginxHandsOn(NginxNode node)
{
    static constexpr std::array<QByteArrayView, 6> names{"proxy_pass", "fastcgi_pass", "uwsgi_pass",
                                                         "scgi_pass",  "grpc_pass",    "memcached_pass"};
    return std::any_of(names.begin(), names.end(), [node](QByteArrayView name) { return node.is(name); });
}

QList<NginxListen> NginxSite::listens() const
{
    QList<NginxListen> all;
    for (const Server &server : servers) {
        for (const NginxListen &listen : server.listens)
            addNew(all, listen);
    }
    return all;
}

bool NginxSite::isTls() const
{
    return std::any_of(servers.cbegin(), servers.cend(), [](const Server &server) {
        return std::any_of(server.listens.cbegin(), server.listens.cend(),
                           [](const NginxListen &listen) { return listen.isTls; });
    });
}

QList<NginxSite> nginxSites(const NginxConfig &config)
{
    SiteReader reader(config);
    for (quint32 i = 1; i < config.settingCount(); ++i) {
        const NginxSetting setting = config.setting(i);
        if (setting.is("server") && setting.hasBlock() && setting.parent().is("http"))
            reader.addServer(setting);
    }
    return reader.sites();
}

QList<NginxSite> nginxSitesIn(const RemotePath &path, const QByteArray &text)
{
    const NginxConfig config = NginxConfig::ofOneFile(path, text);
    SiteReader reader(config);
    for (quint32 i = 1; i < config.settingCount(); ++i) {
        const NginxSetting setting = config.setting(i);
        const NginxSetting parent = setting.parent();
        if (setting.is("server") && setting.hasBlock() && (parent.isRoot() || parent.is("http")))
            reader.addServer(setting);
    }
    return reader.sites();
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/websites.h"

#include <algorithm>

namespace gw {
namespace {

/// "127.0.0.1:8000", "localhost:8000", "[::1]:8000": the port on this server; nothing: elsewhere, or not to be told.
std::optional<quint16> localPort(QByteArrayView address)
{
    const qsizetype colon = address.lastIndexOf(':');
    if (colon < 0)
        return {};
    const QByteArrayView host = address.first(colon);
    bool isNumber = false;
    const int port = address.sliced(colon + 1).toInt(&isNumber);
    const bool isHere = host == "localhost" || host == "[::1]" || host.startsWith("127.");
    return isHere && isNumber && port > 0 && port < 65536 ? std::optional(quint16(port)) : std::nullopt;
}

bool isAnswered(const QList<Listener> &listeners, quint16 port)
{
    return std::any_of(listeners.cbegin(), listeners.cend(), [port](const Listener &listener) {
        return listener.protocol == Listener::Protocol::Tcp && listener.port == port;
    });
}

/// Whether one of its servers has a listener; nothing: they are not all on this machine.
std::optional<bool> isAnswered(const NginxBackend &backend, const QList<Listener> &listeners)
{
    const QList<QByteArray> addresses = backend.isUpstream ? backend.servers : QList<QByteArray>{backend.address};
    std::optional<bool> answered;
    for (const QByteArray &address : addresses) {
        const auto port = localPort(address);
        if (!port)
            return {};
        answered = answered.value_or(false) || isAnswered(listeners, *port);
    }
    return answered;
}

WebSite webSite(const Facts &facts, NginxSite site, bool isEnabled)
{
    WebSite found;
    found.isEnabled = isEnabled;
    if (!site.certificate.isEmpty())
        found.certificate = certificateIn(facts, RemotePath(site.certificate));
    if (facts.listeners) {
        for (const NginxBackend &backend : std::as_const(site.backends)) {
            if (const auto answered = isAnswered(backend, *facts.listeners))
                (*answered ? found.answered : found.silent).append(backend);
        }
    }
    found.site = std::move(site);
    return found;
}

} // namespace

std::optional<CertificateInfo> certificateIn(const Facts &facts, const RemotePath &path)
{
    if (facts.certificates.files) {
        for (const CertificateFile &file : *facts.certificates.files) {
            if (file.path == path)
                return file.certificate;
        }
    }
    if (facts.certificates.lineages) {
        for (const Lineage &lineage : *facts.certificates.lineages) {
            const QByteArray folder = "/etc/letsencrypt/live/" + lineage.name.raw().toUtf8() + '/';
            if (lineage.certificate && path.bytes().startsWith(folder))
                return *lineage.certificate;
        }
    }
    return {};
}

NginxConfig nginxConfigOf(const Facts &facts)
{
    if (!facts.nginx || !facts.nginx->tree || facts.nginx->tree->isEmpty())
        return {};
    NginxDump dump;
    for (const FileFact &file : *facts.nginx->tree)
        dump.files.append({file.path, file.content});
    return NginxConfig::read(dump);
}

NginxBuild nginxBuildOf(const Facts &facts)
{
    if (!facts.nginx || facts.nginx->version.isEmpty())
        return {};
    const QByteArray printed = "nginx version: nginx/" + facts.nginx->version.raw().toUtf8() +
                               "\nconfigure arguments: " + facts.nginx->buildFlags.raw().toUtf8() + '\n';
    NginxBuild build = NginxBuild::fromPrinted(printed);
    for (const UntrustedText &module : facts.nginx->modules) {
        if (module.raw().startsWith(QLatin1String("ngx_")))
            build.load(QByteArray(module.raw().toUtf8() + ".so"));
    }
    return build;
}

QList<WebSite> webSites(const Facts &facts)
{
    return webSites(facts, nginxConfigOf(facts));
}

QList<WebSite> webSites(const Facts &facts, const NginxConfig &config)
{
    QList<WebSite> sites;
    for (const NginxSite &site : nginxSites(config))
        sites.append(webSite(facts, site, true));
    if (!facts.nginx)
        return sites;
    for (const FileFact &file : facts.nginx->spare) {
        for (const NginxSite &site : nginxSitesIn(file.path, file.content))
            sites.append(webSite(facts, site, false));
    }
    return sites;
}

} // namespace gw

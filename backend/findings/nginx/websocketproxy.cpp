// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/servicesites.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

/// Of connections to services, by version (CHANGES of 1.29.7).
QByteArray defaultHttpVersion(NginxVersion version)
{
    return version >= NginxVersion{1, 29, 7} ? "1.1" : "1.0";
}

bool upgrades(const NginxView &view, NginxSetting pass)
{
    const NginxSetting block = pass.parent();
    const QList<NginxHeader> headers = headersIn(view, block, "proxy_set_header");
    const auto says = [&](QByteArrayView name) {
        const auto header = headerNamed(headers, name);
        return header && !header->value.isEmpty() && header->value != "close";
    };
    const QByteArray version = view.held(block, "proxy_http_version", defaultHttpVersion(view.version()));
    return version != "1.0" && says("upgrade") && says("connection");
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const ServiceSite &site : serviceSites(view)) {
        const bool isDone = std::any_of(site.passes.cbegin(), site.passes.cend(),
                                        [&](NginxSetting pass) { return upgrades(view, pass); });
        if (!site.service.webSocket || isDone)
            continue;
        findings.append(view.finding(
            site.widest(), Severity::Medium,
            QCoreApplication::translate("nginx", "%1 needs WebSocket, and nginx does not let it through")
                .arg(site.service.name),
            QCoreApplication::translate(
                "nginx", "Its pages load and then stay dead: the connection is never upgraded. It takes "
                         "proxy_http_version 1.1 and the headers Upgrade and Connection, the latter by a map of "
                         "$http_upgrade.")));
    }
    return unlessServicesUnknown(view, findings);
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting pass = view.settingAt(finding.where);
    return pass ? withUpgrade(view, pass) : QList<NginxEdit>();
}

} // namespace

const NginxRule nginx::webSocketProxy{
    "nginx.websocket-proxy",
    QT_TRANSLATE_NOOP("rules", "Services that need WebSocket get it through nginx"),
    "nginx.org, WebSocket proxying; RFC 6455; documentation of Jupyter Server, Gradio, ComfyUI",
    everyProfile,
    check,
    fix,
};

} // namespace gw

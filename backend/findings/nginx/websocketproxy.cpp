// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/servicesites.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

/// How far requests of a proxy_pass are let through as upgrades.
enum class Upgrade { No, Half, Yes };

Upgrade upgradeOf(const NginxView &view, NginxSetting pass)
{
    const NginxSetting block = pass.parent();
    const QList<NginxHeader> headers = headersIn(view, block, "proxy_set_header");
    const auto says = [&](QByteArrayView name) {
        const auto header = headerNamed(headers, name);
        return header && !header->value.isEmpty() && header->value != "close";
    };
    if (!says("upgrade"))
        return Upgrade::No;
    const QByteArray version = view.held(block, "proxy_http_version", view.defaultOf("proxy_http_version"));
    return version != "1.0" && says("connection") ? Upgrade::Yes : Upgrade::Half;
}

QString whatItTakes()
{
    return QCoreApplication::translate(
        "nginx", "Its pages load and then stay dead: the connection is never upgraded. It takes "
                 "proxy_http_version 1.1 and the headers Upgrade and Connection, the latter by a map of "
                 "$http_upgrade.");
}

/// The header Upgrade is sent, and the rest of what it takes is not: whatever answers there.
QList<Finding> halfUpgrades(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting pass : view.named("proxy_pass")) {
        if (view.isHttp(pass) && upgradeOf(view, pass) == Upgrade::Half)
            findings.append(
                view.finding(pass, Severity::Medium,
                             QCoreApplication::translate("nginx", "WebSocket is to be let through here, and is not"),
                             whatItTakes()));
    }
    return findings;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings = halfUpgrades(view);
    for (const ServiceSite &site : serviceSites(view)) {
        const bool isTold = std::any_of(site.passes.cbegin(), site.passes.cend(),
                                        [&](NginxSetting pass) { return upgradeOf(view, pass) != Upgrade::No; });
        if (!site.service.webSocket || isTold)
            continue;
        findings.append(
            view.finding(site.widest(), Severity::Medium,
                         QCoreApplication::translate("nginx", "%1 needs WebSocket, and nginx does not let it through")
                             .arg(site.service.name),
                         whatItTakes()));
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

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxaccess.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace gw {
namespace {

constexpr std::array pages{"stub_status", "vhost_traffic_status_display", "status_zone_display", "check_status",
                           "upstream_show"};

/// Only this machine reaches the server.
bool isLocal(const NginxView &view, NginxSetting setting)
{
    const NginxSetting server = setting.enclosing("server");
    if (!server)
        return false;
    const QList<const NginxSocket *> sockets = view.socketsOf(server);
    return std::all_of(sockets.cbegin(), sockets.cend(), [](const NginxSocket *socket) { return isLoopback(*socket); });
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const char *page : pages) {
        for (const NginxSetting setting : view.named(page)) {
            if (isLocal(view, setting) || !accessAt(view, setting.parent()).isOpen())
                continue;
            findings.append(view.finding(
                setting, Severity::Medium, QCoreApplication::translate("nginx", "The status page is open to everybody"),
                QCoreApplication::translate("nginx",
                                            "It tells strangers how busy the server is, and whether what they do "
                                            "has an effect. Write “allow 127.0.0.1;” and “deny all;” beside it, "
                                            "or let a server on loopback answer it.")));
        }
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting setting = view.settingAt(finding.where);
    // Of a whole server everything would be shut; a list of its own is for the person to mend.
    if (!setting || !setting.parent().is("location") || view.has(setting.parent(), "allow") ||
        view.has(setting.parent(), "deny") || view.held(setting, "satisfy") == "any")
        return {};
    return {nginxInsertedAfter(view.treeAt(finding.where), setting.node(), "allow 127.0.0.1;\nallow ::1;\ndeny all;")};
}

} // namespace

const NginxRule nginx::statusPageExposed{
    "nginx.status-page-exposed",
    QT_TRANSLATE_NOOP("rules", "Status pages are not open to everybody"),
    "nginx.org, ngx_http_stub_status_module",
    everyProfile,
    check,
    fix,
};

} // namespace gw

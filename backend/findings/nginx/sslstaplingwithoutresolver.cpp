// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/tlsservers.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    const QList<NginxSetting> servers = tlsServers(view);
    for (const NginxSetting setting : view.named("ssl_stapling")) {
        if (setting.argument(0) != "on")
            continue;
        // Of http it holds for the servers below that say nothing else; answers in a file need nobody to be asked.
        const NginxSetting block = setting.parent();
        const auto lacks = [&](NginxSetting server) {
            return view.heldBy(server, "ssl_stapling") == setting && !view.heldBy(server, "resolver") &&
                   !view.heldBy(server, "ssl_stapling_file");
        };
        const bool isLacking = block.is("server") ? lacks(block) : std::any_of(servers.cbegin(), servers.cend(), lacks);
        if (!isLacking || !view.isHttp(setting))
            continue;
        findings.append(view.finding(
            setting, Severity::Medium,
            QCoreApplication::translate("nginx", "OCSP answers are to be stapled, and no resolver is set"),
            QCoreApplication::translate(
                "nginx",
                "nginx looks the name of the OCSP responder up for itself; without a resolver it staples nothing, "
                "and certificates that demand it are refused. Set one of this machine or network (systemd-"
                "resolved listens on 127.0.0.53), or leave stapling out.")));
    }
    return findings;
}

} // namespace

const NginxRule nginx::sslStaplingWithoutResolver{
    "nginx.ssl-stapling-without-resolver",
    QT_TRANSLATE_NOOP("rules", "Where OCSP answers are stapled, nginx can look their source up"),
    "nginx.org, ngx_http_ssl_module, ssl_stapling; CIS NGINX 2.1.0 4.1.7",
    everyProfile,
    check,
};

} // namespace gw

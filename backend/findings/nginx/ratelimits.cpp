// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <array>

namespace gw {
namespace {

constexpr std::array limits{"limit_conn", "limit_req", "client_max_body_size"};

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    if (!view.isWhole())
        return findings;
    for (const char *name : limits) {
        if (!view.named(name).isEmpty())
            continue;
        Finding finding = view.finding(
            view.http(), Severity::Low,
            QCoreApplication::translate("nginx", "Nothing sets %1").arg(QLatin1String(name)),
            QCoreApplication::translate("nginx", "One client can take all connections, or send as much and as often as "
                                                 "it likes. The benchmark asks for a limit that fits the site."));
        finding.subject = QLatin1String(name);
        findings.append(finding);
    }
    return findings;
}

} // namespace

const NginxRule nginx::rateLimits{
    "nginx.rate-limits",
    QT_TRANSLATE_NOOP("rules", "Clients are limited in connections, requests and sizes"),
    "CIS NGINX 2.1.0 5.2.2, 5.2.4, 5.2.5",
    ReviewProfile::Cis,
    check,
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting setting : view.named("keepalive_requests")) {
        bool isNumber = false;
        const int count = setting.argument(0).toInt(&isNumber);
        // Without keepalive (0) none is meant to last.
        if (!isNumber || count == 0 || count >= 1000 || !view.isHttp(setting) || setting.parent().is("upstream"))
            continue;
        findings.append(view.finding(
            setting, Severity::Low,
            QCoreApplication::translate("nginx", "Connections are closed after %1 requests").arg(count),
            QCoreApplication::translate("nginx", "A page with many parts, or a client of an HTTP/2 API, needs new "
                                                 "connections all the time, and requests that were under way are tried "
                                                 "again. The default has been 1000 since nginx 1.19.10.")));
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    return node ? QList<NginxEdit>{nginxWithArgument(node, 0, "1000")} : QList<NginxEdit>();
}

} // namespace

const NginxRule nginx::lowKeepaliveRequests{
    "nginx.low-keepalive-requests",
    QT_TRANSLATE_NOOP("rules", "Connections last for a thousand requests"),
    "nginx.org, ngx_http_core_module, keepalive_requests",
    everyProfile,
    check,
    fix,
};

} // namespace gw

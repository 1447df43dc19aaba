// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxaccess.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// Access that is said for the methods that write alone.
bool isLimited(const NginxView &view, NginxSetting block)
{
    const NginxSetting limit = view.firstIn(block, "limit_except");
    return limit && !accessAt(view, limit).isOpen();
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting setting : view.named("dav_methods")) {
        const NginxSetting block = setting.parent();
        if (setting.argument(0) == "off" || !accessAt(view, block).isOpen() || isLimited(view, block))
            continue;
        findings.append(view.finding(
            setting, Severity::High, QCoreApplication::translate("nginx", "Everybody may write files here (WebDAV)"),
            QCoreApplication::translate("nginx",
                                        "Neither a password nor a list of addresses stands before it. Add one, "
                                        "by limit_except if everybody may read.")));
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    return node ? QList<NginxEdit>{nginxWithArguments(node, {"off"})} : QList<NginxEdit>();
}

} // namespace

const NginxRule nginx::davMethods{
    "nginx.dav-methods",
    QT_TRANSLATE_NOOP("rules", "Only who is known may write files (WebDAV)"),
    "CIS NGINX 2.1.0 2.1.2; nginx.org, ngx_http_dav_module",
    everyProfile,
    check,
    fix,
};

} // namespace gw

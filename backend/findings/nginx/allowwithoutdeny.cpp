// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxaccess.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    NginxSetting last;
    for (const NginxSetting allow : view.named("allow")) {
        const NginxSetting block = allow.parent();
        if (last && block == last)
            continue;
        last = block;
        const QList<NginxSetting> allows = view.in(block, "allow");
        if (view.has(block, "deny") || std::any_of(allows.cbegin(), allows.cend(), isForAll))
            continue;
        // The list then says who needs no login; all others do.
        const NginxAccess access = accessAt(view, block);
        if (access.anySuffices && access.asksLogin)
            continue;
        findings.append(view.finding(
            allows.first(), Severity::High,
            QCoreApplication::translate("nginx", "The list of addresses keeps nobody out"),
            QCoreApplication::translate("nginx",
                                        "Who is in none of the lines is let in: a list ends with “deny all;”, and "
                                        "a “deny” of the blocks around does not hold where a block has a list "
                                        "of its own.")));
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting allow = view.settingAt(finding.where);
    if (!allow)
        return {};
    const NginxSetting last = view.in(allow.parent(), "allow").last();
    if (last.file() != allow.file() || last.node().parent() != allow.node().parent())
        return {};
    return {nginxInsertedAfter(view.treeAt(finding.where), last.node(), "deny all;")};
}

} // namespace

const NginxRule nginx::allowWithoutDeny{
    "nginx.allow-without-deny",
    QT_TRANSLATE_NOOP("rules", "Lists of allowed addresses keep all others out"),
    "nginx.org, ngx_http_access_module; CIS NGINX 2.1.0 5.1.1",
    everyProfile,
    check,
    fix,
};

} // namespace gw

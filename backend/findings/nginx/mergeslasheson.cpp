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
    for (const NginxSetting setting : view.named("merge_slashes")) {
        if (setting.argument(0) == "on")
            findings.append(view.finding(
                setting, Severity::Info, QCoreApplication::translate("nginx", "merge_slashes is on anyway"),
                QCoreApplication::translate("nginx",
                                            "It is the default: nginx looks at /a//b as /a/b, while the service "
                                            "may get it as it was sent. Who writes it down should mean it; a "
                                            "service that tells // from / needs “off”.")));
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    return node ? QList<NginxEdit>{nginxRemoved(view.treeAt(finding.where), node)} : QList<NginxEdit>();
}

} // namespace

const NginxRule nginx::mergeSlashesOn{
    "nginx.merge-slashes-on",
    QT_TRANSLATE_NOOP("rules", "Nothing is said about slashes that holds anyway"),
    "nginx.org, ngx_http_core_module, merge_slashes",
    ReviewProfile::Strict,
    check,
    fix,
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxaccess.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting setting : view.named("autoindex")) {
        if (setting.argument(0) != "on" || !accessAt(view, setting.parent()).isOpen())
            continue;
        findings.append(view.finding(
            setting, Severity::Low, QCoreApplication::translate("nginx", "Everybody may list the files of this folder"),
            QCoreApplication::translate("nginx",
                                        "What nobody links to is found as well: backups, drafts, keys. Where a "
                                        "listing is what people come for, accept this finding.")));
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    return node ? QList<NginxEdit>{nginxWithArgument(node, 0, "off")} : QList<NginxEdit>();
}

} // namespace

const NginxRule nginx::autoindex{
    "nginx.autoindex",
    QT_TRANSLATE_NOOP("rules", "Folders do not list their files to everybody"),
    "CIS NGINX 2.1.0 2.1.4",
    ReviewProfiles(ReviewProfile::Strict) | ReviewProfile::Cis,
    check,
    fix,
};

} // namespace gw

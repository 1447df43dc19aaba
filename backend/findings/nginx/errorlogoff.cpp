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
    for (const NginxSetting setting : view.named("error_log")) {
        if (setting.argument(0) == "off")
            findings.append(view.finding(
                setting, Severity::Low, QCoreApplication::translate("nginx", "Errors are logged to a file named “off”"),
                QCoreApplication::translate("nginx",
                                            "error_log has no “off”: the word is taken for a file. Without a log "
                                            "of errors nobody sees attacks or faults; to lose it nevertheless, "
                                            "write “error_log /dev/null crit;”.")));
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    return node ? QList<NginxEdit>{nginxWithArguments(node, {"/dev/null", "crit"})} : QList<NginxEdit>();
}

} // namespace

const NginxRule nginx::errorLogOff{
    "nginx.error-log-off",
    QT_TRANSLATE_NOOP("rules", "Errors are logged where they are meant to be"),
    "nginx.org, Core functionality, error_log; CIS NGINX 2.1.0 3.3",
    everyProfile,
    check,
    fix,
};

} // namespace gw

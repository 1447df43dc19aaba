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
    const NginxSetting setting = view.firstIn(view.config().root(), "user");
    if (setting && setting.argument(0) == "root")
        findings.append(view.finding(
            setting, Severity::High, QCoreApplication::translate("nginx", "What talks to the world runs as root"),
            QCoreApplication::translate("nginx", "A hole in nginx, or one slip in a path, then opens the whole server. "
                                                 "Use an account of its own (www-data, nginx), and give it the folders "
                                                 "that it serves.")));
    return findings;
}

} // namespace

const NginxRule nginx::workerUserRoot{
    "nginx.worker-user-root",
    QT_TRANSLATE_NOOP("rules", "nginx's workers do not run as root"),
    "CIS NGINX 2.1.0 2.2.1; nginx.org, ngx_core_module, user",
    everyProfile,
    check,
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/tlsservers.h"

#include <QCoreApplication>
#include <QSet>

namespace gw {
namespace {

/// Answers of a service may hold secrets and what a client sent beside each other; files do not.
RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    QSet<quint32> said;
    for (const NginxSetting server : tlsServers(view)) {
        for (const NginxSetting pass : view.below(server, "proxy_pass")) {
            const NginxSetting setting = view.heldBy(pass.parent(), "gzip");
            if (!setting || setting.argument(0) != "on" || said.contains(setting.index()))
                continue;
            said.insert(setting.index());
            Finding finding = view.finding(
                setting, Severity::Low,
                QCoreApplication::translate("nginx", "Answers that may hold secrets are compressed over TLS"),
                QCoreApplication::translate(
                    "nginx", "Whoever can make a browser ask, and sees how long answers are, reads a "
                             "secret beside his own text letter by letter (BREACH). gzip_types adds to "
                             "text/html, which is always compressed: turn gzip off where services answer."));
            finding.proof.append(view.lines(pass));
            findings.append(finding);
        }
    }
    return findings;
}

/// Only one that stands where the service answers: others may have their reasons.
QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting setting = view.settingAt(finding.where);
    if (!setting || !setting.parent().is("location"))
        return {};
    return {nginxWithArgument(setting.node(), 0, "off")};
}

} // namespace

const NginxRule nginx::compressedSecrets{
    "nginx.compressed-secrets",
    QT_TRANSLATE_NOOP("rules", "Answers of services are not compressed over TLS"),
    "breachattack.com; CIS NGINX 2.1.0 2.1.3; nginx.org, ngx_http_gzip_module",
    ReviewProfiles(ReviewProfile::Strict) | ReviewProfile::Cis,
    check,
    fix,
};

} // namespace gw

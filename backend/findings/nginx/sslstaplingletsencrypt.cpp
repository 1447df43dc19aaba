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
        const auto isTheirs = [&](NginxSetting server) {
            const QList<NginxSetting> certificates = view.holding(server, "ssl_certificate");
            return view.heldBy(server, "ssl_stapling") == setting &&
                   std::any_of(certificates.cbegin(), certificates.cend(), [](NginxSetting certificate) {
                       return certificate.argument(0).startsWith("/etc/letsencrypt/");
                   });
        };
        const NginxSetting block = setting.parent();
        const bool any = block.is("server") ? isTheirs(block) : std::any_of(servers.cbegin(), servers.cend(), isTheirs);
        if (!any)
            continue;
        findings.append(view.finding(
            setting, Severity::Low,
            QCoreApplication::translate("nginx", "Certificates of Let's Encrypt have no OCSP answers to staple"),
            QCoreApplication::translate("nginx",
                                        "Let's Encrypt ended OCSP in 2025; its certificates name no responder. "
                                        "nginx warns at each start that ssl_stapling is ignored. Remove it.")));
    }
    return findings;
}

/// Of http it may be meant for certificates of others: only a server's own is removed.
QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting setting = view.settingAt(finding.where);
    if (!setting || !setting.parent().is("server"))
        return {};
    QList<NginxEdit> edits{nginxRemoved(view.treeAt(finding.where), setting.node())};
    const NginxSetting verify = view.firstIn(setting.parent(), "ssl_stapling_verify");
    if (verify && verify.node().parent() == setting.node().parent())
        edits.append(nginxRemoved(view.treeAt(finding.where), verify.node()));
    return edits;
}

} // namespace

const NginxRule nginx::sslStaplingLetsencrypt{
    "nginx.ssl-stapling-letsencrypt",
    QT_TRANSLATE_NOOP("rules", "OCSP answers are stapled only where there are any"),
    "letsencrypt.org, Ending OCSP Support in 2025",
    ReviewProfiles(ReviewProfile::Recommended) | ReviewProfile::Strict,
    check,
    fix,
};

} // namespace gw

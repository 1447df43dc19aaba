// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxaccess.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>
#include <QSet>

namespace gw {
namespace {

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    if (view.named("satisfy").isEmpty() || view.named("allow").isEmpty())
        return findings;
    QSet<quint32> told;
    for (const NginxSetting block : view.servers() + view.locations()) {
        const NginxAccess access = accessAt(view, block);
        const NginxSetting all = access.forAll();
        if (!access.asksLogin || !access.isOpen() || told.contains(all.index()))
            continue;
        told.insert(all.index());
        Finding finding =
            view.finding(all, Severity::High, QCoreApplication::translate("nginx", "The password is never asked for"),
                         QCoreApplication::translate(
                             "nginx", "With “satisfy any” whoever is let in by address needs no login, and “allow "
                                      "all” lets everybody in. Name the addresses that need none, or take the line "
                                      "away."));
        finding.proof.append(view.lines(view.heldBy(block, "satisfy")));
        findings.append(finding);
    }
    return findings;
}

} // namespace

const NginxRule nginx::loginNeverAsked{
    "nginx.login-never-asked",
    QT_TRANSLATE_NOOP("rules", "No list of addresses lets everybody past the login"),
    "nginx.org, ngx_http_core_module, satisfy",
    everyProfile,
    check,
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        return sshd.judged(
            "permittunnel",
            [](const QString &value) { return severityIf(!(value == QLatin1String("no")), Severity::Medium); },
            QCoreApplication::translate("sshd", "Users may build network tunnels (tun devices)"),
            QCoreApplication::translate("sshd", "A tunnel joins the client’s network with the server’s, past the "
                                                "firewall. Set “PermitTunnel no” unless a VPN over SSH is in use."));
    });
}

} // namespace

const Rule sshd::tunnel{
    "sshd.tunnel",
    QT_TRANSLATE_NOOP("rules", "Users cannot build network tunnels through SSH"),
    "CIS Debian 13 5.1.8; dev-sec ssh-baseline; sshd_config(5) PermitTunnel",
    check,
    setsSshd<"PermitTunnel", "no">,
};

} // namespace gw

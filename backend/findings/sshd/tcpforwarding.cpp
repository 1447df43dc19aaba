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
        if (sshd.is("disableforwarding", "yes"))
            return QList<Finding>{};
        return sshd.judged(
            "allowtcpforwarding",
            [](const QString &value) { return severityIf(value != QLatin1String("no"), Severity::Low); },
            QCoreApplication::translate("sshd", "Users may forward ports through this server"),
            QCoreApplication::translate(
                "sshd",
                "A user, or whoever stole a key, can reach everything that this server reaches, past its firewall. "
                "Set “AllowTcpForwarding no” where nobody needs it; VS Code Remote, tunnels to Jupyter and "
                "ProxyJump do need it, “AllowTcpForwarding local” is enough for them."));
    });
}

} // namespace

const Rule sshd::tcpForwarding{
    "sshd.tcp-forwarding",
    QT_TRANSLATE_NOOP("rules", "Ports cannot be forwarded through this server"),
    "CIS Debian 13 5.1.8; dev-sec ssh-baseline; sshd_config(5) AllowTcpForwarding, DisableForwarding",
    check,
    setsSshd<"AllowTcpForwarding", "no">,
};

} // namespace gw

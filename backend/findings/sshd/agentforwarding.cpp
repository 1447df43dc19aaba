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
        if (stopsAllForwarding(sshd))
            return QList<Finding>{};
        return sshd.judged(
            "allowagentforwarding",
            [](const QString &value) { return severityIf(value == QLatin1String("yes"), Severity::Low); },
            QCoreApplication::translate("sshd", "Users may forward their key agent"),
            QCoreApplication::translate(
                "sshd",
                "While such a user is connected, root on this server can log in elsewhere with the user’s keys. Set "
                "“AllowAgentForwarding no” unless people hop on from here; ProxyJump does that without an agent."));
    });
}

} // namespace

const Rule sshd::agentForwarding{
    "sshd.agent-forwarding",
    QT_TRANSLATE_NOOP("rules", "Key agents are not forwarded"),
    "CIS Debian 13 5.1.8; dev-sec ssh-baseline; sshd_config(5) AllowAgentForwarding, DisableForwarding; CVE-2025-32728",
    check,
    setsSshd<"AllowAgentForwarding", "no">,
};

} // namespace gw

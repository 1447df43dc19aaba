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
            "gatewayports",
            [](const QString &value) {
                return value == QLatin1String("yes")
                           ? std::optional(Severity::Medium)
                           : severityIf(value == QLatin1String("clientspecified"), Severity::Low);
            },
            QCoreApplication::translate("sshd", "Forwarded ports can be opened to the network"),
            QCoreApplication::translate("sshd",
                                        "A user who forwards a port (ssh -R) opens it for everybody who reaches this "
                                        "server, not for this server alone. Set “GatewayPorts no”."));
    });
}

} // namespace

const Rule sshd::gatewayPorts{
    "sshd.gateway-ports",
    QT_TRANSLATE_NOOP("rules", "Forwarded ports listen on this computer only"),
    "dev-sec ssh-baseline; Lynis SSH-7408; sshd_config(5) GatewayPorts",
    check,
    setsSshd<"GatewayPorts", "no">,
};

} // namespace gw

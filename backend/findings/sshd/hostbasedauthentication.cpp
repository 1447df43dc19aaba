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
            "hostbasedauthentication",
            [](const QString &value) { return severityIf(value == QLatin1String("yes"), Severity::Medium); },
            QCoreApplication::translate("sshd", "A whole computer is trusted instead of a person"),
            QCoreApplication::translate("sshd", "Whoever becomes root on a trusted computer can log in here as "
                                                "anybody. Set “HostbasedAuthentication no” and use keys."));
    });
}

} // namespace

const Rule sshd::hostbasedAuthentication{
    "sshd.hostbased-authentication",
    QT_TRANSLATE_NOOP("rules", "Login because of the client’s computer is off"),
    "CIS Debian 13 5.1; dev-sec ssh-baseline; sshd_config(5) HostbasedAuthentication",
    check,
    setsSshd<"HostbasedAuthentication", "no">,
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// CIS wants a minute; OpenSSH's own default is two, so only what goes beyond that weighs more.
RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        return sshd.judged(
            "logingracetime",
            [](const QString &value) {
                return value.toInt() == 0 || value.toInt() > 120 ? std::optional(Severity::Medium)
                                                                 : severityIf(value.toInt() > 60, Severity::Low);
            },
            QCoreApplication::translate("sshd", "A connection may wait long without logging in"),
            QCoreApplication::translate("sshd", "Whoever opens connections and says nothing takes the places of people "
                                                "who want to log in. Set “LoginGraceTime 30”."));
    });
}

} // namespace

const Rule sshd::loginGraceTime{
    "sshd.login-grace-time",
    QT_TRANSLATE_NOOP("rules", "A connection that does not log in is closed soon"),
    "CIS Debian 13 5.1; Lynis SSH-7408; sshd_config(5) LoginGraceTime",
    check,
    setsSshd<"LoginGraceTime", "30">,
};

} // namespace gw

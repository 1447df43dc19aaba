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
            "usepam", [](const QString &value) { return severityIf(value == QLatin1String("no"), Severity::Low); },
            QCoreApplication::translate("sshd", "Logins do not go through PAM"),
            QCoreApplication::translate(
                "sshd", "Account expiry, limits, session logging and locked accounts are PAM’s work; without it they "
                        "do not hold for SSH. Set “UsePAM yes” together with “KbdInteractiveAuthentication no”."));
    });
}

} // namespace

const Rule sshd::usePam{
    "sshd.use-pam",
    QT_TRANSLATE_NOOP("rules", "Logins go through PAM"),
    "CIS Debian 13 5.1.23; sshd_config(5) UsePAM",
    check,
    setsSshd<"UsePAM", "yes">,
};

} // namespace gw

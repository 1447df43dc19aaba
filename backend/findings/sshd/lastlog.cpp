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
            "printlastlog",
            [](const QString &value) { return severityIf(value == QLatin1String("no"), Severity::Low); },
            QCoreApplication::translate("sshd", "Users do not see when they last logged in"),
            QCoreApplication::translate("sshd", "The line “Last login” is the cheapest way to notice that somebody "
                                                "else used an account. Set “PrintLastLog yes”."));
    });
}

} // namespace

const Rule sshd::lastLog{
    "sshd.last-log",
    QT_TRANSLATE_NOOP("rules", "The last login is shown at login"),
    "Lynis SSH-7408; sshd_config(5) PrintLastLog",
    check,
    setsSshd<"PrintLastLog", "yes">,
};

} // namespace gw

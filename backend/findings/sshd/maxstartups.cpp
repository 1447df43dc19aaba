// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// "10:30:60": from 10 waiting connections on 30 % are refused, at 60 all of them.
RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        return sshd.judged(
            "maxstartups",
            [](const QString &value) {
                const QStringList parts = value.split(QLatin1Char(':'));
                return severityIf(parts.first().toInt() > 10 || parts.last().toInt() > 60, Severity::Low);
            },
            QCoreApplication::translate("sshd", "Many connections may wait for a login at once"),
            QCoreApplication::translate(
                "sshd",
                "Each waiting connection costs a process; attackers who open many of them make the server slow. Set "
                "“MaxStartups 10:30:60”."));
    });
}

} // namespace

const Rule sshd::maxStartups{
    "sshd.max-startups",
    QT_TRANSLATE_NOOP("rules", "Few connections may wait for a login at once"),
    "CIS Debian 13 5.1; sshd_config(5) MaxStartups",
    check,
    setsSshd<"MaxStartups", "10:30:60">,
};

} // namespace gw

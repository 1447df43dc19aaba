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
        if (sshd.value("persourcemaxstartups").isEmpty())
            return NotApplicable{QCoreApplication::translate("sshd", "needs OpenSSH 8.5 or newer")};
        // Since 9.8 penalties for each address do the same and more.
        const bool hasPenalties = !sshd.value("persourcepenalties").isEmpty() && !sshd.is("persourcepenalties", "no");
        return sshd.judged(
            "persourcemaxstartups",
            [hasPenalties](const QString &value) {
                return severityIf(!hasPenalties && value == QLatin1String("none"), Severity::Info);
            },
            QCoreApplication::translate("sshd", "One address may take all places of waiting logins"),
            QCoreApplication::translate(
                "sshd", "With “PerSourceMaxStartups 5” a single attacker cannot keep everybody else from logging in."));
    });
}

} // namespace

const Rule sshd::perSourceMaxStartups{
    "sshd.per-source-max-startups",
    QT_TRANSLATE_NOOP("rules", "One address cannot take all places of waiting logins"),
    "sshd_config(5) PerSourceMaxStartups (OpenSSH 8.5)",
    check,
    setsSshd<"PerSourceMaxStartups", "5">,
};

} // namespace gw

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
        if (sshd.value("persourcepenalties").isEmpty())
            return NotApplicable{QCoreApplication::translate("sshd", "needs OpenSSH 9.8 or newer")};
        return sshd.judged(
            "persourcepenalties",
            [](const QString &value) { return severityIf(value == QLatin1String("no"), Severity::Low); },
            QCoreApplication::translate("sshd", "Addresses that misbehave are not slowed down"),
            QCoreApplication::translate(
                "sshd",
                "sshd can refuse an address for a while after failed logins; here this is switched off. Remove the "
                "line “PerSourcePenalties no”, and name your own networks in PerSourcePenaltyExemptList."));
    });
}

} // namespace

const Rule sshd::perSourcePenalties{
    "sshd.per-source-penalties",
    QT_TRANSLATE_NOOP("rules", "Addresses that misbehave have to wait"),
    "sshd_config(5) PerSourcePenalties (OpenSSH 9.8)",
    check,
    setsSshd<"PerSourcePenalties", "yes">,
};

} // namespace gw

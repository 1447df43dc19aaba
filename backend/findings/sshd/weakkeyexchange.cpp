// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/algorithmfindings.h"
#include "backend/findings/sshd/sshdremedies.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        return algorithmFindings(
            sshd, {"kexalgorithms", SshdAlgorithm::Kind::KeyExchange, Severity::Low},
            QCoreApplication::translate("sshd", "Outdated key exchanges are offered"),
            QCoreApplication::translate(
                "sshd", "An attacker in between tries to make both sides agree on the weakest method that both know."));
    });
}

} // namespace

const Rule sshd::weakKeyExchange{
    "sshd.weak-key-exchange",
    QT_TRANSLATE_NOOP("rules", "Only sound key exchanges are offered"),
    "ssh-audit; RFC 9142; sshd_config(5) KexAlgorithms",
    check,
    limitsAlgorithms<"kexalgorithms">,
};

} // namespace gw

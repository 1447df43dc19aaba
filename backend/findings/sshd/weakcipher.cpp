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
        return algorithmFindings(sshd, {"ciphers", SshdAlgorithm::Kind::Cipher, Severity::Low},
                                 QCoreApplication::translate("sshd", "Outdated ciphers are offered"),
                                 QCoreApplication::translate(
                                     "sshd", "Whoever records such a connection can learn parts of what it carried."));
    });
}

} // namespace

const Rule sshd::weakCipher{
    "sshd.weak-cipher",
    QT_TRANSLATE_NOOP("rules", "Only sound ciphers are offered"),
    "ssh-audit; RFC 8758; sshd_config(5) Ciphers",
    check,
    limitsAlgorithms<"ciphers">,
};

} // namespace gw

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
        return algorithmFindings(sshd, {"macs", SshdAlgorithm::Kind::Mac, Severity::Low},
                                 QCoreApplication::translate("sshd", "Outdated message authentication is offered"),
                                 QCoreApplication::translate(
                                     "sshd", "The code that protects each packet against changes should be strong and "
                                             "made after encryption (“-etm”); AES-GCM and ChaCha20 bring their own."));
    });
}

} // namespace

const Rule sshd::weakMac{
    "sshd.weak-mac",
    QT_TRANSLATE_NOOP("rules", "Only sound message authentication is offered"),
    "ssh-audit; sshd_config(5) MACs",
    check,
    limitsAlgorithms<"macs">,
};

} // namespace gw

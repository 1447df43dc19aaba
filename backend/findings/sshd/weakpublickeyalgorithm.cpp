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
            sshd, {"pubkeyacceptedalgorithms", SshdAlgorithm::Kind::HostKey, Severity::Info},
            QCoreApplication::translate("sshd", "Outdated signatures are accepted from users"),
            QCoreApplication::translate("sshd", "With a forged signature somebody can log in as the owner of a key. "
                                                "Programs of the last ten years sign with SHA-2, RSA keys included."));
    });
}

} // namespace

const Rule sshd::weakPublicKeyAlgorithm{
    "sshd.weak-public-key-algorithm",
    QT_TRANSLATE_NOOP("rules", "Only sound signatures are accepted from users"),
    "RFC 8332; OpenSSH 8.8 release notes; sshd_config(5) PubkeyAcceptedAlgorithms",
    check,
    limitsAlgorithms<"pubkeyacceptedalgorithms">,
};

} // namespace gw

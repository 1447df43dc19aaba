// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/algorithmfindings.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        return algorithmFindings(
            sshd, {"hostkeyalgorithms", SshdAlgorithm::Kind::HostKey, Severity::Info},
            QCoreApplication::translate("sshd", "The server offers outdated signatures for its host key"),
            QCoreApplication::translate("sshd", "With a forged signature somebody can pretend to be this server."));
    });
}

} // namespace

const Rule sshd::weakHostKeyAlgorithm{
    "sshd.weak-host-key-algorithm",
    QT_TRANSLATE_NOOP("rules", "The server proves itself with sound signatures only"),
    "ssh-audit; RFC 8332; sshd_config(5) HostKeyAlgorithms",
    check,
};

} // namespace gw

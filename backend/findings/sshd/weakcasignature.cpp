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
        const bool isSet = sshd.config().decidingSetting(QStringLiteral("casignaturealgorithms")).has_value();
        if (!isSet && sshd.is("trustedusercakeys", "none"))
            return NotApplicable{QCoreApplication::translate("sshd", "no certificate authority is trusted")};
        return algorithmFindings(
            sshd, {"casignaturealgorithms", SshdAlgorithm::Kind::HostKey, Severity::Info},
            QCoreApplication::translate("sshd", "Outdated signatures of certificate authorities are accepted"),
            QCoreApplication::translate("sshd",
                                        "With a forged signature somebody can make a certificate that logs in."));
    });
}

} // namespace

const Rule sshd::weakCaSignature{
    "sshd.weak-ca-signature",
    QT_TRANSLATE_NOOP("rules", "Only sound signatures of authorities are accepted"),
    "OpenSSH 8.2 release notes; sshd_config(5) CASignatureAlgorithms",
    check,
    limitsAlgorithms<"casignaturealgorithms">,
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"
#include "backend/sshd/fixes.h"

#include <QCoreApplication>

namespace gw {
namespace {

bool isAttackable(const SshdView &sshd)
{
    const QString ciphers = sshd.value("ciphers");
    const bool chacha = ciphers.contains(QLatin1String("chacha20-poly1305@openssh.com"));
    const bool cbcWithEtm =
        ciphers.contains(QLatin1String("-cbc")) && sshd.value("macs").contains(QLatin1String("-etm@"));
    return chacha || cbcWithEtm;
}

/// Strict key exchange is no setting: it is in the program or it is not. Debian 12 has it since 9.2p1-2+deb12u2.
RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        const FixState strict = fixState(sshd.version(), SshdFix::StrictKeyExchange);
        if (strict == FixState::Present || !isAttackable(sshd))
            return QList<Finding>{};
        if (strict == FixState::Unknown)
            return NotChecked{
                QCoreApplication::translate("sshd", "the version does not tell whether the fix is in it")};
        return QList<Finding>{sshd.finding(
            "ciphers", Severity::Medium,
            QCoreApplication::translate("sshd", "Connections can be weakened from outside (Terrapin)"),
            QCoreApplication::translate(
                "sshd",
                "Somebody in between can drop the first messages of a connection unseen, and with them some of its "
                "protections. Install the security update of OpenSSH; until then “Ciphers "
                "-chacha20-poly1305@openssh.com,*-cbc” avoids it."))};
    });
}

} // namespace

const Rule sshd::terrapin{
    "sshd.terrapin",
    QT_TRANSLATE_NOOP("rules", "Connections cannot be cut by prefix (Terrapin)"),
    "CVE-2023-48795; OpenSSH 9.6 release notes; DSA-5586-1",
    check,
    limitsAlgorithms<"ciphers">,
};

} // namespace gw

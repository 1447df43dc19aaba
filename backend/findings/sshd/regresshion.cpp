// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdview.h"
#include "backend/sshd/fixes.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// Nothing but the version shows it; "LoginGraceTime 0" closes the hole and lets strangers fill all places instead.
RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, SshdNeed::FactsOnly, [&facts](const SshdView &sshd) -> RuleOutcome {
        const FixState state = fixState(sshd.version(), SshdFix::SignalHandler);
        if (state == FixState::Present || (state == FixState::Missing && sshd.is("logingracetime", "0")))
            return QList<Finding>{};
        if (state == FixState::Unknown)
            return NotChecked{
                QCoreApplication::translate("sshd", "the version does not tell whether the fix is in it")};
        Finding finding;
        finding.severity = Severity::High;
        finding.where.file = sshd.sshd().mainFile;
        finding.subject = sshd.version().shown();
        finding.title = QCoreApplication::translate("sshd", "Strangers may be able to run code as root (regreSSHion)");
        finding.explanation =
            QCoreApplication::translate("sshd", "This version of sshd has a race that lets strangers break in without "
                                                "any login. Install the security update of OpenSSH and restart sshd.");
        finding.effective = sshd.sshd().version;
        if (!facts.fromFolder)
            finding.proof = {{QStringLiteral("ssh -V 2>&1 | cut -d , -f 1"), sshd.sshd().version}};
        return QList<Finding>{finding};
    });
}

} // namespace

const Rule sshd::regreSshion{
    "sshd.regresshion",
    QT_TRANSLATE_NOOP("rules", "Strangers cannot run code through sshd (regreSSHion)"),
    "CVE-2024-6387; OpenSSH 9.8 release notes; DSA-5724-1",
    check,
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// "prohibit-password" is what Lynis and dev-sec accept: only the holder of a key gets in.
std::optional<Severity> judge(const QString &value)
{
    if (value == QLatin1String("yes"))
        return Severity::High;
    return severityIf(value != QLatin1String("no"), Severity::Info);
}

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        if (!sshd.is("permitrootlogin", "yes") && sshd.inMatchBlocks("permitrootlogin").isEmpty() &&
            !sshd.is("permitrootlogin", "no")) {
            return QList<Finding>{sshd.finding(
                "permitrootlogin", Severity::Info, QCoreApplication::translate("sshd", "Root logs in with a key"),
                QCoreApplication::translate(
                    "sshd", "No password of root is accepted, which keeps guessing out. With accounts of their own and "
                            "sudo the log would also tell who did what; then set “PermitRootLogin no”."))};
        }
        return sshd.judged(
            "permitrootlogin", judge, QCoreApplication::translate("sshd", "Root may log in over SSH"),
            QCoreApplication::translate(
                "sshd",
                "Every attacker knows the name root, and whoever guesses its password owns the server at once. Log "
                "in as an ordinary user with sudo and set “PermitRootLogin no”, or “prohibit-password” if root "
                "needs a key login."));
    });
}

} // namespace

const Rule sshd::rootLogin{
    "sshd.root-login",
    QT_TRANSLATE_NOOP("rules", "Root does not log in over SSH"),
    "CIS Debian 13 5.1.21; dev-sec ssh-baseline; sshd_config(5) PermitRootLogin",
    check,
};

} // namespace gw

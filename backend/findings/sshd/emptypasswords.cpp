// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        return sshd.judged(
            "permitemptypasswords",
            [](const QString &value) { return severityIf(value == QLatin1String("yes"), Severity::High); },
            QCoreApplication::translate("sshd", "Accounts with an empty password may log in"),
            QCoreApplication::translate(
                "sshd", "Anybody who knows the name of such an account is in. Set “PermitEmptyPasswords no”."));
    });
}

} // namespace

const Rule sshd::emptyPasswords{
    "sshd.empty-passwords",
    QT_TRANSLATE_NOOP("rules", "Accounts without a password cannot log in over SSH"),
    "CIS Debian 13 5.1.20; sshd_config(5) PermitEmptyPasswords",
    check,
};

} // namespace gw

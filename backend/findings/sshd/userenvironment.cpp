// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        return sshd.judged(
            "permituserenvironment",
            [](const QString &value) {
                return value == QLatin1String("yes") ? std::optional(Severity::Medium)
                                                     : severityIf(!(value == QLatin1String("no")), Severity::Low);
            },
            QCoreApplication::translate("sshd", "Users may set the environment of their login"),
            QCoreApplication::translate("sshd", "With LD_PRELOAD in ~/.ssh/environment a user steps over restrictions "
                                                "such as ForceCommand. Set “PermitUserEnvironment no”."));
    });
}

} // namespace

const Rule sshd::userEnvironment{
    "sshd.user-environment",
    QT_TRANSLATE_NOOP("rules", "Users cannot set the environment of their login"),
    "CIS Debian 13 5.1; Lynis SSH-7408; sshd_config(5) PermitUserEnvironment",
    check,
    setsSshd<"PermitUserEnvironment", "no">,
};

} // namespace gw

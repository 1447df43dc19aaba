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
            "kerberosauthentication",
            [](const QString &value) { return severityIf(value == QLatin1String("yes"), Severity::Low); },
            QCoreApplication::translate("sshd", "Kerberos passwords are accepted"),
            QCoreApplication::translate("sshd",
                                        "Code that nobody uses is code that can only be attacked. Set "
                                        "“KerberosAuthentication no” unless this server belongs to a Kerberos realm."));
    });
}

} // namespace

const Rule sshd::kerberos{
    "sshd.kerberos",
    QT_TRANSLATE_NOOP("rules", "Kerberos passwords are off"),
    "dev-sec ssh-baseline; sshd_config(5) KerberosAuthentication",
    check,
    setsSshd<"KerberosAuthentication", "no">,
};

} // namespace gw

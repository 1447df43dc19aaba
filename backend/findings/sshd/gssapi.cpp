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
            "gssapiauthentication",
            [](const QString &value) { return severityIf(value == QLatin1String("yes"), Severity::Low); },
            QCoreApplication::translate("sshd", "GSSAPI (Kerberos) login is on"),
            QCoreApplication::translate("sshd",
                                        "Code that nobody uses is code that can only be attacked. Set "
                                        "“GSSAPIAuthentication no” unless this server belongs to a Kerberos realm."));
    });
}

} // namespace

const Rule sshd::gssapi{
    "sshd.gssapi",
    QT_TRANSLATE_NOOP("rules", "GSSAPI login is off"),
    "CIS Debian 13 5.1; dev-sec ssh-baseline; sshd_config(5) GSSAPIAuthentication",
    check,
    setsSshd<"GSSAPIAuthentication", "no">,
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// ~/.ssh/known_hosts of a user counts on the server only for host-based login.
RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        if (!sshd.is("hostbasedauthentication", "yes"))
            return NotApplicable{QCoreApplication::translate("sshd", "host-based login is off")};
        return sshd.judged(
            "ignoreuserknownhosts",
            [](const QString &value) { return severityIf(value == QLatin1String("no"), Severity::Medium); },
            QCoreApplication::translate("sshd", "Users decide which computers are trusted"),
            QCoreApplication::translate(
                "sshd",
                "Host-based login takes the keys of trusted computers from the users’ own known_hosts files. Set "
                "“IgnoreUserKnownHosts yes”, or better switch host-based login off."));
    });
}

} // namespace

const Rule sshd::userKnownHosts{
    "sshd.user-known-hosts",
    QT_TRANSLATE_NOOP("rules", "Users do not decide which computers are trusted"),
    "dev-sec ssh-baseline; sshd_config(5) IgnoreUserKnownHosts",
    check,
    setsSshd<"IgnoreUserKnownHosts", "yes">,
};

} // namespace gw

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
            "pubkeyauthentication",
            [](const QString &value) { return severityIf(value == QLatin1String("no"), Severity::Medium); },
            QCoreApplication::translate("sshd", "Login with a key is switched off"),
            QCoreApplication::translate("sshd", "Keys cannot be guessed and never reach the server; without them only "
                                                "passwords are left. Set “PubkeyAuthentication yes”."));
    });
}

} // namespace

const Rule sshd::publicKeyAuthentication{
    "sshd.public-key-authentication",
    QT_TRANSLATE_NOOP("rules", "Login with a key is possible"),
    "dev-sec ssh-baseline; sshd_config(5) PubkeyAuthentication",
    check,
    setsSshd<"PubkeyAuthentication", "yes">,
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

const char *const keyword = "kbdinteractiveauthentication";

/// Before 8.7 the old name was a keyword of its own that switched this one on.
bool isOn(const SshdView &sshd)
{
    return sshd.is(keyword, "yes") || sshd.is("challengeresponseauthentication", "yes");
}

/// Where passwords are accepted anyway this is worth saying only if somebody switched it on: the default goes with
/// sshd.password-authentication.
bool isWorthSaying(const SshdView &sshd)
{
    return sshd.is("passwordauthentication", "no") || sshd.config().decidingSetting(QLatin1String(keyword));
}

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        if (!sshd.is("usepam", "yes"))
            return QList<Finding>{};
        const Severity severity = isGuardedByFail2ban(sshd.facts()) ? Severity::Medium : Severity::High;
        const QString title = QCoreApplication::translate("sshd", "Keyboard-interactive login lets passwords in");
        const QString explanation = QCoreApplication::translate(
            "sshd", "With “UsePAM yes” keyboard-interactive login asks for the password of the account, even where "
                    "“PasswordAuthentication no” stands. Set “KbdInteractiveAuthentication no” (its old name is "
                    "ChallengeResponseAuthentication), or require a key as well with “AuthenticationMethods "
                    "publickey,keyboard-interactive”.");
        const QString method = QStringLiteral("keyboard-interactive");
        QList<Finding> findings;
        const bool isOpen = isOn(sshd) && sufficesAlone(method, sshd.value("authenticationmethods"));
        if (isOpen && isWorthSaying(sshd))
            findings.append(sshd.finding(keyword, severity, title, explanation));
        for (const SshdSetting &setting : sshd.inMatchBlocks(keyword)) {
            const SshdEffective there = sshd.config().effective(*sshd.exampleFor(setting));
            const bool opens = sshd.valueOf(setting) == QLatin1String("yes") &&
                               there.value(QStringLiteral("passwordauthentication")) == QLatin1String("no") &&
                               sufficesAlone(method, there.value(QStringLiteral("authenticationmethods")));
            if (opens && !isOpen)
                findings.append(sshd.findingInMatch(setting, severityInMatch(setting, severity), title, explanation));
        }
        return findings;
    });
}

} // namespace

const Rule sshd::keyboardInteractivePasswords{
    "sshd.keyboard-interactive-passwords",
    QT_TRANSLATE_NOOP("rules", "Keyboard-interactive login does not let passwords in"),
    "sshd_config of OpenSSH, comment on UsePAM; sshd_config(5) KbdInteractiveAuthentication",
    check,
    setsSshd<"KbdInteractiveAuthentication", "no">,
};

} // namespace gw

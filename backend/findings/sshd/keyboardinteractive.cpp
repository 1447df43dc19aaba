// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

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

/// Only where passwords seem to be off: otherwise sshd.password-authentication says it all.
RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        if (!sshd.is("usepam", "yes"))
            return QList<Finding>{};
        const Severity severity = isGuardedByFail2ban(sshd.facts()) ? Severity::Medium : Severity::High;
        const QString title =
            QCoreApplication::translate("sshd", "Passwords are still accepted, by way of keyboard-interactive login");
        const QString explanation = QCoreApplication::translate(
            "sshd",
            "PasswordAuthentication is off, but with “UsePAM yes” keyboard-interactive login asks for the same "
            "password. Set “KbdInteractiveAuthentication no” (its old name is ChallengeResponseAuthentication), or "
            "require a key as well with “AuthenticationMethods publickey,keyboard-interactive”.");
        const QString method = QStringLiteral("keyboard-interactive");
        QList<Finding> findings;
        const bool isOpen = isOn(sshd) && sufficesAlone(method, sshd.value("authenticationmethods"));
        if (isOpen && sshd.is("passwordauthentication", "no"))
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
};

} // namespace gw

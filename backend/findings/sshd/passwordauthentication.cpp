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
        const Severity severity = isGuardedByFail2ban(sshd.facts()) ? Severity::Medium : Severity::High;
        const QString title = QCoreApplication::translate("sshd", "Passwords are accepted for SSH login");
        const QString explanation = QCoreApplication::translate(
            "sshd",
            "Programs try passwords against every server on the Internet day and night; one weak or leaked password "
            "is enough. Log in with a key, check that it works, then set “PasswordAuthentication no” and "
            "“KbdInteractiveAuthentication no”.");
        QList<Finding> findings;
        const bool isOpen = sshd.is("passwordauthentication", "yes") &&
                            sufficesAlone(QStringLiteral("password"), sshd.value("authenticationmethods"));
        if (isOpen)
            findings.append(sshd.finding("passwordauthentication", severity, title, explanation));
        for (const SshdSetting &setting : sshd.inMatchBlocks("passwordauthentication")) {
            const SshdEffective there = sshd.config().effective(*sshd.exampleFor(setting));
            const bool opens =
                sshd.valueOf(setting) == QLatin1String("yes") &&
                sufficesAlone(QStringLiteral("password"), there.value(QStringLiteral("authenticationmethods")));
            if (opens && !isOpen)
                findings.append(sshd.findingInMatch(setting, severityInMatch(setting, severity), title, explanation));
        }
        return findings;
    });
}

/// Both ways on which sshd asks for a password.
QList<Intent> remedy(const Facts &facts, const Finding &finding)
{
    return sshdSetting(facts, finding, "PasswordAuthentication", "no") +
           sshdSetting(facts, finding, "KbdInteractiveAuthentication", "no");
}

} // namespace

const Rule sshd::passwordAuthentication{
    "sshd.password-authentication",
    QT_TRANSLATE_NOOP("rules", "Passwords are not accepted for SSH login"),
    "dev-sec ssh-baseline; ansible-collection-hardening; sshd_config(5) PasswordAuthentication",
    check,
    remedy,
};

} // namespace gw

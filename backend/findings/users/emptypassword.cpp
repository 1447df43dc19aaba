// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/rules.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

RuleOutcome check(const Facts &facts)
{
    if (!facts.users)
        return withoutFacts(facts.users.gap());
    if (facts.users->isEmpty())
        return NotApplicable{QCoreApplication::translate("rules", "no account has a shell")};
    QList<Finding> findings;
    std::optional<Gap> unknown;
    for (const UserAccount &user : *facts.users) {
        if (!user.hasPassword && !user.emptyPassword)
            unknown = user.hasPassword.gap();
        if (!user.emptyPassword)
            continue;
        const QString name = user.name.shown(60);
        Finding finding;
        finding.severity = user.mayBecomeRoot ? Severity::Critical : Severity::High;
        finding.where.file = RemotePath(QByteArray("/etc/shadow"));
        finding.subject = name;
        finding.title = QCoreApplication::translate("rules", "%1 has no password: none is needed to log in").arg(name);
        finding.explanation = QCoreApplication::translate(
            "rules",
            "An empty field in /etc/shadow is not a locked account: whoever types the name is in, at the console, "
            "with su, and over SSH where PermitEmptyPasswords is on. Lock it: passwd -l NAME.");
        finding.effective = UntrustedText(u"%1::"_s.arg(user.name.raw()));
        finding.proof = {{u"awk -F: '$2 == \"\" {print $1}' /etc/shadow | grep -xF %1"_s.arg(name), user.name}};
        findings.append(finding);
    }
    return withRest(findings, unknown ? std::optional(notChecked(*unknown)) : std::nullopt);
}

} // namespace

const Rule users::emptyPassword{
    "users.empty-password",
    QT_TRANSLATE_NOOP("rules", "No account with a shell has an empty password"),
    "CIS Debian 12 7.2.2",
    check,
};

} // namespace gw

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
    for (const UserAccount &user : *facts.users) {
        if (user.uid != 0 || user.name == u"root")
            continue;
        const QString name = user.name.shown(60);
        Finding finding;
        finding.severity = Severity::High;
        finding.where.file = RemotePath(QByteArray("/etc/passwd"));
        finding.subject = name;
        finding.title = QCoreApplication::translate("rules", "%1 is root under another name").arg(name);
        finding.explanation = QCoreApplication::translate(
            "rules",
            "Rules about root, such as PermitRootLogin, do not hold for this name, yet its number is 0 and it may "
            "do everything. Intruders leave such accounts behind: find out who made it, and remove it.");
        finding.effective = UntrustedText(u"uid 0"_s);
        finding.proof = {
            {u"getent passwd | awk -F: -v OFS=: '$3 == 0 {print $1, $3, $6, $7}' | grep '^%1:'"_s.arg(name),
             UntrustedText(u"%1:0:%2:%3"_s.arg(user.name.raw(), user.home.raw(), user.shell.raw()))}};
        findings.append(finding);
    }
    return findings;
}

} // namespace

const Rule users::secondRoot{
    "users.second-root",
    QT_TRANSLATE_NOOP("rules", "Only root has the number 0"),
    "CIS Debian 12 5.4.2.1",
    check,
};

} // namespace gw

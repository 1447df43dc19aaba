// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/authorizedkeys.h"

namespace gw {

RuleOutcome
withAuthorizedKeys(const Facts &facts,
                   const std::function<std::optional<Finding>(const UserAccount &, const AuthorizedKey &)> &judge)
{
    if (!facts.users)
        return withoutFacts(facts.users.gap());
    QList<Finding> findings;
    std::optional<Gap> gap;
    for (const UserAccount &user : *facts.users) {
        if (!user.keys) {
            if (user.keys.gap().reason != Gap::Reason::NotInstalled)
                gap = user.keys.gap();
            continue;
        }
        for (const AuthorizedKey &key : *user.keys) {
            if (auto finding = judge(user, key))
                findings.append(*finding);
        }
    }
    if (findings.isEmpty() && gap)
        return notChecked(*gap);
    return findings;
}

Finding findingAboutKey(const UserAccount &user, const AuthorizedKey &key, Severity severity)
{
    Finding finding;
    finding.severity = severity;
    finding.where = lineOf(key.file, key.line);
    finding.subject = QStringLiteral("%1 %2").arg(user.name.shown(), key.fingerprint.shown());
    const QString what = QStringLiteral("%1 %2 %3").arg(shownKind(key), key.fingerprint.raw(), key.comment.raw());
    finding.effective = UntrustedText(what.trimmed());
    finding.proof = {{QStringLiteral("ssh-keygen -lf %1").arg(key.file.shown()), finding.effective}};
    return finding;
}

QString shownKind(const AuthorizedKey &key)
{
    return key.bits > 0 ? QStringLiteral("%1 %2").arg(key.type.shown()).arg(key.bits) : key.type.shown();
}

} // namespace gw

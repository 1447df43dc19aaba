// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/authorizedkeys.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// Accounts by the fingerprint of a key, in the order of the accounts.
QHash<QString, QStringList> accountsByKey(const QList<UserAccount> &users)
{
    QHash<QString, QStringList> accounts;
    for (const UserAccount &user : users) {
        if (!user.keys)
            continue;
        for (const AuthorizedKey &key : *user.keys) {
            QStringList &names = accounts[key.fingerprint.raw()];
            if (!names.contains(user.name.shown()))
                names.append(user.name.shown());
        }
    }
    return accounts;
}

RuleOutcome check(const Facts &facts)
{
    if (!facts.users)
        return withoutFacts(facts.users.gap());
    const QHash<QString, QStringList> accounts = accountsByKey(*facts.users);
    return withAuthorizedKeys(facts, [&](const UserAccount &user, const AuthorizedKey &key) -> std::optional<Finding> {
        const QStringList names = accounts.value(key.fingerprint.raw());
        // Said once, at the first account.
        if (names.size() < 2 || names.first() != user.name.shown())
            return std::nullopt;
        Finding finding = findingAboutKey(user, key, Severity::Low);
        finding.title = QCoreApplication::translate("sshd", "One key opens several accounts: %1")
                            .arg(names.join(QCoreApplication::translate("sshd", ", ", "between names of users")));
        finding.explanation = QCoreApplication::translate(
            "sshd",
            "Who did what cannot be told apart any more, and whoever gets this one key gets all of the accounts. "
            "Give each account a key of its own, or let one account use sudo.");
        return finding;
    });
}

} // namespace

const Rule sshd::sharedAuthorizedKey{
    "sshd.shared-authorized-key",
    QT_TRANSLATE_NOOP("rules", "No key opens more than one account"),
    "NIST IR 7966, 4.2; CIS Controls 5.4",
    check,
};

} // namespace gw

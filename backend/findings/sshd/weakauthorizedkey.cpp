// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/authorizedkeys.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

std::optional<Severity> judge(const AuthorizedKey &key)
{
    const QString type = key.type.raw();
    const bool isEcdsa = type.contains(QLatin1String("ecdsa"), Qt::CaseInsensitive);
    if (type.contains(QLatin1String("dss")) || (type.contains(QLatin1String("DSA")) && !isEcdsa))
        return Severity::Medium; // refused by default since 7.0, accepted where somebody allowed it again
    if (!type.contains(QLatin1String("rsa"), Qt::CaseInsensitive) || key.bits == 0)
        return std::nullopt;
    if (key.bits < 2048)
        return Severity::High;
    return severityIf(key.bits < 3072, Severity::Low);
}

RuleOutcome check(const Facts &facts)
{
    return withAuthorizedKeys(facts, [](const UserAccount &user, const AuthorizedKey &key) -> std::optional<Finding> {
        const std::optional<Severity> severity = judge(key);
        if (!severity)
            return std::nullopt;
        Finding finding = findingAboutKey(user, key, *severity);
        finding.title = QCoreApplication::translate("sshd", "%1 logs in with a short or outdated key (%2)")
                            .arg(user.name.shown(), shownKind(key));
        finding.explanation = QCoreApplication::translate(
            "sshd",
            "Whoever computes the private key logs in as this user. Let its owner make a new one (“ssh-keygen -t "
            "ed25519”), add it, try it, and remove this line.");
        return finding;
    });
}

/// Only whoever has a better key too can do without this one.
QList<Intent> remedy(const Facts &facts, const Finding &finding)
{
    if (!facts.users)
        return {};
    for (const UserAccount &user : *facts.users) {
        if (!user.keys)
            continue;
        const auto &keys = *user.keys;
        const bool hasBetter =
            std::any_of(keys.cbegin(), keys.cend(), [](const AuthorizedKey &key) { return !judge(key); });
        for (const AuthorizedKey &key : keys) {
            if (hasBetter && judge(key) && findingAboutKey(user, key, Severity::Info).subject == finding.subject)
                return {RemoveAuthorizedKey{user.name.raw(), key.fingerprint.raw()}};
        }
    }
    return {};
}

} // namespace

const Rule sshd::weakAuthorizedKey{
    "sshd.weak-authorized-key",
    QT_TRANSLATE_NOOP("rules", "The keys of users are strong"),
    "NIST SP 800-57; OpenSSH 7.0 release notes (DSA); sshd(8) AUTHORIZED_KEYS FILE FORMAT",
    check,
    remedy,
};

} // namespace gw

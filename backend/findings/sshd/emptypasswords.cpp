// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"
#include "backend/sshd/patterns.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

/// Whether sshd would try the empty password of this account. Lists of users and groups hold patterns (sshd_config(5)).
bool letsIn(const UserAccount &user, const SshdEffective &effective)
{
    const auto is = [&effective](const char *keyword, const char *value) {
        return effective.value(QLatin1String(keyword)) == QLatin1String(value);
    };
    const auto names = [&effective](const char *keyword, const UntrustedText &name) {
        const QList<UntrustedText> lists = effective.values.value(QLatin1String(keyword));
        return std::any_of(lists.cbegin(), lists.cend(), [&name](const UntrustedText &list) {
            const QStringList patterns = list.raw().split(QLatin1Char(' '), Qt::SkipEmptyParts);
            return std::any_of(patterns.cbegin(), patterns.cend(), [&name](const QString &pattern) {
                return sshdMatchesPattern(name.raw().toUtf8(), pattern.section(QLatin1Char('@'), 0, 0).toUtf8());
            });
        });
    };
    const auto namesGroup = [&](const char *keyword) {
        return std::any_of(user.groups.cbegin(), user.groups.cend(),
                           [&](const UntrustedText &group) { return names(keyword, group); });
    };
    const bool asksPassword =
        is("passwordauthentication", "yes") || (is("kbdinteractiveauthentication", "yes") && is("usepam", "yes"));
    if (!is("permitemptypasswords", "yes") || !asksPassword || (user.uid == 0 && !is("permitrootlogin", "yes")))
        return false;
    if (names("denyusers", user.name) || namesGroup("denygroups"))
        return false;
    if (effective.has(QStringLiteral("allowusers")) && !names("allowusers", user.name))
        return false;
    return !effective.has(QStringLiteral("allowgroups")) || namesGroup("allowgroups");
}

QStringList accountsThatLetIn(const SshdView &sshd)
{
    QStringList accounts;
    if (!sshd.facts().users)
        return accounts;
    for (const UserAccount &user : *sshd.facts().users) {
        const SshdEffective effective = sshd.effectiveFor(user.name.raw());
        if (user.emptyPassword && letsIn(user, effective))
            accounts.append(user.name.shown(60));
    }
    return accounts;
}

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        const QStringList open = accountsThatLetIn(sshd);
        const Severity severity = open.isEmpty() ? Severity::High : Severity::Critical;
        const QString names = open.join(QCoreApplication::translate("sshd", ", ", "between names of users"));
        return sshd.judged(
            "permitemptypasswords",
            [severity](const QString &value) { return severityIf(value == QLatin1String("yes"), severity); },
            open.isEmpty()
                ? QCoreApplication::translate("sshd", "Accounts with an empty password may log in")
                : QCoreApplication::translate("sshd", "Anybody may log in without a password, as %1").arg(names),
            open.isEmpty()
                ? QCoreApplication::translate(
                      "sshd", "Anybody who knows the name of such an account is in. Set “PermitEmptyPasswords no”.")
                : QCoreApplication::translate("sshd", "Nothing but the name is asked for. Lock the account with "
                                                      "“passwd -l NAME” and set “PermitEmptyPasswords no”."));
    });
}

} // namespace

const Rule sshd::emptyPasswords{
    "sshd.empty-passwords",
    QT_TRANSLATE_NOOP("rules", "Accounts without a password cannot log in over SSH"),
    "CIS Debian 13 5.1.20; sshd_config(5) PermitEmptyPasswords",
    check,
    setsSshd<"PermitEmptyPasswords", "no">,
};

} // namespace gw

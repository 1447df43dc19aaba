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

bool namesRoot(const QString &pattern)
{
    return sshdMatchesPattern("root", pattern.section(QLatin1Char('@'), 0, 0).toUtf8());
}

/// AllowUsers, DenyUsers and the two for groups hold for root too.
bool isKeptOutByLists(const SshdView &sshd)
{
    const auto none = [](const QStringList &patterns) {
        return !patterns.isEmpty() && std::none_of(patterns.cbegin(), patterns.cend(), namesRoot);
    };
    const QStringList denied = sshd.values("denyusers") + sshd.values("denygroups");
    const bool isDenied = std::any_of(denied.cbegin(), denied.cend(), [](const QString &pattern) {
        return !pattern.contains(QLatin1Char('@')) && namesRoot(pattern);
    });
    return isDenied || none(sshd.values("allowusers")) || none(sshd.values("allowgroups"));
}

/// "prohibit-password" is what Lynis and dev-sec accept: only the holder of a key gets in.
RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        const bool byKeyOnly = !sshd.is("permitrootlogin", "yes") && !sshd.is("permitrootlogin", "no");
        if (byKeyOnly && sshd.inMatchBlocks("permitrootlogin").isEmpty()) {
            return QList<Finding>{sshd.finding(
                "permitrootlogin", Severity::Info, QCoreApplication::translate("sshd", "Root may log in with a key"),
                QCoreApplication::translate(
                    "sshd", "No password of root is accepted, which keeps guessing out. With accounts of their own and "
                            "sudo the log would also tell who did what; then set “PermitRootLogin no”."))};
        }
        const Severity open = isKeptOutByLists(sshd) ? Severity::Medium : Severity::High;
        return sshd.judged(
            "permitrootlogin",
            [open](const QString &value) -> std::optional<Severity> {
                if (value == QLatin1String("yes"))
                    return open;
                return severityIf(value != QLatin1String("no"), Severity::Info);
            },
            QCoreApplication::translate("sshd", "Root may log in over SSH"),
            QCoreApplication::translate(
                "sshd",
                "Every attacker knows the name root, and whoever guesses its password owns the server at once. Log "
                "in as an ordinary user with sudo and set “PermitRootLogin no”, or “prohibit-password” if root "
                "needs a key login."));
    });
}

/// Whoever works as root keeps the key; who has an account of their own needs no login of root.
QList<Intent> remedy(const Facts &facts, const Finding &finding)
{
    const bool isRoot = facts.access.user.isEmpty() || facts.access.user == u"root";
    if (isRoot && finding.severity == Severity::Info)
        return {};
    return sshdSetting(facts, finding, "PermitRootLogin", isRoot ? "prohibit-password" : "no");
}

} // namespace

const Rule sshd::rootLogin{
    "sshd.root-login",
    QT_TRANSLATE_NOOP("rules", "Root does not log in over SSH"),
    "CIS Debian 13 5.1.21; dev-sec ssh-baseline; sshd_config(5) PermitRootLogin",
    check,
    remedy,
};

} // namespace gw

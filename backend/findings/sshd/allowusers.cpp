// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdview.h"
#include "backend/plan/intents/sshentry.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gw {
namespace {

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        for (const char *keyword : {"allowusers", "allowgroups", "denyusers", "denygroups"}) {
            if (!sshd.values(keyword).isEmpty())
                return QList<Finding>{};
        }
        return QList<Finding>{sshd.finding(
            "allowusers", Severity::Low, QCoreApplication::translate("sshd", "Every account may log in over SSH"),
            QCoreApplication::translate(
                "sshd", "An account that a package or a colleague creates can log in from the Internet without anybody "
                        "having decided so. Name the people with “AllowUsers” or a group with “AllowGroups”, yourself "
                        "first."))};
    });
}

/// Those who can log in today, and nobody who comes later. Where that is not certain, a person has to name them.
QList<Intent> remedy(const Facts &facts, const Finding &)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9._-]*$"));
    if (!facts.users || !facts.sshd)
        return {};
    const SshdView sshd(facts, *facts.sshd);
    QStringList names;
    for (const UserAccount &user : *facts.users) {
        const bool isUs = user.name == facts.access.user;
        const bool getsIn = entryOf(sshd.config(), user, user.keys, {}).verdict != SshEntry::Verdict::Shut;
        if (!isUs && !getsIn)
            continue;
        if (!plain.match(user.name.raw()).hasMatch())
            return {};
        names.append(user.name.raw());
    }
    if (names.isEmpty())
        return {};
    return {SetSshd{QStringLiteral("AllowUsers"), names.join(QLatin1Char(' '))}};
}

} // namespace

const Rule sshd::allowUsers{
    "sshd.allow-users",
    QT_TRANSLATE_NOOP("rules", "Who may log in over SSH is written down"),
    "CIS Debian 13 5.1.4; Lynis SSH-7440; sshd_config(5) AllowUsers, AllowGroups",
    check,
    remedy,
};

} // namespace gw

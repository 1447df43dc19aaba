// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/sshdobjections.h"

#include "backend/sshd/patterns.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SshdObjections)
};

QString value(const SshdValues &after, const char *keyword)
{
    return after(QString::fromLatin1(keyword));
}

bool isOn(const SshdValues &after, const char *keyword)
{
    return value(after, keyword) == QLatin1String("yes");
}

/// One entry of AllowUsers: "dev", "dev*", "dev@10.0.0.0/8" (sshd_config(5)).
bool allows(const QString &entry, const Access &access)
{
    const qsizetype at = entry.lastIndexOf(u'@');
    const QByteArray name = entry.left(at < 0 ? entry.size() : at).toUtf8();
    if (!sshdMatchesPattern(access.user.raw().toUtf8(), name))
        return false;
    const QByteArray address = access.clientAddress.raw().toUtf8();
    return at < 0 || address.isEmpty() ||
           sshdMatchesAddress(address, entry.mid(at + 1).toUtf8()) == SshdMatchResult::Yes;
}

QString objectionToUsers(const Facts &facts, const QString &users)
{
    const QStringList entries = users.split(u' ', Qt::SkipEmptyParts);
    const bool allowed = entries.isEmpty() || std::any_of(entries.cbegin(), entries.cend(), [&](const QString &entry) {
                             return allows(entry, facts.access);
                         });
    return allowed ? QString()
                   : Text::tr("You are logged in as %1: without %1 in this list you shut yourself out.")
                         .arg(facts.access.user.shown(60));
}

QString objectionToGroups(const Facts &facts, const QString &groups)
{
    const UserAccount *own = ownAccount(facts);
    const QStringList patterns = groups.split(u' ', Qt::SkipEmptyParts);
    if (!own || patterns.isEmpty())
        return {};
    for (const UntrustedText &group : own->groups) {
        for (const QString &pattern : patterns) {
            if (sshdMatchesPattern(group.raw().toUtf8(), pattern.toUtf8()))
                return {};
        }
    }
    return Text::tr("You are logged in as %1, who is in none of these groups: you shut yourself out.")
        .arg(own->name.shown(60));
}

bool hasKey(const UserAccount *account)
{
    return account && account->keys && !account->keys->isEmpty();
}

bool isKnownToHaveNoKey(const UserAccount *account)
{
    return account && account->keys && account->keys->isEmpty();
}

QString objectionToRoot(const Facts &facts, const QString &rootLogin)
{
    if (facts.access.user != u"root" || rootLogin == QLatin1String("yes"))
        return {};
    if (rootLogin == QLatin1String("prohibit-password"))
        return hasKey(ownAccount(facts))
                   ? QString()
                   : Text::tr("You are logged in as root, and root has no key here: add one first.");
    return Text::tr("You are logged in as root: log in as another user with sudo first.");
}

/// About the three ways of logging in together.
QString objectionToWays(const Facts &facts, const SshdValues &after)
{
    const bool byQuestions = isOn(after, "kbdinteractiveauthentication");
    const bool byPassword = isOn(after, "passwordauthentication") || byQuestions;
    const UserAccount *own = ownAccount(facts);
    if (!isOn(after, "pubkeyauthentication") && !byPassword)
        return Text::tr("Neither keys nor passwords: nobody gets in any more.");
    if (!byPassword && isKnownToHaveNoKey(own))
        return Text::tr("%1 has no key on this server: without passwords you shut yourself out. Make and prove a key "
                        "first (under Keys).")
            .arg(own->name.shown(60));
    return {};
}

QString objectionToPort(const Facts &facts, const QString &port)
{
    const quint16 number = port.toUShort();
    if (!facts.listeners || number == 0)
        return {};
    for (const Listener &listener : *facts.listeners) {
        if (listener.port == number && listener.protocol == Listener::Protocol::Tcp && listener.process != u"sshd" &&
            listener.process != u"systemd")
            return listener.process.isEmpty() ? Text::tr("Something else listens on this port.")
                                              : Text::tr("%1 listens on this port.").arg(listener.process.shown(40));
    }
    return {};
}

} // namespace

const UserAccount *ownAccount(const Facts &facts)
{
    if (!facts.users)
        return nullptr;
    for (const UserAccount &account : *facts.users) {
        if (account.name == facts.access.user)
            return &account;
    }
    return nullptr;
}

QString sshdObjection(const Facts &facts, const QString &keyword, const SshdValues &after)
{
    if (keyword == QLatin1String("allowusers"))
        return objectionToUsers(facts, after(keyword));
    if (keyword == QLatin1String("allowgroups"))
        return objectionToGroups(facts, after(keyword));
    if (keyword == QLatin1String("permitrootlogin"))
        return objectionToRoot(facts, after(keyword));
    if (keyword == QLatin1String("port"))
        return objectionToPort(facts, after(keyword));
    if (keyword == QLatin1String("maxauthtries") && after(keyword).toInt() < 1)
        return Text::tr("Without an attempt nobody gets in.");
    if (keyword == QLatin1String("pubkeyauthentication") || keyword == QLatin1String("passwordauthentication") ||
        keyword == QLatin1String("kbdinteractiveauthentication"))
        return objectionToWays(facts, after);
    return {};
}

} // namespace gw

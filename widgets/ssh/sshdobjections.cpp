// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/sshdobjections.h"

#include "backend/plan/intents/sshentry.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SshdObjections)
};

using Cause = SshEntry::Cause;
using Verdict = SshEntry::Verdict;

/// The settings that can shut somebody out for this cause.
QStringList settingsBehind(Cause cause)
{
    switch (cause) {
    case Cause::None: return {};
    case Cause::Lists: return {QStringLiteral("allowusers"), QStringLiteral("allowgroups")};
    case Cause::RootLogin: return {QStringLiteral("permitrootlogin")};
    case Cause::Methods:
        return {QStringLiteral("permitrootlogin"), QStringLiteral("pubkeyauthentication"),
                QStringLiteral("passwordauthentication"), QStringLiteral("kbdinteractiveauthentication")};
    }
    Q_UNREACHABLE();
}

QString objectionOfOwnEntry(const Facts &facts, const SshdVersion &version, const QString &keyword,
                            const SshdEffective &before, const SshdEffective &after)
{
    const UserAccount *own = ownAccount(facts);
    if (!own)
        return {};
    const auto entry = [&](const SshdEffective &effective) {
        return entryOf(effective, version, *own, own->keys, facts.access.clientAddress.raw().toUtf8());
    };
    const SshEntry then = entry(after);
    const bool isNew = then.verdict == Verdict::Shut && entry(before).verdict != Verdict::Shut;
    return isNew && settingsBehind(then.cause).contains(keyword)
               ? Text::tr("This would shut you out: %1.").arg(then.reason)
               : QString();
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
    return accountNamed(facts, facts.access.user.raw());
}

QString sshdObjection(const Facts &facts, const SshdVersion &version, const QString &keyword,
                      const SshdEffective &before, const SshdEffective &after)
{
    if (keyword == QLatin1String("port"))
        return objectionToPort(facts, after.value(keyword));
    if (keyword == QLatin1String("maxauthtries") && after.value(keyword).toInt() < 1)
        return Text::tr("Without an attempt nobody gets in.");
    return objectionOfOwnEntry(facts, version, keyword, before, after);
}

} // namespace gw

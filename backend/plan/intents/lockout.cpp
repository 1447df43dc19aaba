// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/lockout.h"

#include "backend/plan/intents/sshentry.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

using Verdict = SshEntry::Verdict;

QString tried()
{
    return Text::tr("Make sure that you can still log in");
}

Known<QList<AuthorizedKey>> keysAfter(const UserAccount &user, const PlanMaker::KeyChanges &changes)
{
    // A home that was not readable: what is added there is known all the same.
    if (!user.keys && changes.added.isEmpty())
        return user.keys;
    QList<AuthorizedKey> keys = user.keys ? *user.keys : QList<AuthorizedKey>();
    keys.removeIf([&](const AuthorizedKey &key) { return changes.removed.contains(key.fingerprint.raw()); });
    return keys + changes.added;
}

/// As the server has it, and as it is to be.
struct Sides {
    SshdConfig before;
    SshdConfig after;
};

struct Entries {
    SshEntry before;
    SshEntry after;
};

class Watch {
public:
    Watch(PlanMaker &maker, const Sides &sides) : m_maker(maker), m_sides(sides)
    {
        m_us = accountNamed(maker.facts(), maker.facts().access.user.raw());
    }

    Result<void> ourselves()
    {
        const Access &access = m_maker.facts().access;
        if (!m_us) {
            m_maker.warn(Text::tr("Whether %1 can still log in afterwards could not be worked out; the new login will "
                                  "show it.")
                             .arg(access.user.isEmpty() ? Text::tr("you") : access.user.shown(60)));
            return {};
        }
        const Entries entries = entriesOf(*m_us, access.clientAddress.raw().toUtf8());
        if (entries.after.verdict == Verdict::Shut)
            return shutOut(entries);
        if (entries.after.verdict == Verdict::Unknown && entries.before.verdict == Verdict::Open) {
            m_maker.warn(Text::tr("Whether %1 can still log in is not certain: %2. The new login will show it.")
                             .arg(m_us->name.shown(60), entries.after.reason));
        }
        return {};
    }

    void others()
    {
        if (!m_maker.facts().users)
            return;
        for (const UserAccount &user : *m_maker.facts().users) {
            if (&user == m_us)
                continue;
            const Entries entries = entriesOf(user, {});
            const bool isMeant = entries.after.cause == SshEntry::Cause::RootLogin;
            if (entries.before.verdict != Verdict::Shut && entries.after.verdict == Verdict::Shut && !isMeant) {
                m_maker.warn(Text::tr("%1 can then no longer log in over SSH: %2.")
                                 .arg(user.name.shown(60), entries.after.reason));
            }
        }
    }

private:
    Entries entriesOf(const UserAccount &user, const QByteArray &address)
    {
        const auto changes = m_maker.keyChanges().value(user.name.raw());
        return {entryOf(m_sides.before, user, user.keys, address),
                entryOf(m_sides.after, user, keysAfter(user, changes), address)};
    }

    Result<void> shutOut(const Entries &entries)
    {
        const SshEntry &after = entries.after;
        const QString name = m_us->name.shown(60);
        if (entries.before.verdict == Verdict::Shut) {
            m_maker.warn(Text::tr("By what the server says %1 cannot log in even now (%2); the new login will show it.")
                             .arg(name, entries.before.reason));
            return {};
        }
        if (m_maker.facts().access.clientAddress.isEmpty()) {
            m_maker.warn(Text::tr("%1 can then no longer log in over SSH: %2.").arg(name, after.reason));
            return {};
        }
        const UserAccount *other = after.cause == SshEntry::Cause::RootLogin ? successor() : nullptr;
        if (other) {
            m_maker.login().user = other->name.raw();
            m_maker.warn(Text::tr("Root gives up its login: from then on log in as %1, who may become root.")
                             .arg(other->name.shown(60)));
            return {};
        }
        return invalidIntent(tried(), Text::tr("This would shut you out: %1").arg(after.reason),
                             adviceFor(after.cause));
    }

    /// Somebody else who gets in with a key and may become root; best one whom root's own keys open too, and whom sudo
    /// asks for nothing.
    const UserAccount *successor()
    {
        const QByteArray address = m_maker.facts().access.clientAddress.raw().toUtf8();
        const UserAccount *best = nullptr;
        int most = 0;
        for (const UserAccount &user : *m_maker.facts().users) {
            const bool knowsPassword = !user.hasPassword || *user.hasPassword;
            const bool mayTakeOver = user.uid != 0 && user.mayBecomeRoot && (user.rootWithoutPassword || knowsPassword);
            if (!mayTakeOver || entriesOf(user, address).after.byKey != Verdict::Open)
                continue;
            const int worth = 1 + (sharesKey(user) ? 2 : 0) + (user.rootWithoutPassword ? 1 : 0);
            if (worth > most)
                best = &user;
            most = std::max(most, worth);
        }
        return best;
    }

    bool sharesKey(const UserAccount &user) const
    {
        return user.keys && m_us->keys &&
               std::any_of(user.keys->cbegin(), user.keys->cend(), [this](const AuthorizedKey &key) {
                   return std::any_of(m_us->keys->cbegin(), m_us->keys->cend(),
                                      [&](const AuthorizedKey &ours) { return ours.fingerprint == key.fingerprint; });
               });
    }

    static QString adviceFor(SshEntry::Cause cause)
    {
        switch (cause) {
        case SshEntry::Cause::Lists: return Text::tr("Name yourself in the list too");
        case SshEntry::Cause::RootLogin:
            return Text::tr("Give an account that may become root a key first, or choose “prohibit-password”");
        case SshEntry::Cause::Methods: return Text::tr("Add a key of yours and try it first");
        case SshEntry::Cause::None: break;
        }
        return {};
    }

    PlanMaker &m_maker;
    const Sides &m_sides;
    const UserAccount *m_us = nullptr;
};

bool isV6(const QString &listened)
{
    return listened.startsWith(u'[');
}

/// Of "[::1]:22" the address.
QHostAddress addressOf(const QString &listened)
{
    return QHostAddress(isV6(listened) ? listened.mid(1).section(u']', 0, 0) : listened.section(u':', 0, 0));
}

/// Whether sshd still listens where we can come from: in the family of our address, and not on loopback alone.
Result<void> refuseDeafness(PlanMaker &maker, const Sides &sides)
{
    const QHostAddress client(maker.facts().access.clientAddress.raw());
    const QString keyword = QStringLiteral("listenaddress");
    const QList<UntrustedText> after = sides.after.effective().values.value(keyword);
    if (client.isNull() || client.isLoopback() || after == sides.before.effective().values.value(keyword) ||
        maker.facts().sshd->socketActivated)
        return {};
    bool isV4Mapped = false;
    client.toIPv4Address(&isV4Mapped);
    const bool comesByV4 = client.protocol() == QAbstractSocket::IPv4Protocol || isV4Mapped;
    bool fits = false;
    bool isEverywhere = false;
    for (const UntrustedText &listened : after) {
        const QHostAddress address = addressOf(listened.raw());
        if (address.isNull())
            return {}; // a name: the proof will show it
        const bool isAny =
            address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6);
        const bool sameFamily = isV6(listened.raw()) != comesByV4;
        fits |= sameFamily && !address.isLoopback();
        isEverywhere |= sameFamily && isAny;
    }
    if (!fits) {
        return invalidIntent(
            tried(), Text::tr("sshd would listen on no address that you can reach from %1").arg(client.toString()),
            Text::tr("Keep the address through which you come"));
    }
    if (!isEverywhere) {
        maker.warn(
            Text::tr("sshd then listens on chosen addresses only. Whether the one that you use is among them will "
                     "be shown by the new login."));
    }
    return {};
}

} // namespace

Result<void> refuseLockout(PlanMaker &maker)
{
    if (!maker.sshdIfAsked()) {
        if (!maker.facts().sshd && !maker.keyChanges().isEmpty())
            maker.warn(Text::tr("What sshd takes is not known (%1): whether somebody is shut out will be shown by the "
                                "new login alone.")
                           .arg(maker.facts().sshd.gap().text()));
        return {};
    }
    const Sides sides{maker.sshdIfAsked()->before(), maker.sshdIfAsked()->config()};
    maker.login();
    if (const UnreadFile *unread = firstUnread(maker.facts(), UnreadFile::Topic::Sshd)) {
        maker.warn(Text::tr("%1 could not be read (%2): a line in it may decide otherwise.")
                       .arg(unread->path.shown(), unread->gap.text()));
    }
    Watch watch(maker, sides);
    GW_TRY(watch.ourselves());
    watch.others();
    return refuseDeafness(maker, sides);
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/confine.h"

#include "backend/base/quoting.h"
#include "backend/plan/intents/parts.h"
#include "backend/plan/intents/sshentry.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

/// Time for a server that loads a model before it answers.
constexpr std::chrono::seconds patience{180};

/// useradd(8) on Debian takes these.
bool isUserName(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^[a-z_][a-z0-9_-]{0,30}$"));
    return pattern.match(name).hasMatch() && name != QLatin1String("root");
}

/// Names that may stand in a command line and in a pattern of awk as they are.
bool isServiceName(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9_.@-]{0,199}$"));
    return pattern.match(name).hasMatch();
}

/// The account in whose home directory the path lies; nullptr: in nobody's.
const UserAccount *homeOwner(const Facts &facts, const QString &path)
{
    if (!facts.users)
        return nullptr;
    for (const UserAccount &user : *facts.users) {
        const QString home = user.home.raw();
        const bool isHome = home == QLatin1String("/root") || home.startsWith(QLatin1String("/home/"));
        if (isHome && (path == home || path.startsWith(home + u'/')))
            return &user;
    }
    return nullptr;
}

} // namespace

QString triedToConfine(const ConfineService &wish)
{
    return Text::tr("Confine %1").arg(UntrustedText(wish.name).shown(80));
}

QByteArray stateFolder(const ConfineService &wish)
{
    return "/var/lib/" + wish.user.toLatin1();
}

bool isRootsHome(const QByteArray &folder)
{
    return folder == "/root" || folder == "/root/" || folder == "~" || folder == "%h";
}

Result<void> refuseForeignHomes(const Facts &facts, const ConfineService &wish, const QStringList &texts)
{
    static const QRegularExpression path(QStringLiteral("(?:^|[\\s\"'=:])(/(?:root|home/[^/\\s\"':]+)/[^\\s\"':]+)"));
    for (const QString &text : texts) {
        for (auto matches = path.globalMatch(text); matches.hasNext();) {
            const QString found = matches.next().captured(1);
            const UserAccount *owner = homeOwner(facts, found);
            if (owner && owner->name.raw() == wish.user)
                continue;
            const bool isRoots = found.startsWith(QLatin1String("/root/"));
            return invalidIntent(
                triedToConfine(wish),
                Text::tr("It starts from %1, which %2 may not read").arg(UntrustedText(found).shown(100), wish.user),
                isRoots || !owner
                    ? Text::tr("Move that to /opt or /srv and let its command name the new "
                               "place; then repeat this")
                    : Text::tr("Move that to /opt or /srv, or let it run as %1").arg(owner->name.shown(60)));
        }
    }
    return {};
}

Error refuseSilentCommand(const ConfineService &wish)
{
    return invalidIntent(triedToConfine(wish), Text::tr("Its command line does not say where it listens"),
                         Text::tr("Look for the address in its own configuration, or close the port in the firewall"));
}

bool mayHoldSecret(const QByteArray &text)
{
    static const QRegularExpression secret(
        QStringLiteral(
            "(token|passw(or)?d|passphrase|secret|api[-_]?key|access[-_]?key|private[-_]?key|[-_]key|[-_]pass|"
            "[-_]pwd|[-_]auth)[\"']?(\\s*[=:]\\s*|\\s+)[^\\s-]"),
        QRegularExpression::CaseInsensitiveOption);
    return QString::fromLatin1(text).contains(secret);
}

QString makeUser(PlanMaker &maker, const ConfineService &wish)
{
    if (accountNamed(maker.facts(), wish.user))
        return {};
    const QByteArray user = wish.user.toLatin1();
    const QByteArray home = stateFolder(wish);
    QList<RemotePath> touches;
    for (const char *file : {"passwd", "shadow", "group", "gshadow"}) {
        touches.append(RemotePath(QByteArray("/etc/") + file));
        touches.append(RemotePath(QByteArray("/etc/") + file + "-")); // what useradd keeps of the old one
    }
    return maker.add(
        Phase::Prepare, QStringLiteral("make user %1").arg(wish.user),
        RunCommand{
            "getent passwd " + user + " >/dev/null || useradd --system --user-group --home-dir " + home +
                " --shell /usr/sbin/nologin " + user,
            // Whose files would they be, when the number goes to somebody else?
            "rmdir " + home + " 2>/dev/null; [ -e " + home + " ] || userdel " + user + " 2>/dev/null || :", touches},
        Text::tr("An account for this service alone; nobody can log in with it"));
}

QList<quint16> openPortsOf(const Facts &facts, const std::function<bool(const Listener &)> &isIts)
{
    QList<quint16> ports;
    if (!facts.listeners)
        return ports;
    for (const Listener &listener : *facts.listeners) {
        const bool isOpen = listener.protocol == Listener::Protocol::Tcp && !listener.address.isLoopback();
        if (isOpen && isIts(listener) && !ports.contains(listener.port))
            ports.append(listener.port);
    }
    return ports;
}

void proveConfined(PlanMaker &maker, const ConfineService &wish, const QList<quint16> &ports, bool toldLoopback,
                   const QString &restart)
{
    for (const quint16 port : ports) {
        const QByteArray number = QByteArray::number(port);
        const QByteArray onLoopback =
            "ss -Hltn 'sport = :" + number +
            "' | awk '{ n++; if ($4 !~ /^(127\\.|\\[::1\\])/) open = 1 } END { exit !n || open }'";
        maker.add(Phase::Verify, QStringLiteral("wait for port %1").arg(port),
                  WaitFor{toldLoopback ? onLoopback : listensOn(port), patience},
                  toldLoopback ? Text::tr("It must answer again, on this server alone")
                               : Text::tr("It must answer again"),
                  {restart});
        if (toldLoopback)
            maker.prove(PortProof{port, PortProof::Expect::Closed});
    }
    if (!ports.isEmpty())
        maker.wait(patience + std::chrono::seconds(60));
    if (wish.toLoopback && !toldLoopback && !ports.isEmpty()) {
        maker.warn(Text::tr("The command of %1 does not say where it listens: it stays open on port %2. Its own "
                            "configuration decides, or a firewall.")
                       .arg(UntrustedText(wish.name).shown(80))
                       .arg(ports.first()));
    }
}

Result<void> draftIntent(PlanMaker &maker, const ConfineService &wish)
{
    if (!isServiceName(wish.name))
        return invalidIntent(triedToConfine(wish), Text::tr("A service with such a name cannot be changed here"));
    if (!wish.user.isEmpty() && !isUserName(wish.user))
        return invalidIntent(triedToConfine(wish),
                             Text::tr("“%1” is no name for its user").arg(UntrustedText(wish.user).shown(60)));
    return wish.kind == ConfineService::Kind::Systemd ? confineUnit(maker, wish) : confineProgram(maker, wish);
}

} // namespace gw

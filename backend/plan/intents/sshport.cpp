// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/parts.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

/// Of "[::]:22", "0.0.0.0:22", "22" the number.
quint16 portOf(const QString &listened)
{
    return listened.section(u':', -1).toUShort();
}

/// "[::]:2222" for "[::]:22"
QString withPort(const QString &listened, quint16 port)
{
    const QString number = QString::number(port);
    return listened.contains(u':') ? listened.section(u':', 0, -2) + u':' + number : number;
}

QStringList valuesOf(const SshdEffective &effective, const char *keyword)
{
    QStringList values;
    for (const UntrustedText &value : effective.values.value(QLatin1String(keyword)))
        values.append(value.raw());
    return values;
}

void add(QList<quint16> &ports, quint16 port)
{
    if (port > 0 && !ports.contains(port))
        ports.append(port);
}

/// A port that another program has already.
std::optional<QString> takenBy(const Facts &facts, quint16 port)
{
    if (!facts.listeners)
        return std::nullopt;
    for (const Listener &listener : *facts.listeners) {
        if (listener.protocol == Listener::Protocol::Tcp && listener.port == port && listener.process != u"sshd")
            return listener.process.isEmpty() ? Text::tr("another program") : listener.process.shown(60);
    }
    return std::nullopt;
}

/// A ListenAddress with a port of its own does not follow Port.
bool hasOwnPort(const SshdSetting &line)
{
    const QByteArray address = line.arguments.value(0);
    return address.startsWith('[') ? address.contains("]:") : address.count(':') == 1;
}

QByteArray addressWithPort(const SshdSetting &line, quint16 port)
{
    const QByteArray address = line.arguments.value(0);
    return address.left(address.lastIndexOf(':') + 1) + QByteArray::number(port);
}

void addPort(SshdWorkingCopy &sshd, const QList<quint16> &known, quint16 port)
{
    const QList<SshdSetting> addresses = sshd.globalLines("ListenAddress");
    const bool allOwn = !addresses.isEmpty() && std::all_of(addresses.cbegin(), addresses.cend(), hasOwnPort);
    QByteArrayList added;
    for (const SshdSetting &line : addresses) {
        if (hasOwnPort(line) && !added.contains(addressWithPort(line, port)))
            added.append(addressWithPort(line, port));
    }
    for (const QByteArray &address : std::as_const(added))
        sshd.append("ListenAddress", address);
    if (allOwn)
        return;
    sshd.expect("port " + QByteArray::number(port));
    // The default counts only where no line does.
    if (sshd.globalLines("Port").isEmpty()) {
        QByteArrayList ports;
        for (const quint16 each : known)
            ports.append(QByteArray::number(each));
        sshd.set("Port", ports);
    }
    sshd.append("Port", QByteArray::number(port));
}

void dropPort(SshdWorkingCopy &sshd, quint16 port)
{
    const auto dropOne = [&](const QByteArray &name, const std::function<bool(const SshdSetting &)> &isIt) {
        const QList<SshdSetting> lines = sshd.globalLines(name);
        const auto found = std::find_if(lines.cbegin(), lines.cend(), isIt);
        if (found == lines.cend())
            return false;
        sshd.removeLine(found->origin);
        return true;
    };
    const QByteArray number = QByteArray::number(port);
    while (dropOne("Port", [&](const SshdSetting &line) { return line.arguments.value(0).toUShort() == port; })) {
    }
    while (dropOne("ListenAddress", [&](const SshdSetting &line) {
        return hasOwnPort(line) && line.arguments.value(0).endsWith(QByteArray(':' + number));
    })) {
    }
    sshd.expectTest("{ ! grep -qx 'port " + number + "'; }");
}

// ---- ssh.socket -------------------------------------------------------------------------------------------------

QString socketUnit(const Facts &facts)
{
    const QString id = facts.system.osId.raw();
    return id == QLatin1String("debian") || id == QLatin1String("ubuntu") ? QStringLiteral("ssh.socket")
                                                                          : QStringLiteral("sshd.socket");
}

/// systemd reads drop-ins by name; what Ubuntu's generator makes of the Port lines ("addresses.conf") comes later and
/// says the same.
RemotePath overridePath(const Facts &facts)
{
    return RemotePath("/etc/systemd/system/" + socketUnit(facts).toLatin1() + ".d/50-gatewright.conf");
}

void listenThere(PlanMaker &maker, const QStringList &listens, const QString &reason, const QStringList &before)
{
    const Facts &facts = maker.facts();
    QByteArray content = "# Written by Gatewright.\n[Socket]\nListenStream=\n";
    for (const QString &listen : listens)
        content += "ListenStream=" + listen.toLatin1() + '\n';
    const RemotePath path = overridePath(facts);
    const QString write = maker.write(path, content, reason);
    for (const QString &needed : before)
        maker.need(write, needed);
    const QString reread =
        maker.act({}, ServiceAction::Verb::DaemonReload, Text::tr("systemd reads the new unit"), {write});
    QStringList needs{reread};
    // systemd opens no socket whose service runs; it starts again with the next connection, and open sessions stay.
    if (isSshdActive(facts)) {
        needs.append(maker.act(
            sshdUnit(facts), ServiceAction::Verb::Stop,
            Text::tr("The socket can be opened anew only while sshd does not run; open sessions stay"), {reread}));
    }
    maker.act(socketUnit(facts), ServiceAction::Verb::Restart, reason, needs);
}

QStringList socketListens(const Facts &facts)
{
    QStringList listens;
    for (const UntrustedText &listen : facts.sshd->socketListens) {
        if (portOf(listen.raw()) > 0) // no socket in the file system
            listens.append(listen.raw());
    }
    return listens;
}

// ---- SELinux ----------------------------------------------------------------------------------------------------

bool maybeSelinux(const Facts &facts)
{
    static const QStringList ids{QStringLiteral("rhel"),   QStringLiteral("centos"),    QStringLiteral("rocky"),
                                 QStringLiteral("fedora"), QStringLiteral("almalinux"), QStringLiteral("ol"),
                                 QStringLiteral("amzn")};
    return ids.contains(facts.system.osId.raw());
}

/// semanage-port(8): sshd may listen on ports of the type ssh_port_t only.
QString labelPort(PlanMaker &maker, quint16 port)
{
    const QByteArray number = QByteArray::number(port);
    const QByteArray enforced = "[ \"$(getenforce 2>/dev/null)\" = Enforcing ]";
    const QByteArray label = "semanage port -%1 -t ssh_port_t -p tcp " + number;
    const auto with = [&label](char option) { return QByteArray(label).replace("%1", QByteArray(1, option)); };
    return maker.add(Phase::Prepare, QStringLiteral("label port %1").arg(port),
                     RunCommand{"if " + enforced + "; then " + with('a') + " || " + with('m') + "; fi",
                                "if " + enforced + "; then " + with('d') + " || :; fi"},
                     Text::tr("SELinux lets sshd listen on ports of its type only"));
}

QString tried(quint16 port)
{
    return Text::tr("Move SSH to port %1").arg(port);
}

void warnOfJails(PlanMaker &maker)
{
    const Known<Fail2banFacts> &fail2ban = maker.facts().fail2ban;
    if (fail2ban && fail2ban->activeState == u"active") {
        maker.warn(
            Text::tr("fail2ban bans on the ports that its jail names: set up the protection of SSH again when the "
                     "port has moved."));
    }
}

} // namespace

QList<RemotePath> sshPortFilesOf(const Facts &facts)
{
    QList<RemotePath> paths = SshdWorkingCopy::filesFor(facts);
    if (facts.sshd && facts.sshd->socketActivated)
        paths.append(overridePath(facts));
    return paths;
}

QByteArray listensOn(quint16 port)
{
    return "ss -Hltn 'sport = :" + QByteArray::number(port) + "' | grep -q .";
}

QList<quint16> sshPorts(const Facts &facts)
{
    QList<quint16> ports;
    if (facts.sshd && facts.sshd->socketActivated) {
        for (const UntrustedText &listen : facts.sshd->socketListens)
            add(ports, portOf(listen.raw()));
    } else if (facts.sshd && facts.sshd->effective) {
        // Printed with its ports, whether a line sets it or not.
        for (const QString &address : valuesOf(*facts.sshd->effective, "listenaddress"))
            add(ports, portOf(address));
        if (ports.isEmpty()) {
            for (const QString &port : valuesOf(*facts.sshd->effective, "port"))
                add(ports, port.toUShort());
        }
    }
    if (ports.isEmpty() && facts.listeners) {
        for (const Listener &listener : *facts.listeners) {
            if (listener.process == u"sshd" && !listener.address.isLoopback())
                add(ports, listener.port);
        }
    }
    return ports;
}

Result<void> draftIntent(PlanMaker &maker, const MoveSshPort &wish)
{
    const Facts &facts = maker.facts();
    SshdWorkingCopy &sshd = *GW_TRY(maker.sshd());
    const QList<quint16> known = sshPorts(facts);
    if (wish.port == 0 || known.isEmpty())
        return invalidIntent(tried(wish.port), Text::tr("There is no such port, or the port of today is not known"));
    if (known.contains(wish.port))
        return {};
    if (const auto program = takenBy(facts, wish.port))
        return invalidIntent(tried(wish.port), Text::tr("%1 has it already").arg(*program),
                             Text::tr("Choose another one"));
    const QString reason = Text::tr("SSH answers on port %1 too; port %2 stays until the new one is proven")
                               .arg(wish.port)
                               .arg(known.first());
    QStringList before{GW_TRY(openPort(maker, wish.port,
                                       Text::tr("The firewall first: port %1 must be open before SSH "
                                                "answers there")
                                           .arg(wish.port)))};
    if (maybeSelinux(facts))
        before.append(labelPort(maker, wish.port));
    before.removeAll(QString());
    for (const QString &step : std::as_const(before))
        sshd.require(step);
    sshd.edit(reason, [&] { addPort(sshd, known, wish.port); });
    if (facts.sshd->socketActivated) {
        QStringList listens = socketListens(facts);
        const QStringList there = listens;
        for (const QString &listen : there) {
            if (!listens.contains(withPort(listen, wish.port)))
                listens.append(withPort(listen, wish.port));
        }
        listenThere(maker, listens, reason, before);
    }
    maker.add(Phase::Verify, QStringLiteral("wait for port %1").arg(wish.port),
              WaitFor{listensOn(wish.port), std::chrono::seconds(15)}, Text::tr("sshd must listen there"));
    maker.login().port = wish.port;
    maker.prove(PortProof{wish.port, PortProof::Expect::Open});
    warnOfJails(maker);
    return {};
}

Result<void> draftIntent(PlanMaker &maker, const CloseSshPort &wish)
{
    const Facts &facts = maker.facts();
    SshdWorkingCopy &sshd = *GW_TRY(maker.sshd());
    QList<quint16> ports = sshPorts(facts);
    if (!ports.contains(wish.port))
        return {};
    ports.removeAll(wish.port);
    if (ports.isEmpty()) {
        return invalidIntent(Text::tr("Close port %1").arg(wish.port),
                             Text::tr("It is the only one on which SSH answers"), Text::tr("Open another one first"));
    }
    const QString reason =
        Text::tr("SSH answers on port %1 now; port %2 is not needed any more").arg(ports.first()).arg(wish.port);
    sshd.edit(reason, [&] { dropPort(sshd, wish.port); });
    if (facts.sshd->socketActivated) {
        QStringList listens = socketListens(facts);
        listens.removeIf([&](const QString &listen) { return portOf(listen) == wish.port; });
        listenThere(maker, listens, reason, {});
    }
    closePort(maker, wish.port, reason, {});
    maker.login().port = ports.first();
    maker.prove(PortProof{ports.first(), PortProof::Expect::Open});
    maker.prove(PortProof{wish.port, PortProof::Expect::Closed});
    return {};
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/cgroups.h"
#include "backend/survey/readers.h"

#include <QtEndian>
#include <algorithm>

namespace gw {
namespace {

/// "127.0.0.53%lo:53", "[::1]:631", "[fe80::1]%eth0:546", "*:80"
bool readAddress(QByteArrayView text, Listener &listener)
{
    const qsizetype colon = text.lastIndexOf(':');
    if (colon < 0)
        return false;
    bool isNumber = false;
    listener.port = text.sliced(colon + 1).toUShort(&isNumber);
    if (!isNumber)
        return false;
    QByteArrayView address = text.first(colon);
    if (const qsizetype percent = address.indexOf('%'); percent >= 0) {
        listener.interface = untrusted(address.sliced(percent + 1));
        address = address.first(percent);
    }
    if (address.startsWith('['))
        address = address.sliced(1);
    if (address.endsWith(']'))
        address.chop(1);
    // ss prints "*" for a socket of both families.
    if (address == "*") {
        listener.address = QHostAddress(QHostAddress::Any);
        return true;
    }
    return listener.address.setAddress(QString::fromLatin1(address));
}

/// users:(("nginx",pid=12,fd=6),("nginx",pid=11,fd=6)): the oldest process is the one that was started
void readUsers(QByteArrayView text, Listener &listener)
{
    constexpr QByteArrayView between = "\",pid=";
    for (qsizetype at = 0; (at = text.indexOf(between, at)) >= 0; at += between.size()) {
        const qsizetype start = text.first(at).lastIndexOf("(\"");
        qsizetype end = at + between.size();
        while (end < text.size() && text[end] >= '0' && text[end] <= '9')
            ++end;
        const qint64 pid = text.sliced(at + between.size(), end - at - between.size()).toLongLong();
        if (start < 0 || pid <= 0 || (listener.pid != 0 && listener.pid <= pid))
            continue;
        listener.pid = pid;
        listener.process = untrusted(text.sliced(start + 2, at - start - 2));
    }
}

/// Netid State Recv-Q Send-Q Local-Address:Port Peer-Address:Port Process
QList<Listener> fromSs(QByteArrayView printed)
{
    QList<Listener> listeners;
    for (const QByteArrayView line : linesOf(printed)) {
        const QList<QByteArrayView> words = wordsOf(line);
        if (words.size() < 6 || (words[0] != "tcp" && words[0] != "udp"))
            continue;
        Listener listener;
        listener.protocol = words[0] == "udp" ? Listener::Protocol::Udp : Listener::Protocol::Tcp;
        if (!readAddress(words[4], listener))
            continue;
        const qsizetype users = line.indexOf("users:((");
        if (users >= 0)
            readUsers(line.sliced(users), listener);
        listeners.append(listener);
    }
    return listeners;
}

/// The kernel prints each 32-bit word of an address in the byte order of the machine (proc(5)); servers are
/// little-endian.
QHostAddress addressFromHex(QByteArrayView hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex.toByteArray());
    if (bytes.size() == 4)
        return QHostAddress(qFromLittleEndian<quint32>(bytes.constData()));
    if (bytes.size() != 16)
        return {};
    Q_IPV6ADDR address;
    for (int word = 0; word < 4; ++word)
        qToBigEndian(qFromLittleEndian<quint32>(bytes.constData() + 4 * word), &address[4 * word]);
    return QHostAddress(address);
}

/// Lines "LOCAL UID INODE" of /proc/net/{tcp,udp}{,6}, and the processes that hold the sockets.
QList<Listener> fromProc(const Sections &sections)
{
    QHash<QByteArray, qint64> owners;
    if (const SurveySection *section = sections.find("listeners.inodes")) {
        for (const QByteArrayView line : linesOf(section->content)) {
            const QList<QByteArrayView> words = wordsOf(line);
            if (words.size() != 2)
                continue;
            const QByteArray inode = words[0].toByteArray();
            const qint64 pid = words[1].toLongLong();
            const auto known = owners.constFind(inode);
            if (known == owners.cend() || pid < *known)
                owners.insert(inode, pid);
        }
    }
    QList<Listener> listeners;
    for (const SurveySection *section : sections.all("listeners.proc")) {
        const QByteArrayView table = restAfterBlank(section->name);
        for (const QByteArrayView line : linesOf(section->content)) {
            const QList<QByteArrayView> words = wordsOf(line);
            const qsizetype colon = words.value(0).indexOf(':');
            if (words.size() != 3 || colon <= 0)
                continue;
            Listener listener;
            bool isNumber = false;
            listener.protocol = table.startsWith("udp") ? Listener::Protocol::Udp : Listener::Protocol::Tcp;
            listener.port = words[0].sliced(colon + 1).toUShort(&isNumber, 16);
            listener.address = addressFromHex(words[0].first(colon));
            listener.pid = owners.value(words[2].toByteArray());
            if (isNumber && !listener.address.isNull())
                listeners.append(listener);
        }
    }
    return listeners;
}

/// Docker's proxy, or a rule without any process, stands for the container that publishes the port.
UntrustedText publisherOf(const Listener &listener, const Known<QList<Container>> &containers)
{
    if (!containers)
        return {};
    for (const Container &container : *containers) {
        for (const PublishedPort &port : container.ports) {
            const bool any = port.hostAddress == QHostAddress(QHostAddress::Any) ||
                             port.hostAddress == QHostAddress(QHostAddress::AnyIPv4) ||
                             port.hostAddress == QHostAddress(QHostAddress::AnyIPv6);
            if (port.hostPort == listener.port && port.protocol == listener.protocol &&
                (any || port.hostAddress == listener.address))
                return container.name;
        }
    }
    return {};
}

bool isPublisher(const Listener &listener)
{
    const QString &process = listener.process.raw();
    return process == QLatin1String("docker-proxy") || process == QLatin1String("conmon") ||
           process == QLatin1String("rootlessport") || process == QLatin1String("pasta") ||
           process == QLatin1String("slirp4netns");
}

void complete(Listener &listener, const QHash<qint64, Process> &processes, const Known<QList<Container>> &containers)
{
    if (const auto process = processes.constFind(listener.pid); process != processes.cend()) {
        listener.user = process->user;
        listener.commandLine = process->commandLine;
        listener.container = process->container;
        if (listener.container.isEmpty()) // a container's units are its own
            listener.unit = untrusted(unitOfCgroup(process->cgroup));
        if (listener.process.isEmpty()) {
            QByteArray program = process->commandLine.raw().toUtf8().split(' ').value(0);
            if (program.endsWith(':')) // a title that the program gave itself: "sshd: /usr/sbin/sshd [listener]"
                program.chop(1);
            listener.process = untrusted(program.mid(program.lastIndexOf('/') + 1));
        }
    }
    if (listener.container.isEmpty() && isPublisher(listener))
        listener.container = publisherOf(listener, containers);
}

/// Where systemd itself listens for sshd, the socket unit says so: "Listen=[::]:22 (Stream)".
QHash<QByteArray, QByteArray> socketUnits(const Sections &sections)
{
    QHash<QByteArray, QByteArray> units;
    const SurveySection *section = sections.find("sshd.socket");
    if (!section)
        return units;
    for (const auto &shown : shownUnits(section->content)) {
        for (const QByteArray &listen : shown.value("Listen"))
            units.insert(wordsOf(listen).value(0).toByteArray(), shown.value("Id").value(0));
    }
    return units;
}

UntrustedText unitOfSocket(const Listener &listener, const QHash<QByteArray, QByteArray> &sockets)
{
    const QByteArray port = ':' + QByteArray::number(listener.port);
    const bool v6 = listener.address.protocol() == QAbstractSocket::IPv6Protocol;
    QByteArray address = listener.address.toString().toLatin1();
    if (v6)
        address = '[' + address + ']';
    if (const auto unit = sockets.constFind(address + port); unit != sockets.cend())
        return untrusted(*unit);
    // "[::]:22" takes both families unless BindIPv6Only says otherwise.
    const bool any =
        listener.address == QHostAddress(QHostAddress::Any) || listener.address == QHostAddress(QHostAddress::AnyIPv4);
    return any ? untrusted(sockets.value("[::]" + port)) : UntrustedText();
}

auto placeOf(const Listener &listener)
{
    return std::make_tuple(listener.address.toString(), listener.port, int(listener.protocol),
                           listener.interface.raw());
}

} // namespace

Known<QList<Listener>> listenersFrom(const Sections &sections, const QHash<qint64, Process> &processes,
                                     const Known<QList<Container>> &containers)
{
    const SurveySection *ss = sections.find("listeners.ss");
    const auto tables = sections.all("listeners.proc");
    if (!ss && tables.isEmpty())
        return Gap{Gap::Reason::NotAsked, {}};
    if (const auto gap = sections.gapOf(ss); ss && gap)
        return *gap;
    const bool readable = ss || std::any_of(tables.begin(), tables.end(),
                                            [&](const SurveySection *table) { return !sections.gapOf(table); });
    if (!readable)
        return *sections.gapOf(tables.first());
    QList<Listener> listeners = ss ? fromSs(ss->content) : fromProc(sections);
    const auto sockets = socketUnits(sections);
    for (Listener &listener : listeners) {
        complete(listener, processes, containers);
        if (listener.pid == 1 && listener.unit.isEmpty())
            listener.unit = unitOfSocket(listener, sockets);
    }
    // Several sockets may share one place (SO_REUSEPORT); ss prints them in the order of a hash table.
    std::stable_sort(listeners.begin(), listeners.end(),
                     [](const Listener &a, const Listener &b) { return placeOf(a) < placeOf(b); });
    const auto same = [](const Listener &a, const Listener &b) {
        return placeOf(a) == placeOf(b) && a.process == b.process;
    };
    listeners.erase(std::unique(listeners.begin(), listeners.end(), same), listeners.end());
    return listeners;
}

} // namespace gw

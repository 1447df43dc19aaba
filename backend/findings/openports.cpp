// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/openports.h"

#include "backend/findings/check.h"

#include <QCoreApplication>
#include <QMap>
#include <algorithm>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

bool isAny(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv4) ||
           address == QHostAddress(QHostAddress::AnyIPv6);
}

/// RFC 1918, 3927, 4193, 4291 (link-local), 6598.
bool isPrivateAddress(const QHostAddress &address)
{
    static const QList<QPair<QHostAddress, int>> networks{
        QHostAddress::parseSubnet(u"10.0.0.0/8"_s),     QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
        QHostAddress::parseSubnet(u"192.168.0.0/16"_s), QHostAddress::parseSubnet(u"169.254.0.0/16"_s),
        QHostAddress::parseSubnet(u"100.64.0.0/10"_s),  QHostAddress::parseSubnet(u"fc00::/7"_s),
        QHostAddress::parseSubnet(u"fe80::/10"_s)};
    return std::any_of(networks.cbegin(), networks.cend(),
                       [&](const auto &network) { return address.isInSubnet(network); });
}

QString socketText(const Listener &listener)
{
    QString address = listener.address == QHostAddress(QHostAddress::Any) ? u"*"_s : listener.address.toString();
    if (listener.address.protocol() == QAbstractSocket::IPv6Protocol)
        address = u"[%1]"_s.arg(address);
    if (!listener.interface.isEmpty())
        address += u'%' + listener.interface.raw();
    return u"%1:%2"_s.arg(address, QString::number(listener.port));
}

int rank(Exposure::Verdict verdict)
{
    switch (verdict) {
    case Exposure::Verdict::Open: return 4;
    case Exposure::Verdict::Unknown: return 3;
    case Exposure::Verdict::Gate: return 2;
    case Exposure::Verdict::Closed: return 1;
    case Exposure::Verdict::Loopback: break;
    }
    return 0;
}

} // namespace

QString OpenPort::text() const
{
    return QString::number(port) + (protocol == Listener::Protocol::Tcp ? u"/tcp"_s : u"/udp"_s);
}

QString OpenPort::name() const
{
    if (!service.name.isEmpty())
        return service.name.shown(60);
    return QCoreApplication::translate("rules", "Something",
                                       "subject of “… answers the world on port …”: an unknown program");
}

QString OpenPort::addresses() const
{
    QStringList all;
    for (const Exposure &exposure : sockets)
        all += socketText(exposure.listener);
    all.removeDuplicates();
    return all.join(u", "_s);
}

const Exposure &OpenPort::widest() const
{
    return *std::max_element(sockets.cbegin(), sockets.cend(),
                             [](const Exposure &a, const Exposure &b) { return rank(a.verdict) < rank(b.verdict); });
}

bool OpenPort::isOnAllAddresses() const
{
    return std::any_of(sockets.cbegin(), sockets.cend(),
                       [](const Exposure &exposure) { return isAny(exposure.listener.address); });
}

bool OpenPort::isOwnerHidden() const
{
    return std::any_of(sockets.cbegin(), sockets.cend(), [](const Exposure &exposure) {
        return exposure.listener.process.isEmpty() && exposure.listener.user.isEmpty();
    });
}

bool OpenPort::isPrivate() const
{
    return std::all_of(sockets.cbegin(), sockets.cend(),
                       [](const Exposure &exposure) { return isPrivateAddress(exposure.listener.address); });
}

QList<Evidence> OpenPort::proof() const
{
    QStringList addresses;
    QList<Evidence> processes;
    for (const Exposure &exposure : sockets) {
        const Listener &listener = exposure.listener;
        addresses += socketText(listener);
        if (listener.pid > 0) {
            processes += processProof(listener.pid, listener.user, listener.commandLine);
            if (!listener.unit.isEmpty())
                processes += Evidence{u"ps -o unit= -p %1"_s.arg(listener.pid), listener.unit};
        }
    }
    addresses.removeDuplicates();
    addresses.sort();
    const QString option = protocol == Listener::Protocol::Tcp ? u"t"_s : u"u"_s;
    QList<Evidence> proof{{u"ss -Hln%1 'sport = :%2' | awk '{print $4}' | sort -u"_s.arg(option, QString::number(port)),
                           UntrustedText(addresses.join(u'\n'))}};
    for (const Evidence &each : processes) {
        if (!proof.contains(each))
            proof += each;
    }
    return proof;
}

Known<QList<OpenPort>> portsBeyondLoopback(const Facts &facts)
{
    const Known<QList<Exposure>> all = exposures(facts);
    if (!all)
        return all.gap();
    QMap<QPair<quint16, int>, OpenPort> byPort;
    for (const Exposure &exposure : *all) {
        if (exposure.verdict == Exposure::Verdict::Loopback)
            continue;
        OpenPort &port = byPort[{exposure.listener.port, int(exposure.listener.protocol)}];
        port.protocol = exposure.listener.protocol;
        port.port = exposure.listener.port;
        if (port.sockets.isEmpty() || port.service.name.isEmpty())
            port.service = identify(facts, exposure.listener);
        port.sockets += exposure;
    }
    return byPort.values();
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/exposure/exposure.h"

#include "backend/exposure/service.h"
#include "backend/firewall/firewall.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

using Verdict = Exposure::Verdict;

bool isLoopback(const Listener &listener)
{
    const QHostAddress &address = listener.address;
    bool isMappedV4 = false;
    const quint32 v4 = address.toIPv4Address(&isMappedV4);
    return address.isLoopback() || (isMappedV4 && (v4 >> 24) == 127) || listener.interface == u"lo";
}

bool isAny(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv4) ||
           address == QHostAddress(QHostAddress::AnyIPv6);
}

/// "::" takes IPv4 as well (net.ipv6.bindv6only is 0 by default), so both families are asked.
QList<Arrival> arrivalsAt(const Listener &listener)
{
    Arrival arrival;
    arrival.protocol = listener.protocol == Listener::Protocol::Tcp ? Arrival::Protocol::Tcp : Arrival::Protocol::Udp;
    arrival.port = listener.port;
    arrival.destination = listener.address;
    QList<Arrival> arrivals;
    const bool isV6 = listener.address.protocol() == QAbstractSocket::IPv6Protocol;
    const bool isDual =
        listener.address == QHostAddress(QHostAddress::Any) || listener.address == QHostAddress(QHostAddress::AnyIPv6);
    if (!isV6 || isDual) {
        arrival.family = Arrival::Family::V4;
        arrivals += arrival;
    }
    if (isV6 || isDual) {
        arrival.family = Arrival::Family::V6;
        arrivals += arrival;
    }
    return arrivals;
}

const PublishedPort *publishedPort(const Facts &facts, const Listener &listener)
{
    if (!facts.containers)
        return nullptr;
    for (const Container &container : *facts.containers) {
        for (const PublishedPort &port : container.ports) {
            if (port.hostPort == listener.port && port.protocol == listener.protocol)
                return &port;
        }
    }
    return nullptr;
}

FirewallVerdict verdictOn(const Facts &facts, const Firewall &firewall, const Listener &listener,
                          const Arrival &arrival)
{
    const PublishedPort *published = publishedPort(facts, listener);
    if (published) {
        const Known<bool> translated = firewall.translates(arrival);
        if (!translated || *translated)
            return firewall.published(arrival, published->containerPort);
    }
    return firewall.incoming(arrival);
}

/// The widest opening counts: open over IPv6 is open.
FirewallVerdict widest(const QList<FirewallVerdict> &verdicts)
{
    FirewallVerdict result = verdicts.first();
    for (const FirewallVerdict &verdict : verdicts) {
        if (verdict.kind == FirewallVerdict::Kind::Allow)
            return verdict;
        if (verdict.kind == FirewallVerdict::Kind::Unknown)
            result = verdict;
    }
    return result;
}

Exposure exposureOf(const Facts &facts, const Firewall &firewall, const Listener &listener)
{
    Exposure exposure;
    exposure.listener = listener;
    const ServiceIdentity service = identify(facts, listener);
    exposure.service = service.name;
    if (isLoopback(listener)) {
        exposure.verdict = Verdict::Loopback;
        exposure.reason = QCoreApplication::translate("exposure", "bound to this machine only");
        return exposure;
    }
    QList<FirewallVerdict> verdicts;
    for (const Arrival &arrival : arrivalsAt(listener))
        verdicts += verdictOn(facts, firewall, listener, arrival);
    const FirewallVerdict verdict = widest(verdicts);
    exposure.reason = verdict.reason;
    if (const QString partial = partialUfw(facts.firewall);
        verdict.kind == FirewallVerdict::Kind::Unknown && !partial.isEmpty())
        exposure.reason = partial;
    if (verdict.kind == FirewallVerdict::Kind::Deny)
        exposure.verdict = Verdict::Closed;
    else if (service.kind == ServiceKind::Ssh || service.kind == ServiceKind::WebServer)
        exposure.verdict = Verdict::Gate;
    else
        exposure.verdict = verdict.kind == FirewallVerdict::Kind::Allow ? Verdict::Open : Verdict::Unknown;
    return exposure;
}

bool comesBefore(const Exposure &a, const Exposure &b)
{
    const auto key = [](const Exposure &exposure) {
        const Listener &listener = exposure.listener;
        return std::make_tuple(listener.address.protocol() == QAbstractSocket::IPv6Protocol, !isAny(listener.address),
                               listener.address.toString(), listener.port, int(listener.protocol));
    };
    return key(a) < key(b);
}

} // namespace

QString partialUfw(const FirewallFacts &firewall)
{
    if (firewall.ufwStatus || !firewall.ufwSettings)
        return {};
    const UfwSettings &ufw = *firewall.ufwSettings;
    const QString why = firewall.ufwStatus.gap().text();
    if (!ufw.enabled)
        return QCoreApplication::translate("exposure", "ufw is switched off; other rules of the firewall: %1",
                                           "%1 is why they could not be read: “needs root”")
            .arg(why);
    if (ufw.incoming.isEmpty())
        return QCoreApplication::translate("exposure", "ufw is switched on; its rules: %1").arg(why);
    if (ufw.incoming == u"ACCEPT")
        return QCoreApplication::translate("exposure",
                                           "ufw is switched on and lets in what no rule denies; its rules: %1")
            .arg(why);
    return QCoreApplication::translate("exposure", "ufw is switched on and stops what no rule allows; its rules: %1")
        .arg(why);
}

Firewall firewallOf(const Facts &facts)
{
    return Firewall({facts.firewall.ufwStatus, facts.firewall.firewalld, facts.firewall.nftables,
                     facts.firewall.iptables, facts.firewall.ip6tables});
}

Known<QList<Exposure>> exposures(const Facts &facts)
{
    if (!facts.listeners)
        return facts.listeners.gap();
    const Firewall firewall = firewallOf(facts);
    QList<Exposure> all;
    for (const Listener &listener : *facts.listeners)
        all += exposureOf(facts, firewall, listener);
    std::stable_sort(all.begin(), all.end(), comesBefore);
    return all;
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/firewall/firewalld.h"

#include "backend/firewall/words.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <algorithm>

// firewall-cmd(1), firewalld.zone(5), firewalld.richlanguage(5).

namespace gw {
namespace {

using namespace Qt::StringLiterals;
using Kind = FirewallVerdict::Kind;

/// Ports of the services that firewalld ships and servers use (/usr/lib/firewalld/services).
const QHash<QString, QString> &knownServices()
{
    static const QHash<QString, QString> services{
        {u"ssh"_s, u"22/tcp"_s},
        {u"http"_s, u"80/tcp"_s},
        {u"https"_s, u"443/tcp"_s},
        {u"http3"_s, u"443/udp"_s},
        {u"cockpit"_s, u"9090/tcp"_s},
        {u"dhcpv6-client"_s, u"546/udp"_s},
        {u"dhcp"_s, u"67/udp"_s},
        {u"dhcpv6"_s, u"547/udp"_s},
        {u"mdns"_s, u"5353/udp"_s},
        {u"dns"_s, u"53/tcp 53/udp"_s},
        {u"ntp"_s, u"123/udp"_s},
        {u"smtp"_s, u"25/tcp"_s},
        {u"smtps"_s, u"465/tcp"_s},
        {u"smtp-submission"_s, u"587/tcp"_s},
        {u"imap"_s, u"143/tcp"_s},
        {u"imaps"_s, u"993/tcp"_s},
        {u"pop3"_s, u"110/tcp"_s},
        {u"pop3s"_s, u"995/tcp"_s},
        {u"ftp"_s, u"21/tcp"_s},
        {u"tftp"_s, u"69/udp"_s},
        {u"mysql"_s, u"3306/tcp"_s},
        {u"postgresql"_s, u"5432/tcp"_s},
        {u"redis"_s, u"6379/tcp"_s},
        {u"mongodb"_s, u"27017/tcp"_s},
        {u"elasticsearch"_s, u"9200/tcp 9300/tcp"_s},
        {u"nfs"_s, u"2049/tcp"_s},
        {u"nfs3"_s, u"2049/tcp 2049/udp"_s},
        {u"rpc-bind"_s, u"111/tcp 111/udp"_s},
        {u"mountd"_s, u"20048/tcp 20048/udp"_s},
        {u"samba"_s, u"139/tcp 445/tcp 137/udp 138/udp"_s},
        {u"samba-client"_s, u"137/udp 138/udp"_s},
        {u"snmp"_s, u"161/tcp 161/udp"_s},
        {u"prometheus"_s, u"9090/tcp"_s},
        {u"prometheus-node-exporter"_s, u"9100/tcp"_s},
        {u"grafana"_s, u"3000/tcp"_s},
        {u"docker-registry"_s, u"5000/tcp"_s},
        {u"docker-swarm"_s, u"2377/tcp 7946/tcp 7946/udp 4789/udp"_s},
        {u"kube-apiserver"_s, u"6443/tcp"_s},
        {u"kubelet"_s, u"10250/tcp"_s},
        {u"etcd-server"_s, u"2380/tcp"_s},
        {u"etcd-client"_s, u"2379/tcp"_s},
        {u"openvpn"_s, u"1194/udp"_s},
        {u"wireguard"_s, u"51820/udp"_s},
        {u"vnc-server"_s, u"5900-5903/tcp"_s},
        {u"rdp"_s, u"3389/tcp"_s},
        {u"ldap"_s, u"389/tcp"_s},
        {u"ldaps"_s, u"636/tcp"_s},
        {u"kerberos"_s, u"88/tcp 88/udp"_s},
        {u"syslog"_s, u"514/udp"_s},
        {u"zabbix-agent"_s, u"10050/tcp"_s},
        {u"zabbix-server"_s, u"10051/tcp"_s},
        {u"squid"_s, u"3128/tcp"_s},
        {u"rsyncd"_s, u"873/tcp 873/udp"_s},
        {u"git"_s, u"9418/tcp"_s},
        {u"ipp"_s, u"631/tcp 631/udp"_s},
        {u"ipp-client"_s, u"631/udp"_s},
        {u"jenkins"_s, u"8080/tcp"_s},
        {u"minio"_s, u"9000/tcp"_s},
    };
    return services;
}

Match holdsPortOf(const QString &portAndProtocol, const Arrival &arrival)
{
    const QString protocol = portAndProtocol.section(u'/', 1, 1);
    if (protocol != (arrival.protocol == Arrival::Protocol::Tcp ? u"tcp"_s : u"udp"_s))
        return Match::No;
    return holdsPort(portAndProtocol.section(u'/', 0, 0), arrival.port);
}

Match holdsService(const QString &service, const Arrival &arrival)
{
    const QString ports = knownServices().value(service);
    if (ports.isEmpty())
        return Match::Maybe;
    Match result = Match::No;
    for (const QString &port : ports.split(u' '))
        result = std::max(result, holdsPortOf(port, arrival));
    return result;
}

/// `rule family="ipv4" source address="10.0.0.0/8" port port="3306" protocol="tcp" accept`
struct RichRule {
    Match match = Match::Yes;
    bool accepts = false;
    bool denies = false;
};

QString attribute(const QString &rule, const QString &name)
{
    const QRegularExpression pattern(u"\\b%1=\"([^\"]*)\""_s.arg(name));
    return pattern.match(rule).captured(1);
}

RichRule readRich(const QString &rule, const Arrival &arrival)
{
    RichRule result;
    static const QRegularExpression action(u"\\b(accept|drop|reject|mark)\\b(?:\\s+(?:type|limit|set)\\b.*)?$"_s);
    const QString verb = action.match(rule).captured(1);
    result.accepts = verb == u"accept"_s;
    result.denies = verb == u"drop"_s || verb == u"reject"_s;
    const QString family = attribute(rule, u"family"_s);
    if (!family.isEmpty() && family != (arrival.family == Arrival::Family::V4 ? u"ipv4"_s : u"ipv6"_s))
        result.match = Match::No;
    if (rule.contains(u" source "_s)) {
        const bool everybody = holdsEveryAddress(attribute(rule, u"address"_s)) || rule.contains(u"source NOT"_s);
        result.match = both(result.match, everybody ? Match::Yes : Match::No);
    }
    if (rule.contains(u" destination "_s))
        result.match = both(result.match, Match::Maybe);
    if (const QString service = attribute(rule, u"service name"_s); !service.isEmpty())
        result.match = both(result.match, holdsService(service, arrival));
    if (const QString port = attribute(rule, u"port port"_s); !port.isEmpty())
        result.match = both(result.match, holdsPortOf(port + u'/' + attribute(rule, u"protocol"_s), arrival));
    if (rule.contains(u" icmp-"_s) || rule.contains(u" masquerade"_s) || rule.contains(u" forward-port "_s))
        result.match = Match::No;
    return result;
}

FirewallVerdict byRichRules(const FirewalldZone &zone, const Arrival &arrival)
{
    const QString port = portText(arrival);
    FirewallVerdict result{Kind::Unknown, {}};
    for (const QString &rule : zone.richRules) {
        const RichRule rich = readRich(rule, arrival);
        if (rich.match == Match::Maybe && (rich.accepts || rich.denies))
            return {
                Kind::Unknown,
                QCoreApplication::translate("firewall", "it depends on the firewalld rule “%1”").arg(ruleText(rule))};
        if (rich.match != Match::Yes)
            continue;
        if (rich.denies) // denying rules are asked before accepting ones
            return {Kind::Deny,
                    QCoreApplication::translate("firewall", "a rich rule of firewalld denies %1").arg(port)};
        if (rich.accepts)
            result = {Kind::Allow,
                      QCoreApplication::translate("firewall", "a rich rule of firewalld allows %1").arg(port)};
    }
    return result;
}

FirewallVerdict inZone(const FirewalldZone &zone, const Arrival &arrival)
{
    const QString port = portText(arrival);
    const QString name = ruleText(zone.name);
    if (const FirewallVerdict rich = byRichRules(zone, arrival); !rich.reason.isEmpty())
        return rich;
    for (const QString &open : zone.ports) {
        if (holdsPortOf(open, arrival) == Match::Yes)
            return {Kind::Allow,
                    QCoreApplication::translate("firewall", "firewalld opens %1 in the zone %2").arg(port, name)};
    }
    QString unclear;
    for (const QString &service : zone.services) {
        const Match match = holdsService(service, arrival);
        if (match == Match::Yes)
            return {Kind::Allow,
                    QCoreApplication::translate("firewall", "firewalld opens the service %1 in the zone %2")
                        .arg(ruleText(service), name)};
        if (match == Match::Maybe)
            unclear = service;
    }
    if (zone.target == u"ACCEPT"_s)
        return {Kind::Allow,
                QCoreApplication::translate("firewall", "the firewalld zone %1 accepts everything").arg(name)};
    if (!unclear.isEmpty())
        return {Kind::Unknown,
                QCoreApplication::translate("firewall", "which ports the firewalld service %1 opens is not known")
                    .arg(ruleText(unclear))};
    return {Kind::Deny,
            QCoreApplication::translate("firewall", "firewalld does not open %1 in the zone %2").arg(port, name)};
}

bool facesTheWorld(const FirewalldZone &zone)
{
    return zone.interfaces.isEmpty()
               ? zone.isDefault
               : std::any_of(zone.interfaces.cbegin(), zone.interfaces.cend(),
                             [](const QString &interface) { return gw::facesTheWorld(interface) != Match::No; });
}

} // namespace

FirewalldStatus FirewalldStatus::parse(const QString &printed)
{
    static const QRegularExpression header(u"^(\\S+)(?: \\(([^)]*)\\))?$"_s);
    FirewalldStatus status;
    bool inRichRules = false;
    for (const QString &line : printed.split(u'\n')) {
        if (line.isEmpty())
            continue;
        if (!line.at(0).isSpace()) {
            const QRegularExpressionMatch match = header.match(line);
            inRichRules = false;
            if (!match.hasMatch())
                continue;
            FirewalldZone zone;
            zone.name = match.captured(1);
            zone.active = match.captured(2).contains(u"active"_s);
            zone.isDefault = match.captured(2).contains(u"default"_s);
            status.zones += zone;
            continue;
        }
        if (status.zones.isEmpty())
            continue;
        FirewalldZone &zone = status.zones.last();
        const QString key = line.section(u':', 0, 0).trimmed();
        const QStringList values = line.section(u':', 1).split(u' ', Qt::SkipEmptyParts);
        if (inRichRules && line.trimmed().startsWith(u"rule "_s)) {
            zone.richRules += line.trimmed();
            continue;
        }
        inRichRules = key == u"rich rules"_s;
        if (key == u"target"_s)
            zone.target = values.value(0);
        else if (key == u"interfaces"_s)
            zone.interfaces = values;
        else if (key == u"sources"_s)
            zone.sources = values;
        else if (key == u"services"_s)
            zone.services = values;
        else if (key == u"ports"_s)
            zone.ports = values;
        else if (key == u"forward-ports"_s)
            zone.forwardPorts = values;
    }
    status.running = std::any_of(status.zones.cbegin(), status.zones.cend(),
                                 [](const FirewalldZone &zone) { return !zone.target.isEmpty(); });
    return status;
}

FirewallVerdict FirewalldStatus::incoming(const Arrival &arrival) const
{
    if (!running)
        return {Kind::Allow, QCoreApplication::translate("firewall", "firewalld does not run")};
    std::optional<FirewallVerdict> result;
    for (const FirewalldZone &zone : zones) {
        if (!zone.active || !facesTheWorld(zone))
            continue;
        const FirewallVerdict verdict = inZone(zone, arrival);
        if (verdict.kind == Kind::Allow)
            return verdict;
        if (!result || verdict.kind == Kind::Unknown)
            result = verdict;
    }
    if (result)
        return *result;
    for (const FirewalldZone &zone : zones) { // nothing is marked active: the default zone takes everything
        if (zone.isDefault || zone.name == u"public"_s)
            return inZone(zone, arrival);
    }
    return {Kind::Unknown, QCoreApplication::translate("firewall", "no active zone of firewalld was found")};
}

} // namespace gw

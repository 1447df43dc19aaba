// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/firewall/firewalld.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace Qt::StringLiterals;
using Kind = FirewallVerdict::Kind;

namespace {

const QString zones =
    u"block\n"
    "  target: %%REJECT%%\n"
    "  interfaces: \n"
    "  services: \n"
    "  ports: \n"
    "\n"
    "docker (active)\n"
    "  target: ACCEPT\n"
    "  interfaces: docker0\n"
    "  services: \n"
    "  ports: \n"
    "\n"
    "public (default, active)\n"
    "  target: default\n"
    "  icmp-block-inversion: no\n"
    "  interfaces: eth0\n"
    "  sources: \n"
    "  services: cockpit dhcpv6-client ssh\n"
    "  ports: 8080/tcp 9000-9100/tcp\n"
    "  protocols: \n"
    "  forward: yes\n"
    "  masquerade: no\n"
    "  forward-ports: \n"
    "  source-ports: \n"
    "  icmp-blocks: \n"
    "  rich rules: \n"
    "\trule family=\"ipv4\" source address=\"10.0.0.0/8\" port port=\"3306\" protocol=\"tcp\" accept\n"
    "\trule family=\"ipv4\" port port=\"5000\" protocol=\"tcp\" accept\n"
    "\trule port port=\"9050\" protocol=\"tcp\" reject\n"_s;

Kind kindOf(quint16 port, Arrival::Family family = Arrival::Family::V4)
{
    return FirewalldStatus::parse(zones).incoming({family, Arrival::Protocol::Tcp, port, {}}).kind;
}

} // namespace

class FirewalldTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void servicesPortsAndRichRules_open()
    {
        QCOMPARE(kindOf(22), Kind::Allow);
        QCOMPARE(kindOf(9090), Kind::Allow);
        QCOMPARE(kindOf(8080), Kind::Allow);
        QCOMPARE(kindOf(9001), Kind::Allow);
        QCOMPARE(kindOf(5000), Kind::Allow);
        QCOMPARE(kindOf(5000, Arrival::Family::V6), Kind::Deny);
    }

    void whatTheZoneDoesNotOpen_isClosed()
    {
        QCOMPARE(kindOf(3001), Kind::Deny);
        QCOMPARE(kindOf(3306), Kind::Deny); // for one network only
    }

    void denyingRichRule_goesBeforePorts() { QCOMPARE(kindOf(9050), Kind::Deny); }

    void zoneOfContainers_doesNotFaceTheWorld() { QCOMPARE(kindOf(8888), Kind::Deny); }

    void unknownService_isNotGuessed()
    {
        const FirewallVerdict verdict =
            FirewalldStatus::parse(
                u"public (active)\n  target: default\n  interfaces: eth0\n  services: ssh house-app\n"_s)
                .incoming({Arrival::Family::V4, Arrival::Protocol::Tcp, 3001, {}});
        QCOMPARE(verdict.kind, Kind::Unknown);
        QVERIFY(verdict.reason.contains(u"house-app"_s));
    }

    void acceptingZone_letsEverythingIn()
    {
        QCOMPARE(
            FirewalldStatus::parse(u"trusted (active)\n  target: ACCEPT\n  interfaces: eth0\n"_s).incoming({}).kind,
            Kind::Allow);
    }

    void notRunning_isRecognised()
    {
        QVERIFY(!FirewalldStatus::parse(u"FirewallD is not running\n"_s).running);
        QVERIFY(FirewalldStatus::parse(zones).running);
    }
};

GW_REGISTER_TEST(FirewalldTest)
#include "firewalldtest.moc"

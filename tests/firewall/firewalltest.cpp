// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/firewall/firewall.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace Qt::StringLiterals;
using Kind = FirewallVerdict::Kind;

namespace {

const Arrival vllm{Arrival::Family::V4, Arrival::Protocol::Tcp, 3001, {}};

Known<UntrustedText> text(const QString &said)
{
    return UntrustedText(said);
}

const Known<UntrustedText> notInstalled = Gap{Gap::Reason::NotInstalled, {}};
const Known<UntrustedText> needsRoot = Gap{Gap::Reason::NeedsRoot, {}};
const QString ufwDenies = u"Status: active\nDefault: deny (incoming), allow (outgoing), disabled (routed)\n"_s;
const QString dropsAll = u"*filter\n:INPUT DROP [0:0]\nCOMMIT\n"_s;
const QString acceptsAll = u"*filter\n:INPUT ACCEPT [0:0]\nCOMMIT\n"_s;

FirewallTexts nothingInstalled()
{
    return {notInstalled, notInstalled, notInstalled, notInstalled, notInstalled};
}

} // namespace

class FirewallTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noFirewall_isOpen()
    {
        const FirewallVerdict verdict = Firewall(nothingInstalled()).incoming(vllm);
        QCOMPARE(verdict.kind, Kind::Allow);
        QCOMPARE(verdict.reason, u"no firewall is installed"_s);
    }

    void inactiveUfw_isOpen_andSaysSo()
    {
        FirewallTexts texts = nothingInstalled();
        texts.ufw = text(u"Status: inactive\n"_s);
        texts.iptables = texts.ip6tables = text({});
        texts.nftables = text({});
        const FirewallVerdict verdict = Firewall(texts).incoming(vllm);
        QCOMPARE(verdict.kind, Kind::Allow);
        QCOMPARE(verdict.reason, u"ufw is inactive"_s);
        QCOMPARE(Firewall(texts).byDefault(Arrival::Family::V6).kind, Kind::Allow);
    }

    void withoutRoot_nothingIsClaimed()
    {
        const FirewallTexts texts{needsRoot, notInstalled, needsRoot, needsRoot, needsRoot};
        const FirewallVerdict verdict = Firewall(texts).incoming(vllm);
        QCOMPARE(verdict.kind, Kind::Unknown);
        QVERIFY(verdict.reason.contains(u"needs root"_s));
    }

    void ufwsWords_explainWhatTheKernelDoes()
    {
        FirewallTexts texts = nothingInstalled();
        texts.ufw = text(ufwDenies);
        texts.iptables = text(dropsAll);
        const FirewallVerdict verdict = Firewall(texts).incoming(vllm);
        QCOMPARE(verdict.kind, Kind::Deny);
        QCOMPARE(verdict.reason, u"ufw has no rule that allows 3001/tcp"_s);
    }

    void ruleInFrontOfUfw_overrulesIt()
    {
        FirewallTexts texts = nothingInstalled();
        texts.ufw = text(ufwDenies);
        texts.iptables = text(u"*filter\n:INPUT DROP [0:0]\n-A INPUT -p tcp -m tcp --dport 3001 -j ACCEPT\nCOMMIT\n"_s);
        const FirewallVerdict verdict = Firewall(texts).incoming(vllm);
        QCOMPARE(verdict.kind, Kind::Allow);
        QVERIFY(verdict.reason.contains(u"--dport 3001"_s));
    }

    void tablesOfIptables_areNotJudgedTwice()
    {
        FirewallTexts texts = nothingInstalled();
        texts.iptables = text(u"*filter\n:INPUT ACCEPT [0:0]\nCOMMIT\n"_s);
        texts.nftables =
            text(u"table ip filter {\n\tchain INPUT {\n\t\ttype filter hook input priority filter; policy accept;\n"
                 "\t\txt match \"string\" drop\n\t}\n}\n"_s);
        QCOMPARE(Firewall(texts).incoming(vllm).kind, Kind::Allow);
    }

    void nftablesBesideIptables_closes()
    {
        FirewallTexts texts = nothingInstalled();
        texts.iptables = text(acceptsAll);
        texts.nftables = text(u"table inet guard {\n\tchain in {\n\t\ttype filter hook input priority 0; policy drop;\n"
                              "\t\ttcp dport 22 accept\n\t}\n}\n"_s);
        QCOMPARE(Firewall(texts).incoming(vllm).kind, Kind::Deny);
    }

    void ipv4Only_leavesIpv6Open()
    {
        FirewallTexts texts = nothingInstalled();
        texts.iptables = text(dropsAll);
        texts.ip6tables = text(acceptsAll);
        QCOMPARE(Firewall(texts).byDefault(Arrival::Family::V4).kind, Kind::Deny);
        QCOMPARE(Firewall(texts).byDefault(Arrival::Family::V6).kind, Kind::Allow);
    }

    void firewalldsTable_isJudgedByItsZones()
    {
        FirewallTexts texts = nothingInstalled();
        texts.firewalld =
            text(u"public (active)\n  target: default\n  interfaces: eth0\n  services: ssh\n  ports: 3001/tcp\n"_s);
        texts.nftables =
            text(u"table inet firewalld {\n\tchain filter_INPUT {\n\t\ttype filter hook input priority filter + 10; "
                 "policy accept;\n\t\tjump filter_INPUT_ZONES\n\t\treject with icmpx admin-prohibited\n\t}\n}\n"_s);
        QCOMPARE(Firewall(texts).incoming(vllm).kind, Kind::Allow);
        QCOMPARE(Firewall(texts).incoming({Arrival::Family::V4, Arrival::Protocol::Tcp, 8888, {}}).kind, Kind::Deny);
    }

    void publishedPort_isOpenAlthoughUfwDenies()
    {
        FirewallTexts texts = nothingInstalled();
        texts.ufw = text(ufwDenies + u"3001                       DENY IN     Anywhere\n"_s);
        texts.iptables =
            text(dropsAll + u"*nat\n:DOCKER - [0:0]\n-A DOCKER ! -i docker0 -p tcp -m tcp --dport 3001 -j DNAT "
                            "--to-destination 172.17.0.2:8000\nCOMMIT\n"_s);
        const Firewall firewall(texts);
        QCOMPARE(firewall.incoming(vllm).kind, Kind::Deny);
        QVERIFY(firewall.translates(vllm) && *firewall.translates(vllm));
        QCOMPARE(firewall.published(vllm, 8000).kind, Kind::Allow);
        QVERIFY(firewall.published(vllm, 8000).reason.contains(u"past ufw"_s));
    }

    void dockerUser_closesThePortOfTheContainer()
    {
        FirewallTexts texts = nothingInstalled();
        texts.iptables = text(
            u"*filter\n:INPUT ACCEPT [0:0]\n:DOCKER-USER - [0:0]\n"
            "-A DOCKER-USER ! -s 10.0.0.0/8 -p tcp -m tcp --dport 8000 -j DROP\n-A DOCKER-USER -j RETURN\nCOMMIT\n"_s);
        QCOMPARE(Firewall(texts).published(vllm, 8000).kind, Kind::Deny);
        QCOMPARE(Firewall(texts).published(vllm, 9000).kind, Kind::Allow);
    }
};

GW_REGISTER_TEST(FirewallTest)
#include "firewalltest.moc"

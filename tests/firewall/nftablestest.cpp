// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/firewall/nftables.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace Qt::StringLiterals;
using Kind = FirewallVerdict::Kind;

namespace {

NftablesRules table(const QString &policy, const QString &rules, const QString &family = u"inet"_s)
{
    return NftablesRules::parse(
        u"table %1 filter {\n"
        "\tset admins {\n\t\ttype ipv4_addr\n\t\tflags interval\n\t\telements = { 10.0.0.0/8,\n"
        "\t\t\t     192.0.2.7 }\n\t}\n\n"
        "\tset web {\n\t\ttype inet_service\n\t\telements = { 80, 443 }\n\t}\n\n"
        "\tchain own {\n\t\ttcp dport 9000 accept\n\t}\n\n"
        "\tchain input {\n\t\ttype filter hook input priority filter; policy %2;\n%3\n\t}\n}\n"_s.arg(family, policy,
                                                                                                      rules));
}

Kind kindOf(const QString &policy, const QString &rules, quint16 port,
            Arrival::Protocol protocol = Arrival::Protocol::Tcp, Arrival::Family family = Arrival::Family::V4)
{
    return table(policy, rules).verdict(u"input"_s, {family, protocol, port, {}}).kind();
}

const QString ordinary = u"\t\tiifname \"lo\" accept\n"
                         "\t\tct state established,related accept\n"
                         "\t\tct state invalid counter packets 12 bytes 600 drop\n"
                         "\t\tip protocol icmp accept\n"
                         "\t\tmeta l4proto ipv6-icmp accept\n"
                         "\t\ttcp dport 22 limit rate 10/minute burst 5 packets accept comment \"ssh\"\n"
                         "\t\ttcp dport @web accept\n"
                         "\t\ttcp dport { 8000-8010, 9443 } counter packets 0 bytes 0 accept\n"
                         "\t\tip saddr @admins tcp dport 5432 accept\n"
                         "\t\tlog prefix \"drop: \" level info"_s;

} // namespace

class NftablesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyRuleset_letsEverythingPass()
    {
        QCOMPARE(NftablesRules::parse({}).verdict(u"input"_s, {}).kind(), Kind::Allow);
    }

    void ordinaryServer_opensOnlyWhatItNames()
    {
        QCOMPARE(kindOf(u"drop"_s, ordinary, 22), Kind::Allow);
        QCOMPARE(kindOf(u"drop"_s, ordinary, 443), Kind::Allow);
        QCOMPARE(kindOf(u"drop"_s, ordinary, 8004), Kind::Allow);
        QCOMPARE(kindOf(u"drop"_s, ordinary, 9443), Kind::Allow);
        QCOMPARE(kindOf(u"drop"_s, ordinary, 3001), Kind::Deny);
        QCOMPARE(kindOf(u"drop"_s, ordinary, 5432), Kind::Deny);
        QCOMPARE(kindOf(u"drop"_s, ordinary, 22, Arrival::Protocol::Udp), Kind::Deny);
        QCOMPARE(kindOf(u"drop"_s, ordinary, 22, Arrival::Protocol::Tcp, Arrival::Family::V6), Kind::Allow);
    }

    void verdictMaps_areFollowed()
    {
        const QString rules = u"\t\tct state vmap { established : accept, related : accept, invalid : drop }\n"
                              "\t\ttcp dport vmap { 22 : accept, 3001 : drop, 9000 : jump own }"_s;
        QCOMPARE(kindOf(u"accept"_s, rules, 3001), Kind::Deny);
        QCOMPARE(kindOf(u"drop"_s, rules, 22), Kind::Allow);
        QCOMPARE(kindOf(u"drop"_s, rules, 9000), Kind::Allow);
        QCOMPARE(kindOf(u"drop"_s, rules, 9001), Kind::Deny);
    }

    void tableForOneFamily_saysNothingAboutTheOther()
    {
        const NftablesRules rules = table(u"drop"_s, {}, u"ip"_s);
        QCOMPARE(rules.verdict(u"input"_s, {Arrival::Family::V4, Arrival::Protocol::Tcp, 1, {}}).kind(), Kind::Deny);
        QCOMPARE(rules.verdict(u"input"_s, {Arrival::Family::V6, Arrival::Protocol::Tcp, 1, {}}).kind(), Kind::Allow);
    }

    void acceptInOneChain_doesNotOverruleADropInTheNext()
    {
        NftablesRules rules = table(u"drop"_s, u"\t\ttcp dport 3001 accept"_s);
        rules.tables +=
            NftablesRules::parse(u"table inet later {\n\tchain input {\n\t\ttype filter hook input priority 10; "
                                 "policy accept;\n\t\ttcp dport 3001 drop\n\t}\n}\n"_s)
                .tables;
        QCOMPARE(rules.verdict(u"input"_s, {Arrival::Family::V4, Arrival::Protocol::Tcp, 3001, {}}).kind(), Kind::Deny);
    }

    void statementThatIsNotUnderstood_isNotGuessed()
    {
        const WalkResult result = table(u"drop"_s, u"\t\tsocket cgroupv2 level 1 \"x\" tcp dport 3001 accept"_s)
                                      .verdict(u"input"_s, {Arrival::Family::V4, Arrival::Protocol::Tcp, 3001, {}});
        QCOMPARE(result.kind(), Kind::Unknown);
        QVERIFY(result.unclear.contains(u"socket"_s));
        QCOMPARE(kindOf(u"drop"_s, u"\t\tsocket cgroupv2 level 1 \"x\" tcp dport 3001 accept"_s, 22), Kind::Deny);
    }

    void fail2bansSet_doesNotCloseAPort()
    {
        const QString rules = u"table inet f2b-table {\n\tset addr-set-sshd {\n\t\ttype ipv4_addr\n"
                              "\t\telements = { 203.0.113.9 }\n\t}\n\tchain f2b-chain {\n"
                              "\t\ttype filter hook input priority filter - 1; policy accept;\n"
                              "\t\ttcp dport 22 ip saddr @addr-set-sshd reject with icmp port-unreachable\n\t}\n}\n"_s;
        QCOMPARE(NftablesRules::parse(rules)
                     .verdict(u"input"_s, {Arrival::Family::V4, Arrival::Protocol::Tcp, 22, {}})
                     .kind(),
                 Kind::Allow);
    }

    void translation_isSeen()
    {
        const NftablesRules rules = NftablesRules::parse(
            u"table ip nat {\n\tchain DOCKER {\n\t\tiifname \"docker0\" counter packets 0 bytes 0 return\n"
            "\t\tiifname != \"docker0\" tcp dport 3001 counter packets 0 bytes 0 dnat to 172.17.0.2:8000\n\t}\n}\n"_s);
        QVERIFY(rules.translates({Arrival::Family::V4, Arrival::Protocol::Tcp, 3001, {}}));
        QVERIFY(!rules.translates({Arrival::Family::V4, Arrival::Protocol::Tcp, 22, {}}));
    }
};

GW_REGISTER_TEST(NftablesTest)
#include "nftablestest.moc"

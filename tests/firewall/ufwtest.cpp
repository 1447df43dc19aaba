// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/firewall/ufw.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace Qt::StringLiterals;
using Kind = FirewallVerdict::Kind;

namespace {

const QString active = u"Status: active\n"
                       "Logging: on (low)\n"
                       "Default: deny (incoming), allow (outgoing), disabled (routed)\n"
                       "New profiles: skip\n"
                       "\n"
                       "To                         Action      From\n"
                       "--                         ------      ----\n"_s;

Kind kindOf(const QString &rules, quint16 port, Arrival::Protocol protocol = Arrival::Protocol::Tcp,
            Arrival::Family family = Arrival::Family::V4)
{
    return UfwStatus::parse(active + rules).incoming({family, protocol, port, {}}).kind;
}

} // namespace

class UfwTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inactive_allowsEverything()
    {
        const FirewallVerdict verdict = UfwStatus::parse(u"Status: inactive\n"_s).incoming({});
        QCOMPARE(verdict.kind, Kind::Allow);
        QCOMPARE(verdict.reason, u"ufw is inactive"_s);
    }

    void whatNoRuleNames_fallsToTheDefaultPolicy()
    {
        QCOMPARE(kindOf({}, 3001), Kind::Deny);
        const UfwStatus open = UfwStatus::parse(u"Status: active\nDefault: allow (incoming), allow (outgoing)\n"_s);
        QCOMPARE(open.incoming({}).kind, Kind::Allow);
    }

    void firstRuleThatMatches_decides()
    {
        QCOMPARE(kindOf(u"8000/tcp                   DENY IN     Anywhere\n"
                        "8000/tcp                   ALLOW IN    Anywhere\n"_s,
                        8000),
                 Kind::Deny);
        QCOMPARE(kindOf(u"8000/tcp                   ALLOW IN    Anywhere\n"
                        "8000/tcp                   DENY IN     Anywhere\n"_s,
                        8000),
                 Kind::Allow);
    }

    void limit_letsEverybodyIn()
    {
        QCOMPARE(kindOf(u"22/tcp                     LIMIT IN    Anywhere\n"_s, 22), Kind::Allow);
    }

    void listsRangesAndProfiles_areRead()
    {
        const QString rules = u"80,443/tcp (Nginx Full)    ALLOW IN    Anywhere\n"
                              "6000:6007/tcp              ALLOW IN    Anywhere\n"
                              "53                         ALLOW IN    Anywhere (log)\n"_s;
        QCOMPARE(kindOf(rules, 443), Kind::Allow);
        QCOMPARE(kindOf(rules, 6003), Kind::Allow);
        QCOMPARE(kindOf(rules, 6008), Kind::Deny);
        QCOMPARE(kindOf(rules, 443, Arrival::Protocol::Udp), Kind::Deny);
        QCOMPARE(kindOf(rules, 53, Arrival::Protocol::Udp), Kind::Allow);
    }

    void allowFromOneNetwork_isNotAllowFromAnywhere()
    {
        QCOMPARE(kindOf(u"5432/tcp                   ALLOW IN    10.0.0.0/8\n"_s, 5432), Kind::Deny);
        QCOMPARE(kindOf(u"Anywhere                   DENY IN     203.0.113.7\n"
                        "5432/tcp                   ALLOW IN    Anywhere\n"_s,
                        5432),
                 Kind::Allow);
    }

    void families_areApart()
    {
        const QString rules = u"22/tcp                     ALLOW IN    Anywhere\n"
                              "3001/tcp (v6)              ALLOW IN    Anywhere (v6)             # oops\n"_s;
        QCOMPARE(kindOf(rules, 3001), Kind::Deny);
        QCOMPARE(kindOf(rules, 3001, Arrival::Protocol::Tcp, Arrival::Family::V6), Kind::Allow);
        QCOMPARE(kindOf(rules, 22, Arrival::Protocol::Tcp, Arrival::Family::V6), Kind::Deny);
    }

    void rulesForOtherDirections_doNotCount()
    {
        QCOMPARE(kindOf(u"3001/tcp                   ALLOW OUT   Anywhere\n"
                        "172.17.0.2 3001/tcp        ALLOW FWD   Anywhere\n"_s,
                        3001),
                 Kind::Deny);
    }

    void ruleForOneInterface_isNotGuessed()
    {
        const FirewallVerdict verdict =
            UfwStatus::parse(active + u"8000/tcp on eth1           ALLOW IN    Anywhere\n"_s)
                .incoming({Arrival::Family::V4, Arrival::Protocol::Tcp, 8000, {}});
        QCOMPARE(verdict.kind, Kind::Unknown);
        QVERIFY(verdict.reason.contains(u"eth1"_s));
        QCOMPARE(kindOf(u"Anywhere on lo             ALLOW IN    Anywhere\n"
                        "Anywhere on tailscale0     ALLOW IN    Anywhere\n"_s,
                        8000),
                 Kind::Deny);
    }

    void ruleForAnAddress_holdsForSocketsOnIt()
    {
        const UfwStatus status = UfwStatus::parse(active + u"192.0.2.1 8000/tcp         ALLOW IN    Anywhere\n"_s);
        Arrival arrival{Arrival::Family::V4, Arrival::Protocol::Tcp, 8000, QHostAddress(u"192.0.2.1"_s)};
        QCOMPARE(status.incoming(arrival).kind, Kind::Allow);
        arrival.destination = QHostAddress(u"192.0.2.2"_s);
        QCOMPARE(status.incoming(arrival).kind, Kind::Deny);
    }

    void rulesOfAnInactiveUfw_areReadFromItsFile()
    {
        const QByteArray rules = "*filter\n### RULES ###\n\n"
                                 "### tuple ### allow tcp 80,443 0.0.0.0/0 any 10.0.0.0/8 in comment=77656220\n"
                                 "-A ufw-user-input -p tcp -m multiport --dports 80,443 -s 10.0.0.0/8 -j ACCEPT\n\n"
                                 "### tuple ### limit any 2222 0.0.0.0/0 any 0.0.0.0/0 OpenSSH - in\n"
                                 "### tuple ### deny tcp 3001 0.0.0.0/0 any 0.0.0.0/0 in\n"
                                 "### tuple ### allow tcp 3002 0.0.0.0/0 any 0.0.0.0/0 out\n"
                                 "### tuple ### allow_log tcp 6000:6010 0.0.0.0/0 any 0.0.0.0/0 in_eth0\n"
                                 "### tuple ### allow udp 53 0.0.0.0/0 any 0.0.0.0/0 in\n### END RULES ###\n";
        const auto opens = [&](quint16 port) {
            return ufwRulesOpen(rules, {Arrival::Family::V4, Arrival::Protocol::Tcp, port, {}});
        };
        for (const quint16 port : {80, 443, 2222, 6000, 6005, 6010})
            QVERIFY2(opens(port), qPrintable(QString::number(port)));
        for (const quint16 port : {22, 53, 3001, 3002, 6011})
            QVERIFY2(!opens(port), qPrintable(QString::number(port)));
        QVERIFY(!ufwRulesOpen("### tuple ### allow\n### tuple ### \n", {}));
    }
};

GW_REGISTER_TEST(UfwTest)
#include "ufwtest.moc"

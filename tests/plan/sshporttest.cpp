// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/undo.h"
#include "tests/findings/factsbuilder.h"
#include "tests/plan/plannedserver.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray mainFile = "/etc/ssh/sshd_config";
const QByteArray dropIn = "/etc/ssh/sshd_config.d/00-gatewright.conf";

void withoutFirewall(Facts &facts)
{
    const Known<UntrustedText> absent = Gap{Gap::Reason::NotInstalled, {}};
    facts.firewall = {absent, absent, absent, absent, absent};
}

void withUfw(Facts &facts, const QString &rules)
{
    withoutFirewall(facts);
    facts.firewall.ufwStatus =
        UntrustedText(u"Status: active\nDefault: deny (incoming), allow (outgoing), disabled (routed)\n\n"
                      "To                         Action      From\n"
                      "--                         ------      ----\n"_s +
                      rules);
    facts.firewall.iptables = facts.firewall.ip6tables = UntrustedText(u"*filter\n:INPUT DROP [0:0]\nCOMMIT\n"_s);
}

void withFirewalld(Facts &facts)
{
    withoutFirewall(facts);
    facts.firewall.firewalld = UntrustedText(u"public (active)\n  target: default\n  interfaces: eth0\n  sources: \n"
                                             "  services: dhcpv6-client ssh\n  ports: 8443/tcp\n  protocols: \n"_s);
}

FactsBuilder debian(const std::function<void(Facts &)> &change = withoutFirewall)
{
    FactsBuilder builder;
    builder.sshdConfig(debianSshdConfig()).user(u"dev"_s, {u"dev"_s, u"sudo"_s}).with([change](Facts &facts) {
        facts.access.user = UntrustedText(u"dev"_s);
        facts.access.clientAddress = UntrustedText(u"192.0.2.10"_s);
        facts.listeners = QList<Listener>{};
        change(facts);
    });
    return builder;
}

void withSocket(Facts &facts)
{
    withoutFirewall(facts);
    facts.sshd->socketActivated = true;
    facts.sshd->socketListens = {UntrustedText(u"0.0.0.0:22"_s), UntrustedText(u"[::]:22"_s)};
}

qsizetype placeOf(const Plan &plan, const QString &id)
{
    return idsOf(plan).indexOf(id);
}

} // namespace

/// ssh moves to another port in two plans, each with a way back in which somebody could log in.
class SshPortTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothPorts_areOpen_untilTheNewOneIsProven()
    {
        const PlannedServer server(debian().facts());
        const Plan plan = server.planned({MoveSshPort{2222}});
        QVERIFY(writtenBy(plan, dropIn).endsWith("\nPort 22\nPort 2222\n"));
        QVERIFY(proves(plan, LoginProof{{}, 2222}));
        QVERIFY(proves(plan, PortProof{2222, PortProof::Expect::Open}));
        QVERIFY(commandsOf(plan).contains("sshd -T | grep -qxF -e 'port 2222'"));
        QVERIFY(commandsOf(plan).contains("ss -Hltn 'sport = :2222' | grep -q ."));

        const PlannedServer moved = server.after(plan);
        const Plan closing = moved.planned({CloseSshPort{22}});
        QVERIFY(writtenBy(closing, dropIn).endsWith("value counts.\nPort 2222\n"));
        QVERIFY(proves(closing, LoginProof{{}, 2222}));
        QVERIFY(proves(closing, PortProof{22, PortProof::Expect::Closed}));
    }

    void newPort_standsBelowTheOldOnes()
    {
        const PlannedServer server(debian().sshdConfig("# where\n  Port 22 # old\nPort 443\nUsePAM yes\n").facts());
        QCOMPARE(writtenBy(server.planned({MoveSshPort{2222}}), mainFile),
                 QByteArray("# where\n  Port 22 # old\nPort 443\nPort 2222\nUsePAM yes\n"));
    }

    void addressesWithPortsOfTheirOwn_getTheNewOneToo()
    {
        const PlannedServer server(
            debian().sshdConfig("ListenAddress 192.0.2.7:22\nListenAddress [2001:db8::7]:22\nUsePAM yes\n").facts());
        const PlannedServer after = server.after(server.planned({MoveSshPort{2222}}));
        QCOMPARE(after.content(mainFile),
                 QByteArray("ListenAddress 192.0.2.7:22\nListenAddress [2001:db8::7]:22\nListenAddress 192.0.2.7:2222\n"
                            "ListenAddress [2001:db8::7]:2222\nUsePAM yes\n"));
        QCOMPARE(after.after(after.planned({CloseSshPort{22}})).content(mainFile),
                 QByteArray("ListenAddress 192.0.2.7:2222\nListenAddress [2001:db8::7]:2222\nUsePAM yes\n"));
    }

    void firewall_comesFirst_andIsNeededByTheWrite()
    {
        const Facts facts =
            debian([](Facts &it) { withUfw(it, u"22/tcp                     ALLOW IN    Anywhere\n"_s); }).facts();
        const Plan plan = PlannedServer(facts).planned({MoveSshPort{2222}});
        QCOMPARE(placeOf(plan, u"allow port 2222"_s), 0);
        QVERIFY(stepOf(plan, u"write "_s + QString::fromLatin1(dropIn))->needs.contains(u"allow port 2222"_s));
        const auto &run = std::get<RunCommand>(plan.steps.first().change);
        QCOMPARE(run.line, QByteArray("ufw prepend allow 2222/tcp comment 'ssh'"));
        QCOMPARE(run.undo, QByteArray("ufw delete allow 2222/tcp")); // once it was kept
        QVERIFY(run.changesFirewall);
        QVERIFY(run.touches.contains(RemotePath(u"/etc/ufw/user.rules")));
    }

    void portThatIsOpenAlready_needsNoRule()
    {
        const Facts facts = debian([](Facts &it) {
                                withUfw(it, u"2222/tcp                   ALLOW IN    Anywhere\n"
                                            "2222/tcp (v6)              ALLOW IN    Anywhere (v6)\n"_s);
                                it.firewall.iptables = it.firewall.ip6tables =
                                    UntrustedText(u"*filter\n:INPUT DROP [0:0]\n-A INPUT -p tcp --dport 2222 -j "
                                                  "ACCEPT\nCOMMIT\n"_s);
                            }).facts();
        QCOMPARE(placeOf(PlannedServer(facts).planned({MoveSshPort{2222}}), u"allow port 2222"_s), -1);
    }

    void ruleThatClosesThePort_isTurned()
    {
        const Facts facts = debian([](Facts &it) {
                                withUfw(it, u"22/tcp                     ALLOW IN    Anywhere\n"
                                            "2222/tcp                   REJECT IN   Anywhere\n"_s);
                            }).facts();
        const auto plan = PlannedServer(facts).planned({MoveSshPort{2222}});
        const auto &run = std::get<RunCommand>(plan.steps.first().change);
        QCOMPARE(run.line, QByteArray("ufw allow 2222/tcp comment 'ssh'"));
        QCOMPARE(run.undo, QByteArray("ufw reject 2222/tcp"));
    }

    void firewalld_isChangedNowAndForLater()
    {
        const Plan plan = PlannedServer(debian(withFirewalld).facts()).planned({MoveSshPort{2222}});
        const auto &run = std::get<RunCommand>(plan.steps.first().change);
        QCOMPARE(run.line,
                 QByteArray("firewall-cmd --permanent --add-port=2222/tcp && firewall-cmd --add-port=2222/tcp"));
        QCOMPARE(*run.undo,
                 QByteArray("firewall-cmd --permanent --remove-port=2222/tcp && firewall-cmd --remove-port=2222/tcp"));
        QCOMPARE(run.touches, QList{RemotePath(u"/etc/firewalld/zones/public.xml")});
    }

    void rulesOfSomebodysOwn_areNotTouched()
    {
        const Facts facts =
            debian([](Facts &it) {
                withoutFirewall(it);
                it.firewall.nftables =
                    UntrustedText(u"table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; "
                                  "policy drop;\n\t\ttcp dport 22 accept\n\t}\n}\n"_s);
            }).facts();
        QVERIFY(
            PlannedServer(facts).refusal({MoveSshPort{2222}}).startsWith(u"The rules of this server are its own"_s));
    }

    void closing_takesTheRuleOfTheOldPortBack_last()
    {
        const Facts facts =
            debian([](Facts &it) {
                withUfw(it, u"22/tcp (OpenSSH)           ALLOW IN    Anywhere\n"
                            "22/tcp                     LIMIT IN    Anywhere                   # the old door\n"
                            "2222/tcp                   ALLOW IN    Anywhere\n"
                            "22/tcp                     DENY IN     10.0.0.0/8\n"_s);
            })
                .sshdLines("Port 22\nPort 2222\n")
                .facts();
        const Plan plan = PlannedServer(facts).planned({CloseSshPort{22}});
        QCOMPARE(commandsOf(plan).mid(commandsOf(plan).size() - 2),
                 (QByteArrayList{"ufw delete allow 'OpenSSH'", "ufw delete limit 22/tcp"}));
        // Where it stands when the one before it is gone.
        QCOMPARE(std::get<RunCommand>(plan.steps.last().change).undo,
                 QByteArray("ufw insert 1 limit 22/tcp comment 'the old door' || ufw limit 22/tcp comment 'the old "
                            "door'"));
    }

    void socket_listensOnBoth_thenOnOne()
    {
        const Facts facts = debian(withSocket).facts();
        const QByteArray path = "/etc/systemd/system/ssh.socket.d/50-gatewright.conf";
        const Plan plan = PlannedServer(facts).planned({MoveSshPort{2222}});
        QVERIFY(writtenBy(plan, path)
                    .endsWith("[Socket]\nListenStream=\nListenStream=0.0.0.0:22\nListenStream=[::]:22\n"
                              "ListenStream=0.0.0.0:2222\nListenStream=[::]:2222\n"));
        QVERIFY(placeOf(plan, u"write "_s + QString::fromLatin1(path)) < placeOf(plan, u"daemon-reload"_s));
        QVERIFY(placeOf(plan, u"daemon-reload"_s) < placeOf(plan, u"restart ssh.socket"_s));
        const Facts moved = debian([](Facts &it) {
                                withSocket(it);
                                it.sshd->socketListens += {UntrustedText(u"[::]:2222"_s)};
                            })
                                .sshdLines("Port 22\nPort 2222\n")
                                .facts();
        const Plan closing = PlannedServer(moved).planned({CloseSshPort{22}});
        QVERIFY(writtenBy(closing, path).endsWith("[Socket]\nListenStream=\nListenStream=[::]:2222\n"));
    }

    void sshdBehindASocket_isStoppedWhileTheSocketOpensAnew()
    {
        const Facts facts = debian([](Facts &it) {
                                withSocket(it);
                                SystemdUnit unit;
                                unit.name = UntrustedText(u"ssh.service"_s);
                                unit.activeState = UntrustedText(u"active"_s);
                                it.services.units = QList{unit};
                            }).facts();
        const Plan plan = PlannedServer(facts).planned({MoveSshPort{2222}});
        QVERIFY(placeOf(plan, u"stop ssh.service"_s) > 0);
        QVERIFY(placeOf(plan, u"stop ssh.service"_s) < placeOf(plan, u"restart ssh.socket"_s));
        QCOMPARE(placeOf(plan, u"reload ssh.service"_s), -1);
    }

    /// sshd runs by then: whoever takes it back came in through the socket.
    void socketOpensAnew_alsoWhenTheMoveIsTakenBack()
    {
        const PlannedServer server(debian(withSocket).facts());
        ChangeRecord record;
        record.outcome = Outcome::Kept;
        record.plan = server.planned({MoveSshPort{2222}});
        FileStates now;
        for (const Step &step : record.plan.steps) {
            const auto *write = std::get_if<WriteFile>(&step.change);
            if (!write)
                continue;
            FileState after;
            after.kind = FileState::Kind::Regular;
            after.content = write->after;
            record.files.append(fileRecordOf(write->path, write->before, after));
            now.insert(write->path, after);
        }
        const auto undo = undoPlan(record, now);
        QVERIFY2(undo, undo ? "" : qPrintable(undo.error().text()));
        const qsizetype stops = placeOf(*undo, u"stop ssh.service"_s);
        QVERIFY2(stops > placeOf(*undo, u"daemon-reload"_s), qPrintable(idsOf(*undo).join(u'\n')));
        QCOMPARE(placeOf(*undo, u"restart ssh.socket"_s), stops + 1);
        QVERIFY(!commandsOf(*undo).join('\n').contains("start ssh.service")); // the next connection does that
    }

    void selinux_isToldWhereItMayRule()
    {
        const Facts facts = debian([](Facts &it) {
                                withoutFirewall(it);
                                it.system.osId = UntrustedText(u"rocky"_s);
                            }).facts();
        const Plan plan = PlannedServer(facts).planned({MoveSshPort{2222}});
        QVERIFY(commandsOf(plan).first().contains("semanage port -a -t ssh_port_t -p tcp 2222"));
        QCOMPARE(plan.steps[3].id, u"reload sshd.service"_s);
    }

    void whatCannotBe_isRefused()
    {
        const PlannedServer server(debian([](Facts &it) {
                                       withoutFirewall(it);
                                       Listener listener;
                                       listener.port = 8080;
                                       listener.process = UntrustedText(u"nginx"_s);
                                       it.listeners = QList{listener};
                                   }).facts());
        QCOMPARE(server.refusal({MoveSshPort{8080}}), u"nginx has it already"_s);
        QVERIFY(!server.refusal({MoveSshPort{0}}).isEmpty());
        QCOMPARE(server.refusal({CloseSshPort{22}}), u"It is the only one on which SSH answers"_s);
        QVERIFY(server.planned({MoveSshPort{22}}).steps.isEmpty());
        QVERIFY(server.planned({CloseSshPort{2222}}).steps.isEmpty());
    }

    void moveAndSettings_areOneWriteAndOneReload()
    {
        const PlannedServer server(debian().facts());
        const Plan plan = server.planned({SetSshd{u"MaxAuthTries"_s, u"4"_s}, MoveSshPort{2222}});
        QVERIFY(writtenBy(plan, dropIn).endsWith("MaxAuthTries 4\nPort 22\nPort 2222\n"));
        QCOMPARE(idsOf(plan).filter(u"reload"_s).size(), 1);
    }
};

GW_REGISTER_TEST(SshPortTest)
#include "sshporttest.moc"

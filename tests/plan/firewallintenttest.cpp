// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/findings/factsbuilder.h"
#include "tests/plan/plannedserver.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

const Known<UntrustedText> absent = Gap{Gap::Reason::NotInstalled, {}};
const QByteArray ufwDefaults =
    "# a comment\nIPV6=no\n\nDEFAULT_INPUT_POLICY=\"ACCEPT\"\nDEFAULT_OUTPUT_POLICY=\"ACCEPT\"\n";

Listener listening(const QString &address, quint16 port)
{
    Listener listener;
    listener.address = QHostAddress(address);
    listener.port = port;
    return listener;
}

/// Reached over port 22 and 2222; vLLM on 3001 and nginx on 443 answer everybody.
FactsBuilder server(const std::function<void(Facts &)> &change = [](Facts &) {})
{
    FactsBuilder builder;
    builder.sshdConfig("Port 22\nPort 2222\nUsePAM yes\n").with([change](Facts &facts) {
        facts.access.clientAddress = UntrustedText(u"192.0.2.10"_s);
        facts.firewall = {absent, absent, absent, absent, absent};
        facts.listeners =
            QList<Listener>{listening(u"0.0.0.0"_s, 22), listening(u"0.0.0.0"_s, 2222), listening(u"0.0.0.0"_s, 3001),
                            listening(u"::"_s, 443), listening(u"127.0.0.1"_s, 5432)};
        change(facts);
    });
    return builder;
}

void withInactiveUfw(Facts &facts)
{
    facts.firewall.ufwStatus = UntrustedText(u"Status: inactive\n"_s);
}

} // namespace

/// A firewall that denies what comes in, and locks nobody out.
class FirewallIntentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ssh_isAllowedBeforeAnythingIsDenied()
    {
        PlannedServer asked(server(withInactiveUfw).facts());
        asked.file("/etc/default/ufw", ufwDefaults);
        const Plan plan = asked.planned({EnableFirewall{{80, 443}}});
        QCOMPARE(idsOf(plan),
                 (QStringList{u"allow port 22"_s, u"allow port 2222"_s, u"allow port 80"_s, u"allow port 443"_s,
                              u"write /etc/default/ufw"_s, u"check ufw"_s, u"enable ufw"_s, u"check ufw status"_s}));
        QCOMPARE(commandsOf(plan).first(), QByteArray("ufw prepend allow 22/tcp comment 'ssh'"));
        for (const char *needed : {"allow port 22", "allow port 2222", "write /etc/default/ufw", "check ufw"})
            QVERIFY(stepOf(plan, u"enable ufw"_s)->needs.contains(QLatin1String(needed)));
        const auto &enable = std::get<RunCommand>(stepOf(plan, u"enable ufw"_s)->change);
        QCOMPARE(enable.line, QByteArray("ufw --force enable"));
        QCOMPARE(enable.undo, QByteArray("ufw disable"));
    }

    void severalWishes_areOne_andTheNewPortOfSshIsAmongThem()
    {
        PlannedServer asked(server(withInactiveUfw).facts());
        asked.file("/etc/default/ufw", ufwDefaults);
        const Plan plan = asked.planned({EnableFirewall{{80}}, EnableFirewall{{443}}, MoveSshPort{2200}});
        for (const char *id : {"allow port 22", "allow port 2200", "allow port 80", "allow port 443"})
            QVERIFY2(stepOf(plan, QString::fromLatin1(id)), id);
        QVERIFY(!proves(plan, PortProof{443, PortProof::Expect::Closed}));
        QVERIFY(!asked.refusal({MoveSshPort{2200}, CloseSshPort{2200}}).isEmpty());
    }

    void defaults_changeInPlace_forIpv6Too()
    {
        PlannedServer asked(server(withInactiveUfw).facts());
        asked.file("/etc/default/ufw", ufwDefaults);
        QCOMPARE(
            writtenBy(asked.planned({EnableFirewall{}}), "/etc/default/ufw"),
            QByteArray("# a comment\nIPV6=yes\n\nDEFAULT_INPUT_POLICY=\"DROP\"\nDEFAULT_OUTPUT_POLICY=\"ACCEPT\"\n"));
    }

    void whatStaysOpen_andWhatCloses_isProven()
    {
        PlannedServer asked(server(withInactiveUfw).facts());
        asked.file("/etc/default/ufw", ufwDefaults);
        const Plan plan = asked.planned({EnableFirewall{{443}}});
        using Expect = PortProof::Expect;
        QCOMPARE(plan.proofs, (QList<Proof>{LoginProof{}, PortProof{22, Expect::Open}, PortProof{2222, Expect::Open},
                                            PortProof{3001, Expect::Closed}, PortProof{443, Expect::Open}}));
    }

    void whatAnInactiveUfwLetsInAlready_isSaidToStayOpen()
    {
        PlannedServer asked(server(withInactiveUfw).facts());
        asked.file("/etc/default/ufw", ufwDefaults);
        asked.file("/etc/ufw/user.rules", "### tuple ### allow tcp 3001 0.0.0.0/0 any 0.0.0.0/0 in\n");
        const Plan plan = asked.planned({EnableFirewall{}});
        QVERIFY(!proves(plan, PortProof{3001, PortProof::Expect::Closed}));
        QVERIFY(plan.warnings.join(u' ').contains(u"Port 3001 answers now"_s));
    }

    void portsOfContainers_areSaidToStayOpen()
    {
        const Facts facts = server([](Facts &it) {
                                withInactiveUfw(it);
                                Container container;
                                container.ports = {{QHostAddress(u"0.0.0.0"_s), 3001, 8000, Listener::Protocol::Tcp}};
                                it.containers = QList{container};
                            }).facts();
        const Plan plan = PlannedServer(facts).planned({EnableFirewall{}});
        QVERIFY(plan.warnings.join(u' ').contains(u"Port 3001 is published by a container engine"_s));
        QVERIFY(!proves(plan, PortProof{3001, PortProof::Expect::Closed}));
    }

    void withoutAnyFirewall_ufwIsInstalledFirst()
    {
        const Plan plan = PlannedServer(server().facts()).planned({EnableFirewall{}});
        QCOMPARE(idsOf(plan).mid(0, 4),
                 (QStringList{u"install ufw"_s, u"allow port 22"_s, u"allow port 2222"_s, u"deny incoming"_s}));
        QCOMPARE(stepOf(plan, u"allow port 22"_s)->needs, QStringList{u"install ufw"_s});
    }

    void firewalld_isUsedWhereItIsThere()
    {
        const Facts facts = server([](Facts &it) { it.firewall.firewalld = Gap{Gap::Reason::Failed, {}}; }).facts();
        const Plan plan = PlannedServer(facts).planned({EnableFirewall{{443}}});
        QCOMPARE(idsOf(plan), (QStringList{u"allow port 22"_s, u"allow port 2222"_s, u"allow port 443"_s,
                                           u"enable firewalld.service"_s, u"start firewalld.service"_s}));
        QCOMPARE(commandsOf(plan).first(), QByteArray("firewall-offline-cmd --add-port=22/tcp"));
        QVERIFY(proves(plan, UnitProof{ServiceUnit(u"firewalld.service"_s)}));
    }

    void unknownPortOfSsh_isRefused()
    {
        const Facts facts = server([](Facts &it) {
                                it.sshd = Gap{Gap::Reason::NeedsRoot, {}};
                                it.listeners = Gap{Gap::Reason::NeedsRoot, {}};
                            }).facts();
        QCOMPARE(PlannedServer(facts).refusal({EnableFirewall{}}), u"On which port sshd answers is not known"_s);
    }
};

GW_REGISTER_TEST(FirewallIntentTest)
#include "firewallintenttest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/findings/serverfacts.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

Facts openServer(const QList<Listener> &listeners)
{
    return FactsBuilder()
        .with([&](Facts &facts) {
            facts.listeners = listeners;
            withoutFirewall(facts);
        })
        .facts();
}

QList<Finding> openPorts(const Facts &facts)
{
    return findingsOf(rule(u"exposure.open-port"_s), facts);
}

AiService jupyter(const QByteArray &configuration, const QString &arguments = {})
{
    AiService service;
    service.kind = AiService::Kind::Jupyter;
    service.pid = 9888;
    service.user = UntrustedText(u"root"_s);
    service.commandLine = UntrustedText(u"python3 /usr/bin/jupyter-lab --ip 0.0.0.0 "_s + arguments);
    FileFact file;
    file.path = RemotePath(QByteArray("/root/.jupyter/jupyter_server_config.py"));
    file.content = configuration;
    if (!configuration.isEmpty())
        service.files = {file};
    return service;
}

Facts withJupyter(const AiService &service, const QString &address = u"0.0.0.0"_s)
{
    Facts facts = openServer({listening(address, 8888, u"python3"_s)});
    facts.aiServices = QList<AiService>{service};
    return facts;
}

} // namespace

class ExposureRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aiServiceOpenToTheWorld_isCritical()
    {
        Facts facts = openServer({listening(u"0.0.0.0"_s, 3001, u"python3"_s)});
        facts.listeners->first().commandLine = UntrustedText(u"python3 -m vllm.entrypoints.openai.api_server"_s);
        const QList<Finding> findings = openPorts(facts);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().severity, Severity::Critical);
        QCOMPARE(findings.first().subject, u"3001/tcp"_s);
        QVERIFY(findings.first().title.contains(u"vLLM"_s) && findings.first().title.contains(u"root"_s));
        QVERIFY(findings.first().explanation.contains(u"no firewall is installed"_s));
    }

    void dataStoreOpenToTheWorld_isCritical()
    {
        QCOMPARE(openPorts(openServer({listening(u"0.0.0.0"_s, 6379, u"redis-server"_s)})).first().severity,
                 Severity::Critical);
        QCOMPARE(openPorts(openServer({listening(u"0.0.0.0"_s, 2375, u""_s)})).first().severity, Severity::Critical);
    }

    void unknownTcpService_isHigh_onAPrivateAddressMedium()
    {
        QCOMPARE(openPorts(openServer({listening(u"0.0.0.0"_s, 8000, u"python3"_s)})).first().severity, Severity::High);
        QCOMPARE(openPorts(openServer({listening(u"10.1.2.3"_s, 8000, u"python3"_s)})).first().severity,
                 Severity::Medium);
    }

    void bothFamilies_areOneFinding()
    {
        const QList<Finding> findings = openPorts(
            openServer({listening(u"0.0.0.0"_s, 8000, u"python3"_s), listening(u"::"_s, 8000, u"python3"_s)}));
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().effective, u"0.0.0.0:8000, [::]:8000");
    }

    void gatesAndSmallServices_areNoFinding()
    {
        Listener dhcp = listening(u"0.0.0.0"_s, 68, u"dhclient"_s);
        dhcp.protocol = Listener::Protocol::Udp;
        const QList<Finding> findings =
            openPorts(openServer({listening(u"0.0.0.0"_s, 22, u"sshd"_s), listening(u"0.0.0.0"_s, 443, u"nginx"_s),
                                  dhcp, listening(u"127.0.0.1"_s, 5432, u"postgres"_s)}));
        QVERIFY(findings.isEmpty());
    }

    void undecidableFirewall_isNotPassed()
    {
        Facts facts = openServer({listening(u"0.0.0.0"_s, 8000, u"python3"_s)});
        facts.firewall.nftables = Gap{Gap::Reason::NeedsRoot, {}};
        QCOMPARE(outcomeOf(rule(u"exposure.open-port"_s), facts), u"not checked"_s);
        facts.listeners = Gap{Gap::Reason::Failed, {}};
        QCOMPARE(outcomeOf(rule(u"exposure.open-port"_s), facts), u"not checked"_s);
    }

    void firewallThatDenies_passes()
    {
        Facts facts = openServer({listening(u"0.0.0.0"_s, 8000, u"python3"_s)});
        withUfw(facts, u"22/tcp                     ALLOW IN    Anywhere\n"_s);
        QVERIFY(openPorts(facts).isEmpty());
        QCOMPARE(outcomeOf(rule(u"exposure.no-firewall"_s), facts), u"passed"_s);
    }

    void noFirewall_isMedium()
    {
        QCOMPARE(outcomeOf(rule(u"exposure.no-firewall"_s), openServer({})), u"medium"_s);
        Facts unknown = openServer({});
        unknown.firewall.nftables = Gap{Gap::Reason::NeedsRoot, {}};
        QCOMPARE(outcomeOf(rule(u"exposure.no-firewall"_s), unknown), u"not checked"_s);
    }

    void firewallForIpv4Only_isMedium_whereIpv6Listens()
    {
        Facts facts = openServer({listening(u"::"_s, 22, u"sshd"_s)});
        facts.firewall.iptables = UntrustedText(u"*filter\n:INPUT DROP [0:0]\nCOMMIT\n"_s);
        facts.firewall.ip6tables = UntrustedText(u"*filter\n:INPUT ACCEPT [0:0]\nCOMMIT\n"_s);
        QCOMPARE(outcomeOf(rule(u"exposure.no-firewall"_s), facts), u"medium"_s);
        facts.listeners->first().address = QHostAddress(u"0.0.0.0"_s);
        QCOMPARE(outcomeOf(rule(u"exposure.no-firewall"_s), facts), u"passed"_s);
    }

    void jupyterWithoutTokenAndPassword_isCriticalWhereExposed()
    {
        const Facts facts = withJupyter(
            jupyter("c.ServerApp.ip = '0.0.0.0'\nc.IdentityProvider.token = ''\nc.ServerApp.password = ''\n"));
        const QList<Finding> findings = findingsOf(rule(u"ai.jupyter-no-password"_s), facts);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().severity, Severity::Critical);
        QCOMPARE(findings.first().where.line, 2);
        QCOMPARE(findings.first().effective, u"c.IdentityProvider.token = ''");
        QCOMPARE(openPorts(facts).first().severity, Severity::Critical);
    }

    void jupyterWithoutTokenOnLoopback_isHigh()
    {
        QCOMPARE(outcomeOf(rule(u"ai.jupyter-no-password"_s),
                           withJupyter(jupyter("c.NotebookApp.token = \"\"\n"), u"127.0.0.1"_s)),
                 u"high"_s);
    }

    void jupyterLogin_followsCommandLineOverFiles_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("default: random token") << QByteArray() << QString() << u"passed"_s;
        QTest::newRow("token given") << QByteArray("c.ServerApp.token = '****'\n") << QString() << u"passed"_s;
        QTest::newRow("token emptied by the command line")
            << QByteArray("c.ServerApp.token = '****'\n") << u"--ServerApp.token='' --no-browser"_s << u"critical"_s;
        QTest::newRow("bare empty value") << QByteArray() << u"--NotebookApp.token= --no-browser"_s << u"critical"_s;
        QTest::newRow("password instead of a token")
            << QByteArray("c.ServerApp.token = ''\nc.PasswordIdentityProvider.hashed_password = 'argon2:****'\n")
            << QString() << u"passed"_s;
        QTest::newRow("password emptied again")
            << QByteArray("c.ServerApp.token = ''\nc.ServerApp.password = 'argon2:****'\nc.ServerApp.password = ''\n")
            << QString() << u"critical"_s;
        QTest::newRow("commented out") << QByteArray("# c.ServerApp.token = ''\n") << QString() << u"passed"_s;
        QTest::newRow("JSON") << QByteArray("{\n  \"ServerApp\": {\n    \"token\": \"\"\n  }\n}\n") << QString()
                              << u"critical"_s;
    }
    void jupyterLogin_followsCommandLineOverFiles()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, arguments);
        QFETCH(QString, outcome);
        QCOMPARE(outcomeOf(rule(u"ai.jupyter-no-password"_s), withJupyter(jupyter(file, arguments))), outcome);
    }

    void noJupyter_isNotApplicable()
    {
        Facts facts = openServer({});
        facts.aiServices = QList<AiService>{};
        QCOMPARE(outcomeOf(rule(u"ai.jupyter-no-password"_s), facts), u"not applicable"_s);
    }
};

GW_REGISTER_TEST(ExposureRulesTest)
#include "exposurerulestest.moc"

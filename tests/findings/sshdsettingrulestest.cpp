// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"
#include "tests/findings/factsbuilder.h"
#include "tests/support/testmain.h"

using namespace gw;
using gw::test::FactsBuilder;
using gw::test::outcomeOf;

namespace {

const QString oldVersion = QStringLiteral("OpenSSH_7.2p2 Ubuntu-4ubuntu2.8");
const QString newVersion = QStringLiteral("OpenSSH_10.0p2 Debian-7");
const QString middleVersion = QStringLiteral("OpenSSH_9.2p1 Debian-2+deb12u5");

} // namespace

/// One setting, one verdict.
class SshdSettingRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void setting_data()
    {
        QTest::addColumn<const Rule *>("rule");
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("version");
        const auto row = [](const Rule &rule, const char *lines, const char *outcome,
                            const QString &version = middleVersion) {
            QTest::addRow("%s: %s (%s)", rule.id, lines, qPrintable(version.left(12)))
                << &rule << QByteArray(lines).replace(';', '\n') + '\n'
                << QString::fromLatin1(outcome) << version;
        };
        row(sshd::emptyPasswords, "PermitEmptyPasswords yes", "high");
        row(sshd::emptyPasswords, "PermitEmptyPasswords no", "passed");
        row(sshd::emptyPasswords, "", "passed");
        row(sshd::emptyPasswords, "Match User a;PermitEmptyPasswords yes", "high");
        row(sshd::publicKeyAuthentication, "PubkeyAuthentication no", "medium");
        row(sshd::publicKeyAuthentication, "", "passed");
        row(sshd::strictModes, "StrictModes no", "medium");
        row(sshd::strictModes, "", "passed");
        row(sshd::ignoreRhosts, "IgnoreRhosts no", "medium");
        row(sshd::ignoreRhosts, "IgnoreRhosts shosts-only", "passed");
        row(sshd::ignoreRhosts, "", "passed");
        row(sshd::hostbasedAuthentication, "HostbasedAuthentication yes", "medium");
        row(sshd::hostbasedAuthentication, "", "passed");
        row(sshd::userKnownHosts, "HostbasedAuthentication yes", "medium");
        row(sshd::userKnownHosts, "HostbasedAuthentication yes;IgnoreUserKnownHosts yes", "passed");
        row(sshd::userKnownHosts, "", "not applicable");
        row(sshd::userEnvironment, "PermitUserEnvironment yes", "medium");
        row(sshd::userEnvironment, "PermitUserEnvironment LANG,LC_*", "low");
        row(sshd::userEnvironment, "", "passed");
        row(sshd::tunnel, "PermitTunnel yes", "medium");
        row(sshd::tunnel, "PermitTunnel point-to-point", "medium");
        row(sshd::tunnel, "", "passed");
        row(sshd::gatewayPorts, "GatewayPorts yes", "medium");
        row(sshd::gatewayPorts, "GatewayPorts clientspecified", "low");
        row(sshd::gatewayPorts, "", "passed");
        row(sshd::x11Forwarding, "X11Forwarding yes", "low");
        row(sshd::x11Forwarding, "", "passed");
        row(sshd::x11UseLocalhost, "X11Forwarding yes;X11UseLocalhost no", "medium");
        row(sshd::x11UseLocalhost, "X11UseLocalhost no", "not applicable");
        row(sshd::x11UseLocalhost, "X11Forwarding yes", "passed");
        row(sshd::agentForwarding, "", "low");
        row(sshd::agentForwarding, "AllowAgentForwarding no", "passed");
        row(sshd::tcpForwarding, "", "low");
        row(sshd::tcpForwarding, "AllowTcpForwarding local", "low");
        row(sshd::tcpForwarding, "AllowTcpForwarding no", "passed");
        row(sshd::tcpForwarding, "AllowTcpForwarding no;Match User dev;AllowTcpForwarding yes", "low");
        row(sshd::tcpForwarding, "DisableForwarding yes", "passed");
        row(sshd::loginGraceTime, "", "low");
        row(sshd::loginGraceTime, "LoginGraceTime 1m", "passed");
        row(sshd::loginGraceTime, "LoginGraceTime 61", "low");
        row(sshd::loginGraceTime, "LoginGraceTime 10m", "medium");
        row(sshd::loginGraceTime, "LoginGraceTime 0", "medium");
        row(sshd::maxAuthTries, "", "low");
        row(sshd::maxAuthTries, "MaxAuthTries 4", "passed");
        row(sshd::maxAuthTries, "MaxAuthTries 4;Match User a;MaxAuthTries 50", "low");
        row(sshd::maxSessions, "", "passed");
        row(sshd::maxSessions, "MaxSessions 100", "low");
        row(sshd::maxStartups, "", "low");
        row(sshd::maxStartups, "MaxStartups 10:30:60", "passed");
        row(sshd::maxStartups, "MaxStartups 100", "low");
        row(sshd::perSourceMaxStartups, "", "info");
        row(sshd::perSourceMaxStartups, "PerSourceMaxStartups 5", "passed");
        row(sshd::perSourceMaxStartups, "", "not applicable", oldVersion);
        row(sshd::perSourceMaxStartups, "", "passed", newVersion);
        row(sshd::perSourcePenalties, "", "not applicable");
        row(sshd::perSourcePenalties, "", "passed", newVersion);
        row(sshd::perSourcePenalties, "PerSourcePenalties no", "low", newVersion);
        row(sshd::clientAlive, "", "low");
        row(sshd::clientAlive, "ClientAliveInterval 5m", "passed");
        row(sshd::clientAlive, "ClientAliveInterval 300;ClientAliveCountMax 0", "low");
        row(sshd::clientAlive, "ClientAliveInterval 300;ClientAliveCountMax 0", "passed", oldVersion);
        row(sshd::logLevel, "", "passed");
        row(sshd::logLevel, "LogLevel VERBOSE", "passed");
        row(sshd::logLevel, "LogLevel quiet", "low");
        row(sshd::logLevel, "LogLevel DEBUG3", "low");
        row(sshd::syslogFacility, "", "passed");
        row(sshd::syslogFacility, "SyslogFacility AUTHPRIV", "passed");
        row(sshd::syslogFacility, "SyslogFacility LOCAL3", "low");
        row(sshd::useDns, "", "passed");
        row(sshd::useDns, "UseDNS yes", "low");
        row(sshd::useDns, "", "low", QStringLiteral("OpenSSH_6.6.1p1 Ubuntu-2ubuntu2"));
        row(sshd::compression, "", "not applicable");
        row(sshd::compression, "Compression yes", "low", oldVersion);
        row(sshd::compression, "Compression no", "passed", oldVersion);
        row(sshd::banner, "", "info");
        row(sshd::banner, "Banner /etc/issue.net", "passed");
        row(sshd::lastLog, "PrintLastLog no", "low");
        row(sshd::lastLog, "", "passed");
        row(sshd::gssapi, "GSSAPIAuthentication yes", "low");
        row(sshd::gssapi, "", "passed");
        row(sshd::kerberos, "KerberosAuthentication yes", "low");
        row(sshd::kerberos, "", "passed");
        row(sshd::usePam, "", "low");
        row(sshd::usePam, "UsePAM yes", "passed");
        row(sshd::requiredRsaSize, "", "low");
        row(sshd::requiredRsaSize, "RequiredRSASize 2048", "info");
        row(sshd::requiredRsaSize, "RequiredRSASize 3072", "passed");
        row(sshd::requiredRsaSize, "", "not applicable", oldVersion);
        row(sshd::port, "", "info");
        row(sshd::port, "Port 2222", "passed");
        row(sshd::port, "Port 2222;Port 22", "info");
        row(sshd::listenAddress, "", "info");
        row(sshd::listenAddress, "ListenAddress 10.0.0.1", "passed");
        row(sshd::listenAddress, "ListenAddress 0.0.0.0", "info");
        row(sshd::authorizedKeysFile, "", "passed");
        row(sshd::authorizedKeysFile, "AuthorizedKeysFile /etc/ssh/keys/%u", "passed");
        row(sshd::authorizedKeysFile, "AuthorizedKeysFile none", "passed");
        row(sshd::authorizedKeysFile, "AuthorizedKeysFile .ssh/authorized_keys /etc/ssh/everybody", "medium");
        row(sshd::authorizedKeysFile, "AuthorizedKeysFile /tmp/keys/%u", "high");
        row(sshd::matchNeverHolds, "Match User !bob;X11Forwarding no", "medium");
        row(sshd::matchNeverHolds, "Match User *,!bob;X11Forwarding no", "passed");
        row(sshd::matchNeverHolds, "Match Address *,!10.0.0.0/8;X11Forwarding no", "passed");
    }

    void setting()
    {
        QFETCH(const Rule *, rule);
        QFETCH(QByteArray, lines);
        QFETCH(QString, outcome);
        QFETCH(QString, version);
        const FactsBuilder builder = FactsBuilder().sshdConfig(lines).sshdVersion(version);
        QCOMPARE(outcomeOf(*rule, builder.facts()), outcome);
        // The files alone lead to the same verdict.
        QCOMPARE(outcomeOf(*rule, FactsBuilder(builder).notRoot().facts()), outcome);
    }

    void socketActivation_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QStringList>("listens");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("another port") << QByteArray("Port 2222\n") << QStringList{QStringLiteral("[::]:22")}
                                      << "medium";
        QTest::newRow("the same port") << QByteArray("Port 2222\n")
                                       << QStringList{QStringLiteral("0.0.0.0:2222"), QStringLiteral("[::]:2222")}
                                       << "passed";
        QTest::newRow("no port set") << QByteArray() << QStringList{QStringLiteral("22")} << "passed";
        QTest::newRow("another address") << QByteArray("ListenAddress 10.0.0.1\n")
                                         << QStringList{QStringLiteral("[::]:22")} << "medium";
        QTest::newRow("the same address")
            << QByteArray("ListenAddress 10.0.0.1\n") << QStringList{QStringLiteral("10.0.0.1:22")} << "passed";
    }

    void socketActivation()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QStringList, listens);
        QFETCH(QString, outcome);
        const FactsBuilder builder = FactsBuilder().sshdConfig(lines);
        QCOMPARE(outcomeOf(sshd::socketActivation, builder.facts()), QStringLiteral("not applicable"));
        const Facts facts = FactsBuilder(builder)
                                .with([&](Facts &changing) {
                                    changing.sshd->socketActivated = true;
                                    for (const QString &listen : listens)
                                        changing.sshd->socketListens.append(UntrustedText(listen));
                                })
                                .facts();
        QCOMPARE(outcomeOf(sshd::socketActivation, facts), outcome);
        QCOMPARE(outcomeOf(sshd::port, facts), QStringLiteral("passed"));
    }
};

GW_REGISTER_TEST(SshdSettingRulesTest)
#include "sshdsettingrulestest.moc"

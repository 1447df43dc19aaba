// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/survey.h"
#include "tests/flows/impatientshell.h"
#include "tests/flows/labclient.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using gw::Error;
using gw::test::LabClient;
using gw::test::LabServer;

namespace {

constexpr int innerPort = 2222;

} // namespace

/// A server behind a jump host, and what the person hears when one of the two fails. Both sshd run on one server of the
/// lab, the inner one only on its loopback: nothing but the jump leads there.
class JumpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_jump = LabServer::own(u"plain"_s, u"jump"_s);
        m_jump->must(
            u"systemd-run -q --unit inner /usr/sbin/sshd -D -p %1 -o ListenAddress=127.0.0.1 -o PidFile=none; "
            "for try in $(seq 100); do ss -Hltn 'sport = :%1' | grep -q . && break; sleep 0.1; done"_s.arg(innerPort));
        m_client = std::make_unique<LabClient>(
            QList<const LabServer *>{m_jump.get()},
            "Host inner\n  HostName 127.0.0.1\n  HostKeyAlias " + m_jump->address().toUtf8() + "\n  Port " +
                QByteArray::number(innerPort) + "\n  User root\n  ProxyJump dev@" + m_jump->address().toUtf8() +
                "\n  IdentityFile " + m_jump->value(u"KEY"_s).toUtf8() + '\n');
    }
    void cleanupTestCase() { m_jump.reset(); }

    void survey_goesThroughTheJumpHost_data() { transports(); }
    void survey_goesThroughTheJumpHost()
    {
        QFETCH(int, transport);
        const auto shell = open(transport);
        QVERIFY2(shell, shell ? "" : qPrintable(shell.error().text()));
        const auto answer = gw::survey(**shell, {}, {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
        const gw::Facts facts = gw::factsFrom(*answer);
        QVERIFY(facts.access.isRoot);
        QCOMPARE(facts.access.clientAddress.raw(), u"127.0.0.1"_s); // it saw the jump host, not us
    }

    void serverBehindItIsGone_isSaid_data() { transports(); }
    void serverBehindItIsGone_isSaid()
    {
        QFETCH(int, transport);
        const auto shell = open(transport, u"gone"_s);
        QVERIFY(!shell);
        QCOMPARE(shell.error().kind, Error::Kind::Unreachable);
        QVERIFY2(shell.error().text().contains(u"2223"_s), qPrintable(shell.error().text()));
    }

    void serverBehindItIsSilent_isNamed_data() { transports(); }
    void serverBehindItIsSilent_isNamed()
    {
        QFETCH(int, transport);
        m_jump->must(u"systemctl kill -s STOP inner"_s);
        const auto shell = open(transport);
        m_jump->must(u"systemctl kill -s CONT inner"_s);
        QVERIFY(!shell);
        QVERIFY2(isNetworkTrouble(shell.error()), qPrintable(shell.error().text()));
        QVERIFY2(shell.error().text().contains(QString::number(innerPort)), qPrintable(shell.error().text()));
    }

    void jumpHostIsSilent_isNamed_data() { transports(); }
    void jumpHostIsSilent_isNamed()
    {
        QFETCH(int, transport);
        m_jump->must(u"systemctl kill -s STOP ssh"_s);
        const auto shell = open(transport);
        m_jump->must(u"systemctl kill -s CONT ssh"_s);
        QVERIFY(!shell);
        QVERIFY2(isNetworkTrouble(shell.error()), qPrintable(shell.error().text()));
        QVERIFY2(shell.error().text().contains(m_jump->address()), qPrintable(shell.error().text()));
    }

    /// Stopped processes keep their sockets: nothing comes any more, and nothing says so.
    void jumpHostStallsDuringASurvey_endsIt_data() { transports(); }
    void jumpHostStallsDuringASurvey_endsIt()
    {
        QFETCH(int, transport);
        const auto shell = open(transport);
        QVERIFY2(shell, shell ? "" : qPrintable(shell.error().text()));
        gw::test::ImpatientShell impatient(**shell);
        bool isStalled = false;
        const auto answer = gw::survey(impatient, {}, {}, [&](const gw::SurveyProgress &) {
            if (!std::exchange(isStalled, true))
                m_jump->must(u"for session in $(pgrep -u dev sshd); do kill -STOP $session; done"_s);
        });
        m_jump->must(u"for session in $(pgrep -u dev sshd); do kill -CONT $session; done"_s);
        QVERIFY(isStalled);
        QVERIFY(!answer);
        QVERIFY2(isNetworkTrouble(answer.error()), qPrintable(answer.error().text()));
        QVERIFY(!answer.error().advice.isEmpty());
    }

    // Last: the server does not come back.
    void jumpHostIsGone_isNamed_data() { transports(); }
    void jumpHostIsGone_isNamed()
    {
        QFETCH(int, transport);
        m_jump->kill();
        const auto shell = open(transport);
        QVERIFY(!shell);
        QVERIFY2(isNetworkTrouble(shell.error()), qPrintable(shell.error().text()));
        QVERIFY2(shell.error().text().contains(m_jump->address()), qPrintable(shell.error().text()));
        QVERIFY(!shell.error().advice.isEmpty());
    }

private:
    static void transports()
    {
        QTest::addColumn<int>("transport");
        QTest::newRow("libssh") << int(gw::TransportKind::Libssh);
        QTest::newRow("OpenSSH") << int(gw::TransportKind::OpenSsh);
    }

    static bool isNetworkTrouble(const Error &error)
    {
        return error.kind == Error::Kind::TimedOut || error.kind == Error::Kind::Unreachable;
    }

    gw::Result<std::unique_ptr<gw::Transport>> open(int transport, const QString &host = u"inner"_s) const
    {
        gw::RouteOptions options;
        options.transport = gw::TransportKind(transport);
        options.configFile = m_client->config();
        gw::Target target;
        target.host = u"inner"_s;
        target.port = host == u"gone"_s ? innerPort + 1 : 0;
        const gw::Route route = GW_TRY(gw::routeTo(target, options, {}));
        gw::ConnectOptions bounds;
        bounds.timeout = std::chrono::seconds(8);
        return gw::openTransport(route, {}, bounds, {});
    }

    std::unique_ptr<LabServer> m_jump;
    std::unique_ptr<LabClient> m_client;
};

GW_REGISTER_TEST(JumpTest)
#include "jumptest.moc"

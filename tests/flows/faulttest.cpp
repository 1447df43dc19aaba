// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/survey.h"
#include "tests/flows/impatientshell.h"
#include "tests/flows/labclient.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using gw::Error;
using gw::test::ImpatientShell;
using gw::test::LabClient;
using gw::test::LabServer;
using gw::test::Ran;

/// What happens to a survey when the network or the server fails in the middle of it. A deadline of seconds is what is
/// tested; that it was not one of minutes is all that is asserted.
class FaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::own(u"plain"_s, u"fault"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_server.get()});
    }
    void cleanupTestCase() { m_server.reset(); }

    void networkIsCut_endsTheSurveyWithinItsPatience_data() { transports(); }
    void networkIsCut_endsTheSurveyWithinItsPatience()
    {
        QFETCH(int, transport);
        const auto shell = m_client->connected(*m_server, u"root"_s, gw::TransportKind(transport));
        QElapsedTimer time;
        time.start();
        const auto answer = surveyWith(*shell, [this] { m_server->cut(); });
        QVERIFY2(isNetworkTrouble(answer), qPrintable(textOf(answer)));
        QVERIFY(!answer.error().advice.isEmpty());
        QVERIFY2(time.elapsed() < 60'000, qPrintable(QString::number(time.elapsed())));
        m_server->heal();
        QVERIFY(isReachable(transport));
    }

    /// Shorter than the patience: TCP mends it, the person does not notice.
    void shortCut_isSurvived_data() { transports(); }
    void shortCut_isSurvived()
    {
        QFETCH(int, transport);
        const auto shell = m_client->connected(*m_server, u"root"_s, gw::TransportKind(transport));
        const auto answer = surveyWith(
            *shell,
            [this] {
                m_server->cut();
                QTest::qSleep(300);
                m_server->heal();
            },
            30s);
        QVERIFY2(answer, qPrintable(textOf(answer)));
    }

    void powerCut_endsTheSurvey_data() { transports(); }
    void powerCut_endsTheSurvey()
    {
        QFETCH(int, transport);
        const auto shell = m_client->connected(*m_server, u"root"_s, gw::TransportKind(transport));
        const auto answer = surveyWith(*shell, [this] { m_server->kill(); });
        QVERIFY2(isNetworkTrouble(answer), qPrintable(textOf(answer)));
        m_server->boot();
        QVERIFY(isReachable(transport));
    }

    void stop_worksWhileTheNetworkIsCut_data() { transports(); }
    void stop_worksWhileTheNetworkIsCut()
    {
        QFETCH(int, transport);
        const auto shell = m_client->connected(*m_server, u"root"_s, gw::TransportKind(transport));
        std::stop_source stop;
        m_server->cut();
        std::jthread person([&stop] {
            std::this_thread::sleep_for(500ms);
            stop.request_stop();
        });
        const auto answer = gw::survey(*shell, {}, stop.get_token());
        m_server->heal();
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
    }

    void restartOfSshd_doesNotDisturbTheSurvey_data() { transports(); }
    void restartOfSshd_doesNotDisturbTheSurvey()
    {
        QFETCH(int, transport);
        const auto shell = m_client->connected(*m_server, u"root"_s, gw::TransportKind(transport));
        const auto answer = surveyWith(
            *shell, [this] { m_server->must(u"systemctl restart ssh"_s); }, 30s);
        QVERIFY2(answer, qPrintable(textOf(answer)));
        QVERIFY(shell->isAlive());
    }

    void sessionThatIsKilled_isNoticedAtOnce_data() { transports(); }
    void sessionThatIsKilled_isNoticedAtOnce()
    {
        QFETCH(int, transport);
        const auto shell = m_client->connected(*m_server, u"dev"_s, gw::TransportKind(transport));
        const auto answer = surveyWith(
            *shell, [this] { m_server->must(u"kill -9 $(pgrep -u dev sshd)"_s); }, 60s);
        QVERIFY(!answer);
        QVERIFY2(answer.error().kind != Error::Kind::TimedOut, qPrintable(textOf(answer)));
        QVERIFY2(isNetworkTrouble(answer), qPrintable(textOf(answer)));
        QTRY_VERIFY(!shell->isAlive());
    }

    void answerThatIsCutOff_isNoAnswer()
    {
        m_server->must(u"printf '#!/bin/sh\\n/bin/sh \"$@\" | head -c 30000\\n' >/usr/local/bin/short && "
                       "chmod 755 /usr/local/bin/short && usermod -s /usr/local/bin/short dev"_s);
        const auto shell = m_client->connected(*m_server, u"dev"_s);
        const auto answer = gw::survey(*shell, {}, {});
        m_server->must(u"usermod -s /bin/bash dev"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Protocol);
        QVERIFY(!answer.error().advice.isEmpty());
    }

    void accountWithoutShell_saysWhatTheServerSaid()
    {
        m_server->must(u"usermod -s /usr/sbin/nologin dev"_s);
        const auto shell = m_client->connected(*m_server, u"dev"_s);
        const auto answer = gw::survey(*shell, {}, {});
        m_server->must(u"usermod -s /bin/bash dev"_s);
        QVERIFY(!answer);
        QVERIFY2(textOf(answer).contains(u"This account is currently not available"_s), qPrintable(textOf(answer)));
    }

    void startFileThatNeverEnds_endsTheSurvey()
    {
        const Ran ran = surveyWithStartFile("sleep 1000\n");
        QCOMPARE(ran.exitCode, int(Error::Kind::TimedOut));
    }

    void startFileThatFloods_endsTheSurvey()
    {
        const Ran ran = surveyWithStartFile("yes '\\xff\\x1b]0;owned\\x07'\n");
        QVERIFY2(ran.exitCode == int(Error::Kind::TooLarge) || ran.exitCode == int(Error::Kind::TimedOut),
                 ran.all().constData());
    }

    void unreachableServer_isExitCode2OfTheTerminalProgram()
    {
        m_server->must(u"systemctl stop ssh"_s);
        const Ran ran = m_client->ctl({u"review"_s, LabClient::target(*m_server, u"root"_s), u"--no-store"_s});
        m_server->must(u"systemctl start ssh"_s);
        QCOMPARE(ran.exitCode, 2);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(ran.err.contains(m_server->address().toUtf8()), ran.err.constData());
    }

private:
    static void transports()
    {
        QTest::addColumn<int>("transport");
        QTest::newRow("libssh") << int(gw::TransportKind::Libssh);
        QTest::newRow("OpenSSH") << int(gw::TransportKind::OpenSsh);
    }

    /// The fault comes as soon as the survey has begun to answer.
    static gw::Result<gw::SurveyAnswer> surveyWith(gw::Shell &shell, const std::function<void()> &fault,
                                                   std::chrono::milliseconds patience = 3s)
    {
        ImpatientShell impatient(shell, patience);
        bool hasHappened = false;
        auto answer = gw::survey(impatient, {}, {}, [&](const gw::SurveyProgress &) {
            if (!std::exchange(hasHappened, true))
                fault();
        });
        if (!hasHappened)
            qFatal("the survey never reported progress: %s", qPrintable(textOf(answer)));
        return answer;
    }

    static bool isNetworkTrouble(const gw::Result<gw::SurveyAnswer> &answer)
    {
        return !answer &&
               (answer.error().kind == Error::Kind::TimedOut || answer.error().kind == Error::Kind::Unreachable);
    }
    static QString textOf(const gw::Result<gw::SurveyAnswer> &answer)
    {
        return answer ? u"an answer came"_s : answer.error().text();
    }

    bool isReachable(int transport) const
    {
        const auto shell = m_client->connected(*m_server, u"root"_s, gw::TransportKind(transport));
        return gw::survey(*shell, {}, {}).has_value();
    }

    /// The exit code is the kind of the error, or -1 for an answer.
    Ran surveyWithStartFile(const QByteArray &line) const
    {
        m_server->must(u"cp -p /home/dev/.bashrc /root/bashrc; cat - /root/bashrc >/home/dev/.bashrc"_s, line);
        const auto shell = m_client->connected(*m_server, u"dev"_s);
        ImpatientShell impatient(*shell);
        const auto answer = gw::survey(impatient, {}, {});
        m_server->must(u"cp -p /root/bashrc /home/dev/.bashrc; pkill -9 -u dev; true"_s);
        return {answer ? -1 : int(answer.error().kind), {}, textOf(answer).toUtf8()};
    }

    std::unique_ptr<LabServer> m_server;
    std::unique_ptr<LabClient> m_client;
};

GW_REGISTER_TEST(FaultTest)
#include "faulttest.moc"

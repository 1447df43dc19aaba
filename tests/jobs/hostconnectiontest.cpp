// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/jobs/hostconnection.h"

#include "tests/jobs/fakeserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace gw;
using namespace gw::test;

class HostConnectionTest : public QObject {
    Q_OBJECT

    ConnectGate m_gate;

private Q_SLOTS:
    void cleanup()
    {
        workerPool().waitForDone();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(m_gate.inside() + m_gate.waiting(), 0);
    }

    void connectNow_leadsFromOfflineToOnline()
    {
        FakeServer server;
        HostConnection connection(server.opener(), m_gate);
        QList<ConnectionState> states;
        connect(&connection, &HostConnection::stateChanged, this, [&] { states.append(connection.state()); });
        QVERIFY(is<Offline>(connection));
        connection.connectNow();
        connection.connectNow();
        QTRY_VERIFY(is<Online>(connection));
        QCOMPARE(server.attempts(), 1);
        QCOMPARE(states.size(), 2);
        QCOMPARE(std::get<Connecting>(states[0]).attempt, 1);
        QCOMPARE(std::get<Online>(states[1]).transport, QStringLiteral("fake"));
    }

    void use_opensTheConnectionAndSharesIt()
    {
        FakeServer server;
        HostConnection connection(server.opener(), m_gate);
        Job<QByteArray> one;
        Job<QByteArray> two;
        std::optional<Result<QByteArray>> first;
        std::optional<Result<QByteArray>> second;
        sayHello(connection, one, first);
        sayHello(connection, two, second);
        QVERIFY(one.isRunning());
        QTRY_VERIFY(first && second);
        QCOMPARE(**first, QByteArray("hello"));
        QCOMPARE(**second, QByteArray("hello"));
        QCOMPARE(server.attempts(), 1);
    }

    void hostKeyQuestion_isAskedAndItsAnswerContinues()
    {
        FakeServer server;
        server.nextAsks(hostKeyQuestion());
        HostConnection connection(server.opener(), m_gate);
        Job<QByteArray> job;
        std::optional<Result<QByteArray>> answer;
        sayHello(connection, job, answer);
        QTRY_VERIFY(is<Asking>(connection));
        QCOMPARE(std::get<HostKeyQuestion>(std::get<Asking>(connection.state()).question), hostKeyQuestion());
        QCOMPARE(m_gate.inside(), 0); // a question holds nobody up
        QVERIFY(job.isRunning());
        connection.answer(hostKeyQuestion());
        QTRY_VERIFY(answer);
        QVERIFY(*answer);
        QVERIFY(server.lastAnswers().accepts(hostKeyQuestion()));
    }

    void declinedQuestion_endsTheAttempt()
    {
        FakeServer server;
        server.nextAsks(passwordQuestion());
        HostConnection connection(server.opener(), m_gate);
        Job<QByteArray> job;
        std::optional<Result<QByteArray>> answer;
        sayHello(connection, job, answer);
        QTRY_VERIFY(is<Asking>(connection));
        connection.decline();
        QVERIFY(is<Offline>(connection));
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, Error::Kind::Cancelled);
    }

    void password_isKeptForTheReconnectAndForgottenAtDisconnect()
    {
        FakeServer server;
        server.nextAsks(passwordQuestion());
        HostConnection connection(server.opener(), m_gate, {}, quick());
        connection.connectNow();
        QTRY_VERIFY(is<Asking>(connection));
        connection.answer(passwordQuestion(), {secret("pw")});
        QTRY_VERIFY(is<Online>(connection));
        QCOMPARE(server.lastAnswers().secrets.value(passwordQuestion().key()), QList<Secret>{secret("pw")});
        server.lastShell()->alive = false;
        QTRY_COMPARE(server.attempts(), 3);
        QTRY_VERIFY(is<Online>(connection));
        QVERIFY(server.lastAnswers().secrets.contains(passwordQuestion().key()));
        connection.disconnectNow();
        QVERIFY(is<Offline>(connection));
        connection.connectNow();
        QTRY_VERIFY(is<Online>(connection));
        QVERIFY(server.lastAnswers().secrets.isEmpty());
    }

    void rememberedPassword_outlivesTheConnection()
    {
        FakeServer server;
        server.nextAsks(passwordQuestion());
        HostConnection connection(server.opener(), m_gate);
        connection.connectNow();
        QTRY_VERIFY(is<Asking>(connection));
        connection.answer(passwordQuestion(), {secret("pw")}, HostConnection::Remember::UntilExit);
        QTRY_VERIFY(is<Online>(connection));
        connection.disconnectNow();
        connection.connectNow();
        QTRY_VERIFY(is<Online>(connection));
        QVERIFY(server.lastAnswers().secrets.contains(passwordQuestion().key()));
    }

    void oneTimeCode_isGoodForOneLogin_data()
    {
        QTest::addColumn<QStringList>("prompts");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("password") << QStringList{QStringLiteral("(dev@gpu-1) Password: ")} << true;
        QTest::newRow("code") << QStringList{QStringLiteral("Verification code: ")} << false;
        QTest::newRow("one-time password") << QStringList{QStringLiteral("One-time password: ")} << false;
        QTest::newRow("both") << QStringList{QStringLiteral("Password: "), QStringLiteral("Code: ")} << false;
        QTest::newRow("unknown") << QStringList{QStringLiteral("> ")} << false;
    }
    void oneTimeCode_isGoodForOneLogin()
    {
        QFETCH(QStringList, prompts);
        QFETCH(bool, isKept);
        SecretQuestion question = passwordQuestion();
        question.kind = SecretQuestion::Kind::KeyboardInteractive;
        question.prompts.clear();
        for (const QString &prompt : prompts)
            question.prompts.append({UntrustedText(prompt), false});
        FakeServer server;
        server.nextAsks(question);
        HostConnection connection(server.opener(), m_gate, {}, quick());
        connection.connectNow();
        QTRY_VERIFY(is<Asking>(connection));
        connection.answer(question, {secret("123456")}, HostConnection::Remember::UntilExit);
        QTRY_VERIFY(is<Online>(connection));
        QVERIFY(server.lastAnswers().secrets.contains(question.key()));
        server.lastShell()->alive = false;
        QTRY_COMPARE(server.attempts(), 3);
        QTRY_VERIFY(is<Online>(connection));
        QCOMPARE(server.lastAnswers().secrets.contains(question.key()), isKept);
    }

    void refusedPassword_isForgottenEvenIfRemembered()
    {
        FakeServer server;
        server.nextAsks(passwordQuestion());
        server.nextRefuses(passwordQuestion());
        HostConnection connection(server.opener(), m_gate);
        QSignalSpy refused(&connection, &HostConnection::secretsRefused);
        connection.connectNow();
        QTRY_VERIFY(is<Asking>(connection));
        connection.answer(passwordQuestion(), {secret("wrong")}, HostConnection::Remember::UntilExit);
        QTRY_VERIFY(is<Failed>(connection));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused[0][0].toStringList(), QStringList{passwordQuestion().key()});
        connection.tryAgain();
        QTRY_VERIFY(is<Online>(connection));
        QVERIFY(server.lastAnswers().secrets.isEmpty());
    }

    void rightPasswordOfTheJumpHost_outlivesTheRefusalOfTheServer()
    {
        SecretQuestion jump = passwordQuestion();
        jump.hop = QStringLiteral("dev@jump:22");
        FakeServer server;
        server.nextAsks(jump);
        server.nextAsks(passwordQuestion());
        server.nextRefuses(passwordQuestion());
        HostConnection connection(server.opener(), m_gate);
        QSignalSpy refused(&connection, &HostConnection::secretsRefused);
        connection.connectNow();
        QTRY_COMPARE(connection.state(), ConnectionState(Asking{jump}));
        connection.answer(jump, {secret("right")}, HostConnection::Remember::UntilExit);
        QTRY_COMPARE(connection.state(), ConnectionState(Asking{passwordQuestion()}));
        connection.answer(passwordQuestion(), {secret("wrong")}, HostConnection::Remember::UntilExit);
        QTRY_VERIFY(is<Failed>(connection));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused[0][0].toStringList(), QStringList{passwordQuestion().key()});
        connection.tryAgain();
        QTRY_VERIFY(is<Online>(connection));
        QCOMPARE(server.lastAnswers().secrets.keys(), QStringList{jump.key()});
    }

    void refusedKeys_costNoPassword()
    {
        FakeServer server;
        server.nextAsks(passwordQuestion());
        server.nextFails(Error::Kind::Refused); // the server behind took no key: nothing was asked there
        HostConnection connection(server.opener(), m_gate);
        QSignalSpy refused(&connection, &HostConnection::secretsRefused);
        connection.connectNow();
        QTRY_VERIFY(is<Asking>(connection));
        connection.answer(passwordQuestion(), {secret("right")}, HostConnection::Remember::UntilExit);
        QTRY_VERIFY(is<Failed>(connection));
        QCOMPARE(refused.size(), 0);
        connection.tryAgain();
        QTRY_VERIFY(is<Online>(connection));
        QCOMPARE(server.lastAnswers().secrets.keys(), QStringList{passwordQuestion().key()});
    }

    void promptsOfOneLogin_areForgottenTogether()
    {
        SecretQuestion password = passwordQuestion();
        password.kind = SecretQuestion::Kind::KeyboardInteractive;
        password.prompts = {{UntrustedText(QStringLiteral("Password: ")), false}};
        SecretQuestion code = password;
        code.prompts = {{UntrustedText(QStringLiteral("Code: ")), false}};
        SecretQuestion elsewhere = password;
        elsewhere.hop = QStringLiteral("dev@jump:22");
        FakeServer server;
        server.nextAsks(elsewhere);
        server.nextAsks(password);
        server.nextAsks(code);
        server.nextRefuses(code);
        HostConnection connection(server.opener(), m_gate);
        QSignalSpy refused(&connection, &HostConnection::secretsRefused);
        connection.connectNow();
        for (const SecretQuestion &question : {elsewhere, password, code}) {
            QTRY_COMPARE(connection.state(), ConnectionState(Asking{question}));
            connection.answer(question, {secret("x")}, HostConnection::Remember::UntilExit);
        }
        QTRY_VERIFY(is<Failed>(connection));
        QCOMPARE(refused.size(), 1);
        QStringList keys = refused[0][0].toStringList();
        keys.sort();
        QCOMPARE(keys, (QStringList{code.key(), password.key()}));
        connection.tryAgain();
        QTRY_VERIFY(is<Online>(connection));
        QCOMPARE(server.lastAnswers().secrets.keys(), QStringList{elsewhere.key()});
    }

    void passphraseThatIsAskedForAgain_wasWrong()
    {
        SecretQuestion question = passwordQuestion();
        question.kind = SecretQuestion::Kind::Passphrase;
        question.subject = QStringLiteral("/home/dev/.ssh/id_ed25519");
        FakeServer server;
        server.nextAsks(question);
        server.nextAsks(question);
        HostConnection connection(server.opener(), m_gate);
        QSignalSpy refused(&connection, &HostConnection::secretsRefused);
        connection.connectNow();
        QTRY_VERIFY(is<Asking>(connection));
        QCOMPARE(refused.size(), 0);
        connection.answer(question, {secret("wrong")}, HostConnection::Remember::UntilExit);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused[0][0].toStringList(), QStringList{question.key()});
        QTRY_VERIFY(is<Asking>(connection));
    }

    void noticeOfAnAttempt_isShownWhileItLasts()
    {
        FakeServer server;
        server.says = "Touch your key";
        server.isSilent = true;
        HostConnection connection(server.opener(), m_gate);
        connection.connectNow();
        QTRY_COMPARE(connection.state(),
                     ConnectionState(Connecting{1, {}, UntrustedText(QStringLiteral("Touch your key"))}));
        server.isSilent = false;
        QTRY_VERIFY(is<Online>(connection));
    }

    void noticeOfAnEndedAttempt_isNotShown()
    {
        FakeServer server;
        server.says = "Touch your key";
        server.isSilent = true;
        HostConnection connection(server.opener(), m_gate);
        connection.connectNow();
        QTRY_COMPARE(server.attempts(), 1);
        connection.disconnectNow(); // its notice may be on its way
        server.says = nullptr;
        connection.connectNow();
        QTRY_COMPARE(server.attempts(), 2);
        QCoreApplication::processEvents();
        QCOMPARE(connection.state(), ConnectionState(Connecting{1, {}, {}}));
        connection.disconnectNow();
    }

    void rootPassword_isKeptForTheConnectionAndReachesTheWork()
    {
        FakeServer server;
        HostConnection connection(server.opener(), m_gate);
        connection.connectNow();
        QTRY_VERIFY(is<Online>(connection));
        SecretQuestion question{
            SecretQuestion::Kind::RootPassword, QStringLiteral("dev@gpu-1:22"), QStringLiteral("sudo"), {}, {}};
        connection.answer(question, {secret("root")});
        QVERIFY(is<Online>(connection));
        const Elevation expected{Elevation::Method::SudoPassword, secret("root")};
        QCOMPARE(connection.elevation(), expected);

        Job<bool> job;
        std::optional<bool> same;
        const auto compare = [expected](const HostConnection::Reached &reached, std::stop_token) -> Result<bool> {
            return reached.elevation == expected;
        };
        connection.use(job, compare, [&](Result<bool> result) { same = *result; });
        QTRY_COMPARE(same, true);
        connection.disconnectNow();
        QCOMPARE(connection.elevation(), Elevation());
        question.subject = QStringLiteral("doas");
        connection.answer(question, {secret("root")});
        QCOMPARE(connection.elevation().method, Elevation::Method::DoasPassword);
    }

    void refusedRootPassword_isForgottenNotRepeated()
    {
        FakeServer server;
        HostConnection connection(server.opener(), m_gate);
        connection.answer({SecretQuestion::Kind::RootPassword, {}, QStringLiteral("sudo"), {}, {}}, {secret("wrong")});
        Job<int> job;
        std::optional<Elevation> whenHeard;
        connection.use(
            job,
            [](const HostConnection::Reached &, std::stop_token) -> Result<int> {
                return Error{Error::Kind::Refused, {}, {}, {}, {}};
            },
            [&](Result<int>) { whenHeard = connection.elevation(); });
        QTRY_VERIFY(whenHeard);
        QCOMPARE(*whenHeard, Elevation());
        QVERIFY(is<Online>(connection));
    }

    void disconnect_stopsWhatRunsOverIt()
    {
        FakeServer server;
        HostConnection connection(server.opener(), m_gate);
        Job<int> job;
        std::atomic<bool> started = false;
        std::optional<Error::Kind> kind;
        connection.use(
            job,
            [&](const HostConnection::Reached &, std::stop_token stop) -> Result<int> {
                started = true;
                while (!stop.stop_requested())
                    QThread::msleep(1);
                return Error{Error::Kind::Cancelled, {}, {}, {}, {}};
            },
            [&](Result<int> result) { kind = result.error().kind; });
        QTRY_VERIFY(started);
        connection.disconnectNow();
        QTRY_COMPARE(kind, Error::Kind::Cancelled);
        QTRY_VERIFY2(!server.lastShell(), "the shell is closed");
    }

    void disconnectWhileConnecting_stopsTheAttempt()
    {
        FakeServer server;
        server.isSilent = true;
        HostConnection connection(server.opener(), m_gate);
        connection.connectNow();
        QTRY_COMPARE(server.attempts(), 1);
        connection.disconnectNow();
        QVERIFY(is<Offline>(connection));
        workerPool().waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(is<Offline>(connection));
    }

    void deathOfTheConnection_endsItsUsers()
    {
        FakeServer server;
        server.isSilent = true;
        auto connection = std::make_unique<HostConnection>(server.opener(), m_gate);
        Job<QByteArray> job;
        std::optional<Result<QByteArray>> answer;
        sayHello(*connection, job, answer);
        QTRY_COMPARE(server.attempts(), 1);
        connection.reset();
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, Error::Kind::Cancelled);
    }

    void jobThatDiesBeforeTheConnectionIsUp_isNotTouched()
    {
        FakeServer server;
        HostConnection connection(server.opener(), m_gate);
        std::optional<Result<QByteArray>> answer;
        {
            Job<QByteArray> job;
            sayHello(connection, job, answer);
        }
        QTRY_VERIFY(is<Online>(connection));
        workerPool().waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!answer);
    }

    void requestStopWhileConnecting_deliversCancelled()
    {
        FakeServer server;
        server.isSilent = true;
        HostConnection connection(server.opener(), m_gate);
        Job<QByteArray> job;
        std::optional<Result<QByteArray>> answer;
        sayHello(connection, job, answer);
        job.requestStop();
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, Error::Kind::Cancelled);
    }
};

GW_REGISTER_TEST(HostConnectionTest)
#include "hostconnectiontest.moc"

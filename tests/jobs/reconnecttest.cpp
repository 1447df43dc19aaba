// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/jobs/hostconnection.h"

#include "tests/jobs/fakeserver.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace gw::test;

class ReconnectTest : public QObject {
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

    void attemptOfThePerson_failsAtOnceAndSaysWhy()
    {
        FakeServer server;
        server.nextFails(Error::Kind::Unreachable);
        HostConnection connection(server.opener(), m_gate, {}, quick());
        Job<QByteArray> job;
        std::optional<Result<QByteArray>> answer;
        sayHello(connection, job, answer);
        QTRY_VERIFY(is<Failed>(connection));
        QVERIFY(!failure(connection).circuitOpen);
        QCOMPARE(connection.lastError().kind, Error::Kind::Unreachable);
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, Error::Kind::Unreachable);
        QTest::qWait(30);
        QCOMPARE(server.attempts(), 1);
    }

    void failedConnection_failsItsUsersUntilThePersonTriesAgain()
    {
        FakeServer server;
        server.nextFails(Error::Kind::Refused);
        HostConnection connection(server.opener(), m_gate, {}, quick());
        connection.connectNow();
        QTRY_VERIFY(is<Failed>(connection));
        Job<QByteArray> job;
        std::optional<Result<QByteArray>> answer;
        sayHello(connection, job, answer);
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, Error::Kind::Refused);
        QCOMPARE(server.attempts(), 1);
        connection.tryAgain();
        QTRY_VERIFY(is<Online>(connection));
    }

    void lostConnection_comesBackByItself()
    {
        FakeServer server;
        HostConnection connection(server.opener(), m_gate, {}, quick());
        connection.connectNow();
        QTRY_VERIFY(is<Online>(connection));
        QList<ConnectionState> states;
        connect(&connection, &HostConnection::stateChanged, this, [&] { states.append(connection.state()); });
        server.nextFails(Error::Kind::Unreachable);
        server.nextFails(Error::Kind::TimedOut);
        server.nextFails(Error::Kind::Protocol);
        server.lastShell()->alive = false; // nobody uses it: the look at it finds out
        QTRY_VERIFY(states.size() > 1 && is<Online>(connection));
        QCOMPARE(server.attempts(), 5);
        QList<Connecting> pauses;
        for (const ConnectionState &state : states) {
            if (const auto *connecting = std::get_if<Connecting>(&state); connecting && connecting->nextTry.isValid())
                pauses.append(*connecting);
        }
        QCOMPARE(pauses,
                 QList<Connecting>(
                     {{1, noon.addMSecs(2)}, {2, noon.addMSecs(4)}, {3, noon.addMSecs(8)}, {4, noon.addMSecs(16)}}));
        QVERIFY(connection.lastError() == Error());
    }

    void useOfADeadConnection_opensAnother()
    {
        FakeServer server;
        ReconnectPolicy policy = quick();
        policy.livenessInterval = 1h;
        HostConnection connection(server.opener(), m_gate, {}, policy);
        connection.connectNow();
        QTRY_VERIFY(is<Online>(connection));
        server.lastShell()->alive = false;
        Job<QByteArray> job;
        std::optional<Result<QByteArray>> answer;
        sayHello(connection, job, answer);
        QVERIFY(is<Connecting>(connection));
        QTRY_VERIFY(answer);
        QCOMPARE(**answer, QByteArray("hello"));
        QCOMPARE(server.attempts(), 2);
    }

    void workWhoseConnectionBreaks_isNotRepeated()
    {
        FakeServer server;
        HostConnection connection(server.opener(), m_gate, {}, quick());
        Job<int> job;
        std::atomic<int> runs = 0;
        std::optional<Error::Kind> kind;
        connection.use(
            job,
            [&](const HostConnection::Reached &reached, std::stop_token) -> Result<int> {
                ++runs;
                static_cast<FakeShell &>(reached.shell).alive = false;
                return Error{Error::Kind::Unreachable, {}, {}, {}, {}};
            },
            [&](Result<int> result) { kind = result.error().kind; });
        QTRY_COMPARE(kind, Error::Kind::Unreachable);
        QTRY_COMPARE(server.attempts(), 2);
        QTRY_VERIFY(is<Online>(connection));
        QCOMPARE(runs.load(), 1);
    }

    void refusalAfterALostConnection_isNotRepeated_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("refused") << int(Error::Kind::Refused);
        QTest::newRow("host key changed") << int(Error::Kind::HostKeyChanged);
        QTest::newRow("host key revoked") << int(Error::Kind::HostKeyRevoked);
        QTest::newRow("unsupported") << int(Error::Kind::Unsupported);
    }
    void refusalAfterALostConnection_isNotRepeated()
    {
        QFETCH(int, kind);
        FakeServer server;
        HostConnection connection(server.opener(), m_gate, {}, quick());
        connection.connectNow();
        QTRY_VERIFY(is<Online>(connection));
        server.nextFails(Error::Kind(kind));
        server.lastShell()->alive = false;
        QTRY_VERIFY(is<Failed>(connection));
        QCOMPARE(int(failure(connection).error.kind), kind);
        QVERIFY(!failure(connection).circuitOpen);
        QTest::qWait(30);
        QCOMPARE(server.attempts(), 2);
    }

    void circuitBreaker_opensAfterTooManyFailuresUntilThePersonTriesAgain()
    {
        FakeServer server;
        HostConnection connection(server.opener(), m_gate, {}, quick());
        connection.connectNow();
        QTRY_VERIFY(is<Online>(connection));
        server.nextFails(Error::Kind::TimedOut, 6);
        server.lastShell()->alive = false;
        QTRY_VERIFY(is<Failed>(connection));
        QVERIFY(failure(connection).circuitOpen);
        QCOMPARE(server.attempts(), 7);
        QTest::qWait(30);
        QCOMPARE(server.attempts(), 7);
        connection.tryAgain();
        QTRY_VERIFY(is<Online>(connection));
        server.nextFails(Error::Kind::TimedOut, 5); // the count began anew
        server.lastShell()->alive = false;
        QTRY_COMPARE(server.attempts(), 14);
        QTRY_VERIFY(is<Online>(connection));
    }

    void tryAgain_cutsAPauseShort()
    {
        FakeServer server;
        ReconnectPolicy policy = quick();
        policy.firstPause = 1h;
        policy.longestPause = 1h;
        HostConnection connection(server.opener(), m_gate, {}, policy);
        connection.connectNow();
        QTRY_VERIFY(is<Online>(connection));
        server.lastShell()->alive = false;
        QTRY_VERIFY(is<Connecting>(connection));
        QCOMPARE(std::get<Connecting>(connection.state()).nextTry, noon.addSecs(3600));
        server.nextFails(Error::Kind::Unreachable);
        connection.tryAgain();
        QTRY_COMPARE(server.attempts(), 2);
        QTRY_VERIFY(is<Connecting>(connection)); // and goes on by itself
        QTRY_VERIFY(std::get<Connecting>(connection.state()).nextTry.isValid());
        connection.tryAgain();
        QTRY_VERIFY(is<Online>(connection));
    }

    void jitter_isDrawnFromTheWholePause()
    {
        ReconnectPolicy policy;
        for (const double part : {0.0, 0.25, 0.999}) {
            policy.random = [part] { return part; };
            QCOMPARE(policy.pauseAfter(0).count(), qint64(1000 * part));
            QCOMPARE(policy.pauseAfter(3).count(), qint64(8000 * part));
            QCOMPARE(policy.pauseAfter(6).count(), qint64(60000 * part));
            QCOMPARE(policy.pauseAfter(1000000).count(), qint64(60000 * part));
        }
        policy.random = {};
        QSet<qint64> drawn;
        for (int i = 0; i < 50; ++i) {
            const qint64 pause = policy.pauseAfter(6).count();
            QVERIFY(pause >= 0 && pause < 60'000);
            drawn.insert(pause);
        }
        QVERIFY(drawn.size() > 10);
    }

    void reconnectStorm_staysWithinTheGate()
    {
        ConnectGate gate({.inAll = 5, .perJumpHost = 2});
        FakeServer server;
        server.isSilent = true;
        std::vector<std::unique_ptr<HostConnection>> connections;
        for (int i = 0; i < 60; ++i) {
            const QString jump = i % 2 ? QStringLiteral("me@jump:22") : QString();
            connections.push_back(std::make_unique<HostConnection>(server.opener(), gate, jump, quick()));
            connections.back()->connectNow();
        }
        QTRY_COMPARE(gate.inside(), 5);
        QTRY_COMPARE(server.attempts(), 5);
        QCOMPARE(gate.waiting(), 55);
        server.isSilent = false;
        const auto isOnline = [](const auto &connection) { return is<Online>(*connection); };
        QTRY_VERIFY(std::all_of(connections.begin(), connections.end(), isOnline));
        QCOMPARE(gate.inside() + gate.waiting(), 0);
    }
};

GW_REGISTER_TEST(ReconnectTest)
#include "reconnecttest.moc"

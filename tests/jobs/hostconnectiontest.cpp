// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/jobs/hostconnection.h"

#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <atomic>
#include <mutex>

using namespace gw;
using namespace std::chrono_literals;

namespace {

/// A connection that a test can cut.
struct FakeShell final : Shell {
    std::atomic<bool> alive = true;
    Result<Output> run(const Command &command, std::stop_token, const Progress &) override
    {
        return Output{0, command.line, {}};
    }
    QString description() const override { return QStringLiteral("fake"); }
    bool isAlive() const override { return alive; }
};

/// The way to a server as the test wants it: the next outcomes in order, then success.
class FakeServer {
public:
    void nextFails(Error::Kind kind, int times = 1)
    {
        for (int i = 0; i < times; ++i)
            next(Error{kind, QStringLiteral("connect"), QStringLiteral("no"), {}, {}});
    }
    void nextAsks(Question question)
    {
        next(Error{Error::Kind::NeedsAnswer, QStringLiteral("connect"), {}, {}, std::move(question)});
    }
    void next(const Error &error)
    {
        const std::lock_guard lock(m_mutex);
        m_outcomes.append(error);
    }
    OpenShell opener()
    {
        return [this](const Answers &answers, std::stop_token stop) { return open(answers, stop); };
    }
    int attempts() const { return m_attempts; }
    Answers lastAnswers() const
    {
        const std::lock_guard lock(m_mutex);
        return m_answers;
    }
    std::shared_ptr<FakeShell> lastShell() const
    {
        const std::lock_guard lock(m_mutex);
        return m_shell.lock();
    }
    std::atomic<bool> isSilent = false; ///< waits until stopped

private:
    Result<OpenedShell> open(const Answers &answers, std::stop_token stop)
    {
        ++m_attempts;
        while (isSilent && !stop.stop_requested())
            QThread::msleep(1);
        const std::lock_guard lock(m_mutex);
        m_answers = answers;
        if (stop.stop_requested())
            return stoppedError();
        if (!m_outcomes.isEmpty())
            return m_outcomes.takeFirst();
        auto shell = std::make_shared<FakeShell>();
        m_shell = shell;
        Online online;
        online.transport = QStringLiteral("fake");
        return OpenedShell{shell, online};
    }

    mutable std::mutex m_mutex;
    QList<Error> m_outcomes;
    Answers m_answers;
    std::weak_ptr<FakeShell> m_shell;
    std::atomic<int> m_attempts = 0;
};

const QDateTime noon(QDate(2026, 4, 1), QTime(12, 0), Qt::UTC);

/// Pauses of milliseconds, all of their full length, with a clock that stands still.
ReconnectPolicy quick()
{
    ReconnectPolicy policy;
    policy.firstPause = 2ms;
    policy.longestPause = 20ms;
    policy.livenessInterval = 5ms;
    policy.random = [] { return 1.0; };
    policy.now = [] { return noon; };
    return policy;
}

SecretQuestion passwordQuestion()
{
    return SecretQuestion{
        SecretQuestion::Kind::Password, QStringLiteral("dev@gpu-1:22"), {}, {}, {{UntrustedText(), false}}};
}

HostKeyQuestion hostKeyQuestion()
{
    return HostKeyQuestion{QStringLiteral("gpu-1:22"), QStringLiteral("ED25519"), QStringLiteral("SHA256:abc"),
                           QStringLiteral("203.0.113.7")};
}

Secret secret(const char *text)
{
    return Secret(QByteArrayView(text));
}

template <typename State>
bool is(const HostConnection &connection)
{
    return std::holds_alternative<State>(connection.state());
}

const Failed &failure(const HostConnection &connection)
{
    return std::get<Failed>(connection.state());
}

/// Uses the connection for a command that says "hello".
void sayHello(HostConnection &connection, Job<QByteArray> &job, std::optional<Result<QByteArray>> &answer)
{
    connection.use(
        job,
        [](Shell &shell, const Elevation &, std::stop_token stop) -> Result<QByteArray> {
            Command command;
            command.line = "hello";
            return GW_TRY(shell.run(command, stop)).out;
        },
        [&answer](Result<QByteArray> result) { answer = std::move(result); });
}

} // namespace

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
            [&](Shell &shell, const Elevation &, std::stop_token) -> Result<int> {
                ++runs;
                static_cast<FakeShell &>(shell).alive = false;
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

    void oneTimeCode_isGoodForOneConnection()
    {
        SecretQuestion question = passwordQuestion();
        question.kind = SecretQuestion::Kind::KeyboardInteractive;
        FakeServer server;
        server.nextAsks(question);
        HostConnection connection(server.opener(), m_gate, {}, quick());
        connection.connectNow();
        QTRY_VERIFY(is<Asking>(connection));
        connection.answer(question, {secret("123456")});
        QTRY_VERIFY(is<Online>(connection));
        QVERIFY(server.lastAnswers().secrets.contains(question.key()));
        server.lastShell()->alive = false;
        QTRY_COMPARE(server.attempts(), 3);
        QTRY_VERIFY(is<Online>(connection));
        QVERIFY(server.lastAnswers().secrets.isEmpty());
    }

    void refusedPassword_isForgottenEvenIfRemembered()
    {
        FakeServer server;
        server.nextAsks(passwordQuestion());
        server.nextFails(Error::Kind::Refused);
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
        const auto compare = [expected](Shell &, const Elevation &elevation, std::stop_token) -> Result<bool> {
            return elevation == expected;
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
            [](Shell &, const Elevation &, std::stop_token) -> Result<int> {
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
            [&](Shell &, const Elevation &, std::stop_token stop) -> Result<int> {
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

GW_REGISTER_TEST(HostConnectionTest)
#include "hostconnectiontest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ssh/loopbacksshd.h"
#include "tests/ssh/rawserver.h"
#include "tests/support/testmain.h"

#include <thread>
#include <unistd.h>
#ifdef __SANITIZE_ADDRESS__
extern "C" size_t __sanitizer_get_current_allocated_bytes(); // gcc 12 ships no header for it
#endif

using namespace gw;
using namespace gw::test;
using namespace std::chrono_literals;
using Misdeed = Manners::Misdeed;

/// The most memory that was in use at a time while it lives. AddressSanitizer keeps freed memory for a while, so there
/// its own count is sampled and not what the system sees.
class PeakMemory {
public:
    PeakMemory() : m_before(used()), m_sampler([this](std::stop_token stop) { sample(stop); }) {}
    qint64 grownBytes()
    {
        m_sampler.request_stop();
        m_sampler.join();
        return m_peak - m_before;
    }

private:
    static qint64 used()
    {
#ifdef __SANITIZE_ADDRESS__
        return qint64(__sanitizer_get_current_allocated_bytes());
#else
        return readFile(QStringLiteral("/proc/self/statm")).split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
#endif
    }
    void sample(std::stop_token stop)
    {
        for (; !stop.stop_requested(); std::this_thread::sleep_for(1ms))
            m_peak = std::max(m_peak, used());
    }

    const qint64 m_before;
    qint64 m_peak = 0;
    std::jthread m_sampler;
};

/// Servers that break the rules: each must end in a clear error, in time and in bounded memory.
class HostileServerTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    Route routeTo(quint16 port) const
    {
        HopSettings hop;
        hop.alias = hop.host = QStringLiteral("127.0.0.1");
        hop.user = QStringLiteral("somebody");
        hop.port = port;
        hop.identityAgent = QStringLiteral("none");
        hop.userKnownHosts = {m_folder.filePath(QStringLiteral("known_hosts_%1").arg(port))};
        return routeOver({hop});
    }

    Result<std::unique_ptr<Transport>> open(const RawServer &server, ConnectOptions options = {}) const
    {
        Answers answers;
        return openAccepting(routeTo(server.port()), answers, options);
    }

    Error failureOf(Misdeed misdeed, std::chrono::milliseconds timeout) const
    {
        Manners manners;
        manners.misdeed = misdeed;
        const RawServer server(manners);
        ConnectOptions options;
        options.timeout = timeout;
        const auto opened = open(server, options);
        return opened ? Error{} : opened.error();
    }

    static Result<Output> run(Transport &transport, qint64 limit = 4 * 1024 * 1024,
                              std::chrono::milliseconds silence = 30s)
    {
        Command command;
        command.line = "uptime";
        command.outputLimit = limit;
        command.silence = silence;
        return transport.run(command, {});
    }

private Q_SLOTS:
    void politeRawServer_isUsable() // or the rest would prove nothing
    {
        const RawServer server(Manners{});
        auto opened = open(server);
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
        QCOMPARE((*opened)->info().authentication, QStringLiteral("none"));
        for (int i = 0; i < 3; ++i) {
            const auto output = run(**opened);
            QVERIFY2(output, qPrintable(output ? QString() : output.error().text()));
            QCOMPARE(output->out, QByteArray("uptime"));
        }
    }

    void everyMisdeedWhileConnecting_endsInAClearError_data()
    {
        QTest::addColumn<Misdeed>("misdeed");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("says");
        QTest::newRow("silent") << Misdeed::Silent << Error::Kind::TimedOut << QStringLiteral("said nothing");
        QTest::newRow("dripping") << Misdeed::Dripping << Error::Kind::TimedOut << QStringLiteral("too long");
        QTest::newRow("endless lines") << Misdeed::EndlessLines << Error::Kind::Protocol
                                       << QStringLiteral("without end");
        QTest::newRow("no ssh") << Misdeed::NoSsh << Error::Kind::Unreachable << QStringLiteral("banner");
        QTest::newRow("closes at once") << Misdeed::ClosesAtOnce << Error::Kind::Unreachable
                                        << QStringLiteral("banner");
        QTest::newRow("weak algorithms") << Misdeed::WeakAlgorithms << Error::Kind::Unsupported
                                         << QStringLiteral("aes128-cbc,3des-cbc");
        QTest::newRow("silent after keys")
            << Misdeed::SilentAfterKeys << Error::Kind::TimedOut << QStringLiteral("login");
    }

    void everyMisdeedWhileConnecting_endsInAClearError()
    {
        QFETCH(const Misdeed, misdeed);
        QFETCH(const Error::Kind, kind);
        QFETCH(const QString, says);
        // Only what waits for the end of its time has to be short.
        const Error error = failureOf(misdeed, kind == Error::Kind::TimedOut ? 4s : 60s);
        QVERIFY2(error.kind == kind, qPrintable(error.text()));
        QVERIFY2(error.cause.contains(says), qPrintable(error.text()));
        QVERIFY2(error.tried.contains(QStringLiteral("somebody@127.0.0.1")), qPrintable(error.tried));
        QVERIFY2(!error.advice.isEmpty() || kind == Error::Kind::TimedOut, qPrintable(error.text()));
    }

    void stopWhileConnecting_returnsAtOnce()
    {
        for (const Misdeed misdeed : {Misdeed::Silent, Misdeed::Dripping, Misdeed::SilentAfterKeys}) {
            Manners manners;
            manners.misdeed = misdeed;
            const RawServer server(manners);
            std::stop_source source;
            std::jthread stopper([&] {
                std::this_thread::sleep_for(200ms);
                source.request_stop();
            });
            ConnectOptions options;
            options.timeout = 300s;
            Answers answers;
            const auto opened = openAccepting(routeTo(server.port()), answers, options, source.get_token());
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, Error::Kind::Cancelled);
        }
    }

    void windowIgnored_endsInBoundedMemory()
    {
        Manners manners;
        manners.misdeed = Misdeed::IgnoresEverything;
        const RawServer server(manners);
        ConnectOptions options;
        options.channelLimit = 8 * 1024 * 1024;
        auto opened = open(server, options);
        QVERIFY(opened);
        PeakMemory memory;
        const auto output = run(**opened);
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::TooLarge);
        // It does not stop for the closed channel either: the session must be given up, not the memory.
        for (int i = 0; i < 200 && (*opened)->isAlive(); ++i) {
            const auto next = run(**opened, 1024, 200ms);
            QVERIFY(!next);
        }
        QVERIFY(!(*opened)->isAlive());
        const qint64 grown = memory.grownBytes();
        QVERIFY2(grown > 0 && grown < 48 * 1024 * 1024, qPrintable(QString::number(grown)));
    }

    void floodAfterTheClose_givesTheSessionUp()
    {
        Manners manners;
        manners.misdeed = Misdeed::FloodsAfterClose;
        const RawServer server(manners);
        ConnectOptions options;
        options.channelLimit = 4 * 1024 * 1024;
        auto opened = open(server, options);
        QVERIFY(opened);
        QCOMPARE(run(**opened, 1024, 300ms).error().kind, Error::Kind::TimedOut);
        Error last;
        for (int i = 0; i < 200 && (*opened)->isAlive(); ++i) {
            const auto next = run(**opened, 1024, 200ms);
            QVERIFY(!next);
            last = next.error();
        }
        QVERIFY(!(*opened)->isAlive());
        QCOMPARE(last.kind, Error::Kind::TooLarge);
    }

    void silenceAfterTheCommand_isTimedOutAndTheConnectionDropped()
    {
        Manners manners;
        manners.misdeed = Misdeed::SilentAfterExec;
        const RawServer server(manners);
        auto opened = open(server);
        QVERIFY(opened);
        const auto output = run(**opened, 1024, 1s);
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::TimedOut);
        QVERIFY2(output.error().cause.contains(QStringLiteral("does not answer")), qPrintable(output.error().text()));
        QVERIFY(!(*opened)->isAlive());
    }

    void silentCommandOnALivingServer_keepsTheConnection()
    {
        Manners manners;
        manners.misdeed = Misdeed::BusyAfterExec;
        const RawServer server(manners);
        auto opened = open(server);
        QVERIFY(opened);
        const auto output = run(**opened, 1024, 4s);
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::TimedOut);
        QVERIFY((*opened)->isAlive());
    }

    void missingExitStatus_isNeverAComplete()
    {
        for (const Misdeed misdeed : {Misdeed::NoExitStatus, Misdeed::CutsOutput}) {
            Manners manners;
            manners.misdeed = misdeed;
            const RawServer server(manners);
            auto opened = open(server);
            QVERIFY(opened);
            const auto output = run(**opened);
            QVERIFY(!output);
            QVERIFY(!output.error().cause.isEmpty());
        }
    }

    void exitSignal_is128AndItsNumber()
    {
        Manners manners;
        manners.misdeed = Misdeed::ExitSignal;
        const RawServer server(manners);
        auto opened = open(server);
        QVERIFY(opened);
        const auto output = run(**opened);
        QVERIFY(output);
        QCOMPARE(output->exitCode, 128 + 15);
    }

    void deniedCommand_saysWhatToLookAt()
    {
        Manners manners;
        manners.misdeed = Misdeed::DeniesExec;
        const RawServer server(manners);
        auto opened = open(server);
        QVERIFY(opened);
        const auto output = run(**opened);
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::Unsupported);
        QVERIFY((*opened)->isAlive());
    }
};

GW_REGISTER_TEST(HostileServerTest)
#include "hostileservertest.moc"

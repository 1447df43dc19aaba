// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ssh/loopbacksshd.h"
#include "tests/support/testmain.h"

#include <thread>

using namespace gw;
using namespace gw::test;
using namespace std::chrono_literals;

/// Commands over the libssh transport against a real sshd.
class LibsshTransportTest : public QObject {
    Q_OBJECT

    LoopbackSshd m_sshd;
    QString m_key;
    QString m_knownHosts;
    std::unique_ptr<Transport> m_transport;

    Result<Output> run(const QByteArray &line, std::stop_token stop = {}) const
    {
        Command command;
        command.line = line;
        return m_transport->run(command, std::move(stop));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = LoopbackSshd::missing(); !missing.isEmpty())
            skipAll(missing);
        m_key = makeKey(m_sshd.folder(), QStringLiteral("id"));
        m_sshd.authorizedKeys = publicKey(m_key);
        QVERIFY(m_sshd.start());
        m_knownHosts = m_sshd.file(QStringLiteral("known_hosts"));
        Answers answers;
        auto opened = openAccepting(routeOver({m_sshd.hop(m_key, m_knownHosts)}), answers);
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
        m_transport = std::move(*opened);
    }

    void cleanupTestCase() { m_transport.reset(); }

    void connectionInfo_saysWhatCameAbout()
    {
        const ConnectionInfo &info = m_transport->info();
        QCOMPARE(info.transport, TransportKind::Libssh);
        QCOMPARE(info.reason, QStringLiteral("test"));
        QCOMPARE(info.user, currentUser());
        QCOMPARE(info.address, QStringLiteral("127.0.0.1"));
        QCOMPARE(info.hostKey, u"ED25519 " + fingerprintOf(m_sshd.hostKey() + u".pub"));
        QCOMPARE(info.authentication, QStringLiteral("publickey id"));
        QCOMPARE(info.cipher, QStringLiteral("aes256-gcm@openssh.com"));
        QVERIFY(info.keyExchange.startsWith(u"curve25519-sha256"));
        QVERIFY(info.serverVersion.raw().startsWith(u"SSH-2.0-OpenSSH"));
        QVERIFY(m_transport->description().contains(QStringLiteral("libssh")));
        QVERIFY(m_transport->isAlive());
    }

    void outputErrorAndExitCode_comeApart()
    {
        const auto output = run("echo out; echo err >&2; exit 7");
        QVERIFY2(output, qPrintable(output ? QString() : output.error().text()));
        QCOMPARE(output->out, QByteArray("out\n"));
        QCOMPARE(output->err, QByteArray("err\n"));
        QCOMPARE(output->exitCode, 7);
    }

    void signal_is128AndItsNumber()
    {
        const auto output = run("kill -TERM $$");
        QVERIFY(output);
        QCOMPARE(output->exitCode, 128 + 15);
    }

    void input_reachesTheCommandAndEnds()
    {
        Command command;
        command.line = "sha256sum";
        command.input = QByteArray("0123456789abcdef").repeated(512 * 1024); // 8 MiB, several windows
        const auto output = m_transport->run(command, {});
        QVERIFY2(output, qPrintable(output ? QString() : output.error().text()));
        QCOMPARE(output->out.left(64), QCryptographicHash::hash(command.input, QCryptographicHash::Sha256).toHex());
    }

    void largeOutput_isComplete()
    {
        Command command;
        command.line = "head -c 12000000 /dev/zero | tr '\\0' x";
        const auto output = m_transport->run(command, {});
        QVERIFY(output);
        QCOMPARE(output->out, QByteArray(12'000'000, 'x'));
    }

    void inputWhileKeysAreExchangedAnew_isComplete()
    {
        LoopbackSshd sshd;
        sshd.authorizedKeys = publicKey(m_key);
        sshd.configuration = "RekeyLimit 150K\n";
        QVERIFY(sshd.start());
        Answers answers;
        auto opened = openAccepting(routeOver({sshd.hop(m_key, sshd.file(QStringLiteral("kh")))}), answers);
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
        Command command;
        command.line = "cat";
        command.input = QByteArray("0123456789abcdef").repeated(256 * 1024);
        const auto output = (*opened)->run(command, {});
        QVERIFY2(output, qPrintable(output ? QString() : output.error().text()));
        QVERIFY(output->out == command.input);
    }

    void commandLineWithNul_isRefused()
    {
        QCOMPARE(run(QByteArray("echo a\0; rm b", 14)).error().kind, Error::Kind::Invalid);
    }

    void progress_seesTheOutputOnTheCallingThread()
    {
        Command command;
        command.line = "printf one; sleep 0.3; printf two";
        QByteArray seen;
        bool sameThread = true;
        const auto caller = std::this_thread::get_id();
        const auto output = m_transport->run(command, {}, [&](QByteArrayView bytes) {
            seen += bytes;
            sameThread = sameThread && std::this_thread::get_id() == caller;
        });
        QVERIFY(output);
        QCOMPARE(seen, QByteArray("onetwo"));
        QVERIFY(sameThread);
    }

    void promptReply_isSentAfterThePromptOnly()
    {
        Command command;
        command.line = "printf 'nonce-42: ' >&2; read word; echo \"got $word\"";
        command.promptReply = PromptReply{"nonce-42: ", Secret("open sesame")};
        const auto output = m_transport->run(command, {});
        QVERIFY2(output, qPrintable(output ? QString() : output.error().text()));
        QCOMPARE(output->out, QByteArray("got open sesame\n"));
    }

    void terminal_isOneIfAskedFor()
    {
        Command command;
        command.line = "test -t 0 && echo terminal";
        command.terminal = true;
        const auto output = m_transport->run(command, {});
        QVERIFY(output);
        QVERIFY(output->out.contains("terminal"));
        QVERIFY(run("test -t 0 || echo none")->out.contains("none"));
    }

    void thirtyTwoCommands_runSideBySide()
    {
        std::vector<std::thread> threads;
        std::atomic<int> right = 0;
        for (int i = 0; i < 32; ++i)
            threads.emplace_back([&, i] {
                const QByteArray mark = QByteArray::number(i);
                const auto output =
                    run("cat >/dev/null; head -c 200000 /dev/zero | tr '\\0' " + QByteArray(1, char('a' + i % 26)) +
                        "; sleep 0.2; echo; echo " + mark + "; exit " + mark);
                const QByteArray expected = QByteArray(200'000, char('a' + i % 26)) + '\n' + mark + '\n';
                if (output && output->out == expected && output->exitCode == i)
                    ++right;
                else
                    qWarning() << i << (output ? QString::number(output->out.size()) : output.error().text());
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(right.load(), 32);
    }

    void stop_endsAtOnceAndLeavesTheSession()
    {
        std::stop_source source;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(300ms);
            source.request_stop();
        });
        const auto output = run("sleep 60", source.get_token());
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::Cancelled);
        QVERIFY(m_transport->isAlive());
        QCOMPARE(run("echo still here")->out, QByteArray("still here\n"));
    }

    void manyStoppedCommands_leaveNoChannelsBehind()
    {
        for (int i = 0; i < 150; ++i) { // MaxSessions is 100
            std::stop_source source;
            if (i % 3 == 0)
                source.request_stop();
            std::jthread stopper([&] {
                std::this_thread::sleep_for(std::chrono::milliseconds(i % 7));
                source.request_stop();
            });
            const auto output = run("sleep 60", source.get_token());
            QVERIFY(!output);
            QCOMPARE(output.error().kind, Error::Kind::Cancelled);
        }
        const auto output = run("echo still here");
        QVERIFY2(output, qPrintable(output ? QString() : output.error().text()));
    }

    void oneSlowCommand_doesNotHoldUpOthers()
    {
        std::stop_source source;
        std::thread slow([&] { (void)run("sleep 60", source.get_token()).has_value(); });
        std::this_thread::sleep_for(100ms);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(run("echo quick")->out, QByteArray("quick\n"));
        source.request_stop();
        slow.join();
    }

    void timeout_isReported()
    {
        Command command;
        command.line = "sleep 60";
        command.timeout = 3s; // half of it is for the server's sign of life
        const auto output = m_transport->run(command, {});
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::TimedOut);
        QVERIFY(m_transport->isAlive());
    }

    void silence_isReportedAndTheConnectionKept()
    {
        Command command;
        command.line = "echo first; sleep 60";
        command.silence = 3s; // half of it is for the server's sign of life
        const auto output = m_transport->run(command, {});
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::TimedOut);
        QVERIFY(m_transport->isAlive()); // the server answers, only the command is silent
        QVERIFY(run("true"));
    }

    void aGigabyte_isCutAtTheLimit()
    {
        Command command;
        command.line = "head -c 1000000000 /dev/zero";
        command.outputLimit = 1'000'000;
        const auto output = m_transport->run(command, {});
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::TooLarge);
        QVERIFY(m_transport->isAlive());
        QCOMPARE(run("echo still here")->out, QByteArray("still here\n"));
    }

    void freshConnectionsAfterTheFirst_askNothing()
    {
        auto opened = openLibssh(routeOver({m_sshd.hop(m_key, m_knownHosts)}), {}, {}, {});
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
    }

    void deadConnection_isNoticed()
    {
        LoopbackSshd sshd;
        sshd.authorizedKeys = publicKey(m_key);
        QVERIFY(sshd.start());
        Answers answers;
        auto opened = openAccepting(routeOver({sshd.hop(m_key, sshd.file(QStringLiteral("kh")))}), answers);
        QVERIFY(opened);
        QVERIFY((*opened)->isAlive());
        Command command;
        command.line = "sleep 60";
        Result<Output> output = Error{};
        std::thread runner([&] { output = (*opened)->run(command, {}); });
        std::this_thread::sleep_for(300ms);
        sshd.stop();
        runner.join();
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::Unreachable);
        QVERIFY(output.error().text().contains(QString::number(sshd.port())));
        QVERIFY(!(*opened)->isAlive());
        const auto again = (*opened)->run(command, {});
        QVERIFY(!again);
    }

    void frozenServer_isToldFromASilentCommand()
    {
        LoopbackSshd sshd;
        sshd.authorizedKeys = publicKey(m_key);
        QVERIFY(sshd.start());
        Answers answers;
        auto opened = openAccepting(routeOver({sshd.hop(m_key, sshd.file(QStringLiteral("kh")))}), answers);
        QVERIFY(opened);
        sshd.freeze(true);
        Command command;
        command.line = "true";
        command.silence = 1s;
        const auto output = (*opened)->run(command, {});
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::TimedOut);
        QVERIFY(!(*opened)->isAlive());
    }

    void closing_endsRunningCommands()
    {
        Answers answers;
        auto opened = openAccepting(routeOver({m_sshd.hop(m_key, m_knownHosts)}), answers);
        QVERIFY(opened);
        std::jthread closer([&] {
            std::this_thread::sleep_for(200ms);
            (*opened)->close();
        });
        Command command;
        command.line = "sleep 60";
        const auto output = (*opened)->run(command, {});
        QVERIFY(!output);
        QVERIFY(!(*opened)->isAlive());
    }
};

GW_REGISTER_TEST(LibsshTransportTest)
#include "libsshtransporttest.moc"

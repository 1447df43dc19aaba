// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shell/localshell.h"
#include "backend/base/quoting.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <csignal>
#include <thread>

using namespace gw;
using namespace std::chrono_literals;

namespace {

Result<Output> run(const QByteArray &line, const QByteArray &input = {})
{
    Command command;
    command.line = line;
    command.input = input;
    return LocalShell().run(command, {});
}

bool isRunning(const QByteArray &pid)
{
    return ::kill(pid.trimmed().toInt(), 0) == 0;
}

} // namespace

class LocalShellTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outputAndExitCode_areExact()
    {
        const auto output = run("printf 'a\\000b'; echo oops >&2; exit 7");
        QVERIFY(output);
        QCOMPARE(output->out, QByteArray("a\0b", 3));
        QCOMPARE(output->err, QByteArray("oops\n"));
        QCOMPARE(output->exitCode, 7);
    }

    void signalledCommand_countsAsAShellCounts() { QCOMPARE(run("kill -9 $$")->exitCode, 128 + 9); }

    void largeInput_passesThroughUnchanged()
    {
        QByteArray input(3'000'000, '\0');
        for (char &c : input)
            c = char(QRandomGenerator::global()->bounded(256));
        const auto output = run("cat", input);
        QVERIFY(output);
        QVERIFY(output->out == input);
    }

    void commandThatDoesNotRead_endsWithoutABrokenPipe()
    {
        const auto output = run("exec 0<&-; sleep 0.2; echo done", QByteArray(1'000'000, 'x'));
        QVERIFY(output);
        QCOMPARE(output->out, QByteArray("done\n"));
    }

    void unlimitedOutput_isTooLarge()
    {
        Command command;
        command.line = "exec yes";
        command.outputLimit = 100'000;
        const auto output = LocalShell().run(command, {});
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::TooLarge);
    }

    void longCommand_timesOutAndLeavesNothingRunning()
    {
        Command command;
        command.line = "sleep 300 & echo $!; sleep 300";
        command.timeout = 300ms;
        QByteArray seen;
        const auto output = LocalShell().run(command, {}, [&](QByteArrayView bytes) { seen += bytes; });
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::TimedOut);
        QVERIFY(!seen.isEmpty());
        QTRY_VERIFY(!isRunning(seen));
    }

    void silence_timesOutAlthoughTimeIsLeft()
    {
        Command command;
        command.line = "echo a; sleep 300";
        command.silence = 200ms;
        const auto output = LocalShell().run(command, {});
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::TimedOut);
    }

    void stop_endsTheWaitAndTheCommand()
    {
        std::stop_source source;
        QByteArray seen;
        Command command;
        command.line = "trap '' TERM; echo $$; while :; do sleep 300; done";
        const auto output = LocalShell().run(command, source.get_token(), [&](QByteArrayView bytes) {
            seen += bytes;
            source.request_stop();
        });
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::Cancelled);
        QTRY_VERIFY(!isRunning(seen));
    }

    void stopFromAnotherThread_wakesTheWait()
    {
        std::stop_source source;
        QElapsedTimer timer;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(100ms);
            timer.start();
            source.request_stop();
        });
        Command command;
        command.line = "sleep 300";
        const auto output = LocalShell().run(command, source.get_token());
        QVERIFY(!output);
        QVERIFY(timer.elapsed() < 5000);
    }

    void backgroundProcessThatKeepsTheStreams_doesNotHoldTheResult()
    {
        QElapsedTimer timer;
        timer.start();
        const auto output = run("sleep 20 & echo $!");
        QVERIFY(output);
        QVERIFY(timer.elapsed() < 15'000);
        ::kill(output->out.trimmed().toInt(), SIGKILL);
    }

    void manyCommandsAtOnce_doNotDisturbEachOther()
    {
        std::vector<std::jthread> threads;
        std::atomic<int> right = 0;
        for (int i = 0; i < 16; ++i)
            threads.emplace_back([&right, i] {
                const QByteArray word = QByteArray::number(i);
                const auto output = run("cat; sleep 0.1; echo " + word, word);
                right += output && output->out == word + word + '\n';
            });
        threads.clear();
        QCOMPARE(right.load(), 16);
    }

    void terminal_isOne()
    {
        Command command;
        command.line = "stty raw; test -t 0 && test -t 1 && test -t 2 && tty && printf end </dev/tty";
        command.terminal = true;
        const auto output = LocalShell().run(command, {});
        QVERIFY(output);
        QVERIFY2(output->out.startsWith("/dev/pts/") && output->out.endsWith("end"), output->out.constData());
        QCOMPARE(output->exitCode, 0);
    }

    void descriptorsOfThisProgram_areNotInherited()
    {
        const int pipesBefore = run("ls /proc/self/fd | wc -l")->out.trimmed().toInt();
        QFile file(QStringLiteral("/dev/null"));
        QVERIFY(file.open(QIODevice::ReadOnly)); // Qt opens with O_CLOEXEC, as we do
        QCOMPARE(run("ls /proc/self/fd | wc -l")->out.trimmed().toInt(), pipesBefore);
    }

    void missingShellCommand_isAnExitCodeAndNotAnError() { QCOMPARE(run("/nonexistent/program")->exitCode, 127); }

    void quotedWords_surviveEveryShell_data()
    {
        QTest::addColumn<QByteArrayList>("shell");
        QTest::newRow("dash") << QByteArrayList{"dash", "-c"};
        QTest::newRow("bash") << QByteArrayList{"bash", "-c"};
        QTest::newRow("busybox") << QByteArrayList{"busybox", "sh", "-c"};
    }

    void quotedWords_surviveEveryShell()
    {
        QFETCH(QByteArrayList, shell);
        if (QStandardPaths::findExecutable(QString::fromLatin1(shell[0])).isEmpty())
            QSKIP("not installed");
        for (int round = 0; round < 60; ++round) {
            QByteArray word(QRandomGenerator::global()->bounded(40), '\0');
            for (char &c : word)
                c = char(QRandomGenerator::global()->bounded(1, round % 2 ? 256 : 64)); // half of them: mostly ' $ ! \n
            QByteArray line = shell.join(' ') + ' ' + *quoted(QByteArray("printf %s " + *quoted(word)));
            const auto output = run(line);
            QVERIFY(output);
            QCOMPARE(output->out.toHex(' '), word.toHex(' '));
        }
    }

    void quotedNul_isRefused() { QVERIFY(!quoted(QByteArrayView("a\0b", 3))); }
};

GW_REGISTER_TEST(LocalShellTest)
#include "localshelltest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shell/bootstrap.h"
#include "backend/shell/localshell.h"
#include "tests/shell/loginshell.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <csignal>

using namespace gw;
using gw::test::LoginShell;
using gw::test::writeFile;
using namespace std::chrono_literals;

namespace {

const Elevation asIs{Elevation::Method::None, {}};

Result<Output> run(Shell &shell, const QByteArray &text, const Elevation &elevation = asIs)
{
    Script script;
    script.text = text;
    script.timeout = 20s;
    return runScript(shell, script, elevation, {});
}

void addShells()
{
    QTest::addColumn<QByteArrayList>("shell");
    QTest::newRow("dash") << QByteArrayList{"dash", "-c"};
    QTest::newRow("bash") << QByteArrayList{"bash", "-c"};
    QTest::newRow("busybox") << QByteArrayList{"busybox", "sh", "-c"};
    QTest::newRow("zsh") << QByteArrayList{"zsh", "-c"};
    QTest::newRow("fish") << QByteArrayList{"fish", "-c"};
    QTest::newRow("tcsh") << QByteArrayList{"tcsh", "-c"};
    QTest::newRow("csh") << QByteArrayList{"csh", "-c"};
    QTest::newRow("ksh") << QByteArrayList{"ksh", "-c"};
    QTest::newRow("mksh") << QByteArrayList{"mksh", "-c"};
}

bool isMissing(const QByteArrayList &shell)
{
    return QStandardPaths::findExecutable(QString::fromLatin1(shell[0])).isEmpty();
}

/// A script with every byte a shell could stumble over.
const QByteArray awkward = "printf '%s\\n' \"it's \\$HOME\" '!x' \"a\\\\b\" \xC3\xA9\xFF\n"
                           "cat <<'END'\nEND of ' \" ` $ \\ ! \nEND\nexit 3\n";
const QByteArray awkwardOutput = "it's $HOME\n!x\na\\b\n\xC3\xA9\xFF\nEND of ' \" ` $ \\ ! \n";

} // namespace

class ScriptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLoginShell_runsTheSameScript_data() { addShells(); }
    void everyLoginShell_runsTheSameScript()
    {
        QFETCH(QByteArrayList, shell);
        LoginShell server;
        server.shell = shell;
        if (isMissing(server.shell))
            QSKIP("not installed");
        const auto output = run(server, awkward);
        QVERIFY2(output, output ? "" : qPrintable(output.error().text()));
        QCOMPARE(output->out, awkwardOutput);
        QCOMPARE(output->exitCode, 3);
        QCOMPARE(server.runs, 1);
    }

    void everySh_runsTheBootstrap_data()
    {
        QTest::addColumn<QByteArray>("sh");
        for (const char *sh : {"dash", "bash --posix", "busybox sh"})
            QTest::newRow(sh) << QByteArray(sh);
    }
    void everySh_runsTheBootstrap()
    {
        QFETCH(QByteArray, sh);
        if (isMissing(sh.split(' ')))
            QSKIP("not installed");
        // The same line with another /bin/sh: what the server's own would be.
        class OtherSh final : public Shell {
        public:
            QByteArray sh;
            Result<Output> run(const Command &command, std::stop_token stop, const Progress &progress = {}) override
            {
                Command inner = command;
                inner.line.replace("/bin/sh", sh);
                return LocalShell().run(inner, stop, progress);
            }
            QString description() const override { return {}; }
            bool isAlive() const override { return true; }
        } server;
        server.sh = sh;
        const auto output = run(server, awkward);
        QVERIFY2(output, output ? "" : qPrintable(output.error().text()));
        QCOMPARE(output->out, awkwardOutput);
        QCOMPARE(output->exitCode, 3);

        QByteArray large;
        for (int i = 0; i < 20'000; ++i)
            large += "# line " + QByteArray::number(i) + '\n';
        const auto second = run(server, large + "head -c 3000000 /dev/zero");
        QVERIFY2(second, second ? "" : qPrintable(second.error().text()));
        QVERIFY(second->out == QByteArray(3'000'000, '\0'));
    }

    void binaryOutput_isExact()
    {
        LoginShell server;
        const auto output = run(server, "printf 'a\\000\\377\\n\\n'; printf 'no line end'");
        QVERIFY(output);
        QCOMPARE(output->out, QByteArray("a\0\xFF\n\nno line end", 16));
    }

    void emptyOutput_isEmpty()
    {
        LoginShell server;
        const auto output = run(server, "exit 0");
        QVERIFY(output);
        QCOMPARE(output->out, QByteArray());
        QCOMPARE(output->exitCode, 0);
    }

    void standardError_staysApart()
    {
        LoginShell server;
        const auto output = run(server, "echo out; echo err >&2");
        QCOMPARE(output->out, QByteArray("out\n"));
        QCOMPARE(output->err, QByteArray("err\n"));
    }

    void standardInput_isEmpty()
    {
        LoginShell server;
        QCOMPARE(run(server, "cat; echo end")->out, QByteArray("end\n"));
    }

    void arguments_areExact()
    {
        LoginShell server;
        Script script;
        script.text = "printf '%s|' \"$#\" \"$@\"";
        script.arguments = {"", "it's", "-n", "a\nb", "\xFF $(id)"};
        const auto output = runScript(server, script, asIs, {});
        QVERIFY(output);
        QCOMPARE(output->out, QByteArray("5||it's|-n|a\nb|\xFF $(id)|"));
        script.arguments = {QByteArray("a\0b", 3)};
        QCOMPARE(runScript(server, script, asIs, {}).error().kind, Error::Kind::Invalid);
    }

    void localeAndPath_areSet()
    {
        LoginShell server;
        server.settings = "LC_ALL=zh_CN.UTF-8 PATH=/usr/bin:/bin";
        const auto output = run(server, "echo $LC_ALL; case :$PATH: in *:/usr/sbin:*) echo sbin;; esac");
        QCOMPARE(output->out, QByteArray("C\nsbin\n"));
    }

    void rcFileChatter_doesNotReachTheOutput_data() { addShells(); }
    void rcFileChatter_doesNotReachTheOutput()
    {
        QFETCH(QByteArrayList, shell);
        if (isMissing(shell))
            QSKIP("not installed");
        QTemporaryDir home;
        for (const char *file : {".bashrc", ".zshenv", ".tcshrc", ".cshrc", ".config/fish/config.fish", "env.sh"})
            writeFile(home.filePath(QLatin1String(file)), "echo 'Welcome! have fun'\necho gwframe begin\n");
        LoginShell server;
        server.settings = "HOME=" + home.path().toLocal8Bit() + " BASH_ENV=" + home.filePath("env.sh").toLocal8Bit();
        server.shell = shell;
        bool chatted = false;
        server.wire = [&](Output &output) {
            chatted = output.out.startsWith("Welcome");
            output.out += "logout: bye\n";
        };
        const auto output = run(server, "echo pure");
        QVERIFY2(output, output ? "" : qPrintable(output.error().text()));
        QCOMPARE(output->out, QByteArray("pure\n"));
        if (shell[0] == "bash" || shell[0] == "zsh" || shell[0] == "tcsh" || shell[0] == "fish")
            QVERIFY(chatted); // otherwise the test tests nothing
    }

    void truncationAtAnyByte_isDetected()
    {
        LoginShell server;
        QByteArray whole;
        server.wire = [&](Output &output) { whole = output.out; };
        QVERIFY(run(server, "echo some output"));
        for (qsizetype length = 0; length < whole.size(); ++length) {
            class Cut final : public Shell {
            public:
                qsizetype length = 0;
                Result<Output> run(const Command &command, std::stop_token stop, const Progress &) override
                {
                    auto output = LocalShell().run(command, stop);
                    output->out.truncate(length);
                    return output;
                }
                QString description() const override { return {}; }
                bool isAlive() const override { return true; }
            };
            if (length % 7 && length < whole.size() - 30) // the parser itself is tried at every byte below
                continue;
            Cut server;
            server.length = length;
            const auto output = ::run(server, "echo some output");
            QVERIFY(!output);
            QCOMPARE(output.error().kind, Error::Kind::Protocol);
        }
    }

    void everyCutAndEveryFlip_isDetected()
    {
        LoginShell server;
        QByteArray whole;
        server.wire = [&](Output &output) { whole = output.out; };
        QVERIFY(run(server, "printf 'some output'"));
        const ScriptMarks marks{server.last.input.left(server.last.input.indexOf(' ')), {}, {}};
        QCOMPARE(unframed(whole, marks)->out, QByteArray("some output"));
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QVERIFY(!unframed(whole.first(at), marks));
            QByteArray flipped = whole;
            flipped[at] = char(flipped[at] ^ 4);
            const auto answer = unframed(flipped, marks);
            // A flip may only survive where nothing is said: the dash after the hash.
            QVERIFY2(!answer || answer->out == "some output", qPrintable(QString::number(at)));
            if (answer && answer->exitCode != 0)
                QVERIFY(at > whole.lastIndexOf(" end "));
        }
    }

    void damagedScript_isNotStarted()
    {
        class Flip final : public Shell {
        public:
            Result<Output> run(const Command &command, std::stop_token stop, const Progress &) override
            {
                Command damaged = command;
                damaged.input.back() = '!';
                return LocalShell().run(damaged, stop);
            }
            QString description() const override { return {}; }
            bool isAlive() const override { return true; }
        } server;
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("touched"));
        const auto output = ::run(server, "touch " + file.toLocal8Bit() + "\necho x");
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::Protocol);
        QVERIFY(!QFile::exists(file));
    }

    void shortenedScript_isNotStarted()
    {
        class Shorten final : public Shell {
        public:
            Result<Output> run(const Command &command, std::stop_token stop, const Progress &) override
            {
                Command damaged = command;
                damaged.input.chop(3);
                return LocalShell().run(damaged, stop);
            }
            QString description() const override { return {}; }
            bool isAlive() const override { return true; }
        } server;
        const auto output = ::run(server, "echo started");
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::Protocol);
    }

    void progress_seesExactlyTheOutput()
    {
        LoginShell server;
        Script script;
        script.text = "i=0; while [ $i -lt 300 ]; do echo \"line $i\"; echo; i=$((i+1)); done";
        QByteArray seen;
        int calls = 0;
        const auto output = runScript(server, script, asIs, {}, [&](QByteArrayView bytes) {
            seen.append(bytes.data(), bytes.size());
            ++calls;
        });
        QVERIFY(output);
        QCOMPARE(seen, output->out);
    }

    void progress_comesWhileTheScriptRuns()
    {
        LoginShell server;
        Script script;
        script.text = "echo first; sleep 300";
        std::stop_source source;
        QByteArray seen;
        const auto output = runScript(server, script, asIs, source.get_token(), [&](QByteArrayView bytes) {
            seen.append(bytes.data(), bytes.size());
            if (seen.contains("first"))
                source.request_stop();
        });
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::Cancelled);
    }

    void moreThanTheLimit_isTooLarge()
    {
        LoginShell server;
        Script script;
        script.text = "head -c 5000000 /dev/zero";
        script.outputLimit = 1000;
        QCOMPARE(runScript(server, script, asIs, {}).error().kind, Error::Kind::TooLarge);
        script.text = "head -c 1001 /dev/zero";
        QCOMPARE(runScript(server, script, asIs, {}).error().kind, Error::Kind::TooLarge);
        script.text = "head -c 1000 /dev/zero";
        QVERIFY(runScript(server, script, asIs, {}));
    }

    void loginShellThatRefuses_isNamedInTheError()
    {
        LoginShell server;
        server.shell = {"/usr/sbin/nologin"};
        const auto output = run(server, "echo x");
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::Protocol);
        QVERIFY2(output.error().cause.contains(u"account"), qPrintable(output.error().text()));
    }

    void syntaxErrorInTheScript_isItsExitCode()
    {
        LoginShell server;
        const auto output = run(server, "if then");
        QVERIFY(output);
        QVERIFY(output->exitCode != 0);
        QVERIFY(!output->err.isEmpty());
    }

    void backgroundJobsWithOwnStreams_doNotHoldTheAnswer()
    {
        LoginShell server;
        const auto output = run(server, "sleep 30 >/dev/null 2>&1 & echo $!");
        QVERIFY(output);
        ::kill(output->out.trimmed().toInt(), SIGKILL);
    }
};

GW_REGISTER_TEST(ScriptTest)
#include "scripttest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shell/script.h"
#include "tests/shell/loginshell.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace gw;
using gw::test::LoginShell;
using gw::test::writeFile;
using namespace std::chrono_literals;

namespace {

/// Stands for sudo: behaves as the file "sudo.mode" beside it says, and counts the passwords it was given.
constexpr char fakeSudo[] = R"(#!/bin/sh
here=$(dirname "$0"); mode=$(cat "$here/sudo.mode")
if [ "$1" = -n ]; then
    shift
    case $mode in
        cached|nopasswd) exec "$@";;
        missing) echo 'sh: 1: sudo: not found' >&2; exit 127;;
        requiretty) echo 'sudo: sorry, you must have a tty to run sudo' >&2; exit 1;;
        resolve) echo 'sudo: unable to resolve host gpu-1' >&2; exec "$@";;
        *) echo 'sudo: a password is required' >&2; exit 1;;
    esac
fi
[ "$1" = -S ] && { standardInput=1; shift; }
[ "$1" = -p ] && { prompt=$2; shift 2; }
case $mode in
    cached) exec "$@";;
    stranger) echo 'dev is not in the sudoers file.' >&2; exit 1;;
    lecture) printf '\nWe trust you have received the usual lecture.\n\n    #1) Respect the privacy of others.\n\n' >&2;;
    requiretty)
        if [ "$standardInput" ]; then echo 'sudo: sorry, you must have a tty to run sudo' >&2; exit 1; fi
        saved=$(stty -g </dev/tty); stty -echo </dev/tty
        printf '%s' "$prompt" >/dev/tty; read -r password </dev/tty; stty "$saved" </dev/tty; echo >/dev/tty
        [ "$password" = 'correct horse' ] && exec "$@"
        echo 'sudo: 1 incorrect password attempt' >&2; exit 1;;
esac
for try in 1 2 3; do
    printf '%s' "$prompt" >&2
    IFS= read -r password || exit 1
    echo given >>"$here/given"
    if [ "$password" = 'correct horse' ] && [ "$mode" != twice ]; then echo >&2; exec "$@"; fi
    [ "$mode" = once ] && { echo 'sudo: 1 incorrect password attempt' >&2; exit 1; }
    echo 'Sorry, try again.' >&2
done
echo 'sudo: 3 incorrect password attempts' >&2
exit 1
)";

/// Stands for doas: asks on the terminal only.
constexpr char fakeDoas[] = R"(#!/bin/sh
here=$(dirname "$0")
if [ "$1" = -n ]; then
    shift
    [ -e "$here/doas.nopass" ] && exec "$@"
    if [ -e "$here/doas.denied" ]; then echo 'doas: Operation not permitted' >&2; exit 1; fi
    echo 'doas: Authentication required' >&2; exit 1
fi
saved=$(stty -g </dev/tty) || { echo 'doas: a tty is required' >&2; exit 1; }
stty -echo </dev/tty
printf '\rdoas (dev@gpu-1) password: ' >/dev/tty
IFS= read -r password </dev/tty
echo given >>"$here/given"
stty "$saved" </dev/tty; echo >/dev/tty
[ "$password" = 'correct horse' ] && exec "$@"
echo 'doas: Authentication failed' >&2; exit 1
)";

constexpr auto executable = QFile::ExeOwner | QFile::ExeUser;

class Server {
public:
    explicit Server(const QByteArray &sudoMode)
    {
        writeFile(folder.filePath(QStringLiteral("id")), "#!/bin/sh\necho 1000\n", executable);
        if (!sudoMode.isEmpty()) {
            writeFile(folder.filePath(QStringLiteral("sudo")), fakeSudo, executable);
            writeFile(folder.filePath(QStringLiteral("sudo.mode")), sudoMode);
        }
        // Never the doas of this computer.
        writeFile(folder.filePath(QStringLiteral("doas")), "#!/bin/sh\necho 'doas: not found' >&2; exit 127\n",
                  executable);
        shell.settings = "PATH=" + folder.path().toLocal8Bit() + ":/usr/bin:/bin";
    }
    void addDoas() { writeFile(folder.filePath(QStringLiteral("doas")), fakeDoas, executable); }

    Result<Output> run(Elevation::Method method, const char *password = "")
    {
        Script script;
        script.text = "echo $GW_ROOT_WAY $GW_ROOT_ASKS; printf 'a\\000b\\n\\r'; exit 4";
        script.timeout = 20s;
        script.silence = 5s;
        return runScript(shell, script, {method, Secret(QByteArrayView(password))}, {});
    }
    qsizetype passwordsGiven() const
    {
        QFile file(folder.filePath(QStringLiteral("given")));
        return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
    }

    QTemporaryDir folder;
    LoginShell shell;
};

QByteArray expected(const QByteArray &way)
{
    return way + QByteArray("\na\0b\n\r", 6);
}

} // namespace

class ElevationTest : public QObject {
    Q_OBJECT
    using Method = Elevation::Method;

private Q_SLOTS:
    void automatic_findsTheWayInOneRoundTrip_data()
    {
        QTest::addColumn<QByteArray>("mode");
        QTest::addColumn<QByteArray>("way");
        QTest::newRow("sudo without password") << QByteArray("nopasswd") << QByteArray("sudo no");
        QTest::newRow("sudo that grumbles") << QByteArray("resolve") << QByteArray("sudo no");
        QTest::newRow("sudo asks") << QByteArray("once") << QByteArray("none sudo");
        QTest::newRow("sudo wants a tty") << QByteArray("requiretty") << QByteArray("none sudo");
        QTest::newRow("no sudo") << QByteArray("missing") << QByteArray("none no");
    }
    void automatic_findsTheWayInOneRoundTrip()
    {
        QFETCH(QByteArray, mode);
        QFETCH(QByteArray, way);
        Server server(mode);
        const auto output = server.run(Method::Automatic);
        QVERIFY2(output, output ? "" : qPrintable(output.error().text()));
        QCOMPARE(output->out, expected(way));
        QCOMPARE(output->exitCode, 4);
        QCOMPARE(server.shell.runs, 1);
        QCOMPARE(server.passwordsGiven(), 0);
    }

    void automatic_takesDoasWithoutPassword()
    {
        Server server("once");
        server.addDoas();
        writeFile(server.folder.filePath(QStringLiteral("doas.nopass")), "");
        QCOMPARE(server.run(Method::Automatic)->out, expected("doas no"));
    }

    void automatic_namesTheProgramThatAsks_data()
    {
        QTest::addColumn<QByteArray>("sudo");
        QTest::addColumn<QByteArray>("doas");
        QTest::addColumn<QByteArray>("way");
        const auto row = [](const char *name, const char *sudo, const char *doas, const char *way) {
            QTest::newRow(name) << QByteArray(sudo) << QByteArray(doas) << QByteArray(way);
        };
        row("neither is there", "missing", "", "none no");
        row("sudo alone", "once", "", "none sudo");
        row("doas alone", "missing", "asks", "none doas");
        row("doas that permits nothing", "missing", "denied", "none no");
        row("sudo beside a doas that permits nothing", "once", "denied", "none sudo");
        row("doas permits, sudo only asks as it asks everybody", "once", "asks", "none doas");
        row("sudo without password beside doas", "nopasswd", "asks", "sudo no");
    }
    void automatic_namesTheProgramThatAsks()
    {
        QFETCH(QByteArray, sudo);
        QFETCH(QByteArray, doas);
        QFETCH(QByteArray, way);
        Server server(sudo);
        if (!doas.isEmpty())
            server.addDoas();
        if (doas == "denied")
            writeFile(server.folder.filePath(QStringLiteral("doas.denied")), "");
        const auto output = server.run(Method::Automatic);
        QVERIFY2(output, output ? "" : qPrintable(output.error().text()));
        QCOMPARE(output->out, expected(way));
        QCOMPARE(server.shell.runs, 1);
        QCOMPARE(server.passwordsGiven(), 0);

        const auto access = rootAccess(server.shell, {});
        QVERIFY2(access, access ? "" : qPrintable(access.error().text()));
        QCOMPARE(access->isRoot, !way.startsWith("none"));
        QCOMPARE(access->asks.has_value(), !way.endsWith("no"));
        if (access->asks)
            QCOMPARE(*access->asks, way.endsWith("doas") ? Method::DoasPassword : Method::SudoPassword);
    }

    void root_needsNothing()
    {
        Server server("once");
        writeFile(server.folder.filePath(QStringLiteral("id")), "#!/bin/sh\necho 0\n", executable);
        QCOMPARE(server.run(Method::Automatic)->out, expected("login no"));
        QCOMPARE(server.run(Method::SudoPassword, "correct horse")->out, expected("login no"));
        QCOMPARE(server.passwordsGiven(), 0);
    }

    void none_staysAsItIs()
    {
        Server server("nopasswd");
        QCOMPARE(server.run(Method::None)->out, expected("none no"));
    }

    void sudoThatAsksOnce_getsThePasswordOnce()
    {
        for (const char *mode : {"once", "lecture"}) {
            Server server(mode);
            const auto output = server.run(Method::SudoPassword, "correct horse");
            QVERIFY2(output, output ? "" : qPrintable(output.error().text()));
            QCOMPARE(output->out, expected("sudo sudo"));
            QCOMPARE(output->exitCode, 4);
            QVERIFY(!output->err.contains("gwask") && !output->err.contains("gwready"));
            QCOMPARE(server.passwordsGiven(), 1);
        }
    }

    void sudoThatAsksTwice_isRefusedWithoutASecondTry()
    {
        for (const char *mode : {"twice", "lecture"}) {
            Server server(mode);
            const auto output = server.run(Method::SudoPassword, "wrong");
            QVERIFY(!output);
            QCOMPARE(output.error().kind, Error::Kind::Refused);
            QCOMPARE(server.passwordsGiven(), 1);
            QVERIFY(!output.error().text().contains(QStringLiteral("wrong")));
            QCOMPARE(server.shell.runs, 1);
        }
    }

    void sudoThatGivesUpAfterOneTry_isRefused()
    {
        Server server("once");
        const auto output = server.run(Method::SudoPassword, "wrong");
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::Refused);
        QVERIFY2(output.error().cause.contains(u"1 incorrect password attempt"), qPrintable(output.error().text()));
        QCOMPARE(server.passwordsGiven(), 1);
    }

    void sudoThatNeverAsks_neverSeesThePassword()
    {
        Server server("cached");
        const auto output = server.run(Method::SudoPassword, "correct horse");
        QVERIFY2(output, output ? "" : qPrintable(output.error().text()));
        QCOMPARE(output->out, expected("sudo sudo"));
        QCOMPARE(server.passwordsGiven(), 0);
    }

    void stranger_isRefusedInSudosWords()
    {
        Server server("stranger");
        const auto output = server.run(Method::SudoPassword, "correct horse");
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::Refused);
        QVERIFY(output.error().cause.contains(u"not in the sudoers file"));
        QCOMPARE(server.passwordsGiven(), 0);
    }

    void requireTty_fallsBackToATerminal()
    {
        Server server("requiretty");
        const auto output = server.run(Method::SudoPassword, "correct horse");
        QVERIFY2(output, output ? "" : qPrintable(output.error().text()));
        QCOMPARE(output->out, expected("sudo sudo"));
        QCOMPARE(server.shell.runs, 2);
    }

    void doas_asksOnATerminal()
    {
        Server server("");
        server.addDoas();
        const auto output = server.run(Method::DoasPassword, "correct horse");
        QVERIFY2(output, output ? "" : qPrintable(output.error().text()));
        QCOMPARE(output->out, expected("doas doas"));
        QCOMPARE(output->exitCode, 4);
        QCOMPARE(server.passwordsGiven(), 1);
    }

    void doasWithAWrongPassword_isRefused()
    {
        Server server("");
        server.addDoas();
        const auto output = server.run(Method::DoasPassword, "wrong");
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::Refused);
        QVERIFY2(output.error().cause.contains(u"Authentication failed"), qPrintable(output.error().text()));
        QCOMPARE(server.passwordsGiven(), 1);
    }

    void largeScriptOnATerminal_arrivesWhole()
    {
        Server server("");
        server.addDoas();
        Script script;
        for (int i = 0; i < 8000; ++i)
            script.text += "# \x04 \x03 \x13 line " + QByteArray::number(i) + "\r\n";
        script.text += "echo whole; head -c 200000 /dev/zero";
        const auto output =
            runScript(server.shell, script, {Method::DoasPassword, Secret(QByteArrayView("correct horse"))}, {});
        QVERIFY2(output, output ? "" : qPrintable(output.error().text()));
        QVERIFY(output->out == "whole\n" + QByteArray(200'000, '\0'));
    }

    void password_isNeitherInTheCommandLineNorInTheOutput()
    {
        Server server("once");
        const auto output = server.run(Method::SudoPassword, "correct horse");
        QVERIFY(output);
        QVERIFY(!server.shell.last.line.contains("correct horse"));
        QVERIFY(!server.shell.last.input.contains("correct horse"));
        QVERIFY(!output->err.contains("correct horse"));
    }
};

GW_REGISTER_TEST(ElevationTest)
#include "elevationtest.moc"

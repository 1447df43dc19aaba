// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/payload.h"
#include "backend/apply/shellexport.h"
#include "backend/plan/criticalpaths.h"
#include "tests/apply/sandbox.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace gw;
using gw::test::Sandbox;

namespace {

WriteFile writes(const QByteArray &path, const QByteArray &after = "new\n")
{
    return WriteFile{RemotePath(path), {}, after, {}, Secrecy::Public};
}

Result<Payload> payloadOf(const QList<Change> &changes)
{
    return gw::payloadOf(Sandbox::planOf(changes), u"ada"_s, 90s);
}

struct Ran {
    int exitCode = -1;
    QByteArray out;
    QByteArray all;
};
Ran run(const QStringList &words, const QByteArray &input = {})
{
    QProcess process;
    process.start(words[0], words.mid(1));
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000))
        qFatal("%s does not end", qPrintable(words[0]));
    const QByteArray out = process.readAllStandardOutput();
    return {process.exitCode(), out, out + process.readAllStandardError()};
}

} // namespace

/// A plan as the guard reads it, without any server.
class PayloadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatNoServerUnderstands_isRefused_data()
    {
        QTest::addColumn<Change>("change");
        QTest::newRow("relative path") << Change(writes("etc/a"));
        QTest::newRow("empty path") << Change(writes(""));
        QTest::newRow("root") << Change(writes("/"));
        QTest::newRow("folder") << Change(writes("/etc/"));
        QTest::newRow("up") << Change(writes("/etc/../shadow"));
        QTest::newRow("up at the end") << Change(writes("/etc/.."));
        QTest::newRow("doubled") << Change(writes("/etc//a"));
        QTest::newRow("dot") << Change(writes("/etc/./a"));
        QTest::newRow("NUL in a path") << Change(writes(QByteArray("/etc/a\0b", 8)));
        QTest::newRow("NUL in a command") << Change(RunCommand{QByteArray("a\0b", 3), {}, {}, false});
        QTest::newRow("option as owner") << Change(
            SetAttributes{RemotePath(QByteArray("/a")), {}, {0600, "--reference=/etc/shadow", "root"}});
        QTest::newRow("owner and group in one")
            << Change(SetAttributes{RemotePath(QByteArray("/a")), {}, {0600, "root:root", "root"}});
        QTest::newRow("link over a file")
            << Change(LinkFile{RemotePath(QByteArray("/a")), {FileState::Kind::Regular, "x", {}, {}}, "b"});
        QTest::newRow("link to nothing") << Change(LinkFile{RemotePath(QByteArray("/a")), {}, ""});
        QTest::newRow("option as package") << Change(InstallPackage{u"-y"_s});
        QTest::newRow("two packages") << Change(InstallPackage{u"a b"_s});
        QTest::newRow("path as package") << Change(InstallPackage{u"./a.deb"_s});
        QTest::newRow("option as unit") << Change(
            ServiceAction{ServiceUnit(u"--root=/x"_s), ServiceAction::Verb::Stop});
        QTest::newRow("path as unit") << Change(ServiceAction{ServiceUnit(u"../x"_s), ServiceAction::Verb::Stop});
        QTest::newRow("no unit") << Change(ServiceAction{{}, ServiceAction::Verb::Stop});
        QTest::newRow("relative touch") << Change(RunCommand{"true", {}, {RemotePath(QByteArray("a"))}, false});
    }
    void whatNoServerUnderstands_isRefused()
    {
        QFETCH(Change, change);
        const auto payload = payloadOf({change});
        QVERIFY(!payload);
        QCOMPARE(payload.error().kind, Error::Kind::Invalid);
        QVERIFY(!payload.error().cause.isEmpty());
    }

    void planWithoutSteps_isRefused() { QVERIFY(!payloadOf({})); }

    void fileThatTwoStepsWrite_isRefused()
    {
        QVERIFY(!payloadOf({writes("/a"), writes("/a")}));
        QVERIFY(!payloadOf({writes("/a"), RemoveFile{RemotePath(QByteArray("/a")), {}, {}}}));
        QVERIFY(payloadOf({writes("/a"), SetAttributes{RemotePath(QByteArray("/a")), {}, {0600, "root", "root"}}}));
    }

    void attributesThatStay_areNotSent()
    {
        WriteFile change = writes("/a");
        change.before = {FileState::Kind::Regular, "old\n", {}, {0640, "root", "adm"}};
        QVERIFY(!payloadOf({change})->plan.contains("\nmode="));
        change.attributes = change.before.attributes;
        QVERIFY(!payloadOf({change})->plan.contains("\nmode="));
        change.attributes->mode = 0600;
        QVERIFY(payloadOf({change})->plan.contains("\nmode='600'\nowner='root'\ngroup='adm'\n"));
    }

    /// Whatever bytes a name holds, the shell reads back exactly these.
    void everyName_isReadBackByTheShell()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 40; ++round) {
            QByteArray name = "/etc/";
            for (int i = 0; i < 30; ++i)
                name += char(1 + random.bounded(255));
            name.replace("//", "/x").replace("/.", "/x");
            if (name.endsWith('/'))
                name += 'x';
            const auto payload = payloadOf({RunCommand{name, name, {RemotePath(name)}, true}, writes(name)});
            QVERIFY(payload);
            const Ran read = run(
                {u"dash"_s}, payload->plan + "step_1; printf %s \"$line$undo$touch_1\"; step_2; printf %s \"$path\"");
            QCOMPARE(read.all, name + name + name + name);
        }
    }

    void criticalPaths_areThoseThatAccessRestsOn()
    {
        for (const char *path :
             {"/etc/ssh/sshd_config", "/etc/ssh/sshd_config.d/50.conf", "/etc/sudoers", "/etc/sudoers.d/ops",
              "/etc/ufw/user.rules", "/etc/nftables.conf", "/etc/netplan/50.yaml", "/etc/network/interfaces",
              "/etc/pam.d/sshd", "/root/.ssh/authorized_keys", "/home/ada/.ssh/authorized_keys2",
              "/etc/systemd/system/ssh.service.d/override.conf", "/etc/systemd/system/sshd.socket"})
            QVERIFY2(isAccessCritical(RemotePath(QByteArray(path))), path);
        for (const char *path : {"/etc/nginx/nginx.conf", "/etc/supervisor/conf.d/chat.conf", "/home/ada/.ssh/config",
                                 "/srv/etc/ssh/sshd_config", "/etc/systemd/system/jupyter.service"})
            QVERIFY2(!isAccessCritical(RemotePath(QByteArray(path))), path);
    }

    void guard_isCleanForEveryShellAndForShellcheck()
    {
        QTemporaryFile file;
        QVERIFY(file.open() && file.write(guardText()) > 0 && file.flush());
        const QString guard = file.fileName();
        for (const QStringList &shell :
             {QStringList{u"dash"_s}, QStringList{u"bash"_s, u"--posix"_s}, QStringList{u"busybox"_s, u"sh"_s}}) {
            if (QStandardPaths::findExecutable(shell[0]).isEmpty())
                continue;
            const Ran checked = run(shell + QStringList{u"-n"_s, guard});
            QVERIFY2(checked.exitCode == 0 && checked.all.isEmpty(), checked.all.constData());
        }
        if (QStandardPaths::findExecutable(u"shellcheck"_s).isEmpty())
            QSKIP("there is no shellcheck");
        const Ran linted = run({u"shellcheck"_s, u"--shell=sh"_s, guard});
        QVERIFY2(linted.exitCode == 0, linted.all.constData());
    }

    void export_refusesSecrets()
    {
        WriteFile secret = writes("/etc/key", "GWCANARY");
        secret.secrecy = Secrecy::Secret;
        const auto text = shellExportOf(Sandbox::planOf({secret}));
        QVERIFY(!text);
        QCOMPARE(text.error().kind, Error::Kind::Invalid);
        QVERIFY(!text.error().text().contains(u"GWCANARY"_s));
    }

    void export_isShellThatSaysWhatItDoes()
    {
        Plan plan = Sandbox::planOf({writes("/etc/a", "END\nEND-1\n"), RunCommand{"echo 'END'", {}, {}, false}});
        plan.title = u"Two\nlines"_s;
        plan.steps[0].reason = u"because\nit is so"_s;
        const auto text = shellExportOf(plan);
        QVERIFY(text);
        QVERIFY(text->startsWith("#!/bin/sh\n# Two lines\n"));
        QVERIFY(text->contains("# - Create /etc/a: because it is so\n"));
        const Ran checked = run({u"dash"_s, u"-n"_s}, *text);
        QVERIFY2(checked.exitCode == 0, checked.all.constData());
    }

    /// The exported script applies, waits, and the server returns or keeps.
    void export_appliesWithTheSameWayBack_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::newRow("kept") << u"keep"_s;
        QTest::newRow("undone") << u"undo"_s;
        QTest::newRow("nobody confirms") << QString();
    }
    void export_appliesWithTheSameWayBack()
    {
        QFETCH(QString, verb);
        Sandbox server;
        server.write(u"a"_s, "a\n");
        Plan plan = Sandbox::planOf({server.writes(u"a"_s, "A\n"), RunCommand{"echo it works", {}, {}, false}});
        plan.window = verb.isEmpty() ? 2s : 300s;
        const auto text = shellExportOf(plan);
        QVERIFY(text);
        server.write(u"apply.sh"_s, *text);
        QProcess script;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"GW_BASE"_s, server.base());
        script.setProcessEnvironment(environment);
        script.setProcessChannelMode(QProcess::MergedChannels);
        script.start(u"sh"_s, {server.file(u"apply.sh"_s)});
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += script.readAll()).contains("NEW login"), 60'000);
        QVERIFY2(said.contains("-> step 1"), said.constData());
        QVERIFY2(said.contains("   it works"), said.constData());
        QCOMPARE(server.read(u"a"_s), "A\n");
        if (!verb.isEmpty()) {
            QProcess second;
            second.setProcessEnvironment(environment);
            second.start(u"sh"_s, {server.file(u"apply.sh"_s), verb, server.changes(u"armed"_s).value(0)});
            QVERIFY(second.waitForFinished(60'000));
            QCOMPARE(second.exitCode(), 0);
        }
        QVERIFY(script.waitForFinished(60'000));
        said += script.readAll();
        const bool isKept = verb == u"keep"_s;
        QVERIFY2(said.contains(isKept ? "\nKept.\n" : "\nThe old state is back (complete"), said.constData());
        QCOMPARE(script.exitCode(), isKept ? 0 : 1);
        QCOMPARE(server.read(u"a"_s), isKept ? "A\n" : "a\n");
        QVERIFY(server.nothingRemains());
    }
};

GW_REGISTER_TEST(PayloadTest)
#include "payloadtest.moc"

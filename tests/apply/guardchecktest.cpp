// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/apply/sandbox.h"
#include "tests/support/testmain.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace gw;
using gw::test::Sandbox;

/// Checks run on the staged files before the first real one moves; services and other programs are stand-ins that write
/// down what they were told.
class GuardCheckTest : public QObject {
    Q_OBJECT

private:
    /// A folder of /etc that is ours, with a program that passes when no file in it says "broken", in whatever place it
    /// finds it; what it was called with is written to `calls`.
    static void makeNginx(Sandbox &server)
    {
        server.write(u"nginx/nginx.conf"_s, "include /etc/nginx/conf.d/*.conf;\n");
        server.write(u"nginx/conf.d/site.conf"_s, "fine;\n");
        server.write(u"nginx/enabled/old.conf"_s, "fine;\n");
        server.write(u"calls"_s, "");
        server.must("mkdir -p /etc/nginx");
        server.mounts = "mount --bind '" + QFile::encodeName(server.file(u"nginx"_s)) + "' /etc/nginx && ";
        server.putProgram(u"nginx"_s, "#!/bin/sh\n"
                                      "main=/etc/nginx/nginx.conf\n"
                                      "[ $# -lt 3 ] || main=$3\n"
                                      "echo \"$*\" >>'" +
                                          QFile::encodeName(server.file(u"calls"_s)) +
                                          "'\n"
                                          "folder=$(sed -n 's/^include \\(.*\\)conf.d.*/\\1/p' \"$main\")\n"
                                          "grep -rn broken \"$folder\" && exit 1\n"
                                          "exit 0\n");
    }
    static WriteFile inNginx(Sandbox &server, const QString &file, const QByteArray &content)
    {
        WriteFile change = server.writes(u"nginx/"_s + file, content);
        change.path = RemotePath(QString(u"/etc/nginx/"_s + file));
        return change;
    }

private Q_SLOTS:
    void cleanup() { QDir().rmdir(u"/etc/nginx"_s); } // only an empty one that this test has made

    void stagedFiles_areCheckedBeforeAnythingMoves_data()
    {
        QTest::addColumn<bool>("hasNamespaces");
        QTest::newRow("in a namespace") << true;
        QTest::newRow("in copies") << false;
    }
    void stagedFiles_areCheckedBeforeAnythingMoves()
    {
        QFETCH(bool, hasNamespaces);
        Sandbox server;
        makeNginx(server);
        if (!hasNamespaces)
            server.putProgram(u"unshare"_s, "#!/bin/sh\nexit 1\n");
        const QByteArray before = server.everything();
        QList<ApplyProgress::Phase> phases;
        const Plan plan =
            Sandbox::planOf({inNginx(server, u"conf.d/new.conf"_s, "broken;\n"), Check{Check::Kind::Nginx, {}}});
        const auto applied =
            server.apply(plan, [&phases](const ApplyProgress &progress) { phases.append(progress.phase); }, {});
        QVERIFY2(applied, applied ? "" : qPrintable(applied.error().text()));
        const auto *notStarted = std::get_if<NotStarted>(&*applied);
        QVERIFY(notStarted);
        QVERIFY2(notStarted->checkFailed.contains(u"new.conf:1:broken"_s), qPrintable(notStarted->checkFailed));
        QCOMPARE(phases, (QList{ApplyProgress::Phase::Preparing, ApplyProgress::Phase::CheckingAside}));
        QCOMPARE(server.read(u"calls"_s).startsWith("-t -c"), !hasNamespaces);
        server.write(u"calls"_s, "");
        QCOMPARE(server.everything(), before);
        QVERIFY(server.nothingRemains());
    }

    void whatIsRemovedAndLinked_countsInTheCheckAside()
    {
        Sandbox server;
        makeNginx(server);
        server.write(u"nginx/conf.d/bad.conf"_s, "broken;\n");
        server.write(u"nginx/enabled/old.conf"_s, "broken too;\n");
        const FileState bad = server.state(u"nginx/conf.d/bad.conf"_s);
        const Plan plan = Sandbox::planOf({RemoveFile{RemotePath(QByteArray("/etc/nginx/conf.d/bad.conf")), bad, {}},
                                           inNginx(server, u"enabled/old.conf"_s, "fine again;\n"),
                                           LinkFile{RemotePath(QByteArray("/etc/nginx/link")), {}, "enabled/old.conf"},
                                           Check{Check::Kind::Nginx, {}}});
        const Armed armed = server.armed(plan);
        QCOMPARE(server.read(u"calls"_s), "-t\n-t\n"); // aside, and where the step stands
        QVERIFY(server.undone(armed.transaction).complete);
    }

    /// A check that needs what a command before it makes can only be made where it stands.
    void checkAfterWhatItNeeds_isNotMadeAside()
    {
        Sandbox server;
        makeNginx(server);
        const QByteArray certificate = QFile::encodeName(server.file(u"certificate"_s));
        const Plan plan =
            Sandbox::planOf({RunCommand{"touch " + certificate, {}, {RemotePath(certificate)}, false},
                             inNginx(server, u"conf.d/new.conf"_s, "fine;\n"), Check{Check::Kind::Nginx, {}}});
        const Armed armed = server.armed(plan);
        QCOMPARE(server.read(u"calls"_s), "-t\n");
        QVERIFY(server.undone(armed.transaction).complete);
        QVERIFY(!QFile::exists(server.file(u"certificate"_s)));
    }

    void realSshd_isAskedAboutTheStagedTree()
    {
        Sandbox server;
        if (std::system("command -v sshd ssh-keygen >/dev/null") != 0)
            QSKIP("there is no sshd");
        server.write(u"ssh/sshd_config"_s, "Include /etc/ssh/sshd_config.d/*.conf\nHostKey /etc/ssh/key\n");
        server.must("mkdir ssh/sshd_config.d && ssh-keygen -q -t ed25519 -N '' -f ssh/key");
        server.mounts = "mount --bind '" + QFile::encodeName(server.file(u"ssh"_s)) + "' /etc/ssh && ";
        const auto planWith = [&server](const QByteArray &line) {
            WriteFile change = server.writes(u"ssh/sshd_config.d/50-new.conf"_s, line);
            change.path = RemotePath(QByteArray("/etc/ssh/sshd_config.d/50-new.conf"));
            return Sandbox::planOf({change, Check{Check::Kind::Sshd, {}}});
        };
        const QByteArray before = server.everything();
        const auto broken = server.apply(planWith("PermitRootLogin perhaps\n"));
        QVERIFY2(broken, broken ? "" : qPrintable(broken.error().text()));
        const auto *notStarted = std::get_if<NotStarted>(&*broken);
        QVERIFY(notStarted);
        QVERIFY2(notStarted->checkFailed.contains(u"50-new.conf"_s), qPrintable(notStarted->checkFailed));
        QCOMPARE(server.everything(), before);
        const Armed armed = server.armed(planWith("PermitRootLogin no\n"));
        QVERIFY(server.undone(armed.transaction).complete);
        QCOMPARE(server.everything(), before);
    }

    void service_returnsToTheStateItWasIn()
    {
        Sandbox server;
        server.write(u"calls"_s, "");
        server.write(u"running"_s, "");
        const QByteArray folder = QFile::encodeName(server.file({}));
        server.putProgram(u"supervisorctl"_s,
                          "#!/bin/sh\ncd '" + folder +
                              "'\ncase $1 in\n"
                              "status) [ -e running ] && echo \"$2 RUNNING\" || echo \"$2 STOPPED\";;\n"
                              "*) echo \"$*\" >>calls;;\nesac\n"
                              "case $1 in start|restart) touch running;; stop) rm -f running;; esac\n");
        const ServiceUnit chat(u"supervisor:chat"_s);
        using Verb = ServiceAction::Verb;
        const Armed stopped = server.armed(Sandbox::planOf({ServiceAction{chat, Verb::Stop}}));
        QVERIFY(!QFile::exists(server.file(u"running"_s)));
        QVERIFY(server.undone(stopped.transaction).complete);
        QVERIFY(QFile::exists(server.file(u"running"_s)));
        QCOMPARE(server.read(u"calls"_s), "stop chat\nstart chat\n");

        server.write(u"calls"_s, "");
        server.write(u"conf"_s, "old\n");
        const Armed restarted =
            server.armed(Sandbox::planOf({server.writes(u"conf"_s, "new\n"), ServiceAction{chat, Verb::Restart}}));
        QVERIFY(server.undone(restarted.transaction).complete);
        QCOMPARE(server.read(u"calls"_s), "reread\nupdate chat\nrestart chat\nreread\nupdate chat\nrestart chat\n");

        QFile::remove(server.file(u"running"_s));
        const Armed started = server.armed(Sandbox::planOf({ServiceAction{chat, Verb::Start}}));
        QVERIFY(server.undone(started.transaction).complete);
        QVERIFY(!QFile::exists(server.file(u"running"_s)));
    }

    void serviceThatDoesNotComeUp_returnsEverything()
    {
        Sandbox server;
        server.write(u"conf"_s, "old\n");
        server.putProgram(u"supervisorctl"_s, "#!/bin/sh\n[ \"$1\" != status ] || echo \"$2 FATAL\"\n");
        const Returned returned = server.returned(
            Sandbox::planOf({server.writes(u"conf"_s, "new\n"),
                             ServiceAction{ServiceUnit(u"supervisor:chat"_s), ServiceAction::Verb::Restart}}));
        QVERIFY(returned.cause.contains(u"does not run"_s));
        QVERIFY(returned.complete); // it did not run before either
        QCOMPARE(server.read(u"conf"_s), "old\n");
    }
};

GW_REGISTER_TEST(GuardCheckTest)
#include "guardchecktest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/apply/sandbox.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <csignal>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace gw;
using gw::test::asWeAre;
using gw::test::Sandbox;

namespace {

QByteArray name(const Sandbox &server, const QString &file)
{
    return QFile::encodeName(server.file(file));
}

RunCommand runs(const QByteArray &line, std::optional<QByteArray> undo = {})
{
    return RunCommand{line, std::move(undo), {}, false};
}

bool isSwitch(const Command &command)
{
    return command.input.contains("set -- 'switch'");
}

/// The number that a process of the guard wrote beside its change.
pid_t processIn(const Sandbox &server, const QString &file)
{
    QFile in(server.base() + u'/' + file);
    return in.open(QIODevice::ReadOnly) ? in.readAll().split(' ').value(0).toInt() : 0;
}

} // namespace

/// Whatever happens while a change is made: the old state is back, or the new one is there; never anything in between.
class GuardFaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fileThatIsNotAsPlanned_stopsEverythingBeforeTheFirstChange_data()
    {
        QTest::addColumn<QByteArray>("meanwhile"); // run in the folder of the files
        QTest::newRow("content") << QByteArray("echo theirs >b");
        QTest::newRow("mode") << QByteArray("chmod 600 b");
        QTest::newRow("owner") << QByteArray("chown 65534 b");
        QTest::newRow("group") << QByteArray("chgrp 65534 b");
        QTest::newRow("removed") << QByteArray("rm b");
        QTest::newRow("link instead") << QByteArray("mv b c && ln -s c b");
        QTest::newRow("folder instead") << QByteArray("rm b && mkdir b");
        QTest::newRow("fifo instead") << QByteArray("rm b && mkfifo b");
        QTest::newRow("new file is there") << QByteArray("echo theirs >fresh");
        QTest::newRow("new file is a dangling link") << QByteArray("ln -s nothing fresh");
        QTest::newRow("link leads elsewhere") << QByteArray("ln -sfn b link");
        QTest::newRow("file to remove") << QByteArray("echo theirs >old");
    }
    void fileThatIsNotAsPlanned_stopsEverythingBeforeTheFirstChange()
    {
        QFETCH(QByteArray, meanwhile);
        Sandbox server;
        server.write(u"a"_s, "a\n");
        server.write(u"b"_s, "b\n");
        server.write(u"old"_s, "old\n");
        QVERIFY(QFile::link(u"a"_s, server.file(u"link"_s)));
        const Plan plan = Sandbox::planOf({server.writes(u"a"_s, "A\n"), server.writes(u"b"_s, "B\n"),
                                           server.writes(u"fresh"_s, "new\n"),
                                           RemoveFile{server.path(u"old"_s), server.state(u"old"_s), Secrecy::Public},
                                           LinkFile{server.path(u"link"_s), server.state(u"link"_s), "old"}});
        server.must(meanwhile);
        const QByteArray before = server.everything();
        const auto applied = server.apply(plan);
        QVERIFY2(applied, applied ? "" : qPrintable(applied.error().text()));
        const auto *notStarted = std::get_if<NotStarted>(&*applied);
        QVERIFY(notStarted);
        QCOMPARE(notStarted->conflicts.size(), 1);
        QVERIFY(notStarted->conflicts[0].expected != notStarted->conflicts[0].found);
        if (meanwhile.contains("theirs"))
            QCOMPARE(notStarted->conflicts[0].found.content, "theirs\n");
        QCOMPARE(server.everything(), before);
        QVERIFY(server.nothingRemains());
    }

    void editBetweenBothRoundTrips_isNotOverwritten()
    {
        Sandbox server;
        server.write(u"a"_s, "a\n");
        server.write(u"b"_s, "b\n");
        const Plan plan = Sandbox::planOf({server.writes(u"a"_s, "A\n"), server.writes(u"b"_s, "B\n")});
        server.before = [&server](const Command &command) -> std::optional<Result<Output>> {
            if (isSwitch(command))
                server.write(u"b"_s, "theirs\n");
            return {};
        };
        const Returned returned = server.returned(plan);
        QVERIFY(returned.complete);
        QCOMPARE(returned.steps[0].state, StepRecord::State::Done);
        QCOMPARE(returned.steps[1].state, StepRecord::State::Failed);
        QVERIFY2(returned.cause.contains(u"changed in the meantime"_s), qPrintable(returned.cause));
        QCOMPARE(server.read(u"a"_s), "a\n");
        QCOMPARE(server.read(u"b"_s), "theirs\n");
        QVERIFY(server.nothingRemains());
    }

    void stepThatFails_returnsEverything_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("kind");
        QTest::newRow("command") << QByteArray("echo it is broken; exit 3") << u"run"_s;
        QTest::newRow("check") << QByteArray("echo it is broken >&2; false") << u"check"_s;
        QTest::newRow("wait") << QByteArray("echo it is broken; false") << u"wait"_s;
    }
    void stepThatFails_returnsEverything()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, kind);
        Sandbox server;
        server.write(u"a"_s, "a\n");
        server.write(u"b"_s, "b\n");
        server.write(u"log"_s, "");
        const Change failing = kind == u"run"     ? Change(runs(line, "echo undone >>" + name(server, u"log"_s)))
                               : kind == u"check" ? Change(Check{Check::Kind::Command, line})
                                                  : Change(WaitFor{line, 1s});
        const Returned returned =
            server.returned(Sandbox::planOf({server.writes(u"a"_s, "A\n"), failing, server.writes(u"b"_s, "B\n")}));
        QVERIFY(returned.complete);
        QCOMPARE(returned.steps[0].state, StepRecord::State::Done);
        QCOMPARE(returned.steps[1].state, StepRecord::State::Failed);
        QCOMPARE(returned.steps[2].state, StepRecord::State::NotRun);
        QVERIFY2(returned.steps[1].output.contains("it is broken"), returned.steps[1].output.constData());
        QVERIFY(returned.cause.contains(u"failed"_s));
        QCOMPARE(server.read(u"a"_s), "a\n");
        QCOMPARE(server.read(u"b"_s), "b\n");
        QCOMPARE(server.read(u"log"_s), kind == u"run" ? "undone\n" : ""); // it may have done half of its work
        QVERIFY(server.nothingRemains());
    }

    void stopAtAnyStep_returnsEverything_data()
    {
        QTest::addColumn<int>("step");
        for (int step = -1; step < 5; ++step)
            QTest::newRow(qPrintable(u"step %1"_s.arg(step))) << step;
    }
    void stopAtAnyStep_returnsEverything()
    {
        QFETCH(int, step);
        Sandbox server;
        server.write(u"a"_s, "a\n");
        server.write(u"b"_s, "b\n");
        const QByteArray before = server.everything();
        const QByteArray made = name(server, u"made"_s);
        const Plan plan = Sandbox::planOf({server.writes(u"a"_s, "A\n"),
                                           runs("sleep 0.2; touch " + made, "rm -f " + made), WaitFor{"sleep 0.2", 5s},
                                           server.writes(u"b"_s, "B\n"), Check{Check::Kind::Command, "sleep 0.2"}});
        std::stop_source stop;
        const auto applied = server.apply(
            plan,
            [&](const ApplyProgress &progress) {
                if (progress.step == step && !progress.finished)
                    stop.request_stop();
            },
            stop.get_token());
        if (applied) {
            const auto *returned = std::get_if<Returned>(&*applied);
            QVERIFY(returned);
            QVERIFY(returned->complete);
            QVERIFY2(returned->cause.contains(u"stopped"_s), qPrintable(returned->cause));
        } else {
            QCOMPARE(applied.error().kind, Error::Kind::Cancelled);
            QVERIFY(applied.error().advice.contains(u"Nothing was changed"_s));
        }
        QCOMPARE(server.everything(), before);
        QVERIFY(server.nothingRemains());
    }

    /// The client is gone in the middle; the steps end, nobody confirms.
    void lostConnection_isSaidAndTheServerReturnsByItself()
    {
        Sandbox server;
        server.write(u"a"_s, "a\n");
        server.write(u"b"_s, "b\n");
        const QByteArray before = server.everything();
        const Plan plan =
            Sandbox::planOf({server.writes(u"a"_s, "A\n"), runs("sleep 0.5"), server.writes(u"b"_s, "B\n")});
        std::stop_source cable;
        const auto applied = server.apply(
            plan,
            [&](const ApplyProgress &progress) {
                if (progress.step == 1) {
                    server.alive = false;
                    cable.request_stop();
                }
            },
            cable.get_token(), 3s);
        QVERIFY(!applied);
        QVERIFY2(applied.error().advice.contains(u"by itself"_s), qPrintable(applied.error().text()));
        QTRY_COMPARE_WITH_TIMEOUT(server.read(u"b"_s), "B\n", 30'000);
        QVERIFY(server.comesBack(server.lastTransaction()));
        QCOMPARE(server.everything(), before);
    }

    void openChange_isFoundAgainAndKept()
    {
        Sandbox server;
        server.write(u"a"_s, "a\n");
        (void)server.armed(Sandbox::planOf({server.writes(u"a"_s, "A\n")}));
        const auto open = openChanges(server, asWeAre(), {});
        QVERIFY(open);
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->at(0).state, OpenChange::State::Armed);
        QVERIFY(open->at(0).returnsAt > QDateTime::currentDateTimeUtc().addSecs(100));
        server.kept(open->at(0).transaction);
        QCOMPARE(server.read(u"a"_s), "A\n");
        QVERIFY(server.nothingRemains());
    }

    void undoBySomebodyElse_whileTheStepsRun()
    {
        Sandbox server;
        server.write(u"a"_s, "a\n");
        const QByteArray before = server.everything();
        std::jthread other;
        const Plan plan = Sandbox::planOf({server.writes(u"a"_s, "A\n"), runs("sleep 60")});
        const auto applied = server.apply(
            plan,
            [&](const ApplyProgress &progress) {
                if (progress.step == 1 && !progress.finished)
                    other = std::jthread([transaction = server.lastTransaction(), base = server.base()] {
                        Sandbox another;
                        another.before = [&](const Command &command) -> std::optional<Result<Output>> {
                            Command there = command;
                            there.line = "GW_BASE='" + QFile::encodeName(base) + "'; export GW_BASE; " + command.line;
                            return LocalShell().run(there, {});
                        };
                        (void)undo(another, asWeAre(), transaction, {});
                        another.before = {};
                    });
            },
            {});
        other.join();
        QVERIFY2(applied, applied ? "" : qPrintable(applied.error().text()));
        QVERIFY(std::holds_alternative<Returned>(*applied));
        QCOMPARE(server.everything(), before);
        QVERIFY(server.nothingRemains());
    }

    void keepWhileTheStepsRun_isRefused()
    {
        Sandbox server;
        server.write(u"a"_s, "a\n");
        std::optional<Error> refusal;
        const auto applied = server.apply(
            Sandbox::planOf({server.writes(u"a"_s, "A\n"), WaitFor{"test -e " + name(server, u"go"_s), 60s}}),
            [&](const ApplyProgress &progress) {
                if (progress.step != 1 || progress.finished)
                    return;
                if (const auto result = keep(server, asWeAre(), server.lastTransaction(), {}); !result)
                    refusal = result.error();
                server.write(u"go"_s, "");
            },
            {});
        QVERIFY(refusal);
        QCOMPARE(refusal->kind, Error::Kind::Failed);
        QVERIFY(applied && std::holds_alternative<Armed>(*applied));
        server.kept(server.lastTransaction());
    }

    /// What was only prepared when the client died is in nobody's way for long.
    void preparedAndNeverBegun_isForgottenAfterAWhile()
    {
        Sandbox server;
        server.write(u"a"_s, "a\n");
        const Plan plan = Sandbox::planOf({server.writes(u"a"_s, "A\n")});
        server.before = [&server](const Command &command) -> std::optional<Result<Output>> {
            if (!isSwitch(command))
                return {};
            server.alive = false;
            return Result<Output>(Error{Error::Kind::Unreachable, {}, {}, {}, {}});
        };
        QVERIFY(!server.apply(plan));
        server.before = {};
        server.alive = true;
        const QStringList left = server.changes(u"new"_s);
        QCOMPARE(left.size(), 1);
        const auto second = server.apply(plan);
        QVERIFY(second && std::holds_alternative<NotStarted>(*second));
        QVERIFY(std::get<NotStarted>(*second).heldBy.contains(u"ada"_s));

        QFile born(server.base() + u"/new/"_s + left[0] + u"/born"_s);
        QVERIFY(born.open(QIODevice::ReadWrite));
        QByteArrayList words = born.readAll().split(' ');
        words[1] = QByteArray::number(words[1].toLongLong() - 400);
        born.resize(0);
        born.write(words.join(' '));
        born.close();
        const Armed armed = server.armed(plan);
        QCOMPARE(server.changes(u"new"_s), QStringList{});
        QVERIFY(server.undone(armed.transaction).complete);
        QVERIFY(server.nothingRemains());
    }

    void laterEditElsewhere_isLeftAndSaid()
    {
        Sandbox server;
        server.write(u"a"_s, "a\n");
        server.write(u"b"_s, "b\n");
        const Armed armed = server.armed(Sandbox::planOf({server.writes(u"a"_s, "A\n"), server.writes(u"b"_s, "B\n")}));
        server.write(u"b"_s, "theirs\n");
        const Returned returned = server.undone(armed.transaction);
        QCOMPARE(server.read(u"a"_s), "a\n");
        QCOMPARE(server.read(u"b"_s), "theirs\n");
        QCOMPARE(returned.remarks.size(), 1);
        QVERIFY(returned.remarks[0].contains(server.file(u"b"_s)));
        QVERIFY(server.nothingRemains());
    }

    void laterEditOfWhatAccessRestsOn_isKeptAsideAndReturned_data()
    {
        QTest::addColumn<QByteArray>("meanwhile");
        QTest::addColumn<QByteArray>("aside");
        QTest::newRow("edited") << QByteArray("echo theirs >sshd_config") << QByteArray("theirs\n");
        QTest::newRow("removed") << QByteArray("rm sshd_config") << QByteArray();
        QTest::newRow("link instead") << QByteArray("ln -sfn nothing sshd_config") << QByteArray("(link)");
        QTest::newRow("folder instead") << QByteArray("rm sshd_config; mkdir sshd_config") << QByteArray("(folder)");
        QTest::newRow("mode") << QByteArray("chmod 600 sshd_config") << QByteArray("new\n");
    }
    void laterEditOfWhatAccessRestsOn_isKeptAsideAndReturned()
    {
        QFETCH(QByteArray, meanwhile);
        QFETCH(QByteArray, aside);
        Sandbox server;
        server.write(u"ssh/sshd_config"_s, "old\n");
        server.mounts = "mount --bind '" + name(server, u"ssh"_s) + "' /etc/ssh && ";
        WriteFile change = server.writes(u"ssh/sshd_config"_s, "new\n");
        change.path = RemotePath(QByteArray("/etc/ssh/sshd_config"));
        const QByteArray before = server.everything();
        const Armed armed = server.armed(Sandbox::planOf({change}));
        QCOMPARE(server.read(u"ssh/sshd_config"_s), "new\n");
        server.must("cd ssh && " + meanwhile);
        const Returned returned = server.undone(armed.transaction);
        QVERIFY(returned.complete);
        QCOMPARE(server.everything(), before);
        QCOMPARE(returned.remarks.size(), 1);
        QVERIFY(returned.remarks[0].contains(u"/etc/ssh/sshd_config"_s));
        const QString kept = server.base() + u"/aside/"_s + armed.transaction + u"/1-sshd_config"_s;
        if (aside == "(link)") {
            QVERIFY(QFileInfo(kept).isSymLink());
        } else if (aside == "(folder)") {
            QVERIFY(QFileInfo(kept).isDir());
        } else if (aside.isEmpty()) {
            QVERIFY(server.nothingRemains());
        } else {
            QVERIFY(returned.remarks[0].contains(kept));
            QFile in(kept);
            QVERIFY(in.open(QIODevice::ReadOnly));
            QCOMPARE(in.readAll(), aside);
        }
    }

    void wayBackThatIsKilledHalfWay_beginsAgain()
    {
        Sandbox server;
        server.write(u"a"_s, "a\n");
        server.write(u"b"_s, "b\n");
        server.write(u"log"_s, "");
        const QByteArray log = name(server, u"log"_s);
        const Armed armed = server.armed(Sandbox::planOf({
                                             server.writes(u"a"_s, "A\n"),
                                             runs("true", "echo begun >>" + log + "; [ -e " + name(server, u"go"_s) +
                                                              " ] || sleep 30; echo undone >>" + log),
                                             server.writes(u"b"_s, "B\n"),
                                         }),
                                         1s);
        QTRY_COMPARE_WITH_TIMEOUT(server.read(u"log"_s), "begun\n", 30'000);
        QCOMPARE(server.read(u"b"_s), "b\n");
        QCOMPARE(server.read(u"a"_s), "A\n");
        const auto half = openChanges(server, asWeAre(), {});
        QVERIFY(half && half->size() == 1);
        QCOMPARE(half->at(0).state, OpenChange::State::Returning);
        QCOMPARE(::kill(processIn(server, u"reverting/"_s + armed.transaction + u"/taker"_s), SIGKILL), 0);
        server.write(u"go"_s, "");
        const Returned returned = server.undone(armed.transaction);
        QVERIFY(returned.complete);
        QCOMPARE(server.read(u"a"_s), "a\n");
        QVERIFY(server.read(u"log"_s).endsWith("undone\n"));
        QVERIFY(server.nothingRemains());
    }

    /// The process that waits was killed: whoever looks at the overdue change has it return.
    void guardThatWasKilled_isMadeGoodByWhoeverLooks()
    {
        Sandbox server;
        server.write(u"a"_s, "a\n");
        const Armed armed = server.armed(Sandbox::planOf({server.writes(u"a"_s, "A\n")}), 1s);
        QCOMPARE(::kill(processIn(server, u"armed/"_s + armed.transaction + u"/watcher"_s), SIGKILL), 0);
        QTest::qWait(1500);
        QCOMPARE(server.read(u"a"_s), "A\n");
        QFile deadline(server.base() + u"/armed/"_s + armed.transaction + u"/deadline"_s);
        QVERIFY(deadline.open(QIODevice::WriteOnly));
        deadline.write("1\n");
        deadline.close();
        QVERIFY(openChanges(server, asWeAre(), {}));
        QVERIFY(server.comesBack(armed.transaction));
        QCOMPARE(server.read(u"a"_s), "a\n");
    }

    void undoOfACommandThatFails_isSaid()
    {
        Sandbox server;
        server.write(u"a"_s, "a\n");
        const Armed armed =
            server.armed(Sandbox::planOf({server.writes(u"a"_s, "A\n"), runs("true", "echo no way; false")}));
        const Returned returned = server.undone(armed.transaction);
        QVERIFY(!returned.complete);
        QCOMPARE(returned.remarks.size(), 1);
        QVERIFY2(returned.remarks[0].contains(u"no way"_s), qPrintable(returned.remarks[0]));
        QCOMPARE(server.read(u"a"_s), "a\n");
    }
};

GW_REGISTER_TEST(GuardFaultTest)
#include "guardfaulttest.moc"

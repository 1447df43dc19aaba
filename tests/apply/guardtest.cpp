// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/apply/sandbox.h"
#include "tests/support/testmain.h"

#include <sys/stat.h>
#include <sys/xattr.h>
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

RunCommand runs(const QByteArray &line, std::optional<QByteArray> undo = {}, const QList<RemotePath> &touches = {})
{
    return RunCommand{line, std::move(undo), touches, false};
}

} // namespace

/// What a change does to files and what its way back restores. Every law holds for each shell and its programs.
class GuardTest : public QObject {
    Q_OBJECT

private:
    static void everyShell()
    {
        QTest::addColumn<int>("programs");
        QTest::newRow("dash") << int(Sandbox::Programs::Ours);
        QTest::newRow("bash") << int(Sandbox::Programs::Bash);
        QTest::newRow("busybox") << int(Sandbox::Programs::Busybox);
    }

private Q_SLOTS:
    void changedFile_isKept_data() { everyShell(); }
    void changedFile_isKept()
    {
        QFETCH(int, programs);
        Sandbox server{Sandbox::Programs(programs)};
        server.write(u"etc/app.conf"_s, "old\n");
        const Armed armed = server.armed(Sandbox::planOf({server.writes(u"etc/app.conf"_s, "new\n")}));
        QCOMPARE(server.read(u"etc/app.conf"_s), "new\n");
        QCOMPARE(server.changes(u"armed"_s), QStringList{armed.transaction});
        QCOMPARE(armed.steps.size(), 1);
        QCOMPARE(armed.steps[0].state, StepRecord::State::Done);
        server.kept(armed.transaction);
        QCOMPARE(server.read(u"etc/app.conf"_s), "new\n");
        QVERIFY(server.nothingRemains());
    }

    void undo_restoresEverythingAndLeavesNothing_data() { everyShell(); }
    void undo_restoresEverythingAndLeavesNothing()
    {
        QFETCH(int, programs);
        Sandbox server{Sandbox::Programs(programs)};
        server.write(u"etc/changed"_s, "old\n", 0640);
        server.write(u"etc/removed"_s, "was here\n", 0600);
        server.write(u"etc/touched"_s, "old\n");
        server.write(u"etc/mode"_s, "private\n", 0644);
        QVERIFY(QFile::link(u"elsewhere"_s, server.file(u"etc/link"_s)));
        QVERIFY(QFile::link(u"changed"_s, server.file(u"etc/alias"_s)));
        const QByteArray before = server.everything();
        FileState mode = server.state(u"etc/mode"_s);
        FileAttributes tighter = mode.attributes;
        tighter.mode = 0600;
        const QByteArray touched = name(server, u"etc/touched"_s);
        const Armed armed = server.armed(Sandbox::planOf({
            server.writes(u"etc/alias"_s, "new\n"),
            server.writes(u"etc/made/deep/new"_s, "new\n"),
            RemoveFile{server.path(u"etc/removed"_s), server.state(u"etc/removed"_s), Secrecy::Public},
            LinkFile{server.path(u"etc/link"_s), server.state(u"etc/link"_s), "changed"},
            LinkFile{server.path(u"etc/link2"_s), {}, "removed"},
            SetAttributes{server.path(u"etc/mode"_s), mode.attributes, tighter},
            runs("echo more >>" + touched, {}, {server.path(u"etc/touched"_s), server.path(u"etc/fresh"_s)}),
            runs("echo made >" + name(server, u"etc/fresh"_s), {}, {server.path(u"etc/fresh"_s)}),
        }));
        QCOMPARE(server.read(u"etc/changed"_s), "new\n");
        QVERIFY(QFileInfo(server.file(u"etc/alias"_s)).isSymLink());
        QCOMPARE(server.read(u"etc/made/deep/new"_s), "new\n");
        QVERIFY(!QFile::exists(server.file(u"etc/removed"_s)));
        QCOMPARE(server.read(u"etc/link"_s), "new\n");
        QCOMPARE(server.state(u"etc/mode"_s).attributes.mode, quint32(0600));
        QCOMPARE(server.read(u"etc/touched"_s), "old\nmore\n");
        QCOMPARE(server.read(u"etc/fresh"_s), "made\n");
        const Returned returned = server.undone(armed.transaction);
        QVERIFY2(returned.complete, qPrintable(returned.remarks.join(u'\n')));
        QCOMPARE(returned.remarks, QStringList{});
        QCOMPARE(returned.steps.size(), 8);
        QCOMPARE(server.everything(), before);
        QVERIFY(server.nothingRemains());
    }

    void nobodyConfirms_theServerReturnsByItself_data() { everyShell(); }
    void nobodyConfirms_theServerReturnsByItself()
    {
        QFETCH(int, programs);
        Sandbox server{Sandbox::Programs(programs)};
        server.write(u"etc/app.conf"_s, "old\n");
        const QByteArray before = server.everything();
        const Armed armed = server.armed(Sandbox::planOf({server.writes(u"etc/app.conf"_s, "new\n")}), 2s);
        QVERIFY(server.comesBack(armed.transaction));
        QCOMPARE(server.everything(), before);
        const auto open = openChanges(server, asWeAre(), {});
        QVERIFY(open);
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->at(0).state, OpenChange::State::CameBack);
        QCOMPARE(open->at(0).transaction, armed.transaction);
        QCOMPARE(open->at(0).title.raw(), u"A change for a test"_s);
        QCOMPARE(open->at(0).holder.raw(), u"ada on laptop"_s);
        QVERIFY(open->at(0).returned.complete);
        QCOMPARE(open->at(0).returned.steps.size(), 1);
        QCOMPARE(open->at(0).returned.steps[0].id, u"step 1"_s);
        QVERIFY(open->at(0).returned.cause.contains(u"in time"_s));
        const auto late = keep(server, asWeAre(), armed.transaction, {});
        QVERIFY(!late);
        QCOMPARE(late.error().kind, Error::Kind::TimedOut);
        QVERIFY(forget(server, asWeAre(), armed.transaction, {}));
        QVERIFY(server.nothingRemains());
    }

    void whatNobodyAsksFor_isForgottenAfterAMonth()
    {
        Sandbox server;
        server.write(u"etc/app.conf"_s, "old\n");
        const auto cameBack = [&server] {
            const Armed armed = server.armed(Sandbox::planOf({server.writes(u"etc/app.conf"_s, "new\n")}), 1s);
            return server.comesBack(armed.transaction) ? armed.transaction : QString();
        };
        const QString old = cameBack();
        const QString recent = cameBack();
        server.must("touch -d '32 days ago' ../state/reverted/" + old.toUtf8());
        server.must("touch -d '28 days ago' ../state/reverted/" + recent.toUtf8());
        const Armed armed = server.armed(Sandbox::planOf({server.writes(u"etc/app.conf"_s, "new\n")}));
        const auto open = openChanges(server, asWeAre(), {});
        QVERIFY(open);
        QCOMPARE(open->size(), 2);
        QCOMPARE(open->at(0).transaction, armed.transaction);
        QCOMPARE(open->at(1).transaction, recent);
        server.undone(armed.transaction);
    }

    void attributes_ofAChangedFileStay()
    {
        Sandbox server;
        server.write(u"etc/app.conf"_s, "old\n", 04750);
        const QByteArray file = name(server, u"etc/app.conf"_s);
        QCOMPARE(::chown(file.constData(), 65534, 65533), 0);
        QCOMPARE(::chmod(file.constData(), 04750), 0);
        if (::setxattr(file.constData(), "user.note", "mine", 4, 0) != 0)
            QSKIP("this file system has no extended attributes");
        // user::rwx, user:7:r--, group::r-x, mask::r-x, other::---, as the kernel stores them
        const QByteArray list = QByteArray::fromHex("02000000"
                                                    "01000700ffffffff"
                                                    "0200040007000000"
                                                    "04000500ffffffff"
                                                    "10000500ffffffff"
                                                    "20000000ffffffff");
        const bool hasLists =
            ::setxattr(file.constData(), "system.posix_acl_access", list.constData(), size_t(list.size()), 0) == 0;
        const QByteArray before = server.everything();
        const Armed armed = server.armed(Sandbox::planOf({server.writes(u"etc/app.conf"_s, "new\n")}));
        QCOMPARE(server.everything(), QByteArray(before).replace("old", "new"));
        QVERIFY(hasLists || !before.contains("posix_acl"));
        QVERIFY(server.undone(armed.transaction).complete);
        QCOMPARE(server.everything(), before);
    }

    void wishedAttributes_areGivenWithTheContent()
    {
        Sandbox server;
        server.write(u"etc/key"_s, "old\n", 0644);
        WriteFile change = server.writes(u"etc/key"_s, "new\n");
        change.attributes = FileAttributes{0600, "nobody", "nogroup"};
        WriteFile fresh = server.writes(u"home/keys/fresh"_s, "new\n");
        fresh.attributes = FileAttributes{0600, "nobody", "nogroup"};
        const QByteArray before = server.everything();
        const Armed armed = server.armed(Sandbox::planOf({change, fresh}));
        QCOMPARE(server.state(u"etc/key"_s).attributes, (FileAttributes{0600, "nobody", "nogroup"}));
        QCOMPARE(server.state(u"home/keys/fresh"_s).attributes, (FileAttributes{0600, "nobody", "nogroup"}));
        struct stat folder = {};
        QCOMPARE(::stat(name(server, u"home/keys"_s).constData(), &folder), 0);
        QCOMPARE(folder.st_mode & 07777, 0700U);
        QCOMPARE(folder.st_uid, 65534U);
        QVERIFY(server.undone(armed.transaction).complete);
        QCOMPARE(server.everything(), before);
    }

    void hardLink_staysOne_data() { everyShell(); }
    void hardLink_staysOne()
    {
        QFETCH(int, programs);
        Sandbox server{Sandbox::Programs(programs)};
        server.write(u"etc/one"_s, "old and longer\n", 0640);
        QCOMPARE(::link(name(server, u"etc/one"_s).constData(), name(server, u"etc/two"_s).constData()), 0);
        const QByteArray before = server.everything();
        const Armed armed = server.armed(Sandbox::planOf({server.writes(u"etc/one"_s, "new\n")}));
        QCOMPARE(server.read(u"etc/two"_s), "new\n");
        QVERIFY(server.undone(armed.transaction).complete);
        QCOMPARE(server.everything(), before);
        QCOMPARE(server.read(u"etc/two"_s), "old and longer\n");
    }

    void chainOfLinks_isFollowedToTheFile()
    {
        Sandbox server;
        server.write(u"available/site"_s, "old\n");
        QDir().mkpath(server.file(u"enabled"_s));
        QVERIFY(QFile::link(u"../available/site"_s, server.file(u"enabled/site"_s)));
        QVERIFY(QFile::link(server.file(u"enabled"_s), server.file(u"sites"_s)));
        const QByteArray before = server.everything();
        const Armed armed = server.armed(Sandbox::planOf({server.writes(u"sites/site"_s, "new\n")}));
        QCOMPARE(server.everything(), QByteArray(before).replace("old", "new"));
        QVERIFY(server.undone(armed.transaction).complete);
        QCOMPARE(server.everything(), before);
    }

    void linkToNothing_isWrittenThrough()
    {
        Sandbox server;
        QDir().mkpath(server.file(u"etc"_s));
        QVERIFY(QFile::link(u"target"_s, server.file(u"etc/link"_s)));
        const QByteArray before = server.everything();
        const Armed armed = server.armed(Sandbox::planOf({server.writes(u"etc/link"_s, "new\n")}));
        QCOMPARE(server.read(u"etc/target"_s), "new\n");
        QVERIFY(QFileInfo(server.file(u"etc/link"_s)).isSymLink());
        QVERIFY(server.undone(armed.transaction).complete);
        QCOMPARE(server.everything(), before);
    }

    void binaryContent_arrivesWhole()
    {
        Sandbox server;
        QByteArray content;
        for (int i = 0; i < 300'000; ++i)
            content += char(i * 7 + i / 256);
        const Armed armed = server.armed(Sandbox::planOf({server.writes(u"etc/blob"_s, content)}));
        QCOMPARE(server.read(u"etc/blob"_s), content);
        server.kept(armed.transaction);
        QCOMPARE(server.read(u"etc/blob"_s), content);
        const Armed empty = server.armed(Sandbox::planOf({server.writes(u"etc/blob"_s, {})}));
        QCOMPARE(server.read(u"etc/blob"_s), QByteArray());
        QVERIFY(server.undone(empty.transaction).complete);
        QCOMPARE(server.read(u"etc/blob"_s), content);
    }

    void hostileNames_areOnlyNames_data() { everyShell(); }
    void hostileNames_areOnlyNames()
    {
        QFETCH(int, programs);
        Sandbox server{Sandbox::Programs(programs)};
        const QStringList names{u"it's \"quoted\""_s,   u"two\nlines\n"_s, u"-rf"_s, u"$(touch pwned)`touch x`"_s,
                                u"back\\slash\\n\\c"_s, u"*?[a]~"_s,       u"END"_s, u" spaces "_s,
                                u"\u00FC\u202E\x01"_s};
        QList<Change> changes;
        for (const QString &file : names) {
            server.write(u"etc/"_s + file, "old\n");
            changes.append(server.writes(u"etc/"_s + file, "END\nEND-1\n$(touch pwned)\n"));
            changes.append(server.writes(u"etc/fresh "_s + file + u"/new"_s, "new\n"));
            changes.append(LinkFile{server.path(u"etc/link "_s + file), {}, QFile::encodeName(file)});
        }
        changes.append(runs("printf '%s' \"it's $((1 + 1)) END\n\" >" + name(server, u"etc/said"_s) + "\n#END",
                            "rm -f " + name(server, u"etc/said"_s)));
        const QByteArray before = server.everything();
        const Armed armed = server.armed(Sandbox::planOf(changes));
        for (const QString &file : names)
            QCOMPARE(server.read(u"etc/"_s + file), "END\nEND-1\n$(touch pwned)\n");
        QCOMPARE(server.read(u"etc/said"_s), "it's 2 END\n");
        const Returned returned = server.undone(armed.transaction);
        QVERIFY2(returned.complete, qPrintable(returned.remarks.join(u'\n')));
        QCOMPARE(server.everything(), before);
    }

    void commandsAreUndone_inReverseOrder()
    {
        Sandbox server;
        server.write(u"etc/log"_s, "");
        const QByteArray log = name(server, u"etc/log"_s);
        const Armed armed = server.armed(Sandbox::planOf({
            runs("echo do 1 >>" + log, "echo undo 1 >>" + log),
            runs("echo do 2 >>" + log, "echo undo 2 >>" + log),
            runs("echo do 3 >>" + log),
        }));
        QVERIFY(server.undone(armed.transaction).complete);
        QCOMPARE(server.read(u"etc/log"_s), "do 1\ndo 2\ndo 3\nundo 2\nundo 1\n");
    }

    void progress_tellsEachStepAsItGoes()
    {
        Sandbox server;
        server.write(u"etc/app.conf"_s, "old\n");
        QStringList seen;
        const auto applied = server.apply(
            Sandbox::planOf({server.writes(u"etc/app.conf"_s, "new\n"), runs("echo 'it works'"), WaitFor{"true", 5s},
                             Check{Check::Kind::Command, "true"}}),
            [&seen](const ApplyProgress &progress) {
                using Phase = ApplyProgress::Phase;
                if (progress.phase == Phase::Step)
                    seen << u"%1 %2"_s.arg(progress.step)
                                .arg(progress.finished ? QString::fromUtf8(progress.finished->output.trimmed())
                                                       : u"begins"_s);
                else
                    seen << (progress.phase == Phase::Preparing ? u"preparing"_s : u"arming"_s);
            },
            {});
        QVERIFY(applied && std::holds_alternative<Armed>(*applied));
        QCOMPARE(seen, (QStringList{u"preparing"_s, u"arming"_s, u"0 begins"_s, u"0 "_s, u"1 begins"_s, u"1 it works"_s,
                                    u"2 begins"_s, u"2 "_s, u"3 begins"_s, u"3 "_s}));
        QCOMPARE(std::get<Armed>(*applied).steps[1].output, "it works\n");
        QCOMPARE(int(server.runs), 3); // reading the file, begin, switch
    }

    void moreTime_movesTheDeadline()
    {
        Sandbox server;
        server.write(u"etc/app.conf"_s, "old\n");
        const Armed armed = server.armed(Sandbox::planOf({server.writes(u"etc/app.conf"_s, "new\n")}), 5s);
        const auto later = extend(server, asWeAre(), armed.transaction, 200s, {});
        QVERIFY(later);
        QVERIFY(*later > armed.returnsAt.addSecs(100));
        const auto open = openChanges(server, asWeAre(), {});
        QVERIFY(open && open->size() == 1);
        QCOMPARE(open->at(0).state, OpenChange::State::Armed);
        QVERIFY(open->at(0).returnsAt > armed.returnsAt.addSecs(100));
        const auto sooner = extend(server, asWeAre(), armed.transaction, 1s, {});
        QVERIFY(sooner);
        QVERIFY(server.comesBack(armed.transaction));
        const auto tooLate = extend(server, asWeAre(), armed.transaction, 30s, {});
        QCOMPARE(tooLate.error().kind, Error::Kind::TimedOut);
        QCOMPARE(server.read(u"etc/app.conf"_s), "old\n");
    }

    void oneChangeAtATime_theSecondIsToldWhoHoldsIt()
    {
        Sandbox server;
        server.write(u"etc/app.conf"_s, "old\n");
        const Armed armed = server.armed(Sandbox::planOf({server.writes(u"etc/app.conf"_s, "new\n")}));
        const auto second = server.apply(Sandbox::planOf({server.writes(u"etc/app.conf"_s, "newer\n")}));
        QVERIFY(second);
        const auto *notStarted = std::get_if<NotStarted>(&*second);
        QVERIFY(notStarted);
        QCOMPARE(notStarted->heldBy, u"ada on laptop"_s);
        QVERIFY(notStarted->heldSince <= QDateTime::currentDateTimeUtc());
        QVERIFY(notStarted->heldSince.secsTo(QDateTime::currentDateTimeUtc()) < 300);
        QCOMPARE(server.changes(u"new"_s), QStringList{});
        QCOMPARE(server.read(u"etc/app.conf"_s), "new\n");
        QVERIFY(server.undone(armed.transaction).complete);
        QVERIFY(std::holds_alternative<Armed>(
            *server.apply(Sandbox::planOf({server.writes(u"etc/app.conf"_s, "newer\n")}))));
    }

    void unknownChange_isSaidToBeUnknown()
    {
        Sandbox server;
        const QString none = newTransactionId();
        QCOMPARE(keep(server, asWeAre(), none, {}).error().kind, Error::Kind::Failed);
        QCOMPARE(undo(server, asWeAre(), none, {}).error().kind, Error::Kind::Failed);
        QVERIFY(forget(server, asWeAre(), none, {}));
        QCOMPARE(keep(server, asWeAre(), u"../../etc"_s, {}).error().kind, Error::Kind::Invalid);
        QCOMPARE(openChanges(server, asWeAre(), {})->size(), 0);
    }

    void guardWithoutSystemd_saysWhatItDoesNotCover()
    {
        Sandbox server;
        server.write(u"etc/app.conf"_s, "old\n");
        const Armed armed = server.armed(Sandbox::planOf({server.writes(u"etc/app.conf"_s, "new\n")}));
        QCOMPARE(armed.guard, u"process"_s);
        QCOMPARE(armed.notCovered.size(), 3);
        QVERIFY(armed.notCovered.join(u' ').contains(u"KillUserProcesses"_s));
    }
};

GW_REGISTER_TEST(GuardTest)
#include "guardtest.moc"

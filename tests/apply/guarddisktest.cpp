// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/apply/sandbox.h"
#include "tests/support/testmain.h"

#include <cstdlib>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace gw;
using gw::test::asWeAre;
using gw::test::Sandbox;

namespace {

/// A file system of its own for the files of a sandbox, gone with this object.
class Mounted {
public:
    Mounted(const Sandbox &server, const QByteArray &how) : m_place(QFile::encodeName(server.file({})))
    {
        if (!run("mount " + how + " '" + m_place + "' 2>/dev/null"))
            QTest::qSkip("this machine refuses mounts", __FILE__, __LINE__);
        else
            m_isThere = true;
    }
    ~Mounted()
    {
        if (m_isThere)
            run("umount -l '" + m_place + '\'');
    }
    Mounted(const Mounted &) = delete;
    Mounted &operator=(const Mounted &) = delete;
    bool isThere() const { return m_isThere; }
    void again(const QByteArray &options) const
    {
        if (!run("mount -o remount," + options + " '" + m_place + '\''))
            qFatal("cannot remount");
    }

private:
    static bool run(const QByteArray &line) { return std::system(line.constData()) == 0; }
    QByteArray m_place;
    bool m_isThere = false;
};

constexpr char fill[] = "dd if=/dev/zero of=filler bs=4k 2>/dev/null; true";

} // namespace

/// A disk that is full or not writable: a clear error before the first change, and a way back all the same.
class GuardDiskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noRoomForTheNewFile_isSaidBeforeTheFirstChange()
    {
        Sandbox server;
        const Mounted disk(server, "-t tmpfs -o size=200k tmpfs");
        if (!disk.isThere())
            return;
        server.write(u"a"_s, "a\n");
        const QByteArray before = server.everything();
        const auto applied = server.apply(
            Sandbox::planOf({server.writes(u"a"_s, "A\n"), server.writes(u"large"_s, QByteArray(400'000, 'x'))}));
        QVERIFY(!applied);
        QVERIFY2(applied.error().cause.contains(u"no room"_s), qPrintable(applied.error().text()));
        QVERIFY(applied.error().advice.contains(u"Nothing was changed"_s));
        QCOMPARE(server.everything(), before);
        QVERIFY(server.nothingRemains());
    }

    void noRoomForTheGuard_isSaidBeforeTheFirstChange()
    {
        Sandbox server;
        const Mounted disk(server, "-t tmpfs -o size=200k tmpfs");
        if (!disk.isThere())
            return;
        server.write(u"a"_s, "a\n");
        const QByteArray before = server.everything();
        server.stateFolder = u"root/state"_s;
        const auto applied = server.apply(Sandbox::planOf({server.writes(u"a"_s, "A\n")}));
        QVERIFY(!applied);
        QVERIFY2(applied.error().cause.contains(u"no room"_s), qPrintable(applied.error().text()));
        QCOMPARE(server.everything(), before);
        QVERIFY(server.nothingRemains());
    }

    void diskThatFillsUpBeforeTheSwitch_returnsEverything()
    {
        Sandbox server;
        const Mounted disk(server, "-t tmpfs -o size=1m tmpfs");
        if (!disk.isThere())
            return;
        server.write(u"a"_s, "a\n");
        server.write(u"b"_s, "b\n");
        const QByteArray before = server.everything();
        server.before = [&server](const Command &command) -> std::optional<Result<Output>> {
            if (command.input.contains("set -- 'switch'"))
                server.must(fill);
            return {};
        };
        const Returned returned = server.returned(
            Sandbox::planOf({server.writes(u"a"_s, "A\n"), server.writes(u"b"_s, QByteArray(100'000, 'x'))}));
        QVERIFY2(returned.complete, qPrintable(returned.remarks.join(u'\n')));
        server.must("rm filler");
        QCOMPARE(server.everything(), before);
        QVERIFY(server.nothingRemains());
    }

    void diskThatFillsUpAfterwards_doesNotKeepTheOldStateFromReturning()
    {
        Sandbox server;
        const Mounted disk(server, "-t tmpfs -o size=1m tmpfs");
        if (!disk.isThere())
            return;
        server.write(u"a"_s, QByteArray(100'000, 'a'));
        server.write(u"b"_s, "b\n");
        QCOMPARE(::link(QFile::encodeName(server.file(u"b"_s)).constData(),
                        QFile::encodeName(server.file(u"b2"_s)).constData()),
                 0);
        const QByteArray before = server.everything();
        const Armed armed =
            server.armed(Sandbox::planOf({server.writes(u"a"_s, "A\n"), server.writes(u"b"_s, QByteArray()),
                                          RunCommand{"rm -f gone", QByteArray("true"), {server.path(u"b"_s)}, false}}));
        server.must(fill);
        const Returned returned = server.undone(armed.transaction);
        QVERIFY2(returned.complete, qPrintable(returned.remarks.join(u'\n')));
        server.must("rm filler");
        QCOMPARE(server.everything(), before);
    }

    void readOnlyFileSystem_isSaidBeforeTheFirstChange()
    {
        Sandbox server;
        const Mounted disk(server, "-t tmpfs tmpfs");
        if (!disk.isThere())
            return;
        server.write(u"a"_s, "a\n");
        const Plan plan = Sandbox::planOf({server.writes(u"a"_s, "A\n")});
        disk.again("ro");
        const auto applied = server.apply(plan);
        QVERIFY(!applied);
        QVERIFY2(applied.error().cause.contains(u"read-only"_s), qPrintable(applied.error().text()));
        QCOMPARE(server.read(u"a"_s), "a\n");
        QVERIFY(server.nothingRemains());
    }

    /// The way back goes on trying, and says so to whoever looks.
    void fileSystemThatBecomesReadOnly_isWaitedFor()
    {
        Sandbox server;
        const Mounted disk(server, "-t tmpfs tmpfs");
        if (!disk.isThere())
            return;
        server.write(u"a"_s, "a\n");
        const Armed armed = server.armed(Sandbox::planOf({server.writes(u"a"_s, "A\n")}), 1s);
        disk.again("ro");
        std::optional<OpenChange> seen;
        const bool isSaid = QTest::qWaitFor(
            [&] {
                const auto open = openChanges(server, asWeAre(), {});
                if (open && open->size() == 1 && open->at(0).returned.remarks.size() > 1)
                    seen = open->at(0);
                return seen.has_value();
            },
            30'000);
        QVERIFY(isSaid);
        QCOMPARE(seen->state, OpenChange::State::Returning);
        QVERIFY(!seen->returned.complete);
        QVERIFY2(seen->returned.remarks[0].contains(u"ead-only"_s), qPrintable(seen->returned.remarks[0]));
        QCOMPARE(server.read(u"a"_s), "A\n");
        disk.again("rw");
        QVERIFY(server.comesBack(armed.transaction));
        QCOMPARE(server.read(u"a"_s), "a\n");
        QVERIFY(server.undone(armed.transaction).complete);
    }

    void immutableFile_isSaidBeforeTheFirstChange_data()
    {
        QTest::addColumn<QByteArray>("attribute");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("file") << QByteArray("i") << QByteArray("etc/a");
        QTest::newRow("append only") << QByteArray("a") << QByteArray("etc/a");
        QTest::newRow("folder") << QByteArray("i") << QByteArray("etc");
    }
    void immutableFile_isSaidBeforeTheFirstChange()
    {
        QFETCH(QByteArray, attribute);
        QFETCH(QByteArray, target);
        Sandbox server;
        server.write(u"etc/a"_s, "a\n");
        const Plan plan = Sandbox::planOf({server.writes(u"etc/a"_s, "A\n")});
        const QByteArray before = server.everything();
        if (std::system(QByteArray("cd '" + QFile::encodeName(server.file({})) + "' && chattr +" + attribute + ' ' +
                                   target + " 2>/dev/null")
                            .constData()) != 0)
            QSKIP("this file system knows no such attribute");
        const auto applied = server.apply(plan);
        server.must("chattr -" + attribute + ' ' + target);
        QVERIFY(!applied);
        QVERIFY2(applied.error().cause.contains(u"immutable"_s), qPrintable(applied.error().text()));
        QVERIFY(!applied.error().advice.isEmpty());
        QCOMPARE(server.everything(), before);
        QVERIFY(server.nothingRemains());
    }
};

GW_REGISTER_TEST(GuardDiskTest)
#include "guarddisktest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/diff.h"
#include "tests/plan/randomtext.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace gw;
using namespace Qt::StringLiterals;

namespace {

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

QByteArray byDiff3(const QTemporaryDir &folder, const QByteArray &base, const QByteArray &mine,
                   const QByteArray &theirs)
{
    QProcess process;
    process.start(u"diff3"_s, {u"-m"_s, u"-E"_s, u"-L"_s, u"mine"_s, u"-L"_s, u"base"_s, u"-L"_s, u"theirs"_s,
                               written(folder, u"mine"_s, mine), written(folder, u"base"_s, base),
                               written(folder, u"theirs"_s, theirs)});
    process.waitForFinished();
    return process.exitCode() == 2 ? "diff3 failed: " + process.readAllStandardError()
                                   : process.readAllStandardOutput();
}

} // namespace

class MergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void merge_isThatOfDiff3()
    {
        if (QStandardPaths::findExecutable(u"diff3"_s).isEmpty())
            QSKIP("diff3 is not installed");
        const QTemporaryDir folder;
        int conflicts = 0;
        for (quint32 seed = 0; seed < 300; ++seed) {
            test::RandomText random(seed);
            const QByteArrayList base = test::RandomText::numbered(random.below(14));
            const QByteArray mine = random.edited(base);
            const QByteArray theirs = random.edited(base);
            const Merge merge = mergeOf(base.join(), mine, theirs);
            QCOMPARE(merge.text, byDiff3(folder, base.join(), mine, theirs));
            QCOMPARE(merge.conflictLines.size(), merge.conflicts);
            conflicts += merge.conflicts > 0 ? 1 : 0;
        }
        QVERIFY(conflicts > 30 && conflicts < 270);
    }

    void sideThatChangedNothing_takesTheOther()
    {
        for (quint32 seed = 0; seed < 1000; ++seed) {
            test::RandomText random(seed);
            const QByteArray base = random.repetitive();
            const QByteArray changed = random.repetitive();
            QCOMPARE(mergeOf(base, changed, base), (Merge{changed, 0}));
            QCOMPARE(mergeOf(base, base, changed), (Merge{changed, 0}));
            QCOMPARE(mergeOf(base, changed, changed), (Merge{changed, 0}));
        }
    }

    void cleanMerge_isTheSameFromBothSides()
    {
        int clean = 0;
        for (quint32 seed = 0; seed < 1000; ++seed) {
            test::RandomText random(seed);
            const QByteArray base = random.repetitive();
            const QByteArray mine = random.repetitive();
            const QByteArray theirs = random.repetitive();
            const Merge merge = mergeOf(base, mine, theirs);
            QCOMPARE(mergeOf(base, theirs, mine).conflictLines, merge.conflictLines);
            if (merge.conflicts > 0)
                continue;
            QCOMPARE(mergeOf(base, theirs, mine), merge);
            ++clean;
        }
        QVERIFY(clean > 20);
    }

    void changesThatTouch_areAConflict_whereTheyStand()
    {
        const Merge merge = mergeOf("1\n2\n3\n4", "1\ntwo\n3\n4", "1\n2\nthree\n4");
        QCOMPARE(merge.text, "1\n<<<<<<< mine\ntwo\n3\n=======\n2\nthree\n>>>>>>> theirs\n4");
        QCOMPARE(merge.conflictLines, QList<int>{2});
    }

    void conflictWithoutLastLineEnd_hasItsMarksOnLinesOfTheirOwn()
    {
        QCOMPARE(mergeOf("a", "b", "c").text, "<<<<<<< mine\nb\n=======\nc\n>>>>>>> theirs\n");
    }
};

GW_REGISTER_TEST(MergeTest)
#include "mergetest.moc"

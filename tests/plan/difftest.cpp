// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/diff.h"
#include "tests/plan/randomtext.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace gw;
using namespace Qt::StringLiterals;
using Kind = DiffLine::Kind;

namespace {

/// The two texts that a comparison holds.
QByteArray side(const QList<DiffLine> &lines, Kind gone)
{
    QByteArray text;
    for (const DiffLine &line : lines)
        text += line.kind == gone ? QByteArray() : line.text;
    return text;
}

QByteArray column(const QList<DiffRow> &rows, std::optional<DiffLine> DiffRow::*column)
{
    QByteArray text;
    for (const DiffRow &row : rows)
        text += row.*column ? (row.*column)->text : QByteArray();
    return text;
}

qsizetype count(const QList<DiffLine> &lines, Kind kind)
{
    return std::count_if(lines.begin(), lines.end(), [kind](const DiffLine &line) { return line.kind == kind; });
}

/// The length of the longest common subsequence of lines, the slow and certain way.
qsizetype longestCommon(const QByteArrayList &a, const QByteArrayList &b)
{
    QList<QList<qsizetype>> best(a.size() + 1, QList<qsizetype>(b.size() + 1));
    for (qsizetype i = 1; i <= a.size(); ++i) {
        for (qsizetype j = 1; j <= b.size(); ++j)
            best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
    }
    return best.last().last();
}

QByteArrayList lines(const QByteArray &text)
{
    QByteArrayList all;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype feed = text.indexOf('\n', start);
        const qsizetype end = feed < 0 ? text.size() : feed + 1;
        all.append(text.mid(start, end - start));
        start = end;
    }
    return all;
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

/// What patch(1) makes of `before`.
QByteArray patched(const QTemporaryDir &folder, const QByteArray &before, const QByteArray &patch)
{
    const QString file = folder.filePath(u"file"_s);
    write(file, before);
    QProcess process;
    process.start(u"patch"_s, {u"--silent"_s, u"--binary"_s, u"--fuzz=0"_s, file});
    process.write(patch);
    process.closeWriteChannel();
    process.waitForFinished();
    if (process.exitCode() != 0)
        return "patch failed: " + process.readAllStandardOutput() + process.readAllStandardError();
    return QFile::exists(file) ? read(file) : QByteArray();
}

} // namespace

class DiffTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void diff_holdsBothTexts_withTheirLineNumbers()
    {
        for (quint32 seed = 0; seed < 3000; ++seed) {
            test::RandomText random(seed);
            const QByteArray before = random.repetitive();
            const QByteArray after = random.repetitive();
            const QList<DiffLine> diff = diffOf(before, after);
            QCOMPARE(side(diff, Kind::Added), before);
            QCOMPARE(side(diff, Kind::Removed), after);
            int old = 0;
            int now = 0;
            for (const DiffLine &line : diff) {
                QCOMPARE(line.before, line.kind == Kind::Added ? 0 : ++old);
                QCOMPARE(line.after, line.kind == Kind::Removed ? 0 : ++now);
            }
        }
    }

    void diff_isAsShortAsCanBe()
    {
        for (quint32 seed = 0; seed < 1000; ++seed) {
            test::RandomText random(seed);
            const QByteArray before = random.repetitive();
            const QByteArray after = random.repetitive();
            const auto common = longestCommon(lines(before), lines(after));
            QCOMPARE(count(diffOf(before, after), Kind::Same), common);
        }
    }

    void sideBySide_holdsBothTexts_removedBesideAdded()
    {
        for (quint32 seed = 0; seed < 1000; ++seed) {
            test::RandomText random(seed);
            const QByteArray before = random.repetitive();
            const QByteArray after = random.repetitive();
            const QList<DiffRow> rows = sideBySide(diffOf(before, after));
            QCOMPARE(column(rows, &DiffRow::left), before);
            QCOMPARE(column(rows, &DiffRow::right), after);
        }
        const QList<DiffRow> rows = sideBySide(diffOf("a\nb\nc\n", "a\nB\nX\nc\n"));
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[1].left->text, "b\n");
        QCOMPARE(rows[1].right->text, "B\n");
        QVERIFY(!rows[2].left);
        QCOMPARE(rows[2].right->text, "X\n");
    }

    void changedWordsAreMarked_inLinesThatHaveMuchInCommon()
    {
        const QList<DiffLine> diff = diffOf("PermitRootLogin yes # größe\n", "PermitRootLogin no # grösse\n");
        QCOMPARE(diff.size(), 2);
        const QList<DiffLine::Span> before{{16, 3}, {22, 7}};
        const QList<DiffLine::Span> after{{16, 2}, {21, 7}};
        QCOMPARE(diff[0].changed, before);
        QCOMPARE(diff[1].changed, after);
        const QList<DiffLine> dotted = diffOf("ssl_protocols TLSv1.1 TLSv1.2;\n", "ssl_protocols TLSv1.2 TLSv1.3;\n");
        QCOMPARE(dotted[0].changed, (QList<DiffLine::Span>{{14, 8}}));
        QCOMPARE(dotted[1].changed, (QList<DiffLine::Span>{{21, 8}}));
        for (const DiffLine &line : diffOf("alpha beta\n", "gamma delta\n"))
            QVERIFY(line.changed.isEmpty());
    }

    void addedBlock_endsWithItsOwnEnd()
    {
        const QByteArray before = "server {\n  a;\n}\n";
        const QList<DiffLine> diff = diffOf(before, before + "server {\n  b;\n}\n");
        QCOMPARE(side(diff.first(3), Kind::Added), before);
        QCOMPARE(count(diff.last(3), Kind::Added), 3);
    }

    void stretches_coverEverything_andFoldNoChangeNorItsContext()
    {
        for (quint32 seed = 0; seed < 500; ++seed) {
            test::RandomText random(seed);
            const QByteArrayList base = test::RandomText::numbered(random.below(60));
            const QList<DiffLine> diff = diffOf(base.join(), seed % 10 == 0 ? base.join() : random.edited(base));
            const qsizetype context = random.below(4);
            qsizetype next = 0;
            for (const DiffStretch &stretch : stretchesOf(diff, context)) {
                QCOMPARE(stretch.first, next);
                QVERIFY(stretch.count > 0);
                next += stretch.count;
                if (stretch.kind == DiffStretch::Kind::Shown)
                    continue;
                for (qsizetype i = std::max<qsizetype>(0, stretch.first - context);
                     i < std::min(diff.size(), next + context); ++i)
                    QCOMPARE(diff[i].kind, Kind::Same);
            }
            QCOMPARE(next, diff.size());
        }
    }

    void longUnchangedPart_isFolded()
    {
        QByteArrayList after = test::RandomText::numbered(100);
        after[50] = "changed\n";
        const QList<DiffLine> diff = diffOf(test::RandomText::numbered(100).join(), after.join());
        const QList<DiffStretch> wanted{
            {DiffStretch::Kind::Folded, 0, 47}, {DiffStretch::Kind::Shown, 47, 8}, {DiffStretch::Kind::Folded, 55, 46}};
        QCOMPARE(stretchesOf(diff), wanted);
        const QList<DiffStretch> rows{
            {DiffStretch::Kind::Folded, 0, 47}, {DiffStretch::Kind::Shown, 47, 7}, {DiffStretch::Kind::Folded, 54, 46}};
        QCOMPARE(stretchesOf(sideBySide(diff)), rows);
    }

    void unifiedDiff_ofEqualTextsIsEmpty() { QVERIFY(unifiedDiff("a", "b", "same\n", "same\n").isEmpty()); }

    void unifiedDiff_isWrittenAsGnuDiffWritesIt()
    {
        QCOMPARE(unifiedDiff("a", "new name", "1\n2\n3\n4\n5\n6", "1\n2\n3\n4\nfive\n6"),
                 "--- a\n+++ new name\t\n@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-5\n+five\n 6\n\\ No newline at end of file\n");
        QCOMPARE(unifiedDiff("a", "b\n", "", "x\n"), "--- a\n+++ \"b\\012\"\n@@ -0,0 +1 @@\n+x\n");
    }

    void patch_makesOneTextOfTheOther()
    {
        if (QStandardPaths::findExecutable(u"patch"_s).isEmpty())
            QSKIP("patch is not installed");
        const QTemporaryDir folder;
        for (quint32 seed = 0; seed < 150; ++seed) {
            test::RandomText random(seed);
            const bool isLong = seed % 3 == 0;
            const QByteArrayList base = test::RandomText::numbered(60);
            const QByteArray before = isLong ? base.join() : random.repetitive();
            const QByteArray after = isLong ? random.edited(base) : random.repetitive();
            if (before == after)
                continue;
            const QByteArray patch = unifiedDiff("file", "file", before, after, random.below(4));
            QCOMPARE(patched(folder, before, patch), after);
        }
    }

    void hostileTexts_takeNotMuchLongerThanEqualOnes()
    {
        const auto took = [](const QByteArray &before, const QByteArray &after) {
            QElapsedTimer timer;
            timer.start();
            const QList<DiffLine> diff = diffOf(before, after);
            const qint64 elapsed = timer.nsecsElapsed();
            [&] { QCOMPARE(side(diff, Kind::Removed), after); }();
            return double(elapsed);
        };
        QByteArray plain;
        QByteArray different;
        QByteArray reordered;
        QByteArray everySecond;
        QByteArray coins;
        QByteArray otherCoins;
        test::RandomText random(1);
        for (int i = 0; plain.size() < 4 * 1024 * 1024; ++i) {
            const QByteArray line = "line number " + QByteArray::number(i) + " of this text\n";
            plain += line;
            different += "other " + line.toUpper();
            reordered.prepend(line);
            everySecond += i % 2 == 0 ? line : QByteArray("line NUMBER " + line.mid(12));
            coins += random.below(2) == 0 ? "yes\n" : "no\n";
            otherCoins += random.below(2) == 0 ? "yes\n" : "no\n";
        }
        const double equal = took(plain, plain);
        QVERIFY(took(plain, different) < 40 * equal);
        QVERIFY(took(plain, reordered) < 40 * equal);
        QVERIFY(took(plain, everySecond) < 40 * equal);
        QVERIFY(took(coins, otherCoins) < 40 * equal);
    }
};

GW_REGISTER_TEST(DiffTest)
#include "difftest.moc"

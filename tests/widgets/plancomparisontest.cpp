// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/plan/comparisonmodel.h"
#include "widgets/plan/comparisonpanel.h"
#include "widgets/plan/comparisonview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QRandomGenerator>

using namespace gw;
using Cell = Comparison::Cell;

class PlanComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyColumn_readDownwards_isItsText_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("ours");
        QTest::newRow("same") << QByteArray("a\nb\n") << QByteArray("a\nb\n") << QByteArray("a\nb\n");
        QTest::newRow("empty base") << QByteArray() << QByteArray("a\n") << QByteArray("b\nc\n");
        QTest::newRow("gone") << QByteArray("a\nb\n") << QByteArray() << QByteArray("a\nx\nb\n");
        QTest::newRow("apart") << QByteArray("a\nb\nc\nd\n") << QByteArray("A\nb\nc\nd\n")
                               << QByteArray("a\nb\nc\nD\n");
        QTest::newRow("touching") << QByteArray("a\nb\nc\n") << QByteArray("A\nB\nc\n") << QByteArray("a\nB2\nC\n");
        QTest::newRow("open end") << QByteArray("a\nb") << QByteArray("a\nb\n") << QByteArray("a\nc");
        QRandomGenerator random(7);
        const auto text = [&random] {
            QByteArray lines;
            for (int i = random.bounded(12); i > 0; --i)
                lines += QByteArray(1, char('a' + random.bounded(4))) + '\n';
            return lines;
        };
        for (int i = 0; i < 300; ++i)
            QTest::newRow(qPrintable(QString::number(i))) << text() << text() << text();
    }

    void everyColumn_readDownwards_isItsText()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, theirs);
        QFETCH(QByteArray, ours);
        const Comparison three = threeWay(base, theirs, ours);
        QCOMPARE(column(three, 0), base);
        QCOMPARE(column(three, 1), theirs);
        QCOMPARE(column(three, 2), ours);
        const Comparison two = besideEachOther(base, ours);
        QCOMPARE(column(two, 0), base);
        QCOMPARE(column(two, 1), ours);
        for (const Comparison &comparison : {three, two, unified(base, ours)}) {
            for (const Comparison::Row &row : comparison.rows)
                QCOMPARE(int(row.size()), comparison.columns);
        }
    }

    void lineThatOneSideChanged_standsBesideTheOthers()
    {
        const Comparison three = threeWay("a\nb\nc\n", "a\nB\nc\n", "a\nb\nC\n");
        QCOMPARE(three.rows.size(), 3);
        QCOMPARE(three.rows[1][1].text, QByteArray("B"));
        QCOMPARE(three.rows[1][1].kind, Cell::Kind::Added);
        QCOMPARE(three.rows[1][2].kind, Cell::Kind::Same);
        QCOMPARE(three.rows[2][2].text, QByteArray("C"));
    }

    void unchangedStretch_isOneRow_untilItIsUnfolded()
    {
        ComparisonModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setComparison(unified(numbered(100, 50), numbered(100, -1)));
        int fold = 0;
        while (fold < model.rowCount() && model.folded(model.index(fold)) == 0)
            ++fold;
        const int hidden = model.folded(model.index(fold));
        QVERIFY2(hidden > 40, qPrintable(QString::number(hidden)));
        QVERIFY(model.index(fold).data().toString().contains(QString::number(hidden)));
        const int before = model.rowCount();
        model.unfold(model.index(fold));
        QCOMPARE(model.rowCount(), before + hidden - 1);
        QCOMPARE(model.folded(model.index(fold)), 0);
    }

    void sameComparisonAgain_keepsWhatWasUnfolded()
    {
        ComparisonModel model;
        const Comparison comparison = unified(numbered(100, 50), numbered(100, -1));
        model.setComparison(comparison);
        model.unfold(model.index(0));
        const int rows = model.rowCount();
        model.setComparison(comparison);
        QCOMPARE(model.rowCount(), rows);
    }

    void markedLines_areCopiedAsADiff()
    {
        ComparisonView view;
        view.comparisonModel()->setComparison(unified("a\nb\n", "a\nc\n"));
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.selectAll();
        view.setFocus();
        QTest::keySequence(&view, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral(" a\n-b\n+c"));
    }

    void enter_unfolds()
    {
        ComparisonView view;
        view.comparisonModel()->setComparison(unified(numbered(100, 50), numbered(100, -1)));
        view.show();
        const int before = view.model()->rowCount();
        view.setCurrentIndex(view.model()->index(0, 0));
        QVERIFY(view.comparisonModel()->folded(view.currentIndex()) > 0);
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY(view.model()->rowCount() > before);
    }

    void controlCharacters_areVisible()
    {
        ComparisonModel model;
        model.setComparison(unified({}, "a\x1b[31m\xE2\x80\xAE\n"));
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("a␛[31m⟨U+202E⟩"));
    }

    void longLine_isWrapped_notCut()
    {
        ComparisonView view;
        view.resize(300, 400);
        view.comparisonModel()->setComparison(unified({}, QByteArray("short\n") + QByteArray(300, 'x') + '\n'));
        view.show();
        QVERIFY(view.sizeHintForIndex(view.model()->index(1, 0)).height() >=
                4 * view.sizeHintForIndex(view.model()->index(0, 0)).height());
    }

    /// The window's thread lays out what a person may never scroll to.
    void hugeFile_isLaidOutInOneGo_withoutStandingStill()
    {
        QByteArray text;
        for (int i = 0; i < 20'000; ++i)
            text += "location /model-" + QByteArray::number(i) + " { proxy_pass http://127.0.0.1:8000; }\n";
        const Comparison added = unified({}, text);
        const auto shownIn = [&added](int width) {
            ComparisonView view;
            view.resize(width, 400);
            view.comparisonModel()->setComparison(added);
            QElapsedTimer timer;
            timer.start();
            view.show();
            view.scrollToBottom();
            view.grab();
            return timer.elapsed();
        };
        const qint64 wrapped = shownIn(200); // every line is measured as it is drawn
        const qint64 counted = shownIn(900);
        QVERIFY2(counted * 2 < wrapped, qPrintable(QStringLiteral("%1 ms, wrapped %2 ms").arg(counted).arg(wrapped)));
    }

    void sideBySide_isOneKeyAway()
    {
        ComparisonPanel panel;
        panel.setChange("a\nb\n", "a\nc\n");
        panel.show();
        const auto *model = panel.findChild<ComparisonView *>()->comparisonModel();
        QCOMPARE(model->comparison().columns, 1);
        QTest::keyClick(panel.findChild<SegmentedControl *>(QStringLiteral("comparisonLayout")), Qt::Key_Right);
        QCOMPARE(model->comparison().columns, 2);
    }

    void titles_standOverTheirColumns()
    {
        ComparisonPanel panel;
        panel.setThreeWay("a\n", "b\n", "a much longer line than the others have\n");
        panel.resize(900, 300);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        const auto *view = panel.findChild<ComparisonView *>();
        QList<int> lefts;
        for (const PlainLabel *label : panel.findChildren<PlainLabel *>()) {
            if (label->isVisible())
                lefts << label->mapTo(&panel, QPoint()).x();
        }
        const int width = view->viewport()->width();
        QCOMPARE(lefts.size(), 3);
        for (int i = 0; i < 3; ++i)
            QVERIFY2(qAbs(lefts[i] - width * i / 3) <= 1, qPrintable(QString::number(lefts[i])));
    }

private:
    static QByteArray column(const Comparison &comparison, int at)
    {
        QByteArray text;
        for (const Comparison::Row &row : comparison.rows) {
            const Cell &cell = row[at];
            if (cell.kind != Cell::Kind::Absent)
                text += cell.text + QByteArray(cell.endsOpen ? "" : "\n");
        }
        return text;
    }

    static QByteArray numbered(int count, int changed)
    {
        QByteArray text;
        for (int i = 0; i < count; ++i)
            text += (i == changed ? QByteArray("changed") : QByteArray::number(i)) + '\n';
        return text;
    }
};

GW_REGISTER_TEST(PlanComparisonTest)
#include "plancomparisontest.moc"

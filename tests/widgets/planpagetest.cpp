// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/planpage.h"
#include "tests/scenes/sampleplan.h"
#include "tests/support/testmain.h"
#include "widgets/parts/button.h"
#include "widgets/parts/codebox.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/plan/comparisonmodel.h"
#include "widgets/plan/comparisonview.h"
#include "widgets/plan/conflictpage.h"
#include "widgets/plan/planstepsmodel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>

using namespace gw;

class PlanPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void steps_standInTheirOrder_withProofsBehindThem()
    {
        PlanStepsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Plan plan = sample::plan();
        model.setPlan(plan);
        QCOMPARE(model.rowCount(), int(plan.steps.size() + 1 + plan.proofs.size()));
        for (int i = 0; i < plan.steps.size(); ++i)
            QCOMPARE(model.step(model.index(i))->id, plan.steps[i].id);
        QVERIFY(!model.step(model.index(int(plan.steps.size()))));
        QVERIFY(model.proof(model.index(model.rowCount() - 1)));
    }

    void stepThatOthersNeed_cannotBeLeftOut_andSaysWhy()
    {
        PlanStepsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPlan(sample::plan());
        const QModelIndex write = model.index(0);
        QVERIFY(!(write.flags() & Qt::ItemIsUserCheckable));
        const Step reload = sample::plan().steps[5];
        QVERIFY2(model.lock(write).contains(titleOf(reload.change)), qPrintable(model.lock(write)));
        QVERIFY(!model.setData(write, Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(model.leftOut().isEmpty());
        QVERIFY(model.setData(model.index(5), Qt::Unchecked, Qt::CheckStateRole)); // the reload
        QVERIFY(model.setData(model.index(2), Qt::Unchecked, Qt::CheckStateRole)); // the check
        QVERIFY(model.lock(write).isEmpty());
        QVERIFY(model.setData(write, Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY2(!model.lock(model.index(5)).isEmpty(), "what it needs is out");
    }

    void whatIsLeftOut_isNotApplied()
    {
        PlanPage page;
        page.setPlan(sample::plan());
        page.show();
        auto *list = page.findChild<QListView *>(QStringLiteral("planSteps"));
        QVERIFY(QTest::qWaitForWindowActive(&page));
        list->setFocus();
        list->setCurrentIndex(list->model()->index(4, 0));
        QSignalSpy left(&page, &PlanPage::leftOutChanged);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(left.size(), 1);
        QSignalSpy applied(&page, &PlanPage::applyRequested);
        page.findChild<Button *>(QStringLiteral("applyPlan"))->click();
        QCOMPARE(applied.size(), 1);
        const auto plan = applied.first().first().value<Plan>();
        QCOMPARE(plan.steps.size(), sample::plan().steps.size() - 1);
        for (const Step &step : plan.steps)
            QVERIFY(step.id != sample::plan().steps[4].id);
    }

    void samePlanAgain_keepsWhatWasLeftOut_anotherOneDoesNot()
    {
        PlanPage page;
        page.setPlan(sample::plan());
        page.setLeftOut({sample::plan().steps[4].id});
        auto *list = page.findChild<QListView *>(QStringLiteral("planSteps"));
        const auto isIn = [list] { return list->model()->index(4, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked; };
        QVERIFY(!isIn());
        page.setPlan(sample::plan());
        QVERIFY(!isIn());
        Plan another = sample::plan();
        another.title = QStringLiteral("Another");
        page.setPlan(another);
        QVERIFY(isIn());
    }

    void clickOnTheBox_leavesOut_clickBesideItChooses()
    {
        PlanPage page;
        page.resize(1000, 700);
        page.setPlan(sample::plan());
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        auto *list = page.findChild<QListView *>(QStringLiteral("planSteps"));
        const QModelIndex index = list->model()->index(4, 0);
        list->scrollTo(index);
        const QRect row = list->visualRect(index);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.left() + 200, row.top() + 15));
        QCOMPARE(index.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(list->currentIndex(), index);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.left() + 22, row.top() + 18));
        QCOMPARE(index.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    }

    void chosenStep_isShownInFull()
    {
        PlanPage page;
        page.setPlan(sample::plan());
        page.show();
        auto *list = page.findChild<QListView *>(QStringLiteral("planSteps"));
        const auto text = [&page](const char *name) {
            return page.findChild<PlainLabel *>(QLatin1String(name))->text();
        };
        auto *diff = page.findChild<ComparisonView *>();
        QVERIFY(diff->isVisible()); // the first one writes a file
        QVERIFY(diff->comparisonModel()->comparison().added > 0);
        list->setCurrentIndex(list->model()->index(4, 0));
        QVERIFY(!diff->isVisible());
        QCOMPARE(page.findChild<CodeBox *>(QStringLiteral("stepCommand"))->toPlainText(),
                 QStringLiteral("ufw deny 3001/tcp"));
        QCOMPARE(page.findChild<CodeBox *>(QStringLiteral("stepUndo"))->toPlainText(),
                 QStringLiteral("ufw delete deny 3001/tcp"));
        QVERIFY(!text("stepWayBack").isEmpty());
        list->setCurrentIndex(list->model()->index(5, 0));
        QVERIFY2(text("stepEffect").contains(QLatin1String("sessions stay")), qPrintable(text("stepEffect")));
    }

    void secretContent_isNowhereOnThePage()
    {
        PlanPage page;
        page.setPlan(sample::hostilePlan());
        page.show();
        auto *list = page.findChild<QListView *>(QStringLiteral("planSteps"));
        list->setCurrentIndex(list->model()->index(1, 0));
        const auto *diff = page.findChild<ComparisonView *>();
        QVERIFY(!diff->isVisible());
        for (int row = 0; row < diff->model()->rowCount(); ++row)
            QVERIFY(!diff->model()->index(row, 0).data().toString().contains(QLatin1String("hidden")));
        for (const QLabel *label : page.findChildren<QLabel *>())
            QVERIFY(!label->text().contains(QLatin1String("hidden")));
    }

    void summary_saysWhatIsTouchedAndWhatIsAway()
    {
        PlanPage page;
        page.setPlan(sample::plan());
        const QString summary = page.findChild<PlainLabel *>(QStringLiteral("planSummary"))->text();
        QVERIFY2(summary.startsWith(QLatin1String("3 changes in 2 files, 2 reloads")), qPrintable(summary));
        QVERIFY2(summary.contains(QLatin1String("ssh reloads, open sessions stay")), qPrintable(summary));
    }

    void chosenWindow_goesWithThePlan()
    {
        PlanPage page;
        page.setPlan(sample::plan());
        page.show();
        auto *window = page.findChild<QComboBox *>(QStringLiteral("window"));
        QCOMPARE(window->currentData().toLongLong(), 90);
        window->setCurrentIndex(window->count() - 1);
        QSignalSpy applied(&page, &PlanPage::applyRequested);
        page.findChild<Button *>(QStringLiteral("applyPlan"))->click();
        QCOMPARE(applied.first().first().value<Plan>().window, std::chrono::seconds(600));
    }

    void export_isOfferedInEveryFormat()
    {
        PlanPage page;
        page.setPlan(sample::plan());
        page.show();
        QSignalSpy wished(&page, &PlanPage::exportRequested);
        QSet<int> formats;
        for (QAction *action : page.findChild<QMenu *>(QStringLiteral("exportMenu"))->actions())
            action->trigger();
        for (const QList<QVariant> &wish : wished)
            formats.insert(int(wish.at(1).value<PlanFormat>()));
        QCOMPARE(formats.size(), 4);
    }

    void conflict_showsAllThreeTexts_andOffersToPlanAgain()
    {
        ConflictPage page;
        const ApplyState state = sample::conflict();
        page.setConflicts(state.plan, state.conflicts);
        page.show();
        const Comparison &comparison = page.findChild<ComparisonView *>()->comparisonModel()->comparison();
        QCOMPARE(comparison.columns, 3);
        QByteArray now;
        for (const Comparison::Row &row : comparison.rows) {
            if (row[1].kind != Comparison::Cell::Kind::Absent)
                now += row[1].text + '\n';
        }
        QCOMPARE(now, state.conflicts[0].found.content);
        const QList<PlainLabel *> labels = page.findChildren<PlainLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const PlainLabel *label) {
            return label->isVisible() && label->text() == QLatin1String("was 0644 root:root, now 0640 root:root");
        }));
        QSignalSpy again(&page, &ConflictPage::remakeRequested);
        page.findChild<Button *>(QStringLiteral("remakePlan"))->click();
        QCOMPARE(again.size(), 1);
    }

    void textsOfAServer_arePlain()
    {
        PlanPage page;
        page.setPlan(sample::hostilePlan());
        page.show();
        auto *list = page.findChild<QListView *>(QStringLiteral("planSteps"));
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            list->setCurrentIndex(list->model()->index(row, 0));
            for (const QLabel *label : page.findChildren<QLabel *>()) {
                QVERIFY(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()));
                QVERIFY(!label->text().contains(QChar(0x1b)) && !label->text().contains(QChar(0x202e)));
            }
            for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole), int(PlanStepsModel::CommandRole)})
                QVERIFY(!list->currentIndex().data(role).toString().contains(QChar(0x1b)));
        }
    }
};

GW_REGISTER_TEST(PlanPageTest)
#include "planpagetest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/sampleplan.h"
#include "tests/support/testmain.h"
#include "widgets/parts/button.h"
#include "widgets/parts/codebox.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/rowlist.h"
#include "widgets/plan/applypage.h"
#include "widgets/plan/applypanel.h"
#include "widgets/plan/applyrows.h"
#include "widgets/plan/countdownring.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace gw;
using Phase = ApplyState::Phase;

class PlanApplyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows_tellTheWholeStory_inOrder()
    {
        const ApplyState state = sample::change(Phase::Running);
        const QList<Row> rows = applyRows(state);
        QCOMPARE(rows.size(), 3 + state.plan.steps.size() + state.plan.proofs.size());
        QCOMPARE(rows[0].key, QStringLiteral("copy"));
        QVERIFY2(rows[0].title.contains(u'4'), qPrintable(rows[0].title)); // two written, two that ufw may change
        QCOMPARE(rows[1].key, QStringLiteral("aside"));
        QCOMPARE(rows[2].key, QStringLiteral("arm"));
        for (int i = 0; i < state.plan.steps.size(); ++i)
            QCOMPARE(rows[3 + i].key, QStringLiteral("step/") + state.plan.steps[i].id);
        QVERIFY(rows[3].detail.contains(QLatin1String("PasswordAuthentication no")));
        QVERIFY(!rows[3].detail.contains(u'#'));
        QCOMPARE(rows[3 + state.step].icon, QStringLiteral("running"));
        QCOMPARE(applyRowAtWork(state), 3 + state.step);
    }

    void share_growsFromPhaseToPhase()
    {
        int before = -1;
        for (const Phase phase : {Phase::Preparing, Phase::CheckingAside, Phase::Arming, Phase::Running, Phase::Proving,
                                  Phase::AskingToKeep}) {
            const ApplyShare shown = applyShare(sample::change(phase));
            QVERIFY(shown.done > before);
            before = shown.done;
        }
        const ApplyShare shown = applyShare(sample::change(Phase::AskingToKeep));
        QCOMPARE(shown.done, shown.all);
    }

    void whatDidNotRun_saysSo()
    {
        const ApplyState state = sample::ended(Outcome::Failed);
        const QList<Row> rows = applyRows(state);
        QCOMPARE(rows[7].icon, QStringLiteral("cross"));
        QCOMPARE(rows[8].trailing, QStringLiteral("not run"));
        QCOMPARE(rows.last().trailing, QStringLiteral("not run"));
    }

    void keep_isOfferedOnlyWhenEverythingWasProven()
    {
        for (int i = int(Phase::Preparing); i < int(Phase::Ended); ++i) {
            ApplyPage page;
            page.setState(sample::change(Phase(i)));
            page.show();
            const auto *keep = button(page, "keepChanges");
            QVERIFY(keep->isVisible());
            QCOMPARE(keep->isEnabled(), Phase(i) == Phase::AskingToKeep);
        }
    }

    void keepIsAboveUndo_andNeitherMovesWhenTheQuestionComes()
    {
        ApplyPage page;
        page.resize(1000, 640);
        page.setState(sample::change(Phase::Proving));
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCoreApplication::processEvents();
        const auto *keep = button(page, "keepChanges");
        const auto *undo = button(page, "undoNow");
        const QRect keepWas = keep->geometry();
        const QRect undoWas = undo->geometry();
        QVERIFY(keepWas.bottom() < undoWas.top());
        page.setState(sample::change(Phase::AskingToKeep));
        QCoreApplication::processEvents();
        QCOMPARE(keep->geometry(), keepWas);
        QCOMPARE(undo->geometry(), undoWas);
    }

    void enterAndAHeldKey_neverKeep()
    {
        ApplyPage page;
        page.setState(sample::change(Phase::Proving));
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QSignalSpy kept(page.panel(), &ApplyPanel::keepRequested);
        QSignalSpy undone(page.panel(), &ApplyPanel::undoRequested);
        button(page, "undoNow")->setFocus();
        page.setState(sample::change(Phase::AskingToKeep));
        QWidget *focused = page.focusWidget();
        QVERIFY(focused != button(page, "keepChanges") && focused != button(page, "undoNow"));
        QTest::keyClick(focused, Qt::Key_Return);
        QTest::keyClick(focused, Qt::Key_Space);
        button(page, "keepChanges")->setFocus();
        QTest::keyClick(button(page, "keepChanges"), Qt::Key_Return);
        QTest::keyClick(button(page, "keepChanges"), Qt::Key_Enter);
        QCOMPARE(kept.size(), 0);
        QCOMPARE(undone.size(), 0);
        QTest::keyClick(button(page, "keepChanges"), Qt::Key_Space); // on purpose
        QCOMPARE(kept.size(), 1);
    }

    void stopWhileItRuns_undoWhileItAsks()
    {
        ApplyPage page;
        page.show();
        QSignalSpy stopped(page.panel(), &ApplyPanel::stopRequested);
        QSignalSpy undone(page.panel(), &ApplyPanel::undoRequested);
        for (const Phase phase : {Phase::Preparing, Phase::Running, Phase::Proving}) {
            page.setState(sample::change(phase));
            button(page, "undoNow")->click();
        }
        QCOMPARE(stopped.size(), 3);
        QCOMPARE(undone.size(), 0);
        page.setState(sample::change(Phase::AskingToKeep));
        button(page, "undoNow")->click();
        QCOMPARE(stopped.size(), 3);
        QCOMPARE(undone.size(), 1);
    }

    void countdown_movesWithoutLayingOut()
    {
        ApplyPage page;
        ApplyState state = sample::change(Phase::AskingToKeep);
        state.returnsAt = QDateTime::currentDateTimeUtc().addMSecs(42'400);
        page.setState(state);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QTest::qWait(50); // the first layout
        auto *ring = page.findChild<CountdownRing *>();
        const qint64 before = ring->secondsLeft();
        LayoutCounter counter;
        for (QWidget *widget : page.findChildren<QWidget *>())
            widget->installEventFilter(&counter);
        page.installEventFilter(&counter);
        QTRY_VERIFY(ring->secondsLeft() < before && ring->accessibleName().contains(QString::number(before - 1)));
        QCOMPARE(counter.requests, 0);
    }

    void timeThatIsOver_takesKeepAway()
    {
        ApplyPage page;
        ApplyState state = sample::change(Phase::AskingToKeep);
        state.returnsAt = QDateTime::currentDateTimeUtc().addMSecs(250);
        page.setState(state);
        page.show();
        QTRY_VERIFY(!button(page, "keepChanges")->isEnabled());
        const auto *heading = page.findChild<PlainLabel *>(QStringLiteral("applyHeading"));
        QCOMPARE(heading->text(), QStringLiteral("The time is over"));
    }

    void question_namesEveryProof()
    {
        ApplyPage page;
        page.setState(sample::change(Phase::AskingToKeep));
        const QString said = page.findChild<PlainLabel *>(QStringLiteral("applySentence"))->text();
        QVERIFY2(said.contains(QLatin1String("Port 3001 no longer answers")), qPrintable(said));
        QVERIFY2(said.contains(QLatin1String("login as dev")), qPrintable(said));
        QVERIFY2(said.contains(QLatin1String("https://chat.example.com/ answers")), qPrintable(said));
    }

    void whatCouldNotBeTried_isNoProof_andSaysSo()
    {
        ApplyPage page;
        ApplyState state = sample::change(Phase::AskingToKeep);
        state.proofs[1].held = false;
        state.proofs[1].detail = QStringLiteral("cannot be seen from behind a jump host");
        page.setState(state);
        page.show();
        const QString said = page.findChild<PlainLabel *>(QStringLiteral("applySentence"))->text();
        QVERIFY(!said.contains(QLatin1String("3001")));
        const auto *untried = page.findChild<PlainLabel *>(QStringLiteral("untriedProofs"));
        QVERIFY(untried->isVisible());
        QVERIFY2(untried->text().contains(state.proofs[1].detail), qPrintable(untried->text()));
    }

    void failure_showsWhatTheCommandSaid()
    {
        ApplyPage page;
        page.setState(sample::ended(Outcome::Failed));
        page.show();
        const auto *output = page.findChild<CodeBox *>(QStringLiteral("applyOutput"));
        QVERIFY(output->isVisible());
        QVERIFY(output->toPlainText().contains(QLatin1String("CHAIN_ADD failed")));
        QVERIFY(!button(page, "keepChanges")->isVisible());
        QSignalSpy again(page.panel(), &ApplyPanel::remakeRequested);
        button(page, "remakePlan")->click();
        QCOMPARE(again.size(), 1);
    }

    void brokenWayBack_isLoud_andCanBeTriedAgain()
    {
        ApplyPage page;
        const ApplyState state = sample::ended(Outcome::Broken);
        page.setState(state);
        page.show();
        QVERIFY(page.findChild<Notice *>(QStringLiteral("applyNotice"))->isVisible());
        const QString remarks = page.findChild<PlainLabel *>(QStringLiteral("applyRemarks"))->text();
        for (const QString &remark : state.remarks)
            QVERIFY(remarks.contains(remark));
        QSignalSpy undone(page.panel(), &ApplyPanel::undoRequested);
        QCOMPARE(button(page, "undoNow")->kind(), Button::Kind::Primary); // before "Done"
        QCOMPARE(button(page, "closeChange")->kind(), Button::Kind::Secondary);
        button(page, "undoNow")->click();
        QCOMPARE(undone.size(), 1);
    }

    void whatReturned_isNotOfferedToBeUndone_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<bool>("offered");
        QTest::newRow("kept") << Outcome::Kept << true;
        QTest::newRow("undone") << Outcome::Undone << false;
        QTest::newRow("came back") << Outcome::CameBack << false;
        QTest::newRow("failed") << Outcome::Failed << false;
    }
    void whatReturned_isNotOfferedToBeUndone()
    {
        QFETCH(const Outcome, outcome);
        QFETCH(const bool, offered);
        const ApplyState state = sample::ended(outcome);
        const QString copied = applyRows(state, stepContents(state.plan)).first().detail;
        QVERIFY(copied.contains(QLatin1String("#118")));
        QCOMPARE(copied.contains(QLatin1String("can be undone")), offered);
    }

    void whoHoldsTheServer_isSaid()
    {
        ApplyPage page;
        ApplyState state = sample::ended(Outcome::Refused);
        state.heldBy = QStringLiteral("ada on laptop");
        state.heldSince = QDateTime::currentDateTimeUtc();
        page.setState(state);
        const QString said = page.findChild<PlainLabel *>(QStringLiteral("applySentence"))->text();
        QVERIFY2(said.startsWith(QLatin1String("ada on laptop")), qPrintable(said));
    }

    void everything_canBeCopied()
    {
        ApplyPage page;
        page.setState(sample::ended(Outcome::Failed));
        page.show();
        button(page, "copyChange")->click();
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY(text.contains(QLatin1String("0.2 s")) && text.contains(QLatin1String("CHAIN_ADD failed")));
        auto *rows = page.findChild<RowList *>(QStringLiteral("applyRows"));
        QVERIFY(QTest::qWaitForWindowActive(&page));
        rows->setFocus();
        rows->setCurrentIndex(rows->rowModel()->index(3));
        QTest::keySequence(rows, QKeySequence::Copy);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("AllowUsers dev")));
    }

    void rows_changeInPlace()
    {
        ApplyPage page;
        auto *model = page.findChild<RowList *>(QStringLiteral("applyRows"))->rowModel();
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        page.setState(sample::change(Phase::Preparing));
        QSignalSpy inserted(model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(model, &QAbstractItemModel::modelReset);
        for (int i = int(Phase::Preparing); i <= int(Phase::AskingToKeep); ++i)
            page.setState(sample::change(Phase(i)));
        page.setState(sample::ended(Outcome::Kept));
        QCOMPARE(inserted.size() + reset.size(), 0);
    }

private:
    /// What asked for a new layout.
    class LayoutCounter : public QObject {
    public:
        int requests = 0;
        bool eventFilter(QObject *, QEvent *event) override
        {
            requests += event->type() == QEvent::LayoutRequest;
            return false;
        }
    };

    static Button *button(const QWidget &page, const char *name)
    {
        return page.findChild<Button *>(QLatin1String(name));
    }
};

GW_REGISTER_TEST(PlanApplyTest)
#include "planapplytest.moc"

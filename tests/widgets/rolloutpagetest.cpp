// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rollout/rolloutpage.h"
#include "tests/scenes/sampledata.h"
#include "tests/scenes/samplerollout.h"
#include "tests/support/testmain.h"
#include "widgets/fleet/fleetfindingsmodel.h"
#include "widgets/fleet/fleetreviewpage.h"
#include "widgets/parts/button.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/rowlist.h"

#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTreeView>

using namespace gw;
using Stage = RolloutState::Stage;
using State = RolloutMember::State;

class RolloutPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<RolloutPage>();
        m_page->resize(1050, 760);
        m_page->show();
    }
    void cleanup() { m_page.reset(); }

    void choice_isToldAtOnce_andPlansAreWished()
    {
        m_page->setState(sample::choosing());
        QSignalSpy chosen(m_page.get(), &RolloutPage::chosenChanged);
        QSignalSpy plans(m_page.get(), &RolloutPage::plansRequested);
        button("chooseNone")->click();
        QVERIFY(!button("makePlans")->isEnabled());
        clickRow("candidates", 1);
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen.last().first().value<QSet<HostId>>(), QSet<HostId>{sample::choosing().candidates[0].id});
        QVERIFY(button("makePlans")->isEnabled());
        button("makePlans")->click();
        QCOMPARE(plans.size(), 1);
    }

    void space_choosesByKeyboard()
    {
        m_page->setState(sample::choosing());
        QSignalSpy chosen(m_page.get(), &RolloutPage::chosenChanged);
        auto *list = part<QListView>("candidates");
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(!chosen.last().first().value<QSet<HostId>>().contains(sample::choosing().candidates[0].id));
    }

    void offlineServers_canBeConnectedFromHere()
    {
        m_page->setState(sample::choosing());
        QSignalSpy wished(m_page.get(), &RolloutPage::connectRequested);
        QVERIFY(button("connectOffline")->isVisible());
        button("connectOffline")->click();
        QCOMPARE(wished.first().first().value<QList<HostId>>().size(), 2); // offline, never surveyed
    }

    void nothingStarts_beforeEveryPlanIsMade()
    {
        m_page->setState(sample::planned(sample::Plans::Making));
        QVERIFY(!button("startRollout")->isEnabled());
        m_page->setState(sample::planned(sample::Plans::Made));
        QVERIFY(button("startRollout")->isEnabled());
        RolloutState nothing = sample::planned(sample::Plans::Made);
        nothing.members = nothing.members.mid(7); // refused, and nothing to do
        m_page->setState(nothing);
        QVERIFY(!button("startRollout")->isEnabled());
    }

    void beforeStart_thePageSaysWhatIsKeptWithNobodyToAsk()
    {
        m_page->setState(sample::planned(sample::Plans::Made));
        QVERIFY(part<Notice>("rolloutNotice")->isVisible());
        QVERIFY(noticeText().contains(QLatin1String("every proof")));
        QSignalSpy started(m_page.get(), &RolloutPage::startRequested);
        button("startRollout")->click();
        QCOMPARE(started.size(), 1);
    }

    void anyReadyServer_canBeTheCanary()
    {
        const RolloutState state = sample::planned(sample::Plans::Made);
        m_page->setState(state);
        look(0);
        QVERIFY(!button("makeCanary")->isVisible()); // it is
        look(3);
        QSignalSpy wished(m_page.get(), &RolloutPage::canaryRequested);
        button("makeCanary")->click();
        QCOMPARE(wished.first().first().value<HostId>(), state.members[3].id);
        look(7);
        QVERIFY(!button("makeCanary")->isVisible()); // refused
        QVERIFY(part<PlainLabel>("memberText")->text().contains(QLatin1String("no key is left")));
    }

    void everyStepOfAPlan_isShownInFull()
    {
        const RolloutState state = sample::planned(sample::Plans::Made);
        m_page->setState(state);
        look(2);
        QVERIFY(part<Notice>("memberNotice")->isVisible()); // its warning
        auto *steps = part<RowList>("memberSteps");
        const Plan &plan = state.members[2].change.plan;
        QCOMPARE(steps->model()->rowCount(), int(plan.steps.size() + plan.proofs.size()));
        for (int row = 0; row < plan.steps.size(); ++row) {
            steps->setCurrentIndex(steps->model()->index(row, 0));
            QCOMPARE(part<PlainLabel>("stepTitle")->text(), titleOf(plan.steps[row].change));
        }
        steps->setCurrentIndex(steps->model()->index(int(plan.steps.size()), 0));
        QCOMPARE(part<PlainLabel>("stepTitle")->text(), titleOf(plan.proofs[0]));
    }

    void back_leadsFromThePlansToTheChoice_andElseAway()
    {
        QSignalSpy choice(m_page.get(), &RolloutPage::choiceRequested);
        QSignalSpy close(m_page.get(), &RolloutPage::closeRequested);
        m_page->setState(sample::planned(sample::Plans::Made));
        button("leaveRollout")->click();
        QCOMPARE(choice.size(), 1);
        m_page->setState(sample::rollingOut());
        button("leaveRollout")->click();
        QCOMPARE(close.size(), 1);
    }

    void runningRollout_canBeStoppedInTwoWays()
    {
        m_page->setState(sample::rollingOut());
        QSignalSpy after(m_page.get(), &RolloutPage::stopAfterWaveRequested);
        QSignalSpy now(m_page.get(), &RolloutPage::stopNowRequested);
        button("stopAfterWave")->click();
        QCOMPARE(after.size(), 1);
        RolloutState state = sample::rollingOut();
        state.stopping = RolloutState::Stopping::AfterWave;
        m_page->setState(state);
        QVERIFY(!button("stopAfterWave")->isEnabled());
        button("stopNow")->click();
        QCOMPARE(now.size(), 1);
        state.stopping = RolloutState::Stopping::Now;
        m_page->setState(state);
        QVERIFY(!button("stopNow")->isEnabled());
    }

    void whoIsLookedAt_staysWhileTheOthersGoOn()
    {
        RolloutState state = sample::rollingOut();
        m_page->setState(state);
        QCOMPARE(part<PlainLabel>("memberName")->text(), state.members[1].name); // the first at work
        look(5);
        state.members[1].state = State::Ended;
        state.members[1].change.outcome = Outcome::Kept;
        m_page->setState(state);
        QCOMPARE(part<PlainLabel>("memberName")->text(), state.members[5].name);
    }

    void end_saysWhoEndedIt_andLeadsToEachHistory()
    {
        const RolloutState state = sample::rolledOutHalf();
        m_page->setState(state);
        QVERIFY(noticeText().contains(state.members[1].name));
        QVERIFY(button("rolloutRest")->isVisible());
        look(1);
        QSignalSpy wished(m_page.get(), &RolloutPage::historyRequested);
        button("memberHistory")->click();
        QCOMPARE(wished.first()[0].value<HostId>(), state.members[1].id);
        QCOMPARE(wished.first()[1].toLongLong(), state.members[1].change.journalNumber);
        look(5); // not reached
        QVERIFY(!button("memberHistory")->isVisible());
        QSignalSpy rest(m_page.get(), &RolloutPage::restRequested);
        button("rolloutRest")->click();
        QCOMPARE(rest.size(), 1);
        m_page->setState(sample::rolledOut());
        QVERIFY(!button("rolloutRest")->isVisible());
    }

    void findingThatSeveralServersHave_isOfferedForAllOfThem()
    {
        FleetReviewPage review;
        review.resize(1050, 700);
        Finding finding = sample::findingOf(sample::tutorial(), "sshd.root-login");
        finding.fixable = true;
        Finding lonely = finding;
        lonely.rule = RuleId(QStringLiteral("sshd.alone"));
        Finding unfixable = finding;
        unfixable.rule = RuleId(QStringLiteral("sshd.unfixable"));
        unfixable.fixable = false;
        const QList<sample::Machine> fleet = sample::fleet();
        review.setReview(fleet[0].server, reviewOf({finding, finding, lonely, unfixable}));
        review.setReview(fleet[1].server, reviewOf({finding, unfixable}));
        review.show();
        auto *table = review.findChild<QTreeView *>(QStringLiteral("fleetFindings"));
        QTRY_VERIFY(table->isVisible());
        QSignalSpy wished(&review, &FleetReviewPage::fixOnServersRequested);
        QSignalSpy opened(&review, &FleetReviewPage::findingRequested);
        const QModelIndex group = table->model()->index(0, 0);
        int offered = 0;
        for (int row = 0; row < table->model()->rowCount(group); ++row) {
            const QModelIndex index = table->model()->index(row, 0, group);
            const auto *model = qobject_cast<const FleetFindingsModel *>(table->model());
            const QRect place = FleetFindingsDelegate::fixPlace(table->visualRect(index), index);
            QCOMPARE(place.isEmpty(), model->finding(index)->rule != finding.rule);
            if (place.isEmpty())
                continue;
            ++offered;
            QVERIFY(index.data(FleetFindingsModel::FixRole).toString().contains(u'2'));
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place.center());
        }
        QCOMPARE(offered, 3);
        QCOMPARE(wished.size(), 3);
        QCOMPARE(wished.first().first().value<RuleId>(), finding.rule);
        QCOMPARE(opened.size(), 0);
        review.setReview(fleet[1].server, reviewOf({}));
        const QModelIndex first = table->model()->index(0, 0, table->model()->index(0, 0));
        QVERIFY(first.data(FleetFindingsModel::FixRole).toString().isEmpty()); // one server is no rollout
    }

    void keyboard_reachesTheFixOfSeveralServersByTheMenu()
    {
        FleetReviewPage review;
        Finding finding = sample::findingOf(sample::tutorial(), "sshd.root-login");
        finding.fixable = true;
        const QList<sample::Machine> fleet = sample::fleet();
        review.setReview(fleet[0].server, reviewOf({finding}));
        review.setReview(fleet[1].server, reviewOf({finding}));
        review.resize(1050, 700);
        review.show();
        auto *table = review.findChild<QTreeView *>(QStringLiteral("fleetFindings"));
        QTRY_VERIFY(table->isVisible());
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0, table->model()->index(0, 0)));
        QSignalSpy wished(&review, &FleetReviewPage::fixOnServersRequested);
        const QPoint middle = table->viewport()->rect().center();
        QContextMenuEvent ask(QContextMenuEvent::Keyboard, middle, table->viewport()->mapToGlobal(middle));
        QCoreApplication::sendEvent(table->viewport(), &ask);
        auto *menu = review.findChild<QMenu *>(QStringLiteral("findingMenu"));
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 3);
        menu->actions().at(1)->trigger();
        QCOMPARE(wished.size(), 1);
        menu->close();
    }

private:
    static Review reviewOf(const QList<Finding> &findings)
    {
        Review review;
        review.findings = findings;
        return review;
    }

    template <typename Part>
    Part *part(const char *name) const
    {
        return m_page->findChild<Part *>(QLatin1String(name));
    }
    Button *button(const char *name) const { return part<Button>(name); }
    QString noticeText() const { return part<Notice>("rolloutNotice")->findChild<PlainLabel *>()->text(); }

    void clickRow(const char *name, int row) const
    {
        auto *list = part<QListView>(name);
        const QRect place = list->visualRect(list->model()->index(row, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place.center());
    }

    void look(int member) const
    {
        auto *list = part<QListView>("members");
        const QString name = m_page->state().members[member].name;
        list->setCurrentIndex(list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, name).first());
    }

    std::unique_ptr<RolloutPage> m_page;
};

GW_REGISTER_TEST(RolloutPageTest)
#include "rolloutpagetest.moc"

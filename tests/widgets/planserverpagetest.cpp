// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/sampledata.h"
#include "tests/scenes/sampleplan.h"
#include "tests/support/testmain.h"
#include "widgets/parts/button.h"
#include "widgets/parts/codebox.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/server/findingsmodel.h"
#include "widgets/server/reviewpage.h"
#include "widgets/server/serverpage.h"

#include <QListView>
#include <QPointer>
#include <QSignalSpy>
#include <QTabBar>
#include <QTreeView>

using namespace gw;
using Phase = ApplyState::Phase;

/// A plan on its way through the page of a server.
class PlanServerPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<ServerPage>();
        m_machine = sample::tutorial();
        Review review = *m_machine.review;
        for (Finding &finding : review.findings)
            finding.fixable = finding.rule.topic() == QLatin1String("sshd");
        m_machine.review = std::make_shared<const Review>(review);
        m_page->setServer(m_machine.server);
        m_page->setConnection(m_machine.connection);
        m_page->setSurvey(m_machine.facts, m_machine.review);
        m_page->resize(1000, 700);
        m_page->show();
    }
    void cleanup() { m_page.reset(); }

    void addToPlan_wishesForTheFinding_andTakesItOutAgain()
    {
        const FindingKey key = rootLogin();
        m_page->showFinding(key);
        m_page->setFixes({{key.text(), {QStringLiteral("PermitRootLogin no")}}});
        QCOMPARE(child<CodeBox>("detailFix")->toPlainText(), QStringLiteral("PermitRootLogin no"));
        QSignalSpy wished(m_page.get(), &ServerPage::draftChanged);
        child<Button>("toggleFix")->click();
        QCOMPARE(wished.takeFirst().at(1).value<QList<FindingKey>>(), QList<FindingKey>{key});
        m_page->setPlanDraft({{key}, PlanDraft::BeingMade{}});
        child<Button>("toggleFix")->click();
        QCOMPARE(wished.takeFirst().at(1).value<QList<FindingKey>>(), QList<FindingKey>());
    }

    void gatheredFinding_isMarkedInTheList()
    {
        const FindingKey key = rootLogin();
        m_page->showFinding(key);
        const QModelIndex index = child<QTreeView>("findingList")->currentIndex();
        QVERIFY(!index.data(FindingsModel::PlannedRole).toBool());
        m_page->setPlanDraft({{key}, sample::plan()});
        QVERIFY(index.data(FindingsModel::PlannedRole).toBool());
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(QLatin1String("in the plan")));
    }

    void whatCannotBeMended_offersNoPlan()
    {
        for (const Finding &finding : m_machine.review->findings) {
            m_page->showFinding(FindingKey(finding));
            QCOMPARE(child<Button>("toggleFix")->isVisible(), finding.fixable);
        }
    }

    void addAll_wishesForEverythingThatCanBeMended()
    {
        m_page->setTab(ServerPage::Tab::Review);
        QSignalSpy wished(m_page.get(), &ServerPage::draftChanged);
        child<Button>("addAllFixable")->click();
        const auto keys = wished.first().at(1).value<QList<FindingKey>>();
        QCOMPARE(keys.size(), std::count_if(m_machine.review->findings.cbegin(), m_machine.review->findings.cend(),
                                            [](const Finding &finding) { return finding.fixable; }));
        m_page->setPlanDraft({keys, sample::plan()});
        QVERIFY(!child<Button>("addAllFixable")->isVisible());
    }

    void bar_leadsToThePreview()
    {
        m_page->setTab(ServerPage::Tab::Review);
        m_page->setPlanDraft({{rootLogin()}, sample::plan()});
        QVERIFY(child<PlainLabel>("planBarText")->text().contains(QLatin1String("3 changes in 2 files")));
        QVERIFY(child<PlainLabel>("planBarDetail")->text().contains(QLatin1String("sshd -t, nginx -t")));
        QSignalSpy wished(m_page.get(), &ServerPage::planRequested);
        child<Button>("previewPlan")->click();
        QCOMPARE(wished.size(), 1);
    }

    void failedPlan_saysWhy_andIsTriedAgainWithTheSameFindings()
    {
        m_page->setTab(ServerPage::Tab::Review);
        m_page->setPlanDraft({{rootLogin()}, sample::unreachable()});
        QVERIFY(!child<Button>("previewPlan")->isVisible());
        QVERIFY(child<PlainLabel>("planBarDetail")->text().contains(sample::unreachable().cause));
        QSignalSpy wished(m_page.get(), &ServerPage::draftChanged);
        child<Button>("retryPlan")->click();
        QCOMPARE(wished.first().at(1).value<QList<FindingKey>>(), QList<FindingKey>{rootLogin()});
    }

    void change_coversTheTabItCameFrom_andIsStillThereAfterALookElsewhere()
    {
        m_page->setTab(ServerPage::Tab::Review);
        m_page->setApplyState(sample::change(Phase::AskingToKeep));
        QVERIFY(child<QWidget>("applyPage")->isVisible());
        QVERIFY(!child<Notice>("openChange")->isVisible());
        m_page->setTab(ServerPage::Tab::Overview);
        QVERIFY(!child<QWidget>("applyPage")->isVisible());
        QVERIFY(child<Notice>("openChange")->isVisible());
        const QString said = child<Notice>("openChange")->accessibleName();
        QVERIFY2(said.contains(QLatin1String("0:4")), qPrintable(said));
        child<Notice>("openChange")->findChild<Button *>(QStringLiteral("noticeAction.show"))->click();
        QVERIFY(child<QWidget>("applyPage")->isVisible());
        m_page->setApplyState(std::nullopt);
        QVERIFY(!child<QWidget>("applyPage")->isVisible());
        QVERIFY(m_page->review()->isVisible());
    }

    void countdownOfTheNotice_keepsItsButton()
    {
        m_page->setApplyState(sample::change(Phase::AskingToKeep));
        m_page->setTab(ServerPage::Tab::Review);
        auto *notice = child<Notice>("openChange");
        const QPointer<Button> show = notice->findChild<Button *>(QStringLiteral("noticeAction.show"));
        const QString before = notice->accessibleName();
        QTRY_VERIFY(notice->accessibleName() != before);
        QVERIFY(show);
    }

    void leftOutStep_staysOut_afterALookAtAnotherServer()
    {
        ApplyState preview;
        preview.plan = sample::plan();
        m_page->setTab(ServerPage::Tab::Review);
        m_page->setApplyState(preview);
        const auto steps = [this] { return child<QListView>("planSteps")->model(); };
        QVERIFY(steps()->setData(steps()->index(4, 0), Qt::Unchecked, Qt::CheckStateRole));
        Server other;
        other.id = HostId(QStringLiteral("other"));
        m_page->setServer(other);
        ApplyState another = preview;
        another.plan.title = QStringLiteral("Another");
        m_page->setApplyState(another);
        QCOMPARE(steps()->index(4, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        m_page->setServer(m_machine.server);
        m_page->setApplyState(preview);
        QCOMPARE(steps()->index(4, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QVERIFY(!child<QWidget>("planPage")->isVisible()); // another server opens at its overview
        QVERIFY(child<Notice>("openChange")->isVisible());
    }

    void planMadeAgain_hasAllItsSteps()
    {
        ApplyState preview;
        preview.plan = sample::plan();
        m_page->setApplyState(preview);
        QAbstractItemModel *steps = child<QListView>("planSteps")->model();
        QVERIFY(steps->setData(steps->index(4, 0), Qt::Unchecked, Qt::CheckStateRole));
        preview.plan.warnings << QStringLiteral("made again");
        m_page->setApplyState(preview);
        QCOMPARE(steps->index(4, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

    void appearingChange_takesNoKeyForItself()
    {
        m_page->setTab(ServerPage::Tab::Review);
        m_page->setPlanDraft({{rootLogin()}, sample::plan()});
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        child<Button>("previewPlan")->setFocus();
        ApplyState preview;
        preview.plan = sample::plan();
        m_page->setApplyState(preview);
        QVERIFY2(!qobject_cast<Button *>(m_page->focusWidget()), "it is on a button");
        child<Button>("applyPlan")->setFocus();
        m_page->setApplyState(sample::change(Phase::Preparing));
        QVERIFY2(!qobject_cast<Button *>(m_page->focusWidget()), "it is on a button");
    }

    void everyWish_namesTheServer()
    {
        m_page->setApplyState(sample::change(Phase::AskingToKeep));
        QSignalSpy kept(m_page.get(), &ServerPage::keepRequested);
        QSignalSpy undone(m_page.get(), &ServerPage::undoRequested);
        QSignalSpy more(m_page.get(), &ServerPage::moreTimeRequested);
        child<Button>("keepChanges")->click();
        child<Button>("undoNow")->click();
        child<Button>("moreTime")->click();
        for (const QSignalSpy *spy : {&kept, &undone, &more}) {
            QCOMPARE(spy->size(), 1);
            QCOMPARE(spy->first().first().value<HostId>(), m_machine.server.id);
        }
        m_page->setApplyState(sample::ended(Outcome::Kept));
        QSignalSpy closed(m_page.get(), &ServerPage::closeChangeRequested);
        QSignalSpy history(m_page.get(), &ServerPage::changeInHistoryRequested);
        child<Button>("closeChange")->click();
        child<Button>("showInHistory")->click();
        QCOMPARE(closed.size(), 1);
        QCOMPARE(history.first().at(1).toLongLong(), 118);
    }

    void foundChange_canBeDecided_onlyWhenItIsOurs()
    {
        FoundChange found;
        found.title = UntrustedText(QStringLiteral("Close\u202e port"));
        found.holder = UntrustedText(QStringLiteral("ada on laptop"));
        found.since = QDateTime::currentDateTimeUtc().addSecs(-60);
        found.returnsAt = QDateTime::currentDateTimeUtc().addSecs(30);
        m_page->setFoundChange(found);
        auto *notice = child<Notice>("foundChange");
        QVERIFY(notice->isVisible());
        QVERIFY(notice->accessibleName().contains(found.holder.raw()));
        QVERIFY(!notice->accessibleName().contains(QChar(0x202e)));
        QVERIFY(!notice->findChild<Button *>(QStringLiteral("noticeAction.keep")));
        found.owner = FoundChange::Owner::Us;
        m_page->setFoundChange(found);
        QSignalSpy undone(m_page.get(), &ServerPage::undoRequested);
        QVERIFY(notice->findChild<Button *>(QStringLiteral("noticeAction.keep")));
        notice->findChild<Button *>(QStringLiteral("noticeAction.undo"))->click();
        QCOMPARE(undone.size(), 1);
        found.state = FoundChange::State::CameBack;
        m_page->setFoundChange(found);
        QSignalSpy dismissed(m_page.get(), &ServerPage::foundChangeDismissed);
        notice->findChild<Button *>(QStringLiteral("noticeAction.dismiss"))->click();
        QCOMPARE(dismissed.size(), 1);
        m_page->setFoundChange(std::nullopt);
        QVERIFY(!notice->isVisible());
    }

private:
    template <typename T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }

    FindingKey rootLogin() const { return FindingKey(sample::findingOf(m_machine, "sshd.root-login")); }

    std::unique_ptr<ServerPage> m_page;
    sample::Machine m_machine;
};

GW_REGISTER_TEST(PlanServerPageTest)
#include "planserverpagetest.moc"

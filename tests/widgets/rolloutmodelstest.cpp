// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/samplerollout.h"
#include "tests/support/testmain.h"
#include "widgets/rollout/candidatesmodel.h"
#include "widgets/rollout/membersmodel.h"
#include "widgets/rollout/rolloutdelegate.h"
#include "widgets/rollout/rollouttext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace gw;
using Role = RolloutDelegate::Role;
using State = RolloutMember::State;

/// Both lists of a rollout.
class RolloutModelsTest : public QObject {
    Q_OBJECT

    static QStringList texts(const QAbstractItemModel &model)
    {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows << model.index(row, 0).data().toString();
        return rows;
    }

private Q_SLOTS:
    void init()
    {
        m_candidates = std::make_unique<CandidatesModel>();
        m_members = std::make_unique<MembersModel>();
        using Mode = QAbstractItemModelTester::FailureReportingMode;
        m_testers = {std::make_shared<QAbstractItemModelTester>(m_candidates.get(), Mode::QtTest),
                     std::make_shared<QAbstractItemModelTester>(m_members.get(), Mode::QtTest)};
        const RolloutState state = sample::choosing();
        m_candidates->setCandidates(state.candidates, state.chosen);
    }
    void cleanup() { m_testers.clear(); }

    void candidates_standUnderTheirGroups()
    {
        QCOMPARE(m_candidates->shown(), 12);
        QCOMPARE(m_candidates->rowCount(), 12 + 3);
        QVERIFY(m_candidates->index(0).data(Role::IsHeadingRole).toBool());
        QCOMPARE(m_candidates->index(0).data().toString(), QStringLiteral("gpu-lab"));
        QCOMPARE(m_candidates->index(1).data().toString(), QStringLiteral("gpu-a100-01"));
    }

    void whoCannotTakePart_saysWhy_andCannotBeChosen()
    {
        const QModelIndex offline =
            m_candidates->match(m_candidates->index(0), Qt::DisplayRole, QStringLiteral("gpu-old"))[0];
        QVERIFY(!(offline.flags() & Qt::ItemIsUserCheckable));
        QVERIFY(!offline.data(Role::AvailableRole).toBool());
        QVERIFY(!offline.data(Role::DetailRole).toString().isEmpty());
        QVERIFY(!m_candidates->setData(offline, Qt::Checked, Qt::CheckStateRole));
        m_candidates->chooseAllShown();
        QCOMPARE(m_candidates->chosenCount(), 9);
        QCOMPARE(offline.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    }

    void chosenServerThatGoesOffline_doesNotCount_untilItIsBack()
    {
        RolloutState state = sample::choosing();
        const int before = m_candidates->chosenCount();
        state.candidates[0].obstacle = QStringLiteral("gone");
        m_candidates->setCandidates(state.candidates, state.chosen);
        QCOMPARE(m_candidates->chosenCount(), before - 1);
        state.candidates[0].obstacle.clear();
        m_candidates->setCandidates(state.candidates, state.chosen);
        QCOMPARE(m_candidates->chosenCount(), before);
    }

    void headingOfAGroup_choosesAllOfIt()
    {
        QSignalSpy chosen(m_candidates.get(), &CandidatesModel::chosenChanged);
        const QModelIndex web = m_candidates->match(m_candidates->index(0), Qt::DisplayRole, QStringLiteral("web"))[0];
        QCOMPARE(web.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked)); // one of them is not
        QVERIFY(m_candidates->setData(web, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(web.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(m_candidates->chosenCount(), 9);
        QVERIFY(m_candidates->setData(web, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(m_candidates->chosenCount(), 6);
        QCOMPARE(chosen.size(), 2);
    }

    void filter_keepsWhatHasEveryWord_andChoosesNoHiddenOne()
    {
        m_candidates->chooseNone();
        m_candidates->setFilter({QStringLiteral("EDGE"), {}});
        QCOMPARE(m_candidates->shown(), 4);
        m_candidates->chooseAllShown();
        QCOMPARE(m_candidates->chosenCount(), 3);
        m_candidates->setFilter({QStringLiteral("edge gpu-lab"), {}});
        QCOMPARE(m_candidates->rowCount(), 0);
        m_candidates->setFilter({{}, QString()});
        QCOMPARE(m_candidates->shown(), 2); // those without a group
    }

    void newState_ofTheSameServers_leavesTheRowsWhereTheyAre()
    {
        QSignalSpy reset(m_candidates.get(), &CandidatesModel::modelReset);
        QSignalSpy changed(m_candidates.get(), &CandidatesModel::dataChanged);
        RolloutState state = sample::choosing();
        state.candidates[3].about = QStringLiteral("Debian 13");
        m_candidates->setCandidates(state.candidates, state.chosen);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
    }

    void members_standUnderTheirWaves()
    {
        const RolloutState state = sample::planned(sample::Plans::Made);
        m_members->setMembers(state.members, state.stage);
        const QStringList rows = texts(*m_members);
        QCOMPARE(rows.size(), 9 + 4);
        QCOMPARE(rows[0], rollouttext::wave(0));
        QCOMPARE(rows[2], rollouttext::wave(1));
        QCOMPARE(rows[4], rollouttext::wave(2));
        QCOMPARE(rows[10], rollouttext::wave(-1));
        QCOMPARE(m_members->index(4).data(Role::CountRole).toInt(), 5);
        QVERIFY(!m_members->member(m_members->index(0)));
        QVERIFY(!(m_members->flags(m_members->index(0)) & Qt::ItemIsSelectable));
    }

    void whoTakesNoPart_saysWhy()
    {
        const RolloutState state = sample::planned(sample::Plans::Made);
        m_members->setMembers(state.members, state.stage);
        const QModelIndex refused = m_members->indexOf(state.members[7].id);
        QCOMPARE(refused.data(Role::DetailRole).toString(), state.members[7].why);
        QVERIFY(!refused.data(Role::AvailableRole).toBool());
    }

    void progress_changesOnlyTheRowAtWork()
    {
        RolloutState state = sample::rollingOut();
        m_members->setMembers(state.members, state.stage);
        QSignalSpy reset(m_members.get(), &MembersModel::modelReset);
        QSignalSpy changed(m_members.get(), &MembersModel::dataChanged);
        state.members[1].change.step = 5;
        m_members->setMembers(state.members, state.stage);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex(), m_members->indexOf(state.members[1].id));
    }

    void end_isToldByItsOutcome_andEveryOtherStateByAWord()
    {
        for (const RolloutState &state :
             {sample::rollingOut(), sample::rolledOutHalf(), sample::planned(sample::Plans::Made)}) {
            m_members->setMembers(state.members, state.stage);
            for (const RolloutMember &member : state.members) {
                const QModelIndex index = m_members->indexOf(member.id);
                QCOMPARE(index.data(Role::OutcomeRole).isValid(), member.state == State::Ended);
                const bool quiet = member.state == State::Ended ||
                                   (state.stage == RolloutState::Stage::Planning && member.state == State::Ready &&
                                    member.change.plan.warnings.isEmpty());
                QCOMPARE(index.data(Role::WordRole).toString().isEmpty(), quiet);
            }
        }
    }

    void tally_countsEveryServerThatTookPart()
    {
        const QString text = rollouttext::tally(sample::rolledOutHalf().members);
        QVERIFY(text.contains(u'2') && text.contains(u'1') && text.contains(u'6'));
        QCOMPARE(rollouttext::culprit(sample::rolledOutHalf().members)->name, QStringLiteral("gpu-a100-02"));
        QVERIFY(!rollouttext::culprit(sample::rolledOut().members));
        const rollouttext::Share share = rollouttext::share(sample::rollingOut().members);
        QCOMPARE(share.done, 1);
        QCOMPARE(share.all, 9);
    }

private:
    std::unique_ptr<CandidatesModel> m_candidates;
    std::unique_ptr<MembersModel> m_members;
    QList<std::shared_ptr<QAbstractItemModelTester>> m_testers;
};

GW_REGISTER_TEST(RolloutModelsTest)
#include "rolloutmodelstest.moc"

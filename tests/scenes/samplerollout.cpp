// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/samplerollout.h"

#include "tests/scenes/sampleplan.h"

#include <QCoreApplication>

namespace gw::sample {
namespace {

using Stage = RolloutState::Stage;
using State = RolloutMember::State;
using Phase = ApplyState::Phase;

constexpr int canTakePart = 9;

QString rolling(const char *text)
{
    return QCoreApplication::translate("gw::Rolling", text);
}

QString desk(const char *text)
{
    return QCoreApplication::translate("gw::RolloutDesk", text);
}

HostId idOf(int number)
{
    return HostId(QStringLiteral("rollout-%1").arg(number));
}

QString nameOf(int number)
{
    static const QStringList names{
        QStringLiteral("gpu-a100-01"), QStringLiteral("gpu-a100-02"), QStringLiteral("gpu-h100-01"),
        QStringLiteral("gpu-h100-02"), QStringLiteral("lora-4090"),   QStringLiteral("edge-1"),
        QStringLiteral("edge-2"),      QStringLiteral("edge-3"),      QStringLiteral("build")};
    return names[number];
}

QString groupOf(int number)
{
    return number < 5 ? QStringLiteral("gpu-lab") : number < 8 ? QStringLiteral("web") : QString();
}

RolloutMember memberOf(int number, int wave, State state)
{
    RolloutMember member{idOf(number), nameOf(number), state, wave, {}, {}};
    if (state != State::Planning)
        member.change.plan = plan();
    member.change.plan.warnings.clear();
    return member;
}

RolloutMember endedMember(int number, int wave, Outcome outcome)
{
    RolloutMember member = memberOf(number, wave, State::Ended);
    member.change = ended(outcome);
    member.change.plan = plan();
    member.change.journalNumber = 118 + number;
    return member;
}

RolloutMember workingMember(int number, int wave, Phase phase)
{
    RolloutMember member = memberOf(number, wave, State::Working);
    member.change = change(phase);
    return member;
}

RolloutState base(Stage stage)
{
    RolloutState state = choosing();
    state.stage = stage;
    return state;
}

} // namespace

RolloutState choosing()
{
    RolloutState state;
    state.title = desk("Fix: %1").arg(QStringLiteral("root may log in over SSH with a password"));
    for (int i = 0; i < canTakePart; ++i) {
        state.candidates << RolloutCandidate{idOf(i), nameOf(i), groupOf(i), QStringLiteral("Debian 12 · 6 findings"),
                                             {},      false};
        state.chosen.insert(idOf(i));
    }
    state.candidates.insert(5, {idOf(20),
                                QStringLiteral("gpu-old"),
                                QStringLiteral("gpu-lab"),
                                {},
                                rolling("Is not connected: %1").arg(QStringLiteral("offline")),
                                true});
    state.candidates.insert(9, {idOf(21),
                                QStringLiteral("edge-4"),
                                QStringLiteral("web"),
                                {},
                                rolling("Was surveyed without root rights, which a change needs: open it and become "
                                        "root"),
                                false});
    state.candidates << RolloutCandidate{idOf(22), QStringLiteral("new-one"),     {},
                                         {},       rolling("Was never surveyed"), true};
    state.chosen.remove(idOf(7));
    return state;
}

RolloutState planned(Plans plans)
{
    RolloutState state = base(Stage::Planning);
    const int waves[] = {0, 1, 2, 2, 2, 2, 2};
    for (int i = 0; i < 7; ++i)
        state.members << memberOf(i, waves[i], plans == Plans::Making && i > 3 ? State::Planning : State::Ready);
    state.members[2].change.plan.warnings = {QStringLiteral("AllowUsers leaves out backup, who logged in 3 days ago.")};
    RolloutMember refused = memberOf(7, -1, State::NoPlan);
    refused.change.plan = {};
    refused.why = QStringLiteral("Plan the change of edge-3: no key is left that may log in. Add one first.");
    RolloutMember nothing = memberOf(8, -1, State::NothingToDo);
    nothing.change.plan = {};
    state.members << refused << nothing;
    return state;
}

RolloutState rollingOut()
{
    RolloutState state = base(Stage::Running);
    state.members << endedMember(0, 0, Outcome::Kept) << workingMember(1, 1, Phase::Running)
                  << workingMember(2, 1, Phase::Proving);
    for (int i = 3; i < canTakePart; ++i)
        state.members << memberOf(i, 2, State::Ready);
    return state;
}

RolloutState rolledOut()
{
    RolloutState state = base(Stage::Ended);
    for (int i = 0; i < canTakePart; ++i)
        state.members << endedMember(i, i == 0 ? 0 : i < 3 ? 1 : 2, Outcome::Kept);
    return state;
}

RolloutState rolledOutHalf()
{
    RolloutState state = base(Stage::Ended);
    state.members << endedMember(0, 0, Outcome::Kept) << endedMember(1, 1, Outcome::Failed)
                  << endedMember(2, 1, Outcome::Kept);
    for (int i = 3; i < canTakePart; ++i)
        state.members << memberOf(i, 2, State::NotReached);
    return state;
}

RolloutState hostileRollout()
{
    const QString longName =
        QStringLiteral("inference-node-with-eight-gpus-%1.cluster-a.research.example.com-<b>bold</b>&amp;");
    RolloutState state = planned(Plans::Made);
    state.title = QString(6, u'W') + QStringLiteral(" <script>alert(1)</script> ").repeated(8);
    for (qsizetype i = 0; i < state.members.size(); ++i) {
        state.members[i].name = longName.arg(i);
        if (state.members[i].state == State::Ready)
            state.members[i].change.plan = hostilePlan();
        if (!state.members[i].why.isEmpty())
            state.members[i].why = state.members[i].why.repeated(6);
    }
    return state;
}

} // namespace gw::sample

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/changeview.h"

#include "backend/base/overloaded.h"

namespace gw {
namespace {

using Phase = ApplyState::Phase;

Phase phaseOf(ApplyProgress::Phase phase)
{
    switch (phase) {
    case ApplyProgress::Phase::Preparing: return Phase::Preparing;
    case ApplyProgress::Phase::CheckingAside: return Phase::CheckingAside;
    case ApplyProgress::Phase::Arming: return Phase::Arming;
    case ApplyProgress::Phase::Step: return Phase::Running;
    case ApplyProgress::Phase::Proving: break;
    }
    return Phase::Proving;
}

} // namespace

void ChangeView::follow(const ChangeProgress &progress)
{
    enter(phaseOf(progress.applying.phase));
    m_state.step = progress.applying.step;
    if (progress.applying.finished)
        m_state.steps += *progress.applying.finished;
    if (progress.returnsAt.isValid())
        m_state.returnsAt = progress.returnsAt;
    if (progress.tried)
        m_state.proofs += *progress.tried;
}

void ChangeView::enter(Phase phase)
{
    if (phase == m_state.phase)
        return;
    m_state.took[m_state.phase] = std::chrono::milliseconds(m_clock.restart());
    m_state.phase = phase;
}

ApplyState viewOf(ApplyState before, const ChangeState &state)
{
    before.trouble.clear();
    std::visit(Overloaded{
                   [&before](const AwaitingKeep &waiting) {
                       before.phase = Phase::AskingToKeep;
                       before.returnsAt = waiting.returnsAt;
                       before.guard = waiting.guard;
                       before.notCovered = waiting.notCovered;
                       before.proofs = waiting.proofs;
                   },
                   [&before](const ChangeEnded &ended) {
                       before.failedIn = before.phase;
                       before.phase = Phase::Ended;
                       before.outcome = ended.record.outcome;
                       before.detail = ended.record.detail;
                       before.steps = ended.record.steps;
                       before.proofs = ended.record.proofs;
                       before.journalNumber = ended.record.number;
                       for (const FileConflict &conflict : ended.conflicts)
                           before.conflicts += {conflict.path, conflict.expected, conflict.found};
                       if (ended.notRecorded)
                           before.remarks += ended.notRecorded->text();
                       if (ended.newAddress)
                           before.remarks += textOf(*ended.newAddress);
                   },
               },
               state);
    return before;
}

ApplyState viewOf(ApplyState before, const Error &error)
{
    before.failedIn = before.phase;
    before.phase = Phase::Ended;
    before.outcome = Outcome::Refused;
    before.detail = error.text();
    return before;
}

FoundChange foundOf(const Recovered::Waiting &waiting)
{
    FoundChange found;
    found.state = waiting.change.state == OpenChange::State::Armed       ? FoundChange::State::Armed
                  : waiting.change.state == OpenChange::State::Returning ? FoundChange::State::Returning
                                                                         : FoundChange::State::CameBack;
    found.owner = waiting.known ? FoundChange::Owner::Us : FoundChange::Owner::SomebodyElse;
    found.title = waiting.change.title;
    found.holder = waiting.change.holder;
    found.since = waiting.change.since;
    found.returnsAt = waiting.change.returnsAt;
    return found;
}

} // namespace gw

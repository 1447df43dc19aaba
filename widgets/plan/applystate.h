// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/untrustedtext.h"
#include "backend/plan/record.h"

#include <QMap>

namespace gw {

/// A file that is not as the plan saw it.
struct PlanConflict {
    RemotePath path;
    FileState expected; ///< as the plan saw it
    FileState found;    ///< as it is now
    friend bool operator==(const PlanConflict &, const PlanConflict &) = default;
};

/// One change of one server from its preview to its end: all that its page shows.
struct ApplyState {
    enum class Phase {
        Preview,
        Preparing,     ///< files are compared and copied
        CheckingAside, ///< sshd -t, nginx -t … on the staged files
        Arming,
        Running,
        Proving,
        AskingToKeep,
        Keeping,
        Undoing,
        Ended,
    };
    Phase phase = Phase::Preview;
    Plan plan;
    QList<StepRecord> steps;                     ///< those that have ended, in the order of the plan
    int step = -1;                               ///< Running: index into Plan::steps
    QList<ProofRecord> proofs;                   ///< those that were tried, in the order of the plan
    QMap<Phase, std::chrono::milliseconds> took; ///< phases that have ended
    QDateTime returnsAt;                         ///< by this computer's clock; valid while the way back is armed
    std::chrono::seconds window{90};             ///< from arming, or from the last "more time", to returnsAt
    QString guard;                               ///< "systemd", "process"; empty: not armed yet
    QStringList notCovered;                      ///< what this guard does not survive; safe to show
    QString trouble;                             ///< the server is not reached just now, or the like; safe to show
    std::optional<Outcome> outcome;              ///< Ended
    std::optional<Phase> failedIn;               ///< Ended: what did not pass; Running: see `steps`
    QString detail;                              ///< why it ended so; safe to show
    UntrustedText output;                        ///< what the check or command that failed said
    QStringList remarks;                         ///< later edits of others, kept aside or left alone; safe to show
    QList<PlanConflict> conflicts;               ///< Ended, Refused
    QString heldBy;                              ///< Ended, Refused: who has a change open there; safe to show
    QDateTime heldSince;                         ///< UTC
    qint64 journalNumber = 0;                    ///< 0: not in the journal
    friend bool operator==(const ApplyState &, const ApplyState &) = default;
};

/// A change that was found open on a server: ours from before a restart of the program, or somebody else's.
struct FoundChange {
    enum class State { Armed, Returning, CameBack };
    enum class Owner { Us, SomebodyElse };
    State state = State::Armed;
    Owner owner = Owner::SomebodyElse;
    UntrustedText title;
    UntrustedText holder; ///< "ada on laptop"
    QDateTime since;      ///< UTC
    QDateTime returnsAt;  ///< Armed
    friend bool operator==(const FoundChange &, const FoundChange &) = default;
};

} // namespace gw

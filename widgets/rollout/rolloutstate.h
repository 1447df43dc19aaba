// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/hostid.h"
#include "widgets/plan/applystate.h"

#include <QSet>

namespace gw {

/// A server that one may choose for a rollout.
struct RolloutCandidate {
    HostId id;
    QString name;
    QString group;
    QString about;           ///< "Debian 12 · 2 findings"; safe to show
    QString obstacle;        ///< why it cannot take part; empty: it can; safe to show
    bool mayConnect = false; ///< a connection, or the survey that comes with it, may take the obstacle away
    friend bool operator==(const RolloutCandidate &, const RolloutCandidate &) = default;
};

/// A server that was chosen.
struct RolloutMember {
    enum class State {
        Planning,    ///< its files are read
        NoPlan,      ///< refused or not reached: `why`
        NothingToDo, ///< everything is as wished there already
        Ready,       ///< its turn comes
        Working,     ///< `change` says what goes on
        Ended,       ///< `change` says how
        NotReached,  ///< the rollout ended before its turn
    };
    HostId id;
    QString name;
    State state = State::Planning;
    int wave = -1;          ///< 0: the canary, alone; -1: it takes no part
    ApplyState change = {}; ///< its plan, and what has become of it
    QString why = {};       ///< safe to show
    friend bool operator==(const RolloutMember &, const RolloutMember &) = default;
};

/// One change of several servers, from the choice to its end: all that its page shows.
struct RolloutState {
    enum class Stage { Choosing, Planning, Running, Ended };
    enum class Stopping { No, AfterWave, Now };
    Stage stage = Stage::Choosing;
    Stopping stopping = Stopping::No;
    QString title;                      ///< "Add the key of ada to dev"; safe to show
    QList<RolloutCandidate> candidates; ///< in the order of the list of servers
    QSet<HostId> chosen;                ///< those of them that cannot take part just now do not count
    QList<RolloutMember> members;       ///< in the order of their waves, then those that take no part
    friend bool operator==(const RolloutState &, const RolloutState &) = default;
};

} // namespace gw

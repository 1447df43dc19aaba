// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/changerun.h"

namespace gw {

/// Which of `servers` servers are changed side by side: the first one alone, as the canary, then a quarter of them,
/// then the rest. Indexes.
QList<QList<int>> wavesOf(int servers);

/// One server of a rollout.
struct RolloutEntry {
    enum class State {
        Waiting,
        Working,
        Kept,
        Ended,      ///< came back, was undone, refused, …: `record` says which
        Failed,     ///< nothing was done: `error`
        NotReached, ///< another one ended the rollout before its turn
    };
    Server server;
    State state = State::Waiting;
    std::optional<ChangeRecord> record = {};
    std::optional<Error> error = {};
};

/// Does everything for one server: connects, plans from its own facts, applies, proves, decides. A server where
/// nothing is to be done is no record.
using ChangeOne = std::function<Result<std::optional<ChangeRecord>>(const Server &, std::stop_token)>;

/// Wave after wave, and no further wave or server once one was not kept: what is at work then goes on to its own end,
/// since each server has a guard of its own. `onEntry` is called on any thread, one call at a time. A stop is handed to
/// those at work.
QList<RolloutEntry> rollOut(const QList<Server> &servers, const ChangeOne &changeOne,
                            const std::function<void(int index, const RolloutEntry &)> &onEntry, std::stop_token stop);

/// One server of it, with nobody to ask: applies, proves, keeps what was proven whole and undoes everything else.
Result<ChangeEnded> changeUnattended(ChangeRun &run, const Contact &contact, const OnChange &progress,
                                     std::stop_token stop);

} // namespace gw

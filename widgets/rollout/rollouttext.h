// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rollout/rolloutstate.h"
#include "widgets/theme/tokens.h"

namespace gw::rollouttext {

// A rollout in words, translated.

/// "Canary: first and alone", …; -1: those that take no part.
QString wave(int wave);
/// What stands under the name of a server: what its plan does, the step at work, how it ended.
QString detail(const RolloutMember &member, RolloutState::Stage stage);
/// A word for its state; empty where its outcome says it (Ended), and for a plan without a warning.
QString word(const RolloutMember &member, RolloutState::Stage stage);
Tone tone(const RolloutMember &member, RolloutState::Stage stage);
/// What the person should know before, what nothing takes back included.
QStringList warnings(const Plan &plan);

/// How many of those that take part have come to their end, and how many there are.
struct Share {
    int done = 0;
    int all = 0;
};
Share share(const QList<RolloutMember> &members);
/// "9 servers kept it", "1 went back", "3 were not reached", …: what there is of each.
QString tally(const QList<RolloutMember> &members);
/// The server whose end ended the rollout; null: none did.
const RolloutMember *culprit(const QList<RolloutMember> &members);

} // namespace gw::rollouttext

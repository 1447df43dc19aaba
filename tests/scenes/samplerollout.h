// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rollout/rolloutstate.h"

namespace gw::sample {

/// "Fix: Root may log in …" on a fleet of three groups: nine servers can take part, one is offline, one lacks root,
/// one was never surveyed.
RolloutState choosing();
/// Nine plans: seven ready, one refused, one with nothing to do; the first still being made where `making` says so.
enum class Plans { Making, Made };
RolloutState planned(Plans plans);
/// The canary keeps it, the quarter is at work: one runs its steps, one proves.
RolloutState rollingOut();
/// All keep it.
RolloutState rolledOut();
/// One of the second wave came back.
RolloutState rolledOutHalf();
/// Names and texts as long and hostile as they can be.
RolloutState hostileRollout();

} // namespace gw::sample

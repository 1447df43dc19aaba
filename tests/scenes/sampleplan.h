// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plan/applystate.h"

namespace gw::sample {

/// "Harden SSH and close port 3001": a new drop-in of sshd, an edit of a long nginx file, a rule of ufw, two checks,
/// two reloads, three proofs.
Plan plan();
/// Every kind of step, with texts as long and hostile as a server may make them.
Plan hostilePlan();

/// The change made from plan(), in this phase; it returns by itself in 42 seconds where it is armed.
ApplyState change(ApplyState::Phase phase);
/// The same, over.
ApplyState ended(Outcome outcome);
/// Two of its files were edited in between.
ApplyState conflict();

} // namespace gw::sample

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/intents/planmaker.h"

namespace gw {

/// Refuses what would shut out whoever makes the change, and warns of what the facts cannot tell and of others who
/// would lose their way in. Where root gives up its own login, the new login is proven with the account that takes
/// over.
Result<void> refuseLockout(PlanMaker &maker);

} // namespace gw

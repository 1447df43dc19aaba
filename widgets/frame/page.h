// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gw {

/// The pages of the window.
enum class Page { FleetOverview, FleetReview, FleetHistory, Rollout, Server, AddServer, Settings };

} // namespace gw

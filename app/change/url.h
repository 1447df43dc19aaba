// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/outside.h"

namespace gw {

/// Asks for the URL once and looks at the status alone: the answer's body is not read, a redirection is not followed, a
/// certificate that does not hold is a failure. Bounded in time; any thread without an event loop of its own may call
/// it.
Observation tryUrl(const UrlProof &proof, std::stop_token stop);

} // namespace gw

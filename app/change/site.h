// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/outside.h"

namespace gw {

/// Asks the server at `address` for the URL once, as a browser would that name service had led there, and looks at the
/// status alone. The certificate must be the one that the proof names, or one that this computer trusts. Bounded in
/// time; any thread may call it.
Observation trySite(const SiteProof &proof, const QString &address, std::stop_token stop);

} // namespace gw

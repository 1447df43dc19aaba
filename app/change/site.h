// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/outside.h"

namespace gw {

/// Asks the server at `address` for the URL, as a browser would that name service had led there, in the way that the
/// proof names. The certificate must be the one of the proof, or one that this computer trusts. Bounded in time; any
/// thread may call it.
Observation trySite(const SiteProof &proof, const QString &address, std::stop_token stop);

} // namespace gw

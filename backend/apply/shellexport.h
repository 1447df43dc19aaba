// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/plan.h"

namespace gw {

/// The plan as a POSIX shell script for those who apply it by hand: the same guard, the same steps. It applies, waits
/// for "keep" from a second login and says so; without that the server returns by itself. Invalid for a plan with
/// secret contents: they have no place in a file.
Result<QByteArray> shellExportOf(const Plan &plan);

} // namespace gw

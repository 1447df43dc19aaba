// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/checkstate.h"

namespace gw::nginxcheck {

// What the module of a directive says of its arguments, and at the end of its block.

using Check = void (*)(State &, const Use &);

/// Null: nothing more is known than the table says.
Check checkOf(const DirectiveFacts &facts);

using Closing = void (*)(State &);
/// Null: nothing happens at the end of its block.
Closing closingOf(const DirectiveFacts &facts);

} // namespace gw::nginxcheck

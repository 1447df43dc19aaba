// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/checkstate.h"

namespace gw::nginxcheck {

// Blocks of entries: modules/ngx_http_{map,geo,split_clients,charset_filter}_module.c, `types` of
// ngx_http_core_module.c.

void openMap(State &state, const Use &use);
void openGeo(State &state, const Use &use);
void openSplitClients(State &state, const Use &use);
void closeSplitClients(State &state);
void openCharsetMap(State &state, const Use &use);

/// An entry of the block that is open.
void checkEntry(State &state, const Use &use);

} // namespace gw::nginxcheck

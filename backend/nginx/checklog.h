// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/checkstate.h"

namespace gw::nginxcheck {

// Logs: modules/ngx_http_log_module.c, src/core/ngx_log.c. Each returns after the first thing it refuses.

void checkAccessLog(State &state, const Use &use);
void checkLogFormat(State &state, const Use &use);
void checkErrorLog(State &state, const Use &use);

} // namespace gw::nginxcheck

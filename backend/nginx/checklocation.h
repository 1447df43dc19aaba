// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/checkstate.h"

namespace gw::nginxcheck {

// Locations and what stands in them: src/http/ngx_http_core_module.c, modules/ngx_http_rewrite_module.c,
// ngx_http_proxy_module.c, ngx_http_headers_filter_module.c. Each returns after the first thing it refuses.

void openLocation(State &state, const Use &use);
void openLimitExcept(State &state, const Use &use);
void openIf(State &state, const Use &use);

void checkRoot(State &state, const Use &use); ///< and alias
void checkReturn(State &state, const Use &use);
void checkRewrite(State &state, const Use &use);
void checkSet(State &state, const Use &use);
void checkErrorPage(State &state, const Use &use);
void checkTryFiles(State &state, const Use &use);
void checkAddHeader(State &state, const Use &use);
void checkExpires(State &state, const Use &use);
void checkKeepAlive(State &state, const Use &use);
void checkProxyPass(State &state, const Use &use);

/// At the end of http.
void checkLocations(State &state);

} // namespace gw::nginxcheck

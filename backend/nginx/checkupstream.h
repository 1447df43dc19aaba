// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/checkstate.h"

namespace gw::nginxcheck {

// Upstreams of http (src/http/ngx_http_upstream.c) and shared memory (ngx_shared_memory_add() in
// src/core/ngx_cycle.c). Each returns after the first thing it refuses.

void openUpstream(State &state, const Use &use);
void closeUpstream(State &state);
void checkUpstreamServer(State &state, const Use &use);
/// A URL may name an upstream; false where that was refused.
bool referToUpstream(State &state, const Use &use, const Url &url);

void checkLimitRequestZone(State &state, const Use &use);
void checkLimitConnectionZone(State &state, const Use &use);
void checkLimitRequest(State &state, const Use &use);
void checkLimitConnection(State &state, const Use &use);
void checkCachePath(State &state, const Use &use); ///< of proxy, fastcgi, uwsgi, scgi
void checkCache(State &state, const Use &use);
void checkSessionCache(State &state, const Use &use);

/// At the end of http: caches that nobody makes.
void checkCaches(State &state);
/// At the end of the configuration: zones without a size.
void checkZones(State &state);

} // namespace gw::nginxcheck

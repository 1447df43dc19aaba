// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/checkstate.h"

namespace gw::nginxcheck {

// Servers of http: src/http/ngx_http_core_module.c, ngx_http.c, modules/ngx_http_ssl_module.c. Each returns after the
// first thing it refuses, as nginx does.

void openServer(State &state, const Use &use);
/// Behind its last directive: without `listen` it has a port all the same.
void closeServer(State &state);
void checkListen(State &state, const Use &use);
void checkServerName(State &state, const Use &use);

/// At the end of http: keys of certificates, certificates of addresses, names that two servers of one address share.
void checkKeys(State &state);
void checkCertificates(State &state);
void checkServerNames(State &state);

} // namespace gw::nginxcheck

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ssh/transport.h"

namespace gw {

/// The default transport: libssh, one process for a thousand servers, no thread while idle. Jump hosts, host keys
/// and authentication are decided here, never by libssh itself (it fails open for @revoked keys).
Result<std::unique_ptr<Transport>> openLibssh(const Route &route, const Answers &answers, const ConnectOptions &options,
                                              std::stop_token stop);

} // namespace gw

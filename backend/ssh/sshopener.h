// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ssh/sshchain.h"
#include "backend/ssh/transport.h"

namespace gw {

struct OpenedChain {
    std::unique_ptr<SshChain> chain;
    ConnectionInfo info;
};

/// Goes from hop to hop: socket, key exchange, host key, authentication, and through to the next. Every error names the
/// hop it happened at.
Result<OpenedChain> openChain(const Route &route, const Answers &answers, const ConnectOptions &options,
                              std::stop_token stop);

} // namespace gw

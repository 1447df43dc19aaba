// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ssh/opensshmaster.h"
#include "backend/ssh/transport.h"

namespace gw {

/// Lets ssh connect and authenticate and stay as the master of `master`'s socket, answering its prompts from `answers`.
Result<ConnectionInfo> connectMaster(const OpenSshMaster &master, const Route &route, const Answers &answers,
                                     const ConnectOptions &options, std::stop_token stop);

} // namespace gw

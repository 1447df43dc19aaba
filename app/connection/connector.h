// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/server.h"
#include "backend/jobs/hostconnection.h"
#include "backend/ssh/route.h"

namespace gw {

/// How servers are reached: the real way, or a made-up one in tests. Both functions run on workers.
struct Connector {
    std::function<Result<Route>(const Server &, std::stop_token)> route;
    std::function<Result<OpenedShell>(const Server &, const Route &, const Answers &, const ShowNotice &,
                                      std::stop_token)>
        open;
};

/// ssh -G for the way, libssh or the system's ssh for the connection; this computer needs neither.
Connector realConnector();

} // namespace gw

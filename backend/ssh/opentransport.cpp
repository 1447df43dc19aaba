// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/libsshtransport.h"
#include "backend/ssh/opensshmaster.h"
#include "backend/ssh/opensshtransport.h"

#include <mutex>

namespace gw {

Result<std::unique_ptr<Transport>> openTransport(const Route &route, const Answers &answers,
                                                 const ConnectOptions &options, std::stop_token stop)
{
    Q_ASSERT(!route.hops.isEmpty());
    static std::once_flag swept;
    std::call_once(swept, endOrphanedMasters);
    return route.transport == TransportKind::OpenSsh ? OpenSshTransport::open(route, answers, options, stop)
                                                     : openLibssh(route, answers, options, stop);
}

} // namespace gw

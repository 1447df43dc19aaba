// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/login.h"
#include "backend/plan/portanswer.h"

#include <chrono>

namespace gw {

/// Opens a TCP connection to a port of the server, at the address that the connection uses, and closes it. Unclear
/// where nothing of the server can be seen from here (a jump host, a ProxyCommand, this computer itself). Takes at most
/// `patience`, which is how long silence is listened to; on any thread.
PortAnswer whetherAnswers(quint16 port, const Way &way, std::stop_token stop,
                          std::chrono::milliseconds patience = std::chrono::seconds(3));

} // namespace gw

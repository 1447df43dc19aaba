// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ssh/route.h"

namespace gw {

/// Which transport a way needs, and why in words.
struct TransportChoice {
    TransportKind kind = TransportKind::Libssh;
    QString reason;
};

/// libssh unless a hop needs what only OpenSSH can do. Looks at key files, known hosts and the ticket cache of this
/// computer.
TransportChoice chooseTransport(const QList<HopSettings> &hops);

/// Refuses a way that somebody chose libssh for and that it could only go by leaving out what is configured.
Result<void> checkForLibssh(const QList<HopSettings> &hops);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/intent.h"

namespace gw {

/// A name for the user of a service, that no account has which somebody logs in with: "jupyter" for "jupyter.service".
QString userForService(const Facts &facts, const QString &service);

/// A user of its own for whatever listens there; empty: it is started by something that cannot be told so, or from a
/// home directory, where its user could not read it.
QList<Intent> confining(const Facts &facts, const Listener &listener);

/// The same, where its command says that it listens everywhere, for the sockets that "3001/tcp" names.
QList<Intent> confiningToLoopback(const Facts &facts, const QString &port);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/survey/facts.h"

namespace gw {

/// The script or module that an interpreter runs: "gui.py", "http.server"; empty: the process is no interpreter. What
/// runs says more of a service than that it is Python.
QString scriptOf(const Listener &listener);

/// WebUIs of models are started by scripts of all kinds of names, but hardly anybody changes their port: what such a
/// port of a Python program is; Other: nothing that is known.
AiService::Kind webUiOf(const Listener &listener);

/// The unit where it is the service's own; empty where it only started it, with much else: cron, a login, a supervisor,
/// the engine of a container.
UntrustedText ownUnitOf(const Listener &listener);

} // namespace gw

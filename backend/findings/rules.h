// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/check.h"

// One rule, one file: backend/findings/<topic>/<name>.cpp defines what is declared here; rules.cpp lists it.

namespace gw::ai {
extern const Rule jupyterNoPassword;
}

namespace gw::certificates {
extern const Rule expiring;
extern const Rule noRenewal;
extern const Rule postHook;
} // namespace gw::certificates

namespace gw::exposure {
extern const Rule noFirewall;
extern const Rule openPort;
} // namespace gw::exposure

namespace gw::reviewing {
extern const Rule acceptUnknownRule;
extern const Rule acceptWithoutEffect;
extern const Rule acceptWithoutReason;
} // namespace gw::reviewing

namespace gw::services {
extern const Rule failedUnit;
extern const Rule fail2banDead;
extern const Rule fail2banMissing;
extern const Rule listensOnAllAddresses;
extern const Rule runsAsRoot;
extern const Rule supervisorRoot;
} // namespace gw::services

namespace gw::system {
extern const Rule clockNotSynchronised;
extern const Rule packageListsOld;
extern const Rule rebootRequired;
extern const Rule securityUpdates;
} // namespace gw::system

namespace gw::users {
extern const Rule emptyPassword;
extern const Rule secondRoot;
extern const Rule sudoWithoutPassword;
} // namespace gw::users

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/plan.h"

namespace gw {

RemotePath mainSshdFile();

/// Whether the port of ssh may stand in this file: sshd_config, its drop-ins, an override of ssh.socket.
bool namesSshPorts(const RemotePath &path);

/// The port to try when `plan` has been applied to these files; 0: it is the same as now.
quint16 sshPortAfter(const Plan &plan, const FileStates &files);

} // namespace gw

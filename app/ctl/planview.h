// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/apply/apply.h"

namespace gw::ctl {

/// For a terminal: the steps in order with their reasons, commands and ways back, the diff of each file, what restarts,
/// what will be proven. Nothing that runs as root is left out; contents of secret files are.
QString previewText(const Plan &plan, const QString &serverName);

/// The three-way difference, file by file: from what the plan saw to what is there now, and to what the plan wants.
/// Contents of secret files are left out.
QString conflictText(const Plan &plan, const QList<FileConflict> &conflicts);

/// One change of the journal with its files, steps and proofs.
QString changeText(const ChangeRecord &record);

} // namespace gw::ctl

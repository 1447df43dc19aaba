// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/apply/apply.h"

namespace gw::ctl {

/// For a terminal: the steps in order with their reasons and commands, the diff of each file, what restarts, what will
/// be proven, what the way back is. Contents of secret files are left out.
QString previewText(const Plan &plan, const QString &serverName);

/// The difference between what a plan saw and what is there now, file by file.
QString conflictText(const QList<FileConflict> &conflicts);

/// One change of the journal with its files, steps and proofs.
QString changeText(const ChangeRecord &record);

} // namespace gw::ctl

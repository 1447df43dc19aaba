// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"

namespace gw {

/// The files that undoPlan() wants to see as they are now.
QList<RemotePath> filesForUndo(const ChangeRecord &record, const QList<RemotePath> &only = {});

/// A plan that takes a kept change back; `record` is whole (Store::change()), `now` holds what filesForUndo() asked
/// for. A file that nobody changed since gets its old bytes, mode and owner; later edits elsewhere in the file stay
/// (three-way merge). Refused (Kind::Invalid), naming file and line, where a later edit is in the way; and when nothing
/// is left to take back. Commands are taken back by their undo lines, the same services are reloaded, started units
/// stopped. What is not taken back stands in the warnings: packages, commands without an undo line, the old content of
/// secret files, which the journal never had.
/// `only`: these files and nothing else.
Result<Plan> undoPlan(const ChangeRecord &record, const FileStates &now, const QList<RemotePath> &only = {});

} // namespace gw

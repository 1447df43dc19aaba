// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"

namespace gw {

/// The files that a plan writes, removes or links, before and after it.
QList<FileRecord> filesOf(const Plan &plan);
QList<RemotePath> pathsOf(const QList<FileRecord> &files);

/// What the files say about a change whose end nobody has heard.
enum class FilesSay { Before, After, Unclear };
/// Unclear also where no file could tell.
FilesSay whatFilesSay(const QList<FileRecord> &files, const FileStates &now);

} // namespace gw

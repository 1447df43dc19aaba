// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"

namespace gw {

/// How one file of a change goes back.
struct FileUndo {
    std::optional<Change> change = {}; ///< nothing: it is back already, or cannot go back
    QString remark = {};               ///< what stays, and why: translated, safe to show
    QString conflict = {};             ///< why it cannot go back: a later edit, with its line
    bool merged = false;               ///< later edits stay beside the old text
};
FileUndo undoOf(const FileRecord &file, const FileState &now);

} // namespace gw

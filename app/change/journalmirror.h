// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/store.h"

namespace gw {

/// Whether the person wants the journal as a git repository too, and where. Empty: not.
Result<QString> mirrorFolder(const Store &store);
Result<void> setMirrorFolder(Store &store, const QString &folder);
/// Beside the store: "journal.git".
QString usualMirrorFolder(const QString &storePath);

/// Commits the kept changes that are not in the repository yet, oldest first, if the person wants a mirror: the one
/// that was just kept, and those that an earlier failure left out.
Result<void> mirrorKept(const Store &store);

} // namespace gw

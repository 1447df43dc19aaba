// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/drift.h"

namespace gw {

/// What differs between the last two surveys of a server.
struct Drift {
    QDateTime since = {};          ///< of the earlier survey; invalid: there is only one
    QList<DriftItem> changes = {}; ///< as driftBetween() orders them
    friend bool operator==(const Drift &, const Drift &) = default;
};

/// What checking the chain of the journal found.
struct JournalState {
    qint64 entries = 0;
    std::optional<qint64> brokenAt = {}; ///< the first entry that is not as it was written
    QString detail = {};                 ///< what is wrong with it, safe to show
    friend bool operator==(const JournalState &, const JournalState &) = default;
};

} // namespace gw

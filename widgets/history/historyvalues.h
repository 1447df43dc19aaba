// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/untrustedtext.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>

namespace gw {

/// Something that is not as the survey before saw it.
struct OutsideChange {
    QString subject;                        ///< "Listening socket 0.0.0.0:3001/tcp", translated, safe to show
    UntrustedText before;                   ///< empty: it was not there
    UntrustedText after;                    ///< empty: it is gone
    std::optional<qint64> explainedBy = {}; ///< the change of the journal that did it; nothing: not Gatewright
    friend bool operator==(const OutsideChange &, const OutsideChange &) = default;
};

/// What differs between the last two surveys of a server.
struct Drift {
    QDateTime since = {}; ///< of the earlier survey; invalid: there is only one
    QList<OutsideChange> changes = {};
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

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/store.h"

#include <functional>

namespace gw {

/// The journal as changes need it; any thread may call it.
struct ChangeJournal {
    /// Its number.
    std::function<Result<qint64>(const ChangeRecord &)> append;
    /// The last state of a transaction, whole; nothing: it is not known here.
    std::function<Result<std::optional<ChangeRecord>>(const QString &transaction)> find;
    /// The transactions of a server whose end is not written yet.
    std::function<Result<QStringList>(const HostId &)> open;
};

/// The one of the store at this path.
ChangeJournal journalIn(const QString &storePath);
/// Nothing is kept on this computer: the person wants it so.
ChangeJournal noJournal();

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/changejournal.h"

#include "app/change/journalmirror.h"

namespace gw {

ChangeJournal journalIn(const QString &storePath)
{
    // A Store belongs to its thread, and opening one takes about a millisecond.
    ChangeJournal journal;
    journal.append = [storePath](const ChangeRecord &record) -> Result<qint64> {
        const auto store = GW_TRY(Store::open(storePath));
        const qint64 number = GW_TRY(store->append(record));
        if (record.outcome == Outcome::Kept)
            GW_TRY(mirrorKept(*store));
        return number;
    };
    journal.find = [storePath](const QString &transaction) -> Result<std::optional<ChangeRecord>> {
        return GW_TRY(Store::open(storePath))->changeOf(transaction);
    };
    journal.open = [storePath](const HostId &host) -> Result<QStringList> {
        QStringList open;
        const HistoryFilter filter{host, {}, Outcome::Open};
        for (const ChangeRecord &record : GW_TRY(GW_TRY(Store::open(storePath))->history(filter)))
            open += record.transaction;
        return open;
    };
    return journal;
}

ChangeJournal noJournal()
{
    return {[](const ChangeRecord &) -> Result<qint64> { return 0; },
            [](const QString &) -> Result<std::optional<ChangeRecord>> { return std::optional<ChangeRecord>(); },
            [](const HostId &) -> Result<QStringList> { return QStringList(); }};
}

} // namespace gw

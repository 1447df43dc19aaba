// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/recovery.h"

namespace gw {
namespace {

constexpr std::chrono::minutes longestBeginning{15}; // "begin" has ten, and a slow line before it

/// Another window or terminal of this person may be about to begin it: the server does not list it yet.
bool isPerhapsBeginning(const ChangeRecord &record)
{
    return record.steps.isEmpty() && record.detail.isEmpty() &&
           record.at.addDuration(longestBeginning) > QDateTime::currentDateTimeUtc();
}

const OpenChange *findIn(const QList<OpenChange> &open, const QString &transaction)
{
    const auto it = std::find_if(open.begin(), open.end(),
                                 [&](const OpenChange &change) { return change.transaction == transaction; });
    return it == open.end() ? nullptr : &*it;
}

} // namespace

Result<Recovered> recover(const Contact &contact, const ChangeRequest &request, const ChangeJournal &journal,
                          std::stop_token stop)
{
    const QList<OpenChange> open = GW_TRY(contact.guard.openChanges(contact.shell, contact.elevation, stop));
    Recovered recovered;
    const QStringList unfinished = GW_TRY(journal.open(request.server.id));
    for (const OpenChange &change : open) {
        const std::optional<ChangeRecord> known = GW_TRY(journal.find(change.transaction));
        if (change.state == OpenChange::State::Armed)
            recovered.waiting += {change, known};
        else if (change.state == OpenChange::State::CameBack && known && known->outcome != Outcome::Open)
            GW_TRY(contact.guard.forget(contact.shell, contact.elevation, change.transaction, stop));
    }
    for (const QString &transaction : unfinished) {
        const OpenChange *change = findIn(open, transaction);
        if (change && change->state != OpenChange::State::CameBack)
            continue;
        const std::optional<ChangeRecord> known = GW_TRY(journal.find(transaction));
        if (!change && known && isPerhapsBeginning(*known))
            continue;
        OpenChange gone;
        gone.transaction = transaction;
        ChangeRun run = ChangeRun::resumed(request, journal, change ? *change : gone, known);
        const ChangeState state = GW_TRY(run.lookAgain(contact, open, stop));
        if (const auto *ended = std::get_if<ChangeEnded>(&state))
            recovered.ended += ended->record;
    }
    return recovered;
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/planning.h"

#include "backend/plan/undo.h"

namespace gw {
namespace {

Result<FileStates> readFor(const Contact &contact, const QList<RemotePath> &paths, std::stop_token stop)
{
    if (paths.isEmpty())
        return FileStates();
    return contact.guard.readFiles(contact.shell, paths, contact.elevation, stop);
}

} // namespace

Result<Plan> makePlan(const Contact &contact, const HostId &host, const Facts &facts, const QList<Intent> &intents,
                      std::stop_token stop)
{
    return planFor(host, facts, GW_TRY(readFor(contact, filesFor(facts, intents), stop)), intents);
}

Result<Plan> makeUndoPlan(const Contact &contact, const ChangeRecord &record, const QList<RemotePath> &only,
                          std::stop_token stop)
{
    return undoPlan(record, GW_TRY(readFor(contact, filesForUndo(record, only), stop)), only);
}

} // namespace gw

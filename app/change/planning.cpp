// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/planning.h"

#include "backend/plan/confinement.h"
#include "backend/plan/undo.h"
#include "backend/survey/protection.h"

namespace gw {
namespace {

Result<FileStates> readFor(const Contact &contact, const QList<RemotePath> &paths, std::stop_token stop)
{
    if (paths.isEmpty())
        return FileStates();
    return contact.guard.readFiles(contact.shell, paths, contact.elevation, stop);
}

/// What systemd says about the units that the plan confines, before it is shown. A plan is as good without.
Result<void> askHowConfined(const Contact &contact, const Facts &facts, const FileStates &files, Plan &plan,
                            std::stop_token stop)
{
    for (const ConfinedUnit &confined : confinedUnits(plan, facts, files)) {
        const auto said = askOutlook(contact.shell, contact.elevation, confined.unit, confined.text, stop);
        if (said)
            foretell(plan, {confined.unit, said->now, said->then});
        else if (said.error().kind == Error::Kind::Cancelled)
            return said.error();
    }
    return {};
}

} // namespace

Result<Plan> makePlan(const Contact &contact, const HostId &host, const Facts &facts, const QList<Intent> &intents,
                      std::stop_token stop)
{
    const FileStates files = GW_TRY(readFor(contact, filesFor(facts, intents), stop));
    Plan plan = GW_TRY(planFor(host, facts, files, intents));
    GW_TRY(askHowConfined(contact, facts, files, plan, stop));
    return plan;
}

Result<Plan> makeUndoPlan(const Contact &contact, const ChangeRecord &record, const QList<RemotePath> &only,
                          std::stop_token stop)
{
    return undoPlan(record, GW_TRY(readFor(contact, filesForUndo(record, only), stop)), only);
}

} // namespace gw

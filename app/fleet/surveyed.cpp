// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/surveyed.h"

namespace gw {

Surveyed surveyedFrom(const Server &server, const SurveyAnswer &answer, const std::optional<SurveyAnswer> &before,
                      const QList<AcceptedRisk> &accepted)
{
    Surveyed surveyed;
    const auto facts = std::make_shared<const Facts>(factsFrom(answer));
    surveyed.facts = facts;
    surveyed.review = std::make_shared<const Review>(review(*facts, accepted));
    surveyed.exposures = std::make_shared<const Known<QList<Exposure>>>(exposures(*facts));
    if (before) {
        surveyed.changesSince = before->takenAt;
        surveyed.changes = changesBetween(factsFrom(*before), *facts);
    }
    surveyed.summary = summaryOf(server, Offline{}, surveyed.facts.get(), surveyed.review.get());
    return surveyed;
}

Result<std::optional<Surveyed>> loadSurveyed(const Server &server, Store &store)
{
    const QList<SnapshotInfo> kept = GW_TRY(store.snapshots(server.id));
    if (kept.isEmpty())
        return std::optional<Surveyed>();
    const SurveyAnswer newest = GW_TRY(store.snapshot(kept.first().id));
    std::optional<SurveyAnswer> before;
    if (kept.size() > 1)
        before = GW_TRY(store.snapshot(kept.at(1).id));
    return std::optional<Surveyed>(surveyedFrom(server, newest, before, GW_TRY(store.acceptedRisks(server.id))));
}

} // namespace gw

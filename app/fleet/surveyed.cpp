// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/surveyed.h"

#include "backend/findings/remedy.h"

namespace gw {
namespace {

Fixes fixesOf(const Facts &facts, const Review &review)
{
    Fixes fixes;
    Remedies remedies(facts);
    for (const Finding &finding : review.findings) {
        if (!finding.fixable)
            continue;
        QStringList &lines = fixes[FindingKey(finding).text()];
        for (const Intent &intent : remedies.of({finding}))
            lines += titleOf(intent);
    }
    return fixes;
}

} // namespace

Surveyed surveyedFrom(const Server &server, const SurveyAnswer &answer, const std::optional<SurveyAnswer> &before,
                      const QList<AcceptedRisk> &accepted, const QList<ChangeRecord> &keptBetween)
{
    Surveyed surveyed;
    const auto facts = std::make_shared<const Facts>(factsFrom(answer));
    surveyed.facts = facts;
    surveyed.review = std::make_shared<const Review>(review(*facts, accepted));
    surveyed.fixes = std::make_shared<const Fixes>(fixesOf(*facts, *surveyed.review));
    surveyed.exposures = std::make_shared<const Known<QList<Exposure>>>(exposures(*facts));
    if (before) {
        surveyed.changesSince = before->takenAt;
        surveyed.drift = driftBetween(factsFrom(*before), *facts, keptBetween);
        for (const DriftItem &item : std::as_const(surveyed.drift))
            surveyed.changes += item.change;
    }
    surveyed.summary = summaryOf(server, Offline{}, surveyed.facts.get(), surveyed.review.get());
    return surveyed;
}

Result<QList<ChangeRecord>> keptSince(const QDateTime &when, const HostId &id, Store &store)
{
    QList<ChangeRecord> kept;
    for (const ChangeRecord &change : GW_TRY(store.history({id, when, Outcome::Kept})))
        kept.prepend(GW_TRY(store.change(change.number)));
    return kept;
}

Result<std::optional<Surveyed>> loadSurveyed(const Server &server, Store &store)
{
    const QList<SnapshotInfo> kept = GW_TRY(store.snapshots(server.id));
    if (kept.isEmpty())
        return std::optional<Surveyed>();
    const SurveyAnswer newest = GW_TRY(store.snapshot(kept.first().id));
    std::optional<SurveyAnswer> before;
    QList<ChangeRecord> changes;
    if (kept.size() > 1) {
        before = GW_TRY(store.snapshot(kept.at(1).id));
        changes = GW_TRY(keptSince(before->takenAt, server.id, store));
    }
    return std::optional<Surveyed>(
        surveyedFrom(server, newest, before, GW_TRY(store.acceptedRisks(server.id)), changes));
}

} // namespace gw

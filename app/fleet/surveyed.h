// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/storage.h"
#include "backend/findings/review.h"
#include "backend/plan/drift.h"
#include "widgets/parts/serversummary.h"
#include "widgets/plan/plandraft.h"

namespace gw {

/// Everything that follows from one survey, made on a worker.
struct Surveyed {
    std::shared_ptr<const SurveyAnswer> answer; ///< only of a server that is not in the list yet: else the store has it
    std::shared_ptr<const Facts> facts;
    std::shared_ptr<const Review> review;
    std::shared_ptr<const Known<QList<Exposure>>> exposures;
    QDateTime changesSince; ///< of the survey before; invalid: there is none
    QList<FactChange> changes;
    QList<DriftItem> drift;             ///< the same, with the change of the journal that explains each
    std::shared_ptr<const Fixes> fixes; ///< what is to be done about each finding that can be mended
    std::optional<Error> notKept;       ///< why the store did not take the survey
    std::optional<Error> rootRefused;   ///< why this is a survey without root although a root password was given
    ServerSummary summary;              ///< of the server as it was then; its connection is filled in by Session
};

/// Facts, review, changes and summary of `answer`. `before`: the survey it is compared with; `keptBetween`: see
/// driftBetween().
Surveyed surveyedFrom(const Server &server, const SurveyAnswer &answer, const std::optional<SurveyAnswer> &before,
                      const QList<AcceptedRisk> &accepted, const QList<ChangeRecord> &keptBetween = {});

/// The changes that were kept since `when`, oldest first and whole: what explains a difference between two surveys.
Result<QList<ChangeRecord>> keptSince(const QDateTime &when, const HostId &id, Store &store);

/// The newest kept survey, if there is one.
Result<std::optional<Surveyed>> loadSurveyed(const Server &server, Store &store);

} // namespace gw

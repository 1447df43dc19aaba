// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/storage.h"
#include "backend/findings/review.h"
#include "widgets/parts/serversummary.h"

namespace gw {

/// Everything that follows from one survey, made on a worker.
struct Surveyed {
    std::shared_ptr<const SurveyAnswer> answer; ///< only of a server that is not in the list yet: else the store has it
    std::shared_ptr<const Facts> facts;
    std::shared_ptr<const Review> review;
    std::shared_ptr<const Known<QList<Exposure>>> exposures;
    QDateTime changesSince; ///< of the survey before; invalid: there is none
    QList<FactChange> changes;
    std::optional<Error> notKept;     ///< why the store did not take the survey
    std::optional<Error> rootRefused; ///< why this is a survey without root although a root password was given
    ServerSummary summary;            ///< of the server as it was then; its connection is filled in by Session
};

/// Facts, review, changes and summary of `answer`. `before`: the survey it is compared with.
Surveyed surveyedFrom(const Server &server, const SurveyAnswer &answer, const std::optional<SurveyAnswer> &before,
                      const QList<AcceptedRisk> &accepted);

/// The newest kept survey, if there is one.
Result<std::optional<Surveyed>> loadSurveyed(const Server &server, Store &store);

} // namespace gw

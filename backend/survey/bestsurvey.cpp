// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/bestsurvey.h"

namespace gw {

Result<BestSurvey> bestSurvey(Shell &shell, const Elevation &elevation, std::stop_token stop,
                              const std::function<void(const SurveyProgress &)> &progress)
{
    auto first = survey(shell, elevation, stop, progress);
    if (first)
        return BestSurvey{std::move(first).value(), {}};
    if (first.error().kind != Error::Kind::Refused || elevation == Elevation{})
        return std::move(first).error();
    return BestSurvey{GW_TRY(survey(shell, {}, stop, progress)), std::move(first).error()};
}

} // namespace gw

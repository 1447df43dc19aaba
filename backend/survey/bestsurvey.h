// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/survey/survey.h"

namespace gw {

/// Everything readable: without root where root was refused.
struct BestSurvey {
    SurveyAnswer answer;
    std::optional<Error> rootRefused; ///< why the root password of the elevation did not do it
};

/// survey(); if the root password is refused, once more without it. The password is never sent a second time.
Result<BestSurvey> bestSurvey(Shell &shell, const Elevation &elevation, std::stop_token stop,
                              const std::function<void(const SurveyProgress &)> &progress = {});

} // namespace gw

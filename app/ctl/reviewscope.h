// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"

#include <QCommandLineParser>

namespace gw::ctl {

// What of a review is asked for: --profile, --only and --option.

void describeScope(QCommandLineParser &parser);
/// Refused: what no profile, rule or option is.
Result<ReviewScope> scopeIn(const QCommandLineParser &parser);

} // namespace gw::ctl

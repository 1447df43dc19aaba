// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/finding.h"
#include "backend/plan/intent.h"

namespace gw {

/// What would come of a wish to publish, told from the survey alone: nothing is asked of the server. The plan itself
/// reads its files once more.
struct PublishPreview {
    QList<PublishProblem> problems;
    QList<PublishFile> files; ///< the one of the site first; empty while there is an error. Secret ones have no text
    std::optional<Plan> plan; ///< without secrets; nothing: the survey does not tell
    QList<Finding> findings;  ///< of the files that are written
    friend bool operator==(const PublishPreview &, const PublishPreview &) = default;

    bool hasError() const;
};

/// Pure. Reads the whole configuration of nginx: nothing for the window's thread.
PublishPreview publishPreview(const Facts &facts, const Publish &wish);

} // namespace gw

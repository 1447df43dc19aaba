// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/plan.h"
#include "widgets/parts/findingkey.h"

namespace gw {

/// What a person has gathered for one server in its review, and the plan that came out of it.
struct PlanDraft {
    struct BeingMade {
        friend bool operator==(const BeingMade &, const BeingMade &) = default;
    };
    QList<FindingKey> findings;
    std::variant<std::monostate, BeingMade, Plan, Error> plan; ///< monostate: nothing was gathered
    friend bool operator==(const PlanDraft &, const PlanDraft &) = default;
};

/// What is to be done about a finding, for its "Fix" box: one line for each setting or command, in the order of
/// planFor(): "PermitRootLogin prohibit-password". By FindingKey::text().
using Fixes = QHash<QString, QStringList>;

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"
#include "backend/survey/survey.h"

namespace gw {

/// One thing of a server that is not as it was.
struct DriftItem {
    FactChange change;
    std::optional<qint64> explainedBy = {}; ///< the number of the kept change that did it; nothing: not Gatewright
    /// What explains it is proven: the file is byte for byte what that change left. Otherwise it only fits: the survey
    /// masks secrets of that file, or it follows from the change (a service that was restarted, a setting of sshd, a
    /// rule of the firewall) and others could have done the same.
    bool proven = true;
    friend bool operator==(const DriftItem &, const DriftItem &) = default;
};

/// What differs between two surveys, and which of it kept changes explain. `keptBetween` are those that were kept
/// between the two, oldest first and whole (Store::change()). A file that somebody edited after a kept change is
/// compared with what that change left; so is one that was put back to what the first survey saw. What nobody explains
/// comes first.
QList<DriftItem> driftBetween(const Facts &before, const Facts &now, const QList<ChangeRecord> &keptBetween);

} // namespace gw

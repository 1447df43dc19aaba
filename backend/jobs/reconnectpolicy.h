// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/error.h"

#include <QDateTime>
#include <chrono>
#include <functional>

namespace gw {

/// When a lost connection is tried again by itself. Pauses double, each is drawn from 0 to its full length ("full
/// jitter"): servers that were lost together do not come back together.
struct ReconnectPolicy {
    std::chrono::milliseconds firstPause{1'000};
    std::chrono::milliseconds longestPause{60'000};
    int failuresUntilBroken = 6;                       ///< in a row; then only the person tries again
    std::chrono::milliseconds livenessInterval{5'000}; ///< how often an idle connection is looked at
    std::function<double()> random;                    ///< 0 ≤ x < 1; empty: a random one
    std::function<QDateTime()> now;                    ///< empty: the computer's clock

    /// Before the attempt that follows `failures` failed ones.
    std::chrono::milliseconds pauseAfter(int failures) const;
    QDateTime currentTime() const;

    /// A refused login is never repeated by itself (it locks accounts and bans addresses), nor is a host key that is
    /// wrong.
    static bool mayHeal(Error::Kind kind);
};

} // namespace gw

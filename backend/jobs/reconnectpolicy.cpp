// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/jobs/reconnectpolicy.h"

#include <QRandomGenerator>
#include <algorithm>

namespace gw {

std::chrono::milliseconds ReconnectPolicy::pauseAfter(int failures) const
{
    const int doublings = std::clamp(failures, 0, 20); // more would overflow, and be longer than any longestPause
    const auto longest = std::min(longestPause, firstPause * (1 << doublings));
    const double part = random ? random() : QRandomGenerator::global()->generateDouble();
    return std::chrono::milliseconds(qint64(double(longest.count()) * part));
}

QDateTime ReconnectPolicy::currentTime() const
{
    return now ? now() : QDateTime::currentDateTimeUtc();
}

bool ReconnectPolicy::mayHeal(Error::Kind kind)
{
    return kind == Error::Kind::Unreachable || kind == Error::Kind::TimedOut || kind == Error::Kind::Protocol;
}

} // namespace gw

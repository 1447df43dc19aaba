// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>

namespace gw {

/// Ends the poll() of the thread it belongs to, from any other thread. One per thread and not one per connection:
/// a thousand idle sessions cost no descriptor for it.
class WakeUp {
public:
    static WakeUp &ofThisThread();
    WakeUp(const WakeUp &) = delete;
    WakeUp &operator=(const WakeUp &) = delete;

    void signal() const noexcept;
    void drain() const;
    int descriptor() const { return m_ends[0]; }

private:
    WakeUp();
    ~WakeUp();
    std::array<int, 2> m_ends{-1, -1};
};

using Clock = std::chrono::steady_clock;

/// What poll() takes: rounded up, so that nobody spins through the last millisecond.
int pollTimeout(Clock::time_point until);

} // namespace gw

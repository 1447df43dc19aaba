// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/wakeup.h"

#include <algorithm>
#include <sys/socket.h>
#include <unistd.h>

namespace gw {

WakeUp &WakeUp::ofThisThread()
{
    thread_local WakeUp wakeUp;
    return wakeUp;
}

WakeUp::WakeUp()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, m_ends.data()) != 0)
        m_ends = {-1, -1}; // poll ignores -1; pollTimeout() bounds how late a signal is seen then
}

WakeUp::~WakeUp()
{
    for (const int end : m_ends)
        if (end >= 0)
            ::close(end);
}

void WakeUp::signal() const noexcept
{
    (void)!::write(m_ends[1], "", 1); // a full buffer is a signal too
}

void WakeUp::drain() const
{
    std::array<char, 64> bytes;
    while (::read(m_ends[0], bytes.data(), bytes.size()) > 0) {
    }
}

int pollTimeout(Clock::time_point until)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    return int(std::clamp<decltype(left)>(left, 0, 1'000));
}

} // namespace gw

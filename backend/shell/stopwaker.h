// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <sys/socket.h>
#include <unistd.h>

namespace gw {

/// Makes a stop request visible to poll(): descriptor() becomes readable when it comes (-1, which poll ignores,
/// if no descriptor was to be had; the loop then notices the stop at its next turn).
class StopWaker {
public:
    explicit StopWaker(std::stop_token stop) : m_callback(std::move(stop), Wake{m_ends[1]}) {}
    ~StopWaker()
    {
        for (const int end : {m_ends.descriptors[0], m_ends.descriptors[1]})
            if (end >= 0)
                ::close(end);
    }
    StopWaker(const StopWaker &) = delete;
    StopWaker &operator=(const StopWaker &) = delete;

    int descriptor() const { return m_ends.descriptors[0]; }

private:
    struct Ends {
        int descriptors[2] = {-1, -1};
        Ends()
        {
            if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, descriptors) != 0)
                descriptors[0] = descriptors[1] = -1;
        }
        int operator[](int index) const { return descriptors[index]; }
    };
    struct Wake {
        int end;
        void operator()() const noexcept { (void)!::write(end, "", 1); }
    };
    Ends m_ends;
    std::stop_callback<Wake> m_callback; // last: its destructor waits for a running Wake before the ends close
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ssh/sshsession.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <vector>

namespace gw {

/// The way through one jump host: a channel of its session on one side, the socket of the next session on the other.
/// Not ssh_connector, which stalls and loses the end of the stream.
class SshForward {
public:
    explicit SshForward(SshSession &over);
    ~SshForward();

    SshChannel &channel() { return *m_channel; }
    bool isValid() const { return m_channel && m_ours; }
    /// The socket for the next session.
    Descriptor takeOtherEnd() { return std::move(m_theirs); }

    int descriptor() const { return m_ours.number(); }
    short pollEvents() const;
    /// Moves what can be moved; true if anything was.
    bool pump();
    /// Bytes that the next session has not taken yet.
    qsizetype held() const { return m_inbound.size(); }

private:
    bool pumpIn();
    bool pumpOut();
    void readOurs();

    SshSession &m_session;
    std::unique_ptr<SshChannel> m_channel;
    Descriptor m_ours;
    Descriptor m_theirs;
    QByteArray m_inbound;
    QByteArray
        m_outbound; ///< read from the next session, not taken yet: libssh takes nothing during a new key exchange
    bool m_ended = false;
};

/// The sessions of one connection, jump hosts first, and the one wait loop over them. One mutex guards all of libssh
/// here; it is never held while waiting. Of several threads one polls for all, the others wait for what it finds; an
/// idle connection has no thread at all.
class SshChain {
public:
    explicit SshChain(qint64 limit) : m_limit(limit) {}
    ~SshChain();

    /// For those that prepare a session, under no contention: while connecting there is one thread only.
    SshSession &add(std::unique_ptr<SshSession> session, QString label);
    SshForward &addForward(std::unique_ptr<SshForward> forward);
    SshSession &last() { return *m_links.back().session; }
    bool isEmpty() const { return m_links.empty(); }

    /// Runs `step` under the lock, again after every event, until it returns true. Otherwise says why not: a stop, the
    /// deadline. Errors leave `tried` to the caller.
    std::optional<Error> until(const std::function<bool()> &step, Clock::time_point deadline, std::stop_token stop);

    /// Why a wait ended without its result.
    struct Failure {
        Error error;
        bool isSilent = false; ///< not the thing waited for is late: a hop does not answer at all; the error names it
    };
    /// The same; half-way it asks every hop for a sign of life.
    std::optional<Failure> patiently(const std::function<bool()> &step, Clock::time_point deadline,
                                     std::stop_token stop);

    /// Something done once under the lock.
    template <typename Action>
    auto locked(Action action)
    {
        const std::lock_guard lock(m_mutex);
        return action();
    }

    /// Why the connection is gone; nothing while it is there.
    std::optional<Error> failure() const;
    /// Whether the jump hosts are fine and only the last session is gone.
    bool isLastOnlyBroken() const;
    /// Handles what has arrived, without waiting.
    void handlePending();
    /// Ends the connection; what still uses it fails.
    void shutDown();

private:
    struct Link {
        std::unique_ptr<SshSession> session;
        QString label;
        std::unique_ptr<SshForward> forward; ///< to the next link
    };
    void wait(std::unique_lock<std::mutex> &lock, Clock::time_point deadline, std::stop_token stop);
    void pump();
    void announce();
    void probe();
    /// The first hop that gave no sign since then: its label.
    QString silentHop(Clock::time_point since) const;
    quint64 received() const;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::vector<Link> m_links;
    const WakeUp *m_poller = nullptr; ///< of the thread that polls now
    quint64 m_turns = 0;
    quint64 m_announced = 0; ///< bytes received when the waiting threads were last told
    qint64 m_limit;
};

} // namespace gw

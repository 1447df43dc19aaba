// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"
#include "backend/shell/descriptor.h"
#include "backend/ssh/wakeup.h"

#include <QByteArray>
#include <QList>
#include <mutex>
#include <stop_token>
#include <thread>

namespace gw {

/// A key that an agent holds.
struct AgentKey {
    QByteArray blob;
    QString comment;
    friend bool operator==(const AgentKey &, const AgentKey &) = default;
};

/// Talks to one ssh-agent (draft-miller-ssh-agent). Every wait ends at the deadline or at a stop: an agent that waits
/// for a finger on a key would otherwise hold the connection for ever.
class AgentClient {
public:
    static Result<AgentClient> open(const QString &socketPath, Clock::time_point deadline, std::stop_token stop);
    Result<QList<AgentKey>> keys();
    /// One message there, one back, both without their length.
    Result<QByteArray> ask(const QByteArray &message);

private:
    AgentClient() = default;
    bool transfer(char *bytes, qsizetype size, short direction);

    Descriptor m_socket;
    Clock::time_point m_deadline;
    std::stop_token m_stop;
};

/// Stands between libssh and the agent: libssh would offer every key of the agent, here it sees the chosen ones only.
/// Lives for one authentication, on its own thread, since libssh waits for the agent without end.
class AgentRelay {
public:
    AgentRelay(AgentClient client, QList<AgentKey> chosen);
    ~AgentRelay();

    /// The end for libssh, which closes it; -1 if there is none.
    int takeLibsshEnd() { return m_theirs.release(); }
    /// The key that was last used to sign: the one the server accepted.
    QString signedBy() const;

private:
    void serve();
    QByteArray answerTo(const QByteArray &message);

    AgentClient m_client;
    const QList<AgentKey> m_chosen;
    Descriptor m_ours;
    Descriptor m_theirs;
    mutable std::mutex m_mutex;
    QString m_signedBy;
    std::thread m_thread;
};

} // namespace gw

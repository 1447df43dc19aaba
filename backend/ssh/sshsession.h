// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"
#include "backend/shell/descriptor.h"
#include "backend/ssh/hostkey.h"
#include "backend/ssh/wakeup.h"

#include <QString>
#include <functional>
#include <libssh/callbacks.h>
#include <libssh/libssh.h>
#include <list>
#include <memory>
#include <optional>

namespace gw {

class SshChannel;

/// One libssh session on a connected socket, never blocking. libssh decides nothing here: no configuration file, no
/// known hosts, no name lookup, no command is left to it. Not thread-safe; SshChain guards it.
class SshSession {
public:
    static constexpr unsigned int smallestRsaKey = 2048; ///< of servers and of the person
    struct Settings {
        QString user;
        QByteArray hostKeyAlgorithms;
        qint64 discardLimit = 0; ///< bytes an abandoned channel may still send before the session is given up
    };
    static Result<std::unique_ptr<SshSession>> create(Descriptor socket, const Settings &settings);
    ~SshSession();
    SshSession(const SshSession &) = delete;
    SshSession &operator=(const SshSession &) = delete;

    ssh_session handle() const { return m_session; }
    /// One step of banner and key exchange: SSH_OK, SSH_AGAIN or SSH_ERROR.
    int shakeHands();
    std::optional<HostKey> hostKey() const;
    /// libssh's text; the server may have written parts of it.
    QString lastError() const;
    bool isAlive() const { return ssh_is_connected(m_session) && !m_flooded; }
    /// It kept sending into closed channels, more than the limit.
    bool hasFlooded() const { return m_flooded; }

    // For the wait loop.
    int descriptor() const { return ssh_get_fd(m_session); }
    short pollEvents() const;
    /// Handles what has arrived, and what may be written.
    void process();
    Clock::time_point lastHeard() const { return m_lastHeard; }
    quint64 received() const { return m_received.in_bytes; }

    bool isAuthenticated() const { return m_authenticated; }
    void setAuthenticated() { m_authenticated = true; }
    /// Asks the server for a sign of life (RFC 4254, section 4: a refusal is one).
    void probe();

    /// Closes the channel; what the server still sends into it is thrown away.
    void abandon(std::unique_ptr<SshChannel> channel);

private:
    SshSession() = default;
    void collectAbandoned();

    Descriptor m_socket; ///< until libssh takes it
    ssh_session m_session = nullptr;
    ssh_event m_event = nullptr;
    ssh_counter_struct m_received{};
    quint64 m_seen = 0;
    Clock::time_point m_lastHeard = Clock::now();
    std::list<std::unique_ptr<SshChannel>> m_abandoned;
    qint64 m_discardLimit = 0;
    bool m_authenticated = false;
    bool m_flooded = false;
};

/// A channel whose data is taken from libssh at once: libssh itself would hold up to 256 MiB for a server that
/// ignores the window.
class SshChannel {
public:
    using Sink = std::function<void(QByteArrayView bytes, bool isError)>;
    static std::unique_ptr<SshChannel> create(SshSession &session, Sink sink);
    ~SshChannel();
    SshChannel(const SshChannel &) = delete;
    SshChannel &operator=(const SshChannel &) = delete;

    ssh_channel handle() const { return m_channel; }
    /// SSH_OK, SSH_AGAIN or SSH_ERROR.
    int openSession();
    int openForward(const QString &host, quint16 port);
    bool hasEnded() const { return m_eof; }
    bool isClosed() const { return m_closed; }
    /// 128 + n for a signal; nothing while the server has not said.
    std::optional<int> exitCode() const { return m_exitCode; }

    /// Writes as much as the server's window takes now; -1: the channel is broken.
    qint64 write(QByteArrayView bytes);
    /// True once it is sent.
    bool sendEnd() { return ssh_channel_send_eof(m_channel) != SSH_ERROR; }

private:
    friend class SshSession;
    SshChannel() = default;
    void close();
    int open(std::function<int()> request);

    ssh_channel m_channel = nullptr;
    ssh_channel_callbacks_struct m_callbacks{};
    Sink m_sink;
    std::function<int()> m_opening; ///< set while the server has not answered
    qint64 m_discarded = 0;
    std::optional<int> m_exitCode;
    bool m_eof = false;
    bool m_closing = false;
    bool m_closed = false;
};

} // namespace gw

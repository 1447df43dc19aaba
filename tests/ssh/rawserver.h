// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace gw::test {

/// What a RawServer does, and does wrong.
struct Manners {
    enum class Misdeed {
        None,
        Silent,       ///< accepts the connection and says nothing
        EndlessLines, ///< text without end before the banner
        Dripping,     ///< a byte of the banner now and then
        NoSsh,        ///< an HTTP server
        ClosesAtOnce,
        WeakAlgorithms,    ///< offers CBC only
        SilentAfterKeys,   ///< completes the key exchange, then nothing
        SilentAfterExec,   ///< takes the command, then nothing, not even to keepalives
        BusyAfterExec,     ///< takes the command and answers keepalives only
        IgnoresEverything, ///< on exec sends data without end: no window, no close counts
        FloodsAfterClose,  ///< the same, and the data begins when the channel is closed
        NoExitStatus,      ///< closes the channel without one
        CutsOutput,        ///< closes the connection in the middle of the output
        ExitSignal,        ///< "killed by signal TERM"
        DeniesExec,
        AsksForever, ///< the same keyboard-interactive prompt again and again
    };
    struct Prompt {
        QByteArray text;
        QByteArray answer;
        bool echo = false;
    };
    Misdeed misdeed = Misdeed::None;
    QByteArray password;         ///< empty: no password method
    QList<QList<Prompt>> rounds; ///< keyboard-interactive; empty: no such method
    bool wantsBoth = false;      ///< first one method, then the other
};

/// An SSH server made by hand, for what no honest one can be made to do: curve25519, ed25519, aes256-gcm. Exec prints
/// the command line back.
class RawServer {
public:
    explicit RawServer(Manners manners);
    ~RawServer();

    quint16 port() const { return m_port; }
    /// Passwords and answers that came, to prove that nothing is sent twice.
    int attempts() const { return m_attempts; }
    /// How many have come so far.
    int connections() const { return m_connections; }

private:
    friend class RawConnection;
    void serve();

    const Manners m_manners;
    QByteArray m_hostKeySeed{32, Qt::Uninitialized};
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<int> m_attempts = 0;
    std::atomic<int> m_connections = 0;
    std::atomic<bool> m_ends = false;
    std::vector<int> m_sockets;
    std::vector<std::thread> m_threads;
    std::thread m_acceptor;
};

} // namespace gw::test

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ssh/opensshmaster.h"
#include "backend/ssh/transport.h"

#include <QCoreApplication>
#include <atomic>
#include <mutex>
#include <semaphore>

namespace gw {

/// The system's ssh, for what libssh cannot do (ProxyCommand, smart cards, Kerberos, host certificates, security keys).
/// One master connects and authenticates; each command is another ssh through its private socket.
class OpenSshTransport final : public Transport {
    Q_DECLARE_TR_FUNCTIONS(OpenSshTransport)
public:
    static Result<std::unique_ptr<Transport>> open(const Route &route, const Answers &answers,
                                                   const ConnectOptions &options, std::stop_token stop);
    ~OpenSshTransport() override { close(); }

    Result<Output> run(const Command &command, std::stop_token stop, const Progress &progress = {}) override;
    QString description() const override;
    bool isAlive() const override;
    const ConnectionInfo &info() const override { return m_info; }
    void close() override;

private:
    static constexpr int mostSessions = 8; ///< sshd's MaxSessions is 10 by default

    OpenSshTransport(std::unique_ptr<OpenSshMaster> master, ConnectionInfo info, QString label);
    Result<Output> checked(const Output &output, const QString &log) const;
    Error lost(const QString &cause) const;

    const std::unique_ptr<OpenSshMaster> m_master;
    const ConnectionInfo m_info;
    const QString m_label;
    std::atomic<bool> m_closed = false;
    std::atomic<int> m_runs = 0;
    std::counting_semaphore<mostSessions> m_sessions{mostSessions};
};

} // namespace gw

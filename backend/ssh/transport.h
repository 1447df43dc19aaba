// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/question.h"
#include "backend/shell/shell.h"
#include "backend/ssh/route.h"

#include <functional>
#include <memory>

namespace gw {

/// What a connection turned out to be: shown beside the server.
struct ConnectionInfo {
    TransportKind transport = TransportKind::Libssh;
    QString reason; ///< why this transport
    QString user;
    QString address;        ///< the IP address that answered
    QString hostKey;        ///< "ED25519 SHA256:…"
    QString authentication; ///< "publickey id_ed25519", "password", "agent …"
    QString cipher;
    QString keyExchange;
    std::chrono::milliseconds connectTime{0};
    UntrustedText serverVersion;
    QStringList warnings; ///< what did not work beside it: a host key that could not be added
};

/// One authenticated connection over which many commands run side by side.
class Transport : public Shell {
public:
    virtual const ConnectionInfo &info() const = 0;
    virtual void close() = 0;
};

struct ConnectOptions {
    std::chrono::milliseconds timeout{20'000}; ///< absolute, per hop
    qint64 channelLimit = 32 * 1024 * 1024;    ///< most an unread channel may hold
    /// What the person has to do meanwhile, in ssh's words ("Confirm user presence for key …"); empty once it is done.
    /// Called on any thread, until openTransport() returns.
    std::function<void(const UntrustedText &)> notice = {};
};

/// Opens what route.transport names. Open questions (unknown host key, password, passphrase, prompts) come back as
/// Error::Kind::NeedsAnswer; add the answer and call again. A refused answer is Refused and never retried here.
Result<std::unique_ptr<Transport>> openTransport(const Route &route, const Answers &answers,
                                                 const ConnectOptions &options, std::stop_token stop);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"
#include "backend/shell/descriptor.h"
#include "backend/ssh/wakeup.h"

#include <QList>
#include <QString>
#include <netinet/in.h>
#include <stop_token>
#include <sys/socket.h>

namespace gw {

/// One address of a host, as connect() takes it.
struct SocketAddress {
    sockaddr_storage bytes{};
    socklen_t size = 0;
    QString text() const; ///< "203.0.113.7", "2001:db8::1"
};

struct ConnectedSocket {
    Descriptor descriptor;
    QString address;
};

/// Alternates the families, the first one's first (RFC 8305, section 4).
QList<SocketAddress> interleaved(const QList<SocketAddress> &addresses);

/// Looks the name up. getaddrinfo() cannot be stopped: it runs on a thread that is left behind, this call is not.
/// addressFamily: "any", "inet", "inet6".
Result<QList<SocketAddress>> resolve(const QString &host, quint16 port, const QString &addressFamily,
                                     Clock::time_point deadline, std::stop_token stop);

/// Tries the addresses side by side, 250 ms apart (RFC 8305, "Happy Eyeballs"); the first that answers wins.
/// The errors of both functions leave `tried` to the caller, who knows which hop this is.
Result<ConnectedSocket> connectToFirst(const QList<SocketAddress> &addresses, Clock::time_point deadline,
                                       std::stop_token stop);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/exposure/exposure.h"
#include "backend/exposure/service.h"
#include "backend/findings/finding.h"

namespace gw {

/// One port of one protocol that is not bound to loopback, with all sockets (IPv4 and IPv6, each address) that make it
/// up.
struct OpenPort {
    Listener::Protocol protocol = Listener::Protocol::Tcp;
    quint16 port = 0;
    QList<Exposure> sockets; ///< at least one
    ServiceIdentity service; ///< points into the facts that it was made from

    /// "3001/tcp"
    QString text() const;
    /// "vLLM", the process, or "Something" when nobody knows.
    QString name() const;
    /// "0.0.0.0:3001, [::]:3001"
    QString addresses() const;
    /// The widest verdict of its sockets, with the reason.
    const Exposure &widest() const;
    bool isOnAllAddresses() const;
    /// Whose it is cannot be seen for at least one of its sockets.
    bool isOwnerHidden() const;
    /// Every socket is bound to an address that is not routed on the Internet.
    bool isPrivate() const;
    /// Where it is bound, and which processes answer there.
    QList<Evidence> proof() const;
};

/// In the order of their numbers. A Gap when the sockets are not known.
Known<QList<OpenPort>> portsBeyondLoopback(const Facts &facts);

} // namespace gw

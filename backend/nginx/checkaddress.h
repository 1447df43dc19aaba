// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHashFunctions>

#include <array>
#include <optional>

namespace gw::nginxcheck {

/// The address of a socket.
struct Address {
    enum class Family : quint8 { V4, V6, Unix };
    Family family = Family::V4;
    quint16 port = 0;
    QByteArray host; ///< 4 or 16 bytes, or a path

    bool isWildcard() const { return family != Family::Unix && host.count('\0') == host.size(); }
    /// As ngx_sock_ntop() writes it: "0.0.0.0:80", "[::1]:80", "unix:/run/s".
    QByteArray text() const;
    friend bool operator==(const Address &, const Address &) = default;
    friend size_t qHash(const Address &address, size_t seed = 0)
    {
        return qHashMulti(seed, int(address.family), address.port, address.host);
    }
};

/// A URL without scheme as ngx_parse_url() takes it apart (src/core/ngx_inet.c).
struct Url {
    QByteArray error;     ///< nginx's words; empty: none
    QByteArray host;      ///< as written
    QByteArray uri;       ///< from the first "/" or "?" on
    Address address;      ///< of its first port
    quint16 lastPort = 0; ///< of a range; 0: none
    bool hasPort = false;
    bool isHostName = false; ///< only a resolver knows its address
};

enum class UrlUse {
    Listen,   ///< a port alone, "*", a range of ports
    Server,   ///< no URI
    Upstream, ///< with a URI
};
Url parsedUrl(QByteArrayView text, UrlUse use, quint16 defaultPort);

/// Whether it is an address or a network, as ngx_ptocidr() has it.
enum class Network { Invalid, Right, HasLowBits };
Network networkIn(QByteArrayView text);

} // namespace gw::nginxcheck

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/checkaddress.h"
#include "backend/nginx/effective.h"
#include "backend/nginx/hostnames.h"
#include "backend/nginx/pattern.h"

namespace gw {

/// Which server of a socket answers, and why.
struct NginxServerChoice {
    enum class Why : quint8 {
        ExactName,
        LeadingWildcard,  ///< *.example.com, .example.com
        TrailingWildcard, ///< www.example.*
        Pattern,
        DefaultServer, ///< no name is that; the one that says default_server
        FirstServer,   ///< no name is that and nobody says default_server
    };
    NginxSetting server;
    Why why = Why::FirstServer;
    NginxSetting name;  ///< its server_name directive, where a name decided
    int argument = 0;   ///< and which of its names
    bool isSure = true; ///< false: a pattern before it could not be tried
    NginxMatch match;   ///< of a Pattern
};

/// An address that nginx listens on for HTTP, with the servers behind it (ngx_http_add_listen() in
/// src/http/ngx_http.c).
struct NginxSocket {
    nginxcheck::Address address;
    QByteArray hostName; ///< where `listen` names one that only a resolver knows; address.host is empty then
    bool isTls = false;
    bool isQuic = false;      ///< UDP: a socket of its own
    bool isDualStack = false; ///< [::] that also takes IPv4 (ipv6only=off)
    bool hasDefaultServer = false;
    NginxSetting defaultServer;  ///< the one that says so, else the first
    QList<NginxSetting> servers; ///< in reading order
    QList<NginxSetting> listens; ///< by which, one for each of `servers`; none where `listen` is missing

    /// As nginx writes it: "0.0.0.0:80", "[::]:443", "unix:/run/s", "example.com:80".
    QByteArray name() const;
    /// `host` as nginxHost() has it.
    NginxServerChoice choose(const QByteArray &host, const NginxEffective &effective, NginxPatterns &patterns) const;
};

/// All of them. A server without `listen` is taken to listen on *:80, as root starts nginx.
class NginxSockets {
public:
    /// Ranges of ports can name many; more are not looked at.
    static constexpr qsizetype most = 20'000;

    explicit NginxSockets(const NginxEffective &effective);

    const QList<NginxSocket> &all() const { return m_sockets; }
    /// Which of them takes a TCP connection to that address and port: the address itself, else the wildcard of its
    /// family. `address`: "192.0.2.1", "2001:db8::1", "unix:/run/s"; empty, not known: *, then [::], then the first.
    /// -1: none.
    int find(const QByteArray &address, quint16 port) const;

private:
    void add(NginxSetting server, NginxSetting listen);
    void add(NginxSetting server, NginxSetting listen, const NginxSocket &like);
    int indexOf(const NginxSocket &like) const;
    int first(quint16 port, bool (*fits)(const NginxSocket &)) const;

    QList<NginxSocket> m_sockets;
    QHash<std::pair<nginxcheck::Address, bool>, int> m_byAddress;
};

} // namespace gw

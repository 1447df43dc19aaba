// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/config.h"

#include <optional>

namespace gw {

/// An address on which a server answers: one `listen`, as ngx_http_core_listen() and ngx_parse_url() take it.
struct NginxListen {
    QByteArray address;   ///< "*", "127.0.0.1", "[::1]", "localhost", "unix:/run/web.sock"
    quint16 port = 0;     ///< 0: a unix socket
    quint16 lastPort = 0; ///< of a range of ports; else the same as port
    bool isTls = false;
    bool isHttp2 = false;
    bool isQuic = false;
    bool isDefault = false;

    bool isUnix() const { return address.startsWith("unix:"); }
    /// "*:443", "[::]:80", "unix:/run/web.sock"
    QByteArray text() const;
    friend bool operator==(const NginxListen &, const NginxListen &) = default;
};

/// What the arguments of a `listen` mean; nothing where nginx refuses them.
std::optional<NginxListen> nginxListenFrom(const QList<QByteArray> &arguments);

/// Where requests are handed on to: one `proxy_pass`, `fastcgi_pass`, …
struct NginxBackend {
    QByteArray address;        ///< "qwen_backend", "127.0.0.1:8000", "unix:/run/app.sock", "$target"
    QList<QByteArray> servers; ///< where `address` is the name of an upstream: its servers
    bool isUpstream = false;
    RemotePath path;
    int line = 0;
    friend bool operator==(const NginxBackend &, const NginxBackend &) = default;
};

/// The host of what such a directive names: "127.0.0.1:8000" of "http://127.0.0.1:8000/v1/".
QByteArray nginxBackendAddress(QByteArrayView argument);
/// Whether it is one: "proxy_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "grpc_pass", "memcached_pass".
bool nginxHandsOn(NginxNode node);

/// What people call a site: the server blocks of one file that share a name ("redirect to https" and the site itself).
struct NginxSite {
    /// One server block.
    struct Server {
        quint32 node = 0; ///< in the tree of the file
        int line = 0;
        QList<NginxListen> listens;
        friend bool operator==(const Server &, const Server &) = default;
    };
    RemotePath path;
    QList<QByteArray> names; ///< of server_name, each once, in their order; "_" and "" stay out
    QList<Server> servers;
    QByteArray certificate; ///< the first ssl_certificate that holds in it; empty: none
    QByteArray root;        ///< the first root that holds in it; empty: none
    QList<NginxBackend> backends;
    bool isInMaintenance = false; ///< by nginxMaintenance()

    int line() const { return servers.isEmpty() ? 0 : servers.first().line; }
    /// Of all its servers, each address once.
    QList<NginxListen> listens() const;
    bool isTls() const;
    friend bool operator==(const NginxSite &, const NginxSite &) = default;
};

/// In reading order. Servers of `http` only: those of `stream` and `mail` are no sites.
QList<NginxSite> nginxSites(const NginxConfig &config);
/// Of one file alone: those in its `http`, or outermost, as if it were included there.
QList<NginxSite> nginxSitesIn(const RemotePath &path, const QByteArray &text);

/// What marks the lines of maintenance mode.
extern const QByteArrayView nginxMaintenanceMark;

} // namespace gw

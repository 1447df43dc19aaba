// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/exposure/service.h"
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxview.h"

namespace gw {

/// One address that requests of a proxy_pass are sent to.
struct NginxPeer {
    NginxTarget target;
    NginxSetting at; ///< the proxy_pass, or the server of the upstream
};

/// The upstream of that name in the same part (http, stream); none: there is none.
NginxSetting upstreamNamed(const NginxView &view, const QByteArray &name, NginxSetting pass);
/// The one that a proxy_pass (grpc_pass, …) goes to; none: it goes to an address.
NginxSetting upstreamBehind(const NginxView &view, NginxSetting pass);
/// Where a proxy_pass (grpc_pass, fastcgi_pass, …) goes, through its upstream; those marked down left out.
QList<NginxPeer> peersOf(const NginxView &view, NginxSetting pass);

/// The socket of this server that takes it; nullptr: none, or it is on another machine, or nobody knows.
const Listener *listenerOf(const NginxView &view, const NginxTarget &target);
/// Whether it is an address of this machine's own (loopback).
bool isLoopback(const NginxTarget &target);

/// A service whose way of working nginx has to know.
struct NginxService {
    QString name;         ///< "vLLM"
    bool isApi = false;   ///< programs talk to it with a bearer token
    bool streams = false; ///< answers come in pieces
    bool webSocket = false;
    bool takesUploads = false;
};
/// What answers behind a proxy_pass: by the processes of the server, else by what the upstream is called and the port
/// that a service is known for. Nothing: none of those that are known.
std::optional<NginxService> serviceBehind(const NginxView &view, NginxSetting pass);
/// The same, by the processes of the server alone: what is a guess is nothing.
std::optional<NginxService> surveyedService(const NginxView &view, NginxSetting pass);

} // namespace gw

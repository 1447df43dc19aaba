// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/nginx/nginxview.h"

namespace gw {

/// A virtual server that answers over TLS, on one of its sockets at least.
bool servesTls(const NginxView &view, NginxSetting server);
/// One that takes no request: it ends the handshake, or the connection.
bool turnsAway(const NginxView &view, NginxSetting server);
QList<NginxSetting> tlsServers(const NginxView &view);

/// What ssl_certificate names; nullptr: the survey could not read it.
const CertificateInfo *certificateOf(const NginxView &view, NginxSetting sslCertificate);
/// Nobody vouches for any of its certificates, as far as they are known.
bool isSelfSigned(const NginxView &view, NginxSetting server);

} // namespace gw

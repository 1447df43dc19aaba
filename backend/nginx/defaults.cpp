// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/defaults.h"

namespace gw {
namespace {

/// A default that was another one before a version: "Change: the default value of …" in nginx's CHANGES.
struct Earlier {
    QByteArrayView name; ///< also "proxy_" and the like before it: ssl_protocols of all modules changed together
    NginxVersion before;
    QByteArrayView value;
};

/// Of one directive the oldest change first.
constexpr Earlier earlierDefaults[] = {
    {"accept_mutex", {1, 11, 3}, "on"},
    {"keepalive", {1, 29, 7}, ""}, // of upstreams
    {"keepalive_requests", {1, 19, 10}, "100"},
    {"proxy_http_version", {1, 29, 7}, "1.0"},
    {"sendfile_max_chunk", {1, 21, 4}, "0"},
    {"ssl_ecdh_curve", {1, 11, 0}, "prime256v1"},
    {"ssl_protocols", {1, 9, 1}, "SSLv3 TLSv1 TLSv1.1 TLSv1.2"},
    {"ssl_protocols", {1, 23, 4}, "TLSv1 TLSv1.1 TLSv1.2"},
    {"ssl_protocols", {1, 27, 3}, "TLSv1 TLSv1.1 TLSv1.2 TLSv1.3"},
};

bool isOf(QByteArrayView name, QByteArrayView changed)
{
    return name == changed || (changed == "ssl_protocols" && name.endsWith("_ssl_protocols"));
}

} // namespace

QByteArrayView nginxDefault(const DirectiveFacts &facts, NginxVersion version)
{
    if (!version.isSet() || facts.edition == Edition::Third)
        return facts.defaultValue;
    for (const Earlier &earlier : earlierDefaults) {
        if (version < earlier.before && isOf(facts.name, earlier.name))
            return earlier.value;
    }
    return facts.defaultValue;
}

} // namespace gw

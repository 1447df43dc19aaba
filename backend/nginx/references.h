// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/config.h"
#include "backend/nginx/edit.h"

#include <optional>

namespace gw {

/// Something that has a name in a configuration, defined in one place and used in others.
struct NginxName {
    enum class Kind {
        Upstream,
        Variable,      ///< with its "$"; of set, map, geo, split_clients, …
        NamedLocation, ///< with its "@"
        CacheZone,     ///< proxy_cache_path keys_zone=, proxy_cache
        RequestZone,   ///< limit_req_zone, limit_req
        ConnectionZone ///< limit_conn_zone, limit_conn
    };
    Kind kind = Kind::Upstream;
    QByteArray name;
    friend bool operator==(const NginxName &, const NginxName &) = default;
};

/// A place in the files of a configuration.
struct NginxReference {
    int file = 0; ///< index into NginxConfig::files()
    NginxSpan span;
    bool isDefinition = false;
    friend bool operator==(const NginxReference &, const NginxReference &) = default;
};

/// The name at a byte of a file; nothing where none is.
std::optional<NginxName> nginxNameAt(const NginxTree &tree, qsizetype offset);

/// Every place where a name is defined or used, by file, then by place. Each file once, however often it is included.
QList<NginxReference> nginxReferences(const NginxConfig &config, const NginxName &name);

/// The files that the include at a byte brings in; empty where there is none, or it matches nothing.
QList<int> nginxIncludedAt(const NginxConfig &config, int file, qsizetype offset);

/// The upstreams that are defined anywhere, in their order.
QList<QByteArray> nginxUpstreamNames(const NginxConfig &config);

} // namespace gw

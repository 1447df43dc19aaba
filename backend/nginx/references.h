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

/// A place in a file.
struct NginxReference {
    NginxSpan span;
    bool isDefinition = false;
    friend bool operator==(const NginxReference &, const NginxReference &) = default;
};

/// The name at a byte of a file; nothing where none is.
std::optional<NginxName> nginxNameAt(const NginxTree &tree, qsizetype offset);

/// The bytes that stand wherever the name does: "x" of "$x", which may be written "${x}".
QByteArray nginxBareName(const NginxName &name);

/// Every place of a file where a name is defined or used, in their order. As long as its bytes stand there often, not
/// as long as the file is large.
QList<NginxReference> nginxReferences(const NginxTree &tree, const NginxName &name);

/// The files that the include at a byte brings in; empty where there is none, or it matches nothing.
QList<int> nginxIncludedAt(const NginxConfig &config, int file, qsizetype offset);

/// What a whole configuration defines, each once, in the order of reading.
struct NginxNames {
    QList<QByteArray> upstreams;
    QList<QByteArray> variables; ///< with their "$"
};
/// As long as the configuration is large.
NginxNames nginxNamesOf(const NginxConfig &config);
/// The variable that a directive makes ("set", "map", …); empty: none.
QByteArray nginxVariableMadeBy(NginxNode node);

} // namespace gw

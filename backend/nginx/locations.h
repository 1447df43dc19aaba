// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/effective.h"
#include "backend/nginx/pattern.h"

namespace gw {

/// What a `location` says it is for.
struct NginxLocation {
    enum class Kind : quint8 {
        Prefix,
        PrefixOnly, ///< ^~: patterns are not asked any more
        Exact,      ///< =
        Pattern,    ///< ~, ~*
        Named,      ///< @
    };
    NginxSetting setting;
    Kind kind = Kind::Prefix;
    RegexCase letters = RegexCase::Sensitive; ///< of a Pattern
    QByteArray name;                          ///< without its modifier

    static NginxLocation of(NginxSetting setting);
    /// "=", "^~", "~", "~*"; empty: none. As JSON has it.
    QByteArray modifier() const;
    /// It ends in "/" and passes its requests on: the same URI without the slash is sent there.
    bool addsSlash() const;
};

/// The way nginx takes to a location (ngx_http_core_find_location() in src/http/ngx_http_core_module.c).
struct NginxLocationChoice {
    QList<NginxLocation> chain;   ///< from the outermost to the one that counts; empty: the server itself answers
    QList<NginxLocation> refused; ///< patterns that were tried and do not match, in that order
    QList<NginxMatch> matches;    ///< of patterns that do, in the order they were tried
    bool isRedirect = false;      ///< 301 to the name of the location: the URI lacks the slash at its end
    bool isSure = true;           ///< false: a pattern on the way could not be tried
};

/// `uri` as NginxUri has its path. Blocks nested deeper than 100 are not looked into.
NginxLocationChoice nginxLocationFor(NginxSetting server, const QByteArray &uri, NginxPatterns &patterns);
/// The location "@name" of a server; none if there is none.
NginxSetting nginxNamedLocation(NginxSetting server, QByteArrayView name);

/// Whether a directive makes its location hand every request to a module: proxy_pass, stub_status, content_by_lua …
bool isNginxHandler(NginxSetting setting);
/// Whether that module hands it on to another server.
bool isNginxPass(NginxSetting setting);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/version.h"

#include <QByteArray>

namespace gw {

/// What a block's body is to nginx: the set of directives it takes.
enum class NginxContext : quint8 {
    Main,
    Events,
    Http,
    Server,
    Location,
    ServerIf,   ///< `if` in a server
    LocationIf, ///< `if` in a location
    LimitExcept,
    Upstream,
    Stream,
    StreamServer,
    StreamUpstream,
    Mail,
    MailServer,
    Mgmt,
    Match, ///< of commercial health checks
    AcmeIssuer,
    OidcProvider,
    OtelExporter,
    Rtmp,
    RtmpServer,
    RtmpApplication,
    RtmpRecorder,
    Entries, ///< entries, not directives: types, map, geo, split_clients, charset_map …
    Lua,     ///< a program
    Foreign, ///< the body of a block that nobody here knows
};

/// What a directive of a level means for the levels below it.
enum class Inheritance : quint8 {
    Own,     ///< holds where it stands only
    Unnamed, ///< goes on into `if` and `limit_except` of the same location, not into nested locations (proxy_pass)
    Value,   ///< goes on until a level below says otherwise
    List,    ///< all of a level go on as a whole; one of the kind below replaces them all (add_header)
    Added,   ///< those below are added to those above (more_set_headers)
};

/// Who makes a directive.
enum class Edition : quint8 {
    Free,
    Plus,  ///< the commercial subscription
    Third, ///< modules outside nginx's sources
};

/// Argument counts, the name not counted, as NGX_CONF_TAKE1, NGX_CONF_1MORE … say them.
struct ArgumentCounts {
    quint8 exact = 0;      ///< bit n: n arguments are right
    quint8 atLeast = 0xff; ///< so many and more are right; 0xff: no such rule
    bool flag = false;     ///< `on` or `off`

    constexpr bool accepts(qsizetype count) const
    {
        return count >= atLeast || (count >= 0 && count < 8 && (exact >> count & 1));
    }
    friend bool operator==(const ArgumentCounts &, const ArgumentCounts &) = default;
};

/// One directive of one module. The texts live as long as the program.
struct DirectiveFacts {
    QByteArrayView name;
    QByteArrayView defaultValue; ///< as documented; empty: none
    QByteArrayView syntax;       ///< alternatives separated by "; "; <name> is a placeholder
    QByteArrayView text;         ///< one sentence: the first of nginx's documentation (BSD-2-Clause)
    quint64 contexts = 0;        ///< bit of every NginxContext it may stand in
    quint16 module = 0;          ///< index in DirectiveTable::modules()
    ArgumentCounts arguments;
    NginxContext body = NginxContext::Main; ///< Main: no block. Of `if`, ServerIf: bodyIn() knows better
    Inheritance inheritance = Inheritance::Own;
    Edition edition = Edition::Free;
    bool once = false;       ///< a second one in the same block is an error: "… directive is duplicate"
    NginxVersion since;      ///< unset: ever since, or not known
    NginxVersion deprecated; ///< unset: not
    NginxVersion removed;    ///< the first version without it; unset: still there

    bool isBlock() const { return body != NginxContext::Main; }
    bool standsIn(NginxContext context) const { return contexts >> int(context) & 1; }
    bool existsIn(NginxVersion version) const
    {
        return !version.isSet() || (since <= version && (!removed.isSet() || version < removed));
    }
    bool isDeprecatedIn(NginxVersion version) const
    {
        return deprecated.isSet() && (!version.isSet() || deprecated <= version);
    }
    /// The context of its body where it stands in that context.
    NginxContext bodyIn(NginxContext context) const
    {
        return body == NginxContext::ServerIf && context == NginxContext::Location ? NginxContext::LocationIf : body;
    }
};

struct VariableFacts {
    QByteArrayView name; ///< "$host"; of a family "$http_NAME"
    QByteArrayView module;
    QByteArrayView text;
    NginxVersion since;

    bool isFamily() const { return name.endsWith("NAME"); }
};

/// A module, and how a build comes to have it.
struct NginxModule {
    QByteArrayView name;
    QByteArrayView option;  ///< "with-http_ssl_module": there where configured so; "without-…": there unless so
    QByteArrayView library; ///< the file a `load_module` loads it from
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/locations.h"
#include "backend/nginx/value.h"

#include <QList>

namespace gw {

// What the arguments of single directives mean, as their modules read them.

/// Of a location: not a pattern, not "=", not "@".
bool isPrefix(const NginxLocation &location);
inline bool isPattern(const NginxLocation &location)
{
    return location.kind == NginxLocation::Kind::Pattern;
}

/// Of an `if` (ngx_http_rewrite_if_condition()).
struct NginxCondition {
    QByteArray left;       ///< "$http_origin"; of a test of files what is tested
    QByteArray comparison; ///< "=", "!=", "~", "~*", "!~", "!~*", "-f", "!-d", …; empty: whether `left` holds something
    QByteArray right;

    bool isRegex() const { return comparison.contains('~'); }
    bool isNegated() const { return comparison.startsWith('!'); }
    RegexCase letters() const { return comparison.endsWith('*') ? RegexCase::Insensitive : RegexCase::Sensitive; }
};
NginxCondition conditionOf(NginxSetting setting);

/// Whether the value has variables or captures in it.
bool hasVariables(const QByteArray &value);
/// "$http_host" or "${HTTP_HOST}": nothing but this one variable.
bool isVariable(const QByteArray &value, QByteArrayView name);
/// Of a capture its number; 0: it is none.
int captureOf(const NginxValuePart &part);
/// "$http_host", "$1"; empty for text.
QString shownPart(const NginxValuePart &part);

/// Where proxy_pass and its kin send a request: "https://[::1]:8443/api/".
struct NginxTarget {
    QByteArray scheme; ///< without "://"; empty: none is written
    QByteArray host;   ///< without brackets; "unix:/run/x.sock"; may hold variables
    int port = 0;      ///< as written, or that of the scheme; 0: of a unix socket, not known
    QByteArray uri;    ///< from its "/" (or a variable behind the port) on; empty: none
    bool isUnix() const { return host.startsWith("unix:"); }
    bool isAddress() const; ///< an IP address, not a name
};
NginxTarget targetOf(const QByteArray &value);

/// "1h 30m", "60s", "75": in seconds; -1: none (a variable).
qint64 secondsOf(const QByteArray &time);
/// "10m", "512k": in bytes; -1: none.
qint64 bytesOf(const QByteArray &size);

} // namespace gw

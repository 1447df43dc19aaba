// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace gw {

enum class MergeSlashes : quint8 { No, Yes };

/// The target of a request line as nginx takes it apart (src/http/ngx_http_parse.c).
struct NginxUri {
    QByteArray path;       ///< $uri: decoded, dot segments gone, slashes merged
    QByteArray args;       ///< as sent
    bool isQuoted = false; ///< the path had a percent sign: nginx escapes it again when it sends it on
    bool hasPlus = false;

    /// Nothing for what nginx answers with 400.
    static std::optional<NginxUri> parse(QByteArrayView target, MergeSlashes merge = MergeSlashes::Yes);
};

/// Which bytes ngx_escape_uri() writes as %XX.
enum class NginxEscape : quint8 {
    Uri,       ///< NGX_ESCAPE_URI: a path
    Arguments, ///< NGX_ESCAPE_ARGS: also & + ;
};
QByteArray nginxEscaped(QByteArrayView text, NginxEscape kind);
/// %XX decoded; what is no such escape loses its percent sign.
QByteArray nginxUnescaped(QByteArrayView text);
/// The same up to a "?", and only for what may stand in a header: how `rewrite … redirect` sends its URL.
QByteArray nginxRedirectUnescaped(QByteArrayView text);

/// What nginx makes of a Host header: lower case, without port and final dot. Nothing for one it answers with 400.
std::optional<QByteArray> nginxHost(QByteArrayView header);

/// $arg_NAME; nothing where there is no such argument.
std::optional<QByteArray> nginxArgument(QByteArrayView args, QByteArrayView name);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace gw {

/// A piece of an argument in which nginx looks for variables.
struct NginxValuePart {
    enum class Kind : quint8 {
        Text,
        Variable, ///< $name, ${name}
        Capture,  ///< $1 … $9
    };
    Kind kind = Kind::Text;
    QByteArray text; ///< of a variable its name without "$", in lower case as nginx compares it; of a capture its digit
    friend bool operator==(const NginxValuePart &, const NginxValuePart &) = default;
};

/// A decoded argument taken apart as ngx_http_script_compile() does (src/http/ngx_http_script.c). What that refuses (a
/// "$" without name, "${" without "}") is text.
QList<NginxValuePart> nginxValueParts(QByteArrayView value);

/// Whether nginx looks for variables in it at all.
inline bool hasNginxVariables(QByteArrayView value)
{
    return value.contains('$');
}

} // namespace gw

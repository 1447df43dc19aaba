// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/checkstate.h"

#include <optional>

namespace gw::nginxcheck {

// Numbers as nginx reads them (src/core/ngx_string.c, ngx_parse.c); nothing where it refuses them.

std::optional<qint64> number(QByteArrayView text); ///< ngx_atoi()
std::optional<qint64> size(QByteArrayView text);   ///< ngx_parse_size(): "8k", "1m"
std::optional<qint64> offset(QByteArrayView text); ///< ngx_parse_offset(): also "2g"

enum class TimeUnit { Seconds, Milliseconds };
std::optional<qint64> duration(QByteArrayView text, TimeUnit unit); ///< ngx_parse_time(): "1h 30m"

/// What the function of nginx that sets a directive takes as its value.
struct ValueRule {
    enum class Kind : quint8 {
        None,
        Flag,
        Number,
        Size,
        Offset,
        Milliseconds,
        Seconds,
        Buffers, ///< a number and a size
        Enum,
        Bitmask,
        Access,     ///< user:rw group:r
        Path,       ///< a folder and numbers
        Script,     ///< a text with variables
        SizeScript, ///< the same, a size where it has none
        Scripts,    ///< texts with variables
    };
    Kind kind = Kind::None;
    QList<QByteArrayView> words; ///< of an Enum or Bitmask
    qint64 least = 0;            ///< of a Number
    qint64 most = -1;            ///< -1: no bound
};
/// From resources/nginx/values.tsv.
const ValueRule &valueRule(const DirectiveFacts &facts);

/// False where something was refused.
bool checkValue(State &state, const Use &use, const ValueRule &rule);

} // namespace gw::nginxcheck

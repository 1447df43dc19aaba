// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/config.h"

namespace gw {

enum class NginxPositions {
    Lines, ///< as crossplane has them
    Bytes, ///< also "column" (from 1), "start" and "end" (bytes from 0, from the name to the ";" or "}")
};

/// The trees of all files as JSON, in the payload layout of `crossplane parse --include-comments`: status, errors,
/// config[] with file, status, errors, parsed[] of directive, line, args, block, includes, comment. Arguments are
/// without their quotes and with their backslashes; those of `if` without its parentheses; the code of a *_by_lua_block
/// is its last argument. Files with errors are in it as far as they can be read. Bytes that are no UTF-8 become U+FFFD.
QByteArray nginxJson(const NginxConfig &config, NginxPositions positions = NginxPositions::Lines);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/errors.h"
#include "backend/nginx/lua.h"
#include "backend/nginx/token.h"

#include <optional>

namespace gw {

/// NGX_CONF_BUFFER: what nginx holds of a file at a time, and with it the longest token.
constexpr qsizetype nginxBufferSize = 4096;

/// Cuts a text into tokens as ngx_conf_read_token() does. Where nginx would stop it notes the error and goes on, so
/// that every byte lands in a token or is white space between two of them. Linear in the size of any text.
class NginxLexer {
public:
    NginxLexer(QByteArrayView text, NginxErrors &errors);

    /// Nothing at the end.
    std::optional<NginxToken> next();
    /// Behind the brace that opens a *_by_lua_block: its code up to the closing brace, may be empty.
    NginxToken lua();

private:
    void skipBlanks();
    NginxToken word();
    NginxToken quoted();
    NginxToken comment();
    NginxToken unclosed(qsizetype start);
    qsizetype closingQuote(qsizetype from, char quote) const;
    /// The token that began at `start` made nginx look at `last` before it let go of `start`.
    void held(qsizetype start, qsizetype last, char openQuote = 0);
    qsizetype heldByBlank(qsizetype end) const;

    QByteArrayView m_text;
    NginxErrors &m_errors;
    NginxLua m_lua;
    qsizetype m_position = 0;
    qsizetype m_bufferEnd = 0;   ///< how far nginx has read the file by now
    qsizetype m_entry = 0;       ///< where the last statement ended
    bool m_isAfterQuote = false; ///< nginx now wants a blank, ";", "{" or ")"
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/errors.h"
#include "backend/nginx/token.h"

#include <array>

namespace gw {

/// Finds where the Lua code of a *_by_lua_block ends, as ngx_http_lua_conf_lua_block_parse() of lua-nginx-module 0.10
/// does (src/ngx_http_lua_directive.c, src/ngx_http_lua_lex.c): at the brace that closes the block, where braces in
/// strings, long brackets and comments do not count. That module sees the file through nginx's buffer of 4096 bytes, so
/// long code without any brace, quote or comment is refused, and a comment or string across the end of the buffer is
/// lost; both are followed here, because nginx starts or does not start by it.
class NginxLua {
public:
    NginxLua(QByteArrayView text, NginxErrors &errors) : m_text(text), m_errors(errors) {}

    /// `start` is behind the opening brace. The place of the closing brace, or of the end of the code where there is
    /// none. `bufferEnd` is where nginx's buffer ends, before and after.
    qsizetype end(qsizetype start, qsizetype &bufferEnd);

private:
    enum class Kind { Open, Close, LongBracket, Other };
    struct Found {
        Kind kind = Kind::Other;
        NginxSpan span;          ///< for a long bracket: its opening
        qsizetype level = 0;     ///< of a long bracket: the number of "="
        bool isSomething = true; ///< false: nothing before the limit
    };

    /// The first thing from `start` on that ends before `limit`.
    Found next(qsizetype start, qsizetype limit);
    qsizetype stringEnd(qsizetype start, qsizetype limit);
    qsizetype closingBracket(const Found &opening, qsizetype limit) const;
    /// As nginx reads it; -1 after an error.
    qsizetype strictEnd(qsizetype start, qsizetype &bufferEnd);
    bool refill(qsizetype start, qsizetype position, qsizetype &bufferEnd, qsizetype lastOpen);
    /// The most likely end of code that nginx refuses.
    qsizetype likelyEnd(qsizetype start);
    qsizetype balancedEnd(qsizetype start);
    qsizetype indentedEnd(qsizetype start) const;

    QByteArrayView m_text;
    NginxErrors &m_errors;
    std::array<qsizetype, 2> m_noStringUntil = {0, 0}; ///< by quote: no string begins before here …
    qsizetype m_stringLimit = -1;                      ///< … that would end before here
    std::array<bool, 8> m_neverCloses = {};            ///< by level: no closing long bracket up to the end of the text
    int m_runsToTheEnd = 0;
};

} // namespace gw

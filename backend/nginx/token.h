// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace gw {

/// A part of a text, in bytes: from `start` to before `end`.
struct NginxSpan {
    qsizetype start = 0;
    qsizetype end = 0;

    qsizetype size() const { return end - start; }
    bool isEmpty() const { return end <= start; }
    bool contains(qsizetype offset) const { return offset >= start && offset < end; }
    friend bool operator==(const NginxSpan &, const NginxSpan &) = default;
};

/// A token as ngx_conf_read_token() cuts it (src/core/ngx_conf_file.c). Between two tokens there is nothing but space,
/// tab, carriage return and line feed: to nginx every other byte (no-break space, form feed, byte order mark) is text.
struct NginxToken {
    enum class Kind : quint8 {
        Word,      ///< without quotes
        Quoted,    ///< with its quotes, single or double
        Unclosed,  ///< begins with a quote that nothing closes: nginx refuses the file; ends where its line ends
        Semicolon, ///< ;
        Open,      ///< {
        Close,     ///< }
        Comment,   ///< from # to before the end of the line
        Lua,       ///< the code of a *_by_lua_block: everything between its braces
    };

    quint32 start = 0;
    quint32 size : 28 = 0;
    quint32 kindBits : 4 = 0;

    NginxToken() = default;
    NginxToken(Kind kind, NginxSpan span)
        : start(quint32(span.start)), size(quint32(span.size())), kindBits(quint32(kind))
    {
    }
    Kind kind() const { return Kind(kindBits); }
    qsizetype end() const { return qsizetype(start) + size; }
    NginxSpan span() const { return {start, end()}; }
    /// A part of a directive: its name or an argument.
    bool isWord() const { return kind() <= Kind::Unclosed; }
};
static_assert(sizeof(NginxToken) == 8);

} // namespace gw

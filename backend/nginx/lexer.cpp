// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/lexer.h"

#include <array>

namespace gw {
namespace {

enum : quint8 { Blank = 1, EndsWord = 2, Special = 4 };

constexpr std::array<quint8, 256> classes = [] {
    std::array<quint8, 256> table = {};
    for (const char c : {' ', '\t', '\r', '\n'})
        table[quint8(c)] = Blank | EndsWord;
    for (const char c : {';', '{'})
        table[quint8(c)] = EndsWord;
    for (const char c : {'\\', '$'})
        table[quint8(c)] = Special;
    return table;
}();

bool is(char c, quint8 mask)
{
    return classes[quint8(c)] & mask;
}

} // namespace

NginxLexer::NginxLexer(QByteArrayView text, NginxErrors &errors) : m_text(text), m_errors(errors), m_lua(text, errors)
{
}

void NginxLexer::held(qsizetype start, qsizetype last, char openQuote)
{
    // At the end of its buffer nginx moves the token to the front and reads on behind it; a token that fills all of the
    // buffer is refused. At the end of the file it no longer matters.
    const qsizetype size = m_text.size();
    last = qMin(last, size);
    if (last - start >= nginxBufferSize && size - start > nginxBufferSize)
        m_errors.tooLong(m_text, start, openQuote);
    if (last >= m_bufferEnd)
        m_bufferEnd = qMin(start + nginxBufferSize, size);
    if (last >= m_bufferEnd)
        m_bufferEnd = qMin(last + nginxBufferSize, size); // after an error: anything that goes on
}

qsizetype NginxLexer::heldByBlank(qsizetype end) const
{
    // A blank ends a token, but only the byte behind it becomes the next start.
    return end < m_text.size() && is(m_text[end], Blank) ? end + 1 : end;
}

void NginxLexer::skipBlanks()
{
    const qsizetype start = m_position;
    while (m_position < m_text.size() && is(m_text[m_position], Blank))
        ++m_position;
    while (m_bufferEnd <= m_position && m_bufferEnd < m_text.size()) {
        const qsizetype kept = m_bufferEnd == m_entry || m_bufferEnd <= start ? m_bufferEnd : m_bufferEnd - 1;
        m_bufferEnd = qMin(kept + nginxBufferSize, m_text.size());
    }
}

std::optional<NginxToken> NginxLexer::next()
{
    const bool wantsEnd = m_isAfterQuote && m_position < m_text.size() && !is(m_text[m_position], Blank);
    m_isAfterQuote = false;
    skipBlanks();
    if (m_position >= m_text.size())
        return {};
    const qsizetype start = m_position;
    const char c = m_text[start];
    if (wantsEnd && c != ';' && c != '{' && c != ')' && c != '}') // the parser says it of "}"
        m_errors.unexpected(c, start);
    switch (c) {
    case ';':
    case '{':
    case '}':
        m_entry = ++m_position;
        return NginxToken(c == ';'   ? NginxToken::Kind::Semicolon
                          : c == '{' ? NginxToken::Kind::Open
                                     : NginxToken::Kind::Close,
                          {start, m_position});
    case '#': return comment();
    case '"':
    case '\'': return quoted();
    default: return word();
    }
}

NginxToken NginxLexer::lua()
{
    const qsizetype start = m_position;
    m_position = m_lua.end(start, m_bufferEnd);
    m_entry = m_position;
    return {NginxToken::Kind::Lua, {start, m_position}};
}

NginxToken NginxLexer::comment()
{
    const qsizetype start = m_position;
    qsizetype end = m_text.indexOf('\n', start);
    held(start, end < 0 ? m_text.size() : end);
    if (end < 0)
        end = m_text.size();
    else if (m_text[end - 1] == '\r')
        --end;
    m_position = end;
    return {NginxToken::Kind::Comment, {start, end}};
}

NginxToken NginxLexer::word()
{
    const qsizetype size = m_text.size();
    const qsizetype start = m_position;
    const char *const text = m_text.data();
    qsizetype i = start;
    // The first byte never ends a word.
    if (!is(text[i], Special))
        ++i;
    while (i < size) {
        if (!is(text[i], EndsWord | Special)) {
            ++i;
        } else if (text[i] == '\\') {
            i = qMin(i + 2, size);
        } else if (text[i] == '$') {
            ++i;
            while (i < size && text[i] == '{') // "${" does not open a block
                ++i;
        } else {
            break;
        }
    }
    held(start, heldByBlank(i));
    m_position = i;
    return {NginxToken::Kind::Word, {start, i}};
}

qsizetype NginxLexer::closingQuote(qsizetype from, char quote) const
{
    const char *const text = m_text.data();
    for (qsizetype i = from; i < m_text.size(); ++i) {
        if (text[i] == quote)
            return i;
        if (text[i] == '\\')
            ++i;
    }
    return -1;
}

NginxToken NginxLexer::unclosed(qsizetype start)
{
    qsizetype end = m_text.indexOf('\n', start);
    if (end < 0)
        end = m_text.size();
    while (end > start + 1 && is(m_text[end - 1], Blank))
        --end;
    if (end > start + 1 && (m_text[end - 1] == ';' || m_text[end - 1] == '{'))
        --end;
    m_position = end;
    return {NginxToken::Kind::Unclosed, {start, end}};
}

NginxToken NginxLexer::quoted()
{
    const qsizetype size = m_text.size();
    const qsizetype start = m_position;
    const char quote = m_text[start];
    const qsizetype inner = start + 1;
    const qsizetype closing = closingQuote(inner, quote);
    if (closing < 0) {
        if (size - inner > nginxBufferSize)
            held(inner, size, quote);
        else
            m_errors.unexpectedEnd("\";\" or \"}\"", size);
        return unclosed(start);
    }
    const bool isOpenTooLong = closing - inner >= nginxBufferSize;
    held(inner, heldByBlank(closing + 1), isOpenTooLong ? quote : 0);
    const bool isFollowedWell = closing + 1 == size || is(m_text[closing + 1], EndsWord) ||
                                m_text[closing + 1] == ')' || m_text[closing + 1] == '}';
    // What is closed by the opening quote of another line was never closed.
    if (!isFollowedWell && m_text.sliced(inner, closing - inner).contains('\n')) {
        if (!isOpenTooLong)
            m_errors.unexpected(m_text[closing + 1], closing + 1);
        return unclosed(start);
    }
    m_position = closing + 1;
    m_isAfterQuote = true;
    return {NginxToken::Kind::Quoted, {start, m_position}};
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/lua.h"

#include "backend/nginx/lexer.h"

namespace gw {
namespace {

constexpr qsizetype halfBuffer = nginxBufferSize / 2;
/// Each of them costs the rest of the text: a bound for hostile texts.
constexpr int mostRunsToTheEnd = 8;

bool isBracket(QByteArrayView text, qsizetype at, qsizetype limit, char bracket, qsizetype &end)
{
    qsizetype i = at + 1;
    while (i < limit && text[i] == '=')
        ++i;
    end = i + 1;
    return i < limit && text[i] == bracket;
}

} // namespace

qsizetype NginxLua::stringEnd(qsizetype start, qsizetype limit)
{
    if (limit != m_stringLimit) {
        m_stringLimit = limit;
        m_noStringUntil = {0, 0};
    }
    const char quote = m_text[start];
    qsizetype &never = m_noStringUntil[quote == '"' ? 0 : 1];
    if (start < never)
        return -1;
    qsizetype i = start + 1;
    for (; i < limit && m_text[i] != '\n'; ++i) {
        if (m_text[i] == quote)
            return i + 1;
        if (m_text[i] == '\\' && i + 1 < limit && m_text[i + 1] != '\n')
            ++i;
    }
    // From an escaped quote on, the escapes fall on the same places: it begins no string either.
    never = i;
    return -1;
}

NginxLua::Found NginxLua::next(qsizetype start, qsizetype limit)
{
    for (qsizetype i = start; i < limit; ++i) {
        qsizetype end = i + 1;
        switch (m_text[i]) {
        case '{': return {Kind::Open, {i, end}};
        case '}': return {Kind::Close, {i, end}};
        case '[':
            if (isBracket(m_text, i, limit, '[', end))
                return {Kind::LongBracket, {i, end}, end - i - 2};
            break;
        case ']':
            if (isBracket(m_text, i, limit, ']', end))
                return {Kind::Other, {i, end}};
            break;
        case '-':
            if (end >= limit || m_text[end] != '-')
                break;
            if (i + 2 < limit && m_text[i + 2] == '[' && isBracket(m_text, i + 2, limit, '[', end))
                return {Kind::LongBracket, {i, end}, end - i - 4};
            end = m_text.first(limit).indexOf('\n', i);
            return {Kind::Other, {i, end < 0 ? limit : end}};
        case '"':
        case '\'':
            end = stringEnd(i, limit);
            if (end > 0)
                return {Kind::Other, {i, end}};
            break;
        default: break;
        }
    }
    return {Kind::Other, {limit, limit}, 0, false};
}

qsizetype NginxLua::closingBracket(const Found &opening, qsizetype limit) const
{
    const QByteArray closing = ']' + QByteArray(opening.level, '=') + ']';
    const qsizetype at = m_text.first(limit).indexOf(closing, opening.span.end);
    return at < 0 ? -1 : at + closing.size();
}

bool NginxLua::refill(qsizetype start, qsizetype position, qsizetype &bufferEnd, qsizetype lastOpen)
{
    if (bufferEnd >= m_text.size()) {
        m_errors.unexpectedEnd("terminating characters for lua code block", lastOpen);
        ++m_runsToTheEnd;
        return false;
    }
    if (bufferEnd - start >= nginxBufferSize) {
        m_errors.add("too long lua code block, probably missing terminating characters", position);
        return false;
    }
    bufferEnd = qMin(start + nginxBufferSize, m_text.size());
    return true;
}

qsizetype NginxLua::strictEnd(qsizetype start, qsizetype &bufferEnd)
{
    qsizetype lastOpen = start - 1;
    qsizetype position = start;
    for (int depth = 1;;) {
        const qsizetype tokenStart = position;
        Found found;
        for (qsizetype kept = position;;) {
            const bool isLow = bufferEnd - position < halfBuffer && bufferEnd < m_text.size();
            if ((position >= bufferEnd || isLow) && !refill(kept, tokenStart, bufferEnd, lastOpen))
                return -1;
            found = next(position, bufferEnd);
            if (found.isSomething)
                break;
            kept = position;
            position = bufferEnd; // whatever has begun in between is lost
            if (!refill(kept, tokenStart, bufferEnd, lastOpen))
                return -1;
        }
        position = found.span.end;
        if (found.kind == Kind::Open) {
            ++depth;
            lastOpen = found.span.start;
        } else if (found.kind == Kind::Close && --depth == 0) {
            return found.span.start;
        } else if (found.kind == Kind::LongBracket) {
            position = closingBracket(found, bufferEnd);
            if (position < 0) {
                m_errors.add("Lua code block missing the closing long bracket \"]" + QByteArray(found.level, '=') +
                                 "]\", the inlined Lua code may be too long",
                             found.span.start);
                return -1;
            }
        }
    }
}

qsizetype NginxLua::balancedEnd(qsizetype start)
{
    const qsizetype limit = m_text.size();
    int depth = 1;
    for (qsizetype position = start; position < limit;) {
        const Found found = next(position, limit);
        position = found.span.end;
        if (found.kind == Kind::Open) {
            ++depth;
        } else if (found.kind == Kind::Close && --depth == 0) {
            return found.span.start;
        } else if (found.kind == Kind::LongBracket && found.level < qsizetype(m_neverCloses.size())) {
            bool &never = m_neverCloses[size_t(found.level)];
            const qsizetype end = never ? -1 : closingBracket(found, limit);
            never = end < 0;
            position = qMax(position, end);
        }
    }
    ++m_runsToTheEnd;
    return -1;
}

qsizetype NginxLua::indentedEnd(qsizetype start) const
{
    const auto indentation = [this](qsizetype lineStart) {
        qsizetype i = lineStart;
        while (i < m_text.size() && (m_text[i] == ' ' || m_text[i] == '\t'))
            ++i;
        return i - lineStart;
    };
    const qsizetype own = indentation(m_text.first(start).lastIndexOf('\n') + 1);
    for (qsizetype line = m_text.indexOf('\n', start) + 1; line > 0; line = m_text.indexOf('\n', line) + 1) {
        const qsizetype width = indentation(line);
        if (width <= own && line + width < m_text.size() && m_text[line + width] == '}')
            return line + width;
    }
    return m_text.size();
}

qsizetype NginxLua::likelyEnd(qsizetype start)
{
    const qsizetype balanced = m_runsToTheEnd < mostRunsToTheEnd ? balancedEnd(start) : -1;
    return balanced >= 0 ? balanced : indentedEnd(start);
}

qsizetype NginxLua::end(qsizetype start, qsizetype &bufferEnd)
{
    if (!m_errors.isFull() && m_runsToTheEnd < mostRunsToTheEnd) {
        const qsizetype strict = strictEnd(start, bufferEnd);
        if (strict >= 0)
            return strict;
    }
    return likelyEnd(start);
}

} // namespace gw

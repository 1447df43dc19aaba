// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/words.h"

#include <QStringBuilder>

namespace gw {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Whether nginx decodes a backslash before `c`.
bool isDecoded(char c)
{
    return c == '"' || c == '\'' || c == '\\' || c == 't' || c == 'r' || c == 'n';
}

QByteArrayView withoutQuotes(QByteArrayView written, NginxToken::Kind kind)
{
    switch (kind) {
    case NginxToken::Kind::Quoted: return written.sliced(1).chopped(1);
    case NginxToken::Kind::Unclosed: return written.sliced(1);
    default: return written;
    }
}

bool needsQuotes(QByteArrayView value)
{
    // "${" at the start of a word opens a block in old versions of nginx.
    if (value.isEmpty() || value.startsWith("${") || QByteArrayView("#\"'}").contains(value.front()))
        return true;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char c = value[i];
        if (isBlank(c) || c == ';' || c == '{')
            return true;
        if (c == '\\' && i + 1 < value.size() && !isDecoded(value[i + 1]))
            ++i; // it hides the next one; otherwise it will be doubled
        else if (c == '$' && i + 1 < value.size() && value[i + 1] == '{')
            ++i;
    }
    return false;
}

/// Backslashes doubled where nginx would decode them, `quote` (if any) escaped.
QByteArray escaped(QByteArrayView value, QByteArrayView quote)
{
    QByteArray written;
    written.reserve(value.size() + 2);
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char c = value[i];
        if (c == '\\') {
            written += c;
            if (i + 1 == value.size() || isDecoded(value[i + 1]))
                written += c;
            else
                written += value[++i];
        } else {
            if (quote.contains(c))
                written += '\\';
            written += c;
        }
    }
    return written;
}

} // namespace

QByteArray nginxDecoded(QByteArrayView written, NginxToken::Kind kind)
{
    const QByteArrayView text = withoutQuotes(written, kind);
    if (!text.contains('\\'))
        return text.toByteArray();
    QByteArray value;
    value.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (text[i] != '\\' || !isDecoded(next)) {
            value += text[i];
            continue;
        }
        ++i;
        value += next == 't' ? '\t' : next == 'r' ? '\r' : next == 'n' ? '\n' : next;
    }
    return value;
}

QByteArray nginxSpelled(QByteArrayView value, NginxQuotes quotes)
{
    if (quotes == NginxQuotes::WhereNeeded) {
        if (!needsQuotes(value))
            return escaped(value, {});
        quotes = value.contains('"') && !value.contains('\'') ? NginxQuotes::Single : NginxQuotes::Double;
    }
    const QByteArray quote = quotes == NginxQuotes::Single ? "'" : "\"";
    return quote + escaped(value, quote) + quote;
}

} // namespace gw

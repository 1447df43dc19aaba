// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/lexer.h"

namespace gw {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

qsizetype skipBlanks(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

/// servconf.c: "Strip trailing whitespace. Allow \f (form feed) at EOL only".
QByteArrayView withoutTrailingBlanks(QByteArrayView line)
{
    while (!line.isEmpty() && (isBlank(line.back()) || line.back() == '\f'))
        line.chop(1);
    return line;
}

/// strdelim() of misc.c: takes the first word off `line` from `at` and says where the next one starts (-1: nowhere).
QByteArray takeKeyword(QByteArrayView line, qsizetype &at)
{
    const qsizetype start = at;
    while (at < line.size() && !isBlank(line[at]) && line[at] != '"' && line[at] != '=')
        ++at;
    QByteArray word = line.sliced(start, at - start).toByteArray();
    if (at == line.size()) {
        at = -1;
        return word;
    }
    if (line[at] == '"') {
        const qsizetype close = line.indexOf('"', at + 1);
        if (close < 0) {
            at = -1;
            return {};
        }
        word += line.sliced(at + 1, close - at - 1).toByteArray();
        at = skipBlanks(line, close + 1);
        return word;
    }
    const bool equalsSign = line[at] == '=';
    at = skipBlanks(line, at + 1);
    // Only one "=" is skipped.
    if (!equalsSign && at < line.size() && line[at] == '=')
        at = skipBlanks(line, at + 1);
    return word;
}

bool isEscaped(QByteArrayView text, qsizetype backslash, char quote)
{
    if (backslash + 1 >= text.size())
        return false;
    const char next = text[backslash + 1];
    return next == '\'' || next == '"' || next == '\\' || (quote == 0 && next == ' ');
}

/// argv_split() of misc.c with terminate_on_comment. False: a quote is not closed.
bool splitArguments(QByteArrayView text, QList<QByteArray> &arguments, qsizetype &commentStart)
{
    qsizetype i = 0;
    while (i < text.size()) {
        if (text[i] == ' ' || text[i] == '\t') {
            ++i;
            continue;
        }
        if (text[i] == '#') {
            commentStart = i;
            return true;
        }
        QByteArray word;
        char quote = 0;
        for (; i < text.size(); ++i) {
            const char c = text[i];
            if (c == '\\')
                word += isEscaped(text, i, quote) ? text[++i] : c;
            else if (quote == 0 && (c == ' ' || c == '\t'))
                break;
            else if (quote == 0 && (c == '"' || c == '\''))
                quote = c;
            else if (quote != 0 && c == quote)
                quote = 0;
            else
                word += c;
        }
        if (quote != 0)
            return false;
        arguments.append(word);
    }
    return true;
}

} // namespace

SshdWords sshdWords(QByteArrayView line)
{
    SshdWords words;
    line = withoutTrailingBlanks(line);
    qsizetype at = skipBlanks(line, 0);
    words.keywordStart = at;
    if (at == line.size())
        return words;
    if (line[at] == '#') {
        words.commentStart = at;
        return words;
    }
    // sshd reads C strings: what follows a NUL byte runs into the next line.
    words.broken = line.contains('\0');
    words.keyword = takeKeyword(line, at);
    if (words.keyword.isEmpty() && at >= 0) {
        // strdelim() gives an empty word for an "=" in front; servconf.c then asks once more.
        words.keyword = takeKeyword(line, at);
    }
    if (words.keyword.isEmpty() || at < 0 || at >= line.size()) {
        words.broken = true;
        return words;
    }
    words.rest = line.sliced(at).toByteArray();
    qsizetype comment = -1;
    if (!splitArguments(words.rest, words.arguments, comment))
        words.broken = true;
    if (comment >= 0)
        words.commentStart = at + comment;
    return words;
}

} // namespace gw

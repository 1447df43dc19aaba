// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/edit.h"

#include "backend/sshd/lexer.h"

#include <algorithm>

namespace gw {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

qsizetype withoutBlanks(QByteArrayView text, qsizetype end)
{
    while (end > 0 && isBlank(text[end - 1]))
        --end;
    return end;
}

/// Where the arguments of a directive stand in its line.
struct Arguments {
    qsizetype start = 0;
    qsizetype end = 0;
};

Arguments argumentsOf(const QByteArray &text)
{
    const SshdWords words = sshdWords(text);
    const qsizetype end = withoutBlanks(text, text.size());
    return {end - words.rest.size(), words.commentStart < 0 ? end : withoutBlanks(text, words.commentStart)};
}

/// As the file ends its lines.
QByteArray lineEnding(const SshdFile &file)
{
    return !file.lines.isEmpty() && file.lines.first().text.endsWith("\r\n") ? "\r\n" : "\n";
}

SshdFile reparsed(const SshdFile &file, const QList<SshdLine> &lines)
{
    QByteArray bytes;
    for (const SshdLine &line : lines)
        bytes += line.text;
    return SshdFile::parse(file.path, bytes);
}

/// `text` (without line ending) becomes the line at `index`.
SshdFile withInserted(const SshdFile &file, qsizetype index, const QByteArray &text)
{
    const QByteArray ending = lineEnding(file);
    QList<SshdLine> lines = file.lines;
    if (index > 0 && !lines[index - 1].text.endsWith('\n'))
        lines[index - 1].text += ending;
    SshdLine line;
    line.text = text + ending;
    lines.insert(index, line);
    return reparsed(file, lines);
}

bool isExampleOf(const SshdLine &line, const QByteArray &keyword)
{
    if (line.kind != SshdLine::Kind::Comment || line.match >= 0 || !line.text.startsWith('#'))
        return false;
    const QByteArray rest = line.text.mid(1);
    return rest.toLower().startsWith(keyword.toLower()) && rest.size() > keyword.size() &&
           isBlank(rest[keyword.size()]);
}

qsizetype placeOfGlobalLine(const SshdFile &file, const QByteArray &keyword)
{
    const auto &lines = file.lines;
    const auto firstMatch =
        std::find_if(lines.cbegin(), lines.cend(), [](const SshdLine &line) { return line.match >= 0; });
    qsizetype place = firstMatch - lines.cbegin();
    for (qsizetype i = place; i > 0; --i) {
        if (isExampleOf(lines[i - 1], keyword))
            return i;
    }
    while (firstMatch != lines.cend() && place > 0 && lines[place - 1].kind == SshdLine::Kind::Comment)
        --place;
    return place;
}

} // namespace

SshdFile sshdWithArguments(const SshdFile &file, int number, const QByteArray &arguments)
{
    QList<SshdLine> lines = file.lines;
    QByteArray &text = lines[number - 1].text;
    const Arguments place = argumentsOf(text);
    text.replace(place.start, place.end - place.start, arguments);
    return reparsed(file, lines);
}

SshdFile sshdWithLineBelow(const SshdFile &file, int number, const QByteArray &arguments)
{
    const QByteArray &text = file.lines[number - 1].text;
    return withInserted(file, number, text.first(argumentsOf(text).start) + arguments);
}

SshdFile sshdWithGlobalLine(const SshdFile &file, const QByteArray &keyword, const QByteArray &arguments)
{
    return withInserted(file, placeOfGlobalLine(file, keyword), keyword + ' ' + arguments);
}

SshdFile sshdWithoutLine(const SshdFile &file, int number)
{
    QList<SshdLine> lines = file.lines;
    lines.removeAt(number - 1);
    return reparsed(file, lines);
}

} // namespace gw

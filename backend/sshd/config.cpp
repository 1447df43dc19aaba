// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/config.h"

#include "backend/sshd/lexer.h"

namespace gw {
namespace {

QByteArrayView withoutLineEnding(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

/// QString::fromUtf8() drops a byte order mark; for sshd it is part of the keyword.
QString decoded(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    return bytes.startsWith("\xef\xbb\xbf") ? QChar(QChar::ByteOrderMark) + text : text;
}

SshdLine parsedLine(QByteArrayView text, int number)
{
    const QByteArrayView content = withoutLineEnding(text);
    const SshdWords words = sshdWords(content);
    SshdLine line;
    line.text = text.toByteArray();
    line.number = number;
    line.keyword = decoded(words.keyword);
    line.arguments = words.arguments;
    if (words.commentStart >= 0)
        line.trailingComment = content.sliced(words.commentStart).toByteArray();
    if (words.broken)
        line.kind = SshdLine::Kind::Broken;
    else if (!words.keyword.isEmpty())
        line.kind = SshdLine::Kind::Directive;
    else
        line.kind = words.commentStart >= 0 ? SshdLine::Kind::Comment : SshdLine::Kind::Blank;
    return line;
}

} // namespace

SshdEffective SshdEffective::parse(QByteArrayView printed)
{
    SshdEffective effective;
    for (QByteArrayView rest = printed; !rest.isEmpty();) {
        const qsizetype end = rest.indexOf('\n');
        const QByteArray line = (end < 0 ? rest : rest.first(end)).toByteArray().trimmed();
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        const qsizetype space = line.indexOf(' ');
        if (line.isEmpty())
            continue;
        const QByteArray keyword = (space < 0 ? line : line.left(space)).toLower();
        const QByteArray value = space < 0 ? QByteArray() : line.mid(space + 1).trimmed();
        effective.values[QString::fromUtf8(keyword)].append(UntrustedText::fromBytes(value));
    }
    return effective;
}

QString SshdEffective::value(const QString &keyword) const
{
    const auto found = values.constFind(keyword);
    return found == values.cend() || found->isEmpty() ? QString() : found->first().raw();
}

SshdFile SshdFile::parse(RemotePath path, QByteArrayView bytes)
{
    SshdFile file;
    file.path = std::move(path);
    int match = -1;
    int number = 0;
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const qsizetype size = end < 0 ? bytes.size() : end + 1;
        SshdLine line = parsedLine(bytes.first(size), ++number);
        bytes = bytes.sliced(size);
        if (line.keyword.compare(QLatin1String("match"), Qt::CaseInsensitive) == 0)
            match = int(file.lines.size());
        line.match = match;
        file.lines.append(std::move(line));
    }
    return file;
}

QByteArray SshdFile::printed() const
{
    QByteArray bytes;
    for (const SshdLine &line : lines)
        bytes += line.text;
    return bytes;
}

} // namespace gw

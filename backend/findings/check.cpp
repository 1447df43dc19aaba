// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/check.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gw {

RuleOutcome withoutFacts(const Gap &gap)
{
    if (gap.reason == Gap::Reason::NotInstalled)
        return NotApplicable{gap.text()};
    return notChecked(gap);
}

NotChecked notChecked(const Gap &gap)
{
    return NotChecked{gap.text()};
}

NotChecked notChecked(const UnreadFile &file)
{
    return NotChecked{QCoreApplication::translate("rules", "%1: %2", "a file, and why it could not be read")
                          .arg(file.path.shown(), file.gap.text())};
}

RuleOutcome withRest(const QList<Finding> &findings, const std::optional<NotChecked> &rest)
{
    if (!rest)
        return findings;
    if (findings.isEmpty())
        return *rest;
    return PartlyChecked{findings, QCoreApplication::translate("rules", "the rest: %1",
                                                               "%1 is why a rule could not look everywhere: needs root")
                                       .arg(rest->reason)};
}

RuleOutcome unlessUnread(const Facts &facts, UnreadFile::Topic topic, QList<Finding> findings)
{
    const UnreadFile *unread = firstUnread(facts, topic);
    return withRest(findings, unread ? std::optional(notChecked(*unread)) : std::nullopt);
}

SourceRange lineOf(const RemotePath &file, int line)
{
    SourceRange where;
    where.file = file;
    where.line = line;
    where.endLine = line;
    return where;
}

Evidence linesSeen(const RemotePath &file, int first, int last, QByteArrayView lines)
{
    const QString which = first == last ? QString::number(first) : QStringLiteral("%1,%2").arg(first).arg(last);
    QByteArray text = lines.toByteArray();
    text.replace("\r\n", "\n");
    for (const char end : {'\n', '\r'}) {
        if (text.endsWith(end))
            text.chop(1);
    }
    return {QStringLiteral("sed -n %1p %2").arg(which, file.shown()), UntrustedText::fromBytes(text)};
}

Evidence linesOfFile(const FileFact &file, int first, int last)
{
    const QByteArrayList lines = file.content.split('\n').mid(qMax(0, first - 1), qMax(1, last - first + 1));
    return linesSeen(file.path, first, last, lines.join('\n'));
}

Evidence lineOfFile(const QList<FileFact> &files, const SourceRange &where, const UntrustedText &said)
{
    for (const FileFact &file : files) {
        if (file.path == where.file)
            return linesOfFile(file, where.line, where.line);
    }
    return {QStringLiteral("sed -n %1p %2").arg(where.line).arg(where.file.shown()), said};
}

Evidence processProof(qint64 pid, const UntrustedText &user, const UntrustedText &commandLine)
{
    return {QStringLiteral("stat -c %U /proc/%1; tr '\\0' ' ' </proc/%1/cmdline").arg(pid),
            UntrustedText(QStringLiteral("%1\n%2").arg(user.raw(), commandLine.raw()))};
}

int firstLine(QByteArrayView content, const QRegularExpression &pattern)
{
    const QStringList lines = QString::fromUtf8(content).split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (pattern.match(lines[i]).hasMatch())
            return int(i) + 1;
    }
    return 0;
}

} // namespace gw

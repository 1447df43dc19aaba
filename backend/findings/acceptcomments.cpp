// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/acceptcomments.h"

#include <QRegularExpression>

namespace gw {
namespace {

void collect(const FileFact &file, QList<AcceptComment> &comments)
{
    static const QRegularExpression pattern(
        QStringLiteral("[#;]\\s*gatewright:\\s*accept\\s+([A-Za-z0-9.-]+)[ \\t]*([^\\r\\n]*)"));
    static const QRegularExpression matchLine(QStringLiteral("^\\s*match[\\s=]"),
                                              QRegularExpression::CaseInsensitiveOption);
    if (!file.content.contains("gatewright:"))
        return;
    int number = 0;
    bool inMatchBlock = false;
    for (const QByteArray &line : file.content.split('\n')) {
        ++number;
        inMatchBlock = inMatchBlock || matchLine.match(QString::fromUtf8(line)).hasMatch();
        if (!line.contains("gatewright:"))
            continue;
        const QRegularExpressionMatch match = pattern.match(QString::fromUtf8(line));
        if (match.hasMatch())
            comments.append({file.path, number, RuleId(match.captured(1)),
                             UntrustedText(match.captured(2).trimmed()).shown(), inMatchBlock});
    }
}

} // namespace

QList<AcceptComment> acceptComments(const Facts &facts)
{
    QList<AcceptComment> comments;
    for (const FileFact *file : configurationFiles(facts))
        collect(*file, comments);
    return comments;
}

bool accepts(const AcceptComment &comment, const Finding &finding)
{
    if (comment.reason.isEmpty() || comment.rule != finding.rule || comment.file != finding.where.file)
        return false;
    if (finding.where.line == 0)
        return !comment.inMatchBlock;
    return comment.line == finding.where.line || comment.line + 1 == finding.where.line;
}

} // namespace gw

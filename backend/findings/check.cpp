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

RuleOutcome unlessUnread(const Facts &facts, UnreadFile::Topic topic, QList<Finding> findings)
{
    if (const UnreadFile *unread = firstUnread(facts, topic); unread && findings.isEmpty())
        return notChecked(*unread);
    return findings;
}

SourceRange lineOf(const RemotePath &file, int line)
{
    SourceRange where;
    where.file = file;
    where.line = line;
    where.endLine = line;
    return where;
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

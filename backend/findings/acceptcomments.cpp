// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/acceptcomments.h"

#include <QRegularExpression>
#include <QSet>

namespace gw {
namespace {

QList<FileFact> configurationFiles(const Facts &facts)
{
    QList<FileFact> files;
    if (facts.sshd)
        files += facts.sshd->files;
    if (facts.nginx && facts.nginx->tree)
        files += *facts.nginx->tree;
    if (facts.fail2ban)
        files += facts.fail2ban->files;
    if (facts.certificates.lineages) {
        for (const Lineage &lineage : *facts.certificates.lineages)
            files += lineage.renewal;
    }
    if (facts.aiServices) {
        for (const AiService &service : *facts.aiServices)
            files += service.files;
    }
    return files;
}

void collect(const FileFact &file, QList<AcceptComment> &comments)
{
    static const QRegularExpression pattern(
        QStringLiteral("[#;]\\s*gatewright:\\s*accept\\s+([A-Za-z0-9.-]+)[ \\t]*([^\\r\\n]*)"));
    int number = 0;
    for (const QByteArray &line : file.content.split('\n')) {
        ++number;
        if (!line.contains("gatewright:"))
            continue;
        const QRegularExpressionMatch match = pattern.match(QString::fromUtf8(line));
        if (match.hasMatch())
            comments.append(
                {file.path, number, RuleId(match.captured(1)), UntrustedText(match.captured(2).trimmed()).shown()});
    }
}

} // namespace

QList<AcceptComment> acceptComments(const Facts &facts)
{
    QList<AcceptComment> comments;
    QSet<RemotePath> seen; // several services may name the same file
    for (const FileFact &file : configurationFiles(facts)) {
        if (file.path.isEmpty() || seen.contains(file.path))
            continue;
        seen.insert(file.path);
        collect(file, comments);
    }
    return comments;
}

} // namespace gw

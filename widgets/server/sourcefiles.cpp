// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/server/sourcefiles.h"

namespace gw {
const FileFact *sourceFile(const Facts &facts, const RemotePath &path)
{
    for (const FileFact *file : configurationFiles(facts)) {
        if (file->path == path && !file->content.isEmpty())
            return file;
    }
    return nullptr;
}

QString effectiveText(const Facts &facts, const QString &topic)
{
    if (topic != QLatin1String("sshd") || !facts.sshd || !facts.sshd->effective)
        return {};
    QStringList lines;
    const auto &values = facts.sshd->effective->values;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        for (const UntrustedText &value : it.value())
            lines << QStringLiteral("%1 %2").arg(UntrustedText(it.key()).shown(80), value.shown(4000));
    }
    return lines.join(u'\n');
}

QList<int> effectiveLines(const QString &effective, const Finding &finding)
{
    const QString keyword = finding.effective.raw().section(u' ', 0, 0).toLower();
    QList<int> lines;
    if (keyword.isEmpty())
        return lines;
    int number = 0;
    for (const QStringView line : QStringView(effective).split(u'\n')) {
        ++number;
        if (line.startsWith(keyword) && line.size() > keyword.size() && line[keyword.size()] == u' ')
            lines << number;
    }
    return lines;
}

} // namespace gw

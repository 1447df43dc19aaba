// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/server/sourcefiles.h"

namespace gw {
namespace {

const FileFact *among(const QList<FileFact> &files, const RemotePath &path)
{
    const auto found =
        std::find_if(files.cbegin(), files.cend(), [&](const FileFact &file) { return file.path == path; });
    return found == files.cend() ? nullptr : &*found;
}

} // namespace

const FileFact *sourceFile(const Facts &facts, const RemotePath &path)
{
    if (path.isEmpty())
        return nullptr;
    const FileFact *found = nullptr;
    if (facts.sshd)
        found = among(facts.sshd->files, path);
    if (!found && facts.nginx && facts.nginx->tree)
        found = among(*facts.nginx->tree, path);
    if (!found && facts.fail2ban)
        found = among(facts.fail2ban->files, path);
    if (!found && facts.certificates.lineages) {
        for (const Lineage &lineage : *facts.certificates.lineages) {
            if (lineage.renewal.path == path)
                found = &lineage.renewal;
        }
    }
    if (!found && facts.aiServices) {
        for (const AiService &service : *facts.aiServices) {
            if (!found)
                found = among(service.files, path);
        }
    }
    return found && !found->content.isEmpty() ? found : nullptr;
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

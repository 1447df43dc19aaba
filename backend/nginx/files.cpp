// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/files.h"

#include <cerrno>

namespace gw {

NginxFiles NginxFiles::of(const QMap<RemotePath, QByteArray> &files)
{
    NginxFiles made;
    made.content = [files](const RemotePath &path) -> Content {
        const auto found = files.constFind(path);
        return found == files.cend() ? Content{{}, ENOENT} : Content{*found, 0};
    };
    made.names = [files](const QByteArray &folder) {
        QList<QByteArray> names;
        for (auto it = files.lowerBound(RemotePath(folder)); it != files.cend(); ++it) {
            if (!it.key().bytes().startsWith(folder))
                break;
            const QByteArray rest = it.key().bytes().mid(folder.size());
            const qsizetype slash = rest.indexOf('/');
            const QByteArray name = slash < 0 ? rest : rest.first(slash);
            if (names.isEmpty() || names.last() != name)
                names.append(name);
        }
        return names;
    };
    return made;
}

NginxFiles NginxFiles::of(const NginxDump &dump)
{
    QMap<RemotePath, QByteArray> files;
    for (const NginxDump::File &file : dump.files)
        files.insert(file.path, file.content);
    return of(files);
}

} // namespace gw

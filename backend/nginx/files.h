// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/remotepath.h"
#include "backend/nginx/dump.h"

#include <QMap>
#include <functional>

namespace gw {

/// Where the files of a configuration come from: a folder, a server, `nginx -T`. Paths are as nginx names them.
struct NginxFiles {
    struct Content {
        QByteArray bytes;
        int error = 0; ///< what open(2) or read(2) failed with; 0: none
    };
    std::function<Content(const RemotePath &)> content;
    /// What stands in a folder (its path ends in "/"), in any order; nothing where there is no such folder.
    std::function<QList<QByteArray>(const QByteArray &folder)> names;

    /// These and no others.
    static NginxFiles of(const QMap<RemotePath, QByteArray> &files);
    static NginxFiles of(const NginxDump &dump);
};

} // namespace gw

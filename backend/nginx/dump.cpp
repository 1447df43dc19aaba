// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/dump.h"

namespace gw {
namespace {

constexpr QByteArrayView heading = "# configuration file ";

/// The path, if the line is a heading.
QByteArrayView pathIn(QByteArrayView line)
{
    if (!line.startsWith(heading) || !line.endsWith(':'))
        return {};
    const QByteArrayView path = line.sliced(heading.size()).chopped(1);
    return path.startsWith('/') ? path : QByteArrayView();
}

} // namespace

NginxDump NginxDump::parse(QByteArrayView printed)
{
    NginxDump dump;
    RemotePath path;
    qsizetype contentStart = 0;
    const auto finish = [&](qsizetype end) {
        QByteArray content = printed.sliced(contentStart, end - contentStart).toByteArray();
        if (path.isEmpty()) {
            dump.preface = content;
            return;
        }
        // nginx ends each file with a line feed of its own (ngx_dump_config in src/core/nginx.c).
        if (content.endsWith('\n'))
            content.chop(1);
        dump.files.append({path, content});
    };
    for (qsizetype start = 0; start < printed.size();) {
        qsizetype end = printed.indexOf('\n', start);
        if (end < 0)
            end = printed.size();
        if (const QByteArrayView found = pathIn(printed.sliced(start, end - start)); !found.isEmpty()) {
            finish(start);
            path = RemotePath(found.toByteArray());
            contentStart = qMin(end + 1, printed.size());
        }
        start = end + 1;
    }
    finish(printed.size());
    return dump;
}

} // namespace gw

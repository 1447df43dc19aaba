// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/route.h"

#include <QList>

namespace gw::test {

/// One file of tests/nginx/data/routes, whose README.md says how it is written.
struct RouteCase {
    struct Request {
        QByteArray line;    ///< as written, for messages
        NginxRequest asked; ///< without its port
        int portNumber = 1;
        /// Byte for byte what is sent.
        QByteArray bytes() const;
    };
    QByteArray config;
    QList<Request> requests;
    QMap<QString, QByteArray> files; ///< by name: written as they are, or, of content files, empty

    static RouteCase read(const QString &path);
    /// So many more requests, mixed from hosts, targets and methods of the written ones and changed a little: always
    /// the same.
    QList<Request> mixed(int count) const;
};

} // namespace gw::test

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/remotepath.h"

#include <QList>

namespace gw {

/// What `nginx -T` printed, taken apart at its "# configuration file PATH:" lines.
struct NginxDump {
    struct File {
        RemotePath path;
        QByteArray content; ///< byte for byte
        friend bool operator==(const File &, const File &) = default;
    };
    QByteArray preface; ///< what stands before the first file: the verdict of the test
    QList<File> files;  ///< in the order nginx read them

    static NginxDump parse(QByteArrayView printed);
    friend bool operator==(const NginxDump &, const NginxDump &) = default;
};

} // namespace gw

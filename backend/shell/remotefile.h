// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/remotepath.h"
#include "backend/shell/script.h"

namespace gw {

/// A file as it was when it was read, with what is needed to write it back unchanged in kind.
struct RemoteFile {
    RemotePath realPath; ///< without symbolic links
    quint32 mode = 0;    ///< permission bits
    QByteArray owner;
    QByteArray group;
    qint64 modified = 0; ///< seconds since 1970
    QByteArray content;
    friend bool operator==(const RemoteFile &, const RemoteFile &) = default;
};

/// Reads a regular file. Only a whole file comes back: its length and SHA-256 are checked, a file that changed while it
/// was read is refused (Failed), and so is one above `limit` bytes (TooLarge).
Result<RemoteFile> readFile(Shell &shell, const RemotePath &path, qint64 limit, const Elevation &elevation,
                            std::stop_token stop);

} // namespace gw

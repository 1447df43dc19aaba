// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/remotepath.h"

#include <QByteArray>
#include <QMap>

namespace gw {

/// Who may do what with a file.
struct FileAttributes {
    quint32 mode = 0644; ///< permission bits, setuid and the like included
    QByteArray owner = "root";
    QByteArray group = "root";
    friend bool operator==(const FileAttributes &, const FileAttributes &) = default;
};

/// Lower-case hexadecimal SHA-256.
QByteArray contentHash(const QByteArray &content);

/// One file of a server as it was at one moment, whole and unmasked: what a plan is made from and what it expects to
/// find. A plan never rests on FileFact, whose secrets are masked.
struct FileState {
    enum class Kind { Missing, Regular, Link };
    Kind kind = Kind::Missing;
    QByteArray content;        ///< of the file, through links
    QByteArray linkTarget;     ///< Kind::Link: what readlink(1) says; content is that of the file it leads to
    FileAttributes attributes; ///< of the file, through links

    bool exists() const { return kind != Kind::Missing; }
    /// contentHash() of `content`, "-" for a missing file.
    QByteArray hash() const;
    friend bool operator==(const FileState &, const FileState &) = default;
};

/// What was read for a plan: one entry for every path that was asked for, missing files included.
using FileStates = QMap<RemotePath, FileState>;

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/remotepath.h"
#include "backend/base/result.h"
#include "backend/base/untrustedtext.h"

#include <QList>
#include <QMap>
#include <optional>

namespace gw {

/// What `sshd -T` prints: lower-case keyword → its values in order (several lines: several values).
struct SshdEffective {
    QMap<QString, QList<UntrustedText>> values;

    static SshdEffective parse(QByteArrayView printed);
    /// First value, raw; empty if the keyword was not printed.
    QString value(const QString &keyword) const;
    bool has(const QString &keyword) const { return values.contains(keyword); }
    friend bool operator==(const SshdEffective &, const SshdEffective &) = default;
};

/// One line of an sshd_config file, with every byte of it (sshd_config(5)).
struct SshdLine {
    enum class Kind { Blank, Comment, Directive, Broken };
    Kind kind = Kind::Blank;
    QByteArray text;             ///< the line with its line ending: printing all lines gives the file back
    QString keyword;             ///< as written
    QList<QByteArray> arguments; ///< unquoted
    QByteArray trailingComment;
    int number = 0; ///< from 1
    int match = -1; ///< index of the Match line that holds it, within its file; -1: global
    friend bool operator==(const SshdLine &, const SshdLine &) = default;
};

/// One file, lossless: printed() is byte for byte what was parsed.
struct SshdFile {
    RemotePath path;
    QList<SshdLine> lines;

    static SshdFile parse(RemotePath path, QByteArrayView bytes);
    QByteArray printed() const;
    friend bool operator==(const SshdFile &, const SshdFile &) = default;
};

/// Where a value comes from.
struct SshdOrigin {
    RemotePath file;
    int line = 0;
    int column = 0;
    friend bool operator==(const SshdOrigin &, const SshdOrigin &) = default;
};

} // namespace gw

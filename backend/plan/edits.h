// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace gw {

/// Parts of a text, in order and without gaps: its lines, or the words of a line. They point into the text.
using Pieces = QList<QByteArrayView>;

/// With their line ends; the last one may lack it.
Pieces linesOf(const QByteArray &text);

/// `removed` pieces from `before` on became `added` pieces from `after` on; counted from 0.
struct Edit {
    qsizetype before = 0;
    qsizetype removed = 0;
    qsizetype after = 0;
    qsizetype added = 0;
    friend bool operator==(const Edit &, const Edit &) = default;
};

/// What leads from one to the other, in order; between two edits is at least one piece that stayed. Bounded in time and
/// memory: what differs too much is one edit.
QList<Edit> editsOf(const Pieces &before, const Pieces &after);

} // namespace gw

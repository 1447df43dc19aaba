// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/diff.h"

namespace gw {

/// Two or three texts of one file, laid out in columns whose rows belong together.
struct Comparison {
    /// A line in a column; Absent: this text has no line here.
    struct Cell {
        enum class Kind { Absent, Same, Removed, Added };
        Kind kind = Kind::Absent;
        int before = 0; ///< line number in the first text, from 1; 0: not shown here
        int after = 0;  ///< and in the text of the column
        QByteArray text;
        QList<DiffLine::Span> changed; ///< bytes of `text`
        bool endsOpen = false;         ///< the last line, without a line break
        friend bool operator==(const Cell &, const Cell &) = default;
    };
    using Row = QList<Cell>;

    int columns = 1;
    QList<Row> rows;
    int added = 0; ///< lines, of the last text against the first
    int removed = 0;
    friend bool operator==(const Comparison &, const Comparison &) = default;
};

/// One column, with both line numbers.
Comparison unified(const QByteArray &before, const QByteArray &after);
/// Two columns.
Comparison besideEachOther(const QByteArray &before, const QByteArray &after);
/// Three columns: what both started from, what others made of it, what we want to make of it.
Comparison threeWay(const QByteArray &base, const QByteArray &theirs, const QByteArray &ours);

/// Which rows are shown and which are folded.
QList<DiffStretch> stretchesOf(const Comparison &comparison);

} // namespace gw

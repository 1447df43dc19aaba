// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <optional>

namespace gw {

/// One line of a comparison; `text` has its line end.
struct DiffLine {
    enum class Kind { Same, Removed, Added };
    struct Span {
        int start = 0; ///< bytes in `text`
        int length = 0;
        friend bool operator==(const Span &, const Span &) = default;
    };
    Kind kind = Kind::Same;
    QByteArray text;
    int before = 0; ///< line number from 1; 0: not in it
    int after = 0;
    QList<Span> changed = {}; ///< what differs from the paired line
    friend bool operator==(const DiffLine &, const DiffLine &) = default;
};

/// Every line of both texts, in the order of a unified diff (Myers, "An O(ND) Difference Algorithm", 1986; bounded:
/// what differs too much is one block of removed and one of added lines).
QList<DiffLine> diffOf(const QByteArray &before, const QByteArray &after);

/// One row of a side-by-side view: a line on each side, or a line beside a gap.
struct DiffRow {
    std::optional<DiffLine> left;
    std::optional<DiffLine> right;
    friend bool operator==(const DiffRow &, const DiffRow &) = default;
};
QList<DiffRow> sideBySide(const QList<DiffLine> &lines);

/// Neighbouring lines or rows that a page shows, or folds into "… 120 unchanged lines …".
struct DiffStretch {
    enum class Kind { Shown, Folded };
    Kind kind = Kind::Shown;
    qsizetype first = 0; ///< index of the first one
    qsizetype count = 0;
    friend bool operator==(const DiffStretch &, const DiffStretch &) = default;
};
/// All of them in order; what is unchanged and further than `context` from a change is folded, if it is worth a fold.
QList<DiffStretch> stretchesOf(const QList<DiffLine> &lines, qsizetype context = 3);
QList<DiffStretch> stretchesOf(const QList<DiffRow> &rows, qsizetype context = 3);

/// As `diff -u` prints it, with "\ No newline at end of file"; empty when both are equal. `patch` takes it.
QByteArray unifiedDiff(const QByteArray &nameBefore, const QByteArray &nameAfter, const QByteArray &before,
                       const QByteArray &after, int context = 3);

/// Three-way merge by lines, as `diff3 -m -E` does it: what both changed alike is taken once, changes that overlap or
/// touch are a conflict.
struct Merge {
    QByteArray text; ///< with conflict marks when there are conflicts
    int conflicts = 0;
    QList<int> conflictLines = {}; ///< where in the base each of them begins, from 1
    friend bool operator==(const Merge &, const Merge &) = default;
};
Merge mergeOf(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs);

} // namespace gw

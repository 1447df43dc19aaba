// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/comparison.h"

namespace gw {
namespace {

using Cell = Comparison::Cell;

Cell cellOf(const DiffLine &line)
{
    Cell cell;
    cell.kind = line.kind == DiffLine::Kind::Same      ? Cell::Kind::Same
                : line.kind == DiffLine::Kind::Removed ? Cell::Kind::Removed
                                                       : Cell::Kind::Added;
    cell.before = line.before;
    cell.after = line.after;
    cell.text = line.text;
    cell.changed = line.changed;
    cell.endsOpen = !cell.text.endsWith('\n');
    if (!cell.endsOpen)
        cell.text.chop(1);
    return cell;
}

/// Of a column that has one line number.
Cell sideOf(const std::optional<DiffLine> &line, bool left)
{
    if (!line)
        return {};
    Cell cell = cellOf(*line);
    (left ? cell.after : cell.before) = 0;
    return cell;
}

void count(const QList<DiffLine> &lines, Comparison &comparison)
{
    for (const DiffLine &line : lines) {
        comparison.added += line.kind == DiffLine::Kind::Added;
        comparison.removed += line.kind == DiffLine::Kind::Removed;
    }
}

/// One of the two changed texts, walked along the lines of the text that both started from.
class Side {
public:
    explicit Side(QList<DiffLine> lines) : m_lines(std::move(lines)) {}

    bool isAtEnd() const { return m_at == m_lines.size(); }
    bool isAtSame() const { return !isAtEnd() && m_lines[m_at].kind == DiffLine::Kind::Same; }
    /// The line of the base that comes next, from 1; past its end: one more than it has.
    int base() const { return m_base; }

    void takeSame(Comparison::Row &row)
    {
        row << sideOf(m_lines[m_at++], false);
        ++m_base;
    }
    /// What stands here up to the base's line `end`, without what was removed; at least the change that begins here.
    QList<Cell> takeUpTo(int end)
    {
        QList<Cell> cells;
        while (!isAtEnd() && (m_base < end || !isAtSame())) {
            const DiffLine &line = m_lines[m_at++];
            m_base += line.kind != DiffLine::Kind::Added;
            if (line.kind != DiffLine::Kind::Removed)
                cells << sideOf(line, false);
        }
        return cells;
    }
    /// Where the change that begins here ends in the base.
    int endOfChange() const
    {
        int end = m_base;
        for (qsizetype i = m_at; i < m_lines.size() && m_lines[i].kind != DiffLine::Kind::Same; ++i)
            end += m_lines[i].kind == DiffLine::Kind::Removed;
        return end;
    }
    /// The same from the base's line `line` on, which may lie behind.
    int endOfChangeFrom(int line) const
    {
        int base = m_base;
        qsizetype i = m_at;
        while (i < m_lines.size() && base < line)
            base += m_lines[i++].kind != DiffLine::Kind::Added;
        int end = base;
        for (; i < m_lines.size() && m_lines[i].kind != DiffLine::Kind::Same; ++i)
            end += m_lines[i].kind == DiffLine::Kind::Removed;
        return qMax(line, end);
    }

private:
    QList<DiffLine> m_lines;
    qsizetype m_at = 0;
    int m_base = 1;
};

QList<QByteArray> linesOf(const QByteArray &text)
{
    QList<QByteArray> lines;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = text.indexOf('\n', from);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines << text.mid(from, next - from);
        from = next;
    }
    return lines;
}

} // namespace

Comparison unified(const QByteArray &before, const QByteArray &after)
{
    Comparison comparison;
    const QList<DiffLine> lines = diffOf(before, after);
    count(lines, comparison);
    for (const DiffLine &line : lines)
        comparison.rows << Comparison::Row{cellOf(line)};
    return comparison;
}

Comparison besideEachOther(const QByteArray &before, const QByteArray &after)
{
    Comparison comparison;
    comparison.columns = 2;
    const QList<DiffLine> lines = diffOf(before, after);
    count(lines, comparison);
    for (const DiffRow &row : sideBySide(lines))
        comparison.rows << Comparison::Row{sideOf(row.left, true), sideOf(row.right, false)};
    return comparison;
}

Comparison threeWay(const QByteArray &base, const QByteArray &theirs, const QByteArray &ours)
{
    Comparison comparison;
    comparison.columns = 3;
    const QList<QByteArray> lines = linesOf(base);
    const auto baseCell = [&lines](int number, Cell::Kind kind) {
        DiffLine line{DiffLine::Kind::Same, lines[number - 1], number, 0};
        Cell cell = cellOf(line);
        cell.kind = kind;
        return cell;
    };
    const QList<DiffLine> wanted = diffOf(base, ours);
    count(wanted, comparison);
    Side their(diffOf(base, theirs));
    Side our(wanted);
    while (!their.isAtEnd() || !our.isAtEnd()) {
        const int start = their.base();
        if (their.isAtSame() && our.isAtSame()) {
            Comparison::Row row{baseCell(start, Cell::Kind::Same)};
            their.takeSame(row);
            our.takeSame(row);
            comparison.rows << row;
            continue;
        }
        // The changes of either side that touch each other are one block.
        int end = qMax(their.endOfChange(), our.endOfChange());
        for (int grown = end;; end = grown) {
            grown = qMax(their.endOfChangeFrom(end), our.endOfChangeFrom(end));
            if (grown == end)
                break;
        }
        const QList<Cell> left = their.takeUpTo(end);
        const QList<Cell> right = our.takeUpTo(end);
        for (qsizetype i = 0; i < qMax<qsizetype>(end - start, qMax(left.size(), right.size())); ++i)
            comparison.rows << Comparison::Row{i < end - start ? baseCell(start + int(i), Cell::Kind::Removed) : Cell(),
                                               left.value(i), right.value(i)};
    }
    return comparison;
}

QList<DiffStretch> stretchesOf(const Comparison &comparison)
{
    QList<DiffLine> lines;
    lines.reserve(comparison.rows.size());
    for (const Comparison::Row &row : comparison.rows) {
        const bool same =
            std::all_of(row.cbegin(), row.cend(), [](const Cell &cell) { return cell.kind == Cell::Kind::Same; });
        lines << DiffLine{same ? DiffLine::Kind::Same : DiffLine::Kind::Added, {}, 0, 0};
    }
    return stretchesOf(lines);
}

} // namespace gw

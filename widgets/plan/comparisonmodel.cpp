// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/comparisonmodel.h"

#include "backend/base/untrustedtext.h"

namespace gw {
namespace {

using Cell = Comparison::Cell;

QString shownText(const Cell &cell)
{
    return UntrustedText::fromBytes(cell.text).shownLines();
}

QString sign(Cell::Kind kind)
{
    switch (kind) {
    case Cell::Kind::Added: return QStringLiteral("+");
    case Cell::Kind::Removed: return QStringLiteral("-");
    case Cell::Kind::Same:
    case Cell::Kind::Absent: return QStringLiteral(" ");
    }
    Q_UNREACHABLE();
}

} // namespace

void ComparisonModel::setComparison(Comparison comparison)
{
    if (comparison == m_comparison)
        return; // what was unfolded stays so
    beginResetModel();
    m_comparison = std::move(comparison);
    m_shown.clear();
    for (const DiffStretch &stretch : stretchesOf(m_comparison)) {
        if (stretch.kind == DiffStretch::Kind::Folded) {
            m_shown << Shown{stretch.first, stretch.count, true};
            continue;
        }
        for (qsizetype i = 0; i < stretch.count; ++i)
            m_shown << Shown{stretch.first + i, 1, false};
    }
    endResetModel();
}

void ComparisonModel::retranslate()
{
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_shown.size()) - 1));
}

const Comparison::Row *ComparisonModel::row(const QModelIndex &index) const
{
    const Shown &shown = m_shown[index.row()];
    return shown.isFold ? nullptr : &m_comparison.rows[shown.first];
}

int ComparisonModel::folded(const QModelIndex &index) const
{
    const Shown &shown = m_shown[index.row()];
    return shown.isFold ? int(shown.count) : 0;
}

void ComparisonModel::unfold(const QModelIndex &index)
{
    if (folded(index) == 0)
        return;
    const int at = index.row();
    const Shown fold = m_shown[at];
    m_shown[at] = {fold.first, 1, false};
    Q_EMIT dataChanged(index, index);
    if (fold.count == 1)
        return;
    beginInsertRows({}, at + 1, at + int(fold.count) - 1);
    for (qsizetype i = 1; i < fold.count; ++i)
        m_shown.insert(at + i, {fold.first + i, 1, false});
    endInsertRows();
}

QModelIndex ComparisonModel::firstChange() const
{
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        if (m_shown[i].isFold)
            continue;
        for (const Cell &cell : m_comparison.rows[m_shown[i].first]) {
            if (cell.kind != Cell::Kind::Same)
                return index(int(i));
        }
    }
    return {};
}

QString ComparisonModel::copied(const QModelIndexList &indexes) const
{
    QStringList lines;
    for (const QModelIndex &index : indexes) {
        const Comparison::Row *cells = row(index);
        if (!cells)
            continue;
        const Cell &cell = cells->last();
        if (m_comparison.columns == 1)
            lines << sign(cell.kind) + shownText(cell);
        else if (cell.kind != Cell::Kind::Absent)
            lines << shownText(cell);
    }
    return lines.join(u'\n');
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (const int count = folded(index))
        return count == 1 ? tr("… 1 unchanged line …") : tr("… %1 unchanged lines …").arg(count);
    const Comparison::Row &cells = *row(index);
    return role == Qt::DisplayRole ? shownText(cells.last()) : spoken(cells);
}

QString ComparisonModel::spoken(const Comparison::Row &row) const
{
    QStringList parts;
    for (const Cell &cell : row) {
        if (cell.kind == Cell::Kind::Absent)
            continue;
        const QString text = shownText(cell);
        if (cell.kind == Cell::Kind::Added)
            parts << tr("added, line %1: %2").arg(QString::number(cell.after), text);
        else if (cell.kind == Cell::Kind::Removed)
            parts << tr("removed, line %1: %2").arg(QString::number(cell.before), text);
        else if (parts.isEmpty())
            parts << tr("line %1: %2").arg(QString::number(qMax(cell.before, cell.after)), text);
    }
    return parts.join(u'\n');
}

} // namespace gw

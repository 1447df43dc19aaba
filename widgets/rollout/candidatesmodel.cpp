// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rollout/candidatesmodel.h"

#include "widgets/rollout/rolloutdelegate.h"

#include <algorithm>

namespace gw {
namespace {

using Role = RolloutDelegate::Role;

QList<HostId> idsOf(const QList<RolloutCandidate> &candidates)
{
    QList<HostId> ids;
    for (const RolloutCandidate &candidate : candidates)
        ids << candidate.id;
    return ids;
}

} // namespace

void CandidatesModel::setCandidates(const QList<RolloutCandidate> &candidates, const QSet<HostId> &chosen)
{
    if (candidates == m_candidates && chosen == m_chosen)
        return;
    const bool sameRows = idsOf(candidates) == idsOf(m_candidates) && linesOf(candidates) == m_lines;
    m_candidates = candidates;
    m_chosen = chosen;
    if (!sameRows)
        relist();
    else if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void CandidatesModel::setFilter(const Filter &filter)
{
    if (std::exchange(m_filter, filter) != filter)
        relist();
}

void CandidatesModel::relist()
{
    beginResetModel();
    m_lines = linesOf(m_candidates);
    endResetModel();
}

QList<CandidatesModel::Line> CandidatesModel::linesOf(const QList<RolloutCandidate> &candidates) const
{
    QList<Line> lines;
    for (int i = 0; i < candidates.size(); ++i) {
        if (!matches(candidates[i]))
            continue;
        const QString &group = candidates[i].group;
        if (lines.isEmpty() || lines.last().group != group)
            lines << Line{-1, group};
        lines << Line{i, group};
    }
    return lines;
}

bool CandidatesModel::matches(const RolloutCandidate &candidate) const
{
    if (m_filter.group && candidate.group != *m_filter.group)
        return false;
    const QString searched =
        QStringList{candidate.name, candidate.group, candidate.about, candidate.obstacle}.join(u' ');
    const QStringList words = m_filter.text.simplified().split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(),
                       [&searched](const QString &word) { return searched.contains(word, Qt::CaseInsensitive); });
}

void CandidatesModel::retranslate()
{
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const RolloutCandidate *CandidatesModel::candidate(int row) const
{
    const int place = m_lines[row].candidate;
    return place < 0 ? nullptr : &m_candidates[place];
}

QList<HostId> CandidatesModel::availableUnder(int heading) const
{
    QList<HostId> ids;
    for (int row = heading + 1; row < m_lines.size() && m_lines[row].candidate >= 0; ++row) {
        if (candidate(row)->obstacle.isEmpty())
            ids << candidate(row)->id;
    }
    return ids;
}

Qt::CheckState CandidatesModel::stateOf(const QList<HostId> &ids) const
{
    const auto in = std::count_if(ids.cbegin(), ids.cend(), [this](const HostId &id) { return m_chosen.contains(id); });
    return in == 0 ? Qt::Unchecked : in == ids.size() ? Qt::Checked : Qt::PartiallyChecked;
}

void CandidatesModel::choose(QSet<HostId> chosen)
{
    if (std::exchange(m_chosen, chosen) == chosen)
        return;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT chosenChanged(m_chosen);
}

void CandidatesModel::chooseAllShown()
{
    QSet<HostId> chosen = m_chosen;
    for (int row = 0; row < m_lines.size(); ++row) {
        if (const RolloutCandidate *shown = candidate(row); shown && shown->obstacle.isEmpty())
            chosen.insert(shown->id);
    }
    choose(chosen);
}

void CandidatesModel::chooseNone()
{
    choose({});
}

bool CandidatesModel::isChosen(const RolloutCandidate &candidate) const
{
    return candidate.obstacle.isEmpty() && m_chosen.contains(candidate.id);
}

int CandidatesModel::chosenCount() const
{
    return int(std::count_if(m_candidates.cbegin(), m_candidates.cend(),
                             [this](const RolloutCandidate &candidate) { return isChosen(candidate); }));
}

int CandidatesModel::shown() const
{
    return int(std::count_if(m_lines.cbegin(), m_lines.cend(), [](const Line &line) { return line.candidate >= 0; }));
}

bool CandidatesModel::mayChooseMore() const
{
    return std::any_of(m_lines.cbegin(), m_lines.cend(), [this](const Line &line) {
        return line.candidate >= 0 && m_candidates[line.candidate].obstacle.isEmpty() &&
               !m_chosen.contains(m_candidates[line.candidate].id);
    });
}

QList<HostId> CandidatesModel::thatMayConnect() const
{
    QList<HostId> ids;
    for (const Line &line : m_lines) {
        if (line.candidate >= 0 && m_candidates[line.candidate].mayConnect)
            ids << m_candidates[line.candidate].id;
    }
    return ids;
}

int CandidatesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant CandidatesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const RolloutCandidate *shown = candidate(index.row());
    if (role == Role::IsHeadingRole)
        return shown == nullptr;
    if (!shown) {
        const QList<HostId> ids = availableUnder(index.row());
        const auto in = [&] {
            return std::count_if(ids.cbegin(), ids.cend(), [this](const HostId &id) { return m_chosen.contains(id); });
        };
        const QString &group = m_lines[index.row()].group;
        switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole: return group.isEmpty() ? tr("Without a group") : group;
        case Qt::CheckStateRole: return ids.isEmpty() ? QVariant() : int(stateOf(ids));
        case Role::CountRole: return tr("%1 of %2").arg(in()).arg(ids.size());
        default: return {};
        }
    }
    switch (role) {
    case Qt::DisplayRole: return shown->name;
    case Qt::CheckStateRole: return int(isChosen(*shown) ? Qt::Checked : Qt::Unchecked);
    case Qt::AccessibleTextRole:
        return QString(shown->name + QStringLiteral(", ") + data(index, Role::DetailRole).toString());
    case Role::DetailRole: return shown->obstacle.isEmpty() ? shown->about : shown->obstacle;
    case Role::AvailableRole: return shown->obstacle.isEmpty();
    default: return {};
    }
}

bool CandidatesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const RolloutCandidate *one = candidate(index.row());
    QSet<HostId> chosen = m_chosen;
    for (const HostId &id : one ? QList{one->id} : availableUnder(index.row())) {
        if (value.toInt() == Qt::Checked)
            chosen.insert(id);
        else
            chosen.remove(id);
    }
    choose(chosen);
    return true;
}

Qt::ItemFlags CandidatesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const RolloutCandidate *one = candidate(index.row());
    const Qt::ItemFlags shown = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const bool available = one ? one->obstacle.isEmpty() : !availableUnder(index.row()).isEmpty();
    return available ? shown | Qt::ItemIsUserCheckable : shown;
}

} // namespace gw

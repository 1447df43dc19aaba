// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rollout/membersmodel.h"

#include "widgets/rollout/rolloutdelegate.h"
#include "widgets/rollout/rollouttext.h"

namespace gw {
namespace {

using Role = RolloutDelegate::Role;
using State = RolloutMember::State;

} // namespace

QList<MembersModel::Line> MembersModel::linesOf(const QList<RolloutMember> &members)
{
    QList<Line> lines;
    for (int i = 0; i < members.size(); ++i) {
        if (lines.isEmpty() || lines.last().wave != members[i].wave)
            lines << Line{-1, members[i].wave, {}};
        lines << Line{i, members[i].wave, members[i].id};
    }
    return lines;
}

void MembersModel::setMembers(const QList<RolloutMember> &members, RolloutState::Stage stage)
{
    const bool sameStage = std::exchange(m_stage, stage) == stage;
    const QList<RolloutMember> before = std::exchange(m_members, members);
    const QList<Line> lines = linesOf(members);
    if (lines != m_lines) {
        beginResetModel();
        m_lines = lines;
        endResetModel();
        return;
    }
    for (int row = 0; row < m_lines.size(); ++row) {
        const int member = m_lines[row].member;
        if (!sameStage || (member >= 0 && before[member] != members[member]))
            Q_EMIT dataChanged(index(row), index(row));
    }
}

void MembersModel::retranslate()
{
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const RolloutMember *MembersModel::member(const QModelIndex &index) const
{
    const int member = index.isValid() ? m_lines[index.row()].member : -1;
    return member < 0 ? nullptr : &m_members[member];
}

QModelIndex MembersModel::indexOf(const HostId &id) const
{
    for (int row = 0; row < m_lines.size(); ++row) {
        if (m_lines[row].member >= 0 && m_lines[row].id == id)
            return index(row);
    }
    return {};
}

QModelIndex MembersModel::mostInteresting() const
{
    for (const RolloutMember &member : m_members) {
        if (member.state == State::Working)
            return indexOf(member.id);
    }
    return m_members.isEmpty() ? QModelIndex() : indexOf(m_members.first().id);
}

int MembersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant MembersModel::headingData(int wave, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return rollouttext::wave(wave);
    case Role::CountRole:
        return int(std::count_if(m_members.cbegin(), m_members.cend(),
                                 [wave](const RolloutMember &member) { return member.wave == wave; }));
    default: return {};
    }
}

QVariant MembersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const RolloutMember *shown = member(index);
    if (role == Role::IsHeadingRole)
        return shown == nullptr;
    if (!shown)
        return headingData(m_lines[index.row()].wave, role);
    switch (role) {
    case Qt::DisplayRole: return shown->name;
    case Role::DetailRole: return rollouttext::detail(*shown, m_stage);
    case Role::AvailableRole: return shown->wave >= 0;
    case Role::WordRole: return rollouttext::word(*shown, m_stage);
    case Role::ToneRole: return int(rollouttext::tone(*shown, m_stage));
    case Role::OutcomeRole:
        return shown->state == State::Ended && shown->change.outcome ? QVariant(int(*shown->change.outcome))
                                                                     : QVariant();
    case Qt::AccessibleTextRole: {
        QStringList parts{shown->name, rollouttext::word(*shown, m_stage),
                          shown->change.outcome ? outcomeName(*shown->change.outcome) : QString(),
                          rollouttext::detail(*shown, m_stage)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

Qt::ItemFlags MembersModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return member(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                         : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

} // namespace gw

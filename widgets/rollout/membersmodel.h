// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rollout/rolloutstate.h"

#include <QAbstractListModel>

namespace gw {

/// The servers of a rollout under the headings of their waves.
class MembersModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// The same servers in the same waves again change in place.
    void setMembers(const QList<RolloutMember> &members, RolloutState::Stage stage);
    void retranslate();

    /// Null for a heading.
    const RolloutMember *member(const QModelIndex &index) const;
    QModelIndex indexOf(const HostId &id) const;
    /// Of the first member at work, else the first member.
    QModelIndex mostInteresting() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    /// A member, or the heading of a wave.
    struct Line {
        int member = -1;
        int wave = -1;
        HostId id; ///< of the member
        friend bool operator==(const Line &, const Line &) = default;
    };
    static QList<Line> linesOf(const QList<RolloutMember> &members);
    QVariant headingData(int wave, int role) const;

    QList<RolloutMember> m_members;
    RolloutState::Stage m_stage = RolloutState::Stage::Planning;
    QList<Line> m_lines;
};

} // namespace gw

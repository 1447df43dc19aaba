// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rollout/rolloutstate.h"

#include <QAbstractListModel>

namespace gw {

/// The servers to choose from under the names of their groups, each with a check box where it can take part.
class CandidatesModel : public QAbstractListModel {
    Q_OBJECT

public:
    struct Filter {
        QString text;                 ///< every word stands in the name, the group or what is said about it
        std::optional<QString> group; ///< empty text: those without a group
        friend bool operator==(const Filter &, const Filter &) = default;
    };

    using QAbstractListModel::QAbstractListModel;

    void setCandidates(const QList<RolloutCandidate> &candidates, const QSet<HostId> &chosen);
    const QList<RolloutCandidate> &candidates() const { return m_candidates; }
    const QSet<HostId> &chosen() const { return m_chosen; }
    void setFilter(const Filter &filter);
    const Filter &filter() const { return m_filter; }
    void retranslate();

    /// Those shown that can take part.
    void chooseAllShown();
    void chooseNone();
    int chosenCount() const; ///< of those that can take part
    int shown() const;
    bool mayChooseMore() const;
    QList<HostId> thatMayConnect() const; ///< of those shown

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged(const QSet<gw::HostId> &chosen);

private:
    /// A candidate, or the heading of the group of those that follow.
    struct Line {
        int candidate = -1;
        QString group;
        friend bool operator==(const Line &, const Line &) = default;
    };

    QList<Line> linesOf(const QList<RolloutCandidate> &candidates) const;
    bool matches(const RolloutCandidate &candidate) const;
    bool isChosen(const RolloutCandidate &candidate) const;
    const RolloutCandidate *candidate(int row) const;
    /// Those of a heading that can take part.
    QList<HostId> availableUnder(int heading) const;
    Qt::CheckState stateOf(const QList<HostId> &ids) const;
    void choose(QSet<HostId> chosen);
    void relist();

    QList<RolloutCandidate> m_candidates;
    QSet<HostId> m_chosen;
    Filter m_filter;
    QList<Line> m_lines;
};

} // namespace gw

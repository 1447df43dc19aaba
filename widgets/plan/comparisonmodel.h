// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plan/comparison.h"

#include <QAbstractListModel>

namespace gw {

/// The rows of a comparison; unchanged stretches are one row each until they are unfolded.
class ComparisonModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setComparison(Comparison comparison);
    const Comparison &comparison() const { return m_comparison; }
    void retranslate();

    /// Null for a fold.
    const Comparison::Row *row(const QModelIndex &index) const;
    /// How many rows a fold stands for; 0: it is none.
    int folded(const QModelIndex &index) const;
    void unfold(const QModelIndex &index);
    /// The first row that holds a change.
    QModelIndex firstChange() const;
    /// As a diff is copied: "+" and "−" before the lines where there is one column, else the lines of the last text.
    QString copied(const QModelIndexList &indexes) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Shown {
        qsizetype first; ///< into the rows of the comparison
        qsizetype count; ///< more than 1 only for a fold
        bool isFold;
    };
    QString spoken(const Comparison::Row &row) const;

    Comparison m_comparison;
    QList<Shown> m_shown;
};

} // namespace gw

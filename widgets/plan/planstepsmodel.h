// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/plan.h"

#include <QAbstractListModel>

namespace gw {

/// The steps of a plan in their order, each with a check box that leaves it out, and after them what is proven from
/// outside.
class PlanStepsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole, IconRole, CommandRole, ReasonRole };
    enum class Kind { Step, Heading, Proof };

    using QAbstractListModel::QAbstractListModel;

    /// The same plan again keeps what was left out.
    void setPlan(const Plan &plan);
    const Plan &plan() const { return m_plan; }
    void setLeftOut(const QStringList &ids);
    const QStringList &leftOut() const { return m_leftOut; }
    void retranslate();

    /// Null for a heading or a proof.
    const Step *step(const QModelIndex &index) const;
    const Proof *proof(const QModelIndex &index) const;
    /// Why this step can be neither left out nor taken in again now; empty: it can.
    QString lock(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void leftOutChanged(const QStringList &ids);

private:
    Kind kind(int row) const;

    Plan m_plan;
    QStringList m_leftOut;
};

} // namespace gw

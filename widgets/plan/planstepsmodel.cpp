// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/planstepsmodel.h"

#include "backend/base/untrustedtext.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/plan/plantext.h"

namespace gw {

void PlanStepsModel::setPlan(const Plan &plan)
{
    if (plan == m_plan)
        return;
    beginResetModel();
    m_plan = plan;
    m_leftOut.clear();
    endResetModel();
}

void PlanStepsModel::setLeftOut(const QStringList &ids)
{
    if (std::exchange(m_leftOut, ids) == ids)
        return;
    if (!m_plan.steps.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_plan.steps.size()) - 1));
    Q_EMIT leftOutChanged(m_leftOut);
}

void PlanStepsModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

PlanStepsModel::Kind PlanStepsModel::kind(int row) const
{
    if (row < m_plan.steps.size())
        return Kind::Step;
    return row == m_plan.steps.size() ? Kind::Heading : Kind::Proof;
}

const Step *PlanStepsModel::step(const QModelIndex &index) const
{
    return index.isValid() && kind(index.row()) == Kind::Step ? &m_plan.steps[index.row()] : nullptr;
}

const Proof *PlanStepsModel::proof(const QModelIndex &index) const
{
    return index.isValid() && kind(index.row()) == Kind::Proof ? &m_plan.proofs[index.row() - m_plan.steps.size() - 1]
                                                               : nullptr;
}

QString PlanStepsModel::lock(const QModelIndex &index) const
{
    const Step *step = this->step(index);
    if (!step)
        return {};
    QStringList titles;
    if (m_leftOut.contains(step->id)) {
        for (const QString &id : step->needs) {
            if (m_leftOut.contains(id))
                titles << plantext::stepTitle(m_plan, id);
        }
        return titles.isEmpty() ? QString() : tr("It needs what is left out: %1").arg(titles.join(tr(", ")));
    }
    for (const QString &id : dependentsOf(m_plan, step->id)) {
        if (id != step->id && !m_leftOut.contains(id))
            titles << plantext::stepTitle(m_plan, id);
    }
    return titles.isEmpty() ? QString()
                            : tr("It cannot be left out while it is needed by: %1").arg(titles.join(tr(", ")));
}

int PlanStepsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    const qsizetype proofs = m_plan.proofs.isEmpty() ? 0 : m_plan.proofs.size() + 1;
    return int(m_plan.steps.size() + proofs);
}

QVariant PlanStepsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == KindRole)
        return int(kind(index.row()));
    if (const Proof *proof = this->proof(index)) {
        if (role == IconRole)
            return QStringLiteral("outside");
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? titleOf(*proof) : QVariant();
    }
    const Step *step = this->step(index);
    if (!step)
        return role == Qt::DisplayRole ? tr("Then proven from outside") : QVariant();
    const bool left = m_leftOut.contains(step->id);
    switch (role) {
    case Qt::DisplayRole: return titleOf(step->change);
    case Qt::CheckStateRole: return int(left ? Qt::Unchecked : Qt::Checked);
    case Qt::ToolTipRole: return plainToolTip(lock(index));
    case IconRole: return plantext::icon(step->change);
    case CommandRole: {
        const QString command = UntrustedText::fromBytes(commandOf(step->change)).shown();
        return titleOf(step->change).contains(command) ? QString() : command; // once is enough
    }
    case ReasonRole: return step->reason;
    case Qt::AccessibleTextRole: {
        QStringList parts{titleOf(step->change), step->reason, left ? tr("left out") : QString(), lock(index)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

bool PlanStepsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Step *step = this->step(index);
    if (!step || role != Qt::CheckStateRole || !lock(index).isEmpty())
        return false;
    QStringList ids = m_leftOut;
    ids.removeAll(step->id);
    if (value.toInt() == Qt::Unchecked)
        ids << step->id;
    setLeftOut(ids);
    return true;
}

Qt::ItemFlags PlanStepsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (kind(index.row()) == Kind::Heading)
        return Qt::ItemNeverHasChildren;
    const Qt::ItemFlags shown = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return step(index) && lock(index).isEmpty() ? shown | Qt::ItemIsUserCheckable : shown;
}

} // namespace gw

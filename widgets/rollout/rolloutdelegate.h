// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace gw {

/// Rows of both lists of a rollout: a server with its check box or its state, under the heading of its group or wave.
class RolloutDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// What the models say beside Qt's own roles.
    enum Role {
        IsHeadingRole = Qt::UserRole,
        CountRole,     ///< of a heading, at its right
        DetailRole,    ///< the second line
        AvailableRole, ///< false: it is drawn faint
        WordRole,      ///< at the right, as a pill
        ToneRole,      ///< of the word
        OutcomeRole,   ///< instead of the word
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    /// What had to be cut, in full.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

} // namespace gw

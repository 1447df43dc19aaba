// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace gw {

class ComparisonModel;

/// Draws a row of a comparison: line numbers, a sign and a ground for what was added or removed, a stronger ground for
/// the part of the line that differs. Long lines are wrapped, so that nothing lies outside.
class ComparisonDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ComparisonDelegate(const ComparisonModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Places;
    Places placesIn(const QRect &rect, int column) const;
    void paintFold(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, int column) const;
    int numberWidth() const;

    const ComparisonModel &m_model;
};

/// A comparison as a list: arrows move line by line, Enter or a click unfolds, Ctrl+C copies the marked lines.
class ComparisonView : public QListView {
    Q_OBJECT

public:
    explicit ComparisonView(QWidget *parent = nullptr);

    ComparisonModel *comparisonModel() const { return m_model; }
    /// Scrolls to what was changed first.
    void showFirstChange();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void copy() const;

    ComparisonModel *m_model;
};

} // namespace gw

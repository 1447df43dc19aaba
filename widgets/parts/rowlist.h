// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/finding.h"
#include "widgets/theme/tokens.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>
#include <optional>

namespace gw {

/// One row of a RowList. What is empty is not drawn.
struct Row {
    QString key;                      ///< what the row is about; stays while the rest changes
    std::optional<Severity> severity; ///< its shape on its ground, at the left
    QString icon;                     ///< or an icon
    Tone iconTone = Tone::Muted;      ///< any other: on its tinted ground
    QString lead;                     ///< a short column before the title: "28 Nov", "0.0.0.0:3001"
    bool leadMono = false;
    QString title;
    QString detail; ///< second line
    Tone detailTone = Tone::Muted;
    QString pill; ///< at the right
    Tone pillTone = Tone::Muted;
    std::optional<double> meter; ///< 0 … 1, at the right
    bool meterNeutral = false;   ///< full is no warning (a GPU at work)
    QString trailing;            ///< text at the right
    QString action;              ///< drawn as a button at the right; pressing or Enter activates the row
    QString toolTip;
    friend bool operator==(const Row &, const Row &) = default;
};

class RowListModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Rows with the same key are changed in place; only what differs is announced.
    void setRows(const QList<Row> &rows);
    const Row &row(int index) const { return m_rows[index]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Row> m_rows;
};

class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setLeadWidth(int width) { m_leadWidth = width; }
    void setInset(int inset) { m_inset = inset; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// What had to be cut, in full.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    struct Places;
    Places placesIn(const QRect &rect, const Row &row) const;

    int m_leadWidth = 0; ///< 0: as wide as the lead needs
    int m_inset = 0;
};

/// A list of rows painted by a delegate, parted by hairlines. Grows to its contents unless it is told to scroll.
class RowList : public QListView {
    Q_OBJECT

public:
    enum class Size { Contents, Scroll };

    explicit RowList(Size size, QWidget *parent = nullptr);

    void setRows(const QList<Row> &rows) { m_model->setRows(rows); }
    void setLeadWidth(int width) { m_delegate->setLeadWidth(width); }
    /// Space at both sides inside the rows, for lists that reach to their card's border.
    void setInset(int inset) { m_delegate->setInset(inset); }
    /// Whether rows can be activated (then they have the pointing hand and a tab stop).
    void setInteractive(bool interactive);
    RowListModel *rowModel() const { return m_model; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActivated(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    RowListModel *m_model;
    RowDelegate *m_delegate;
    Size m_size;
    bool m_interactive = false;
};

} // namespace gw

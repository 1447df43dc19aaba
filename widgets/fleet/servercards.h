// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/serversummary.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace gw {

/// The servers of the fleet in the order of the sidebar, so that cards stay where they are. A change of one server is a
/// change of its row.
class ServerCardModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setServers(const QMap<HostId, ServerSummary> &servers);
    const ServerSummary &server(int row) const { return m_servers[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<ServerSummary> m_servers;
};

class ServerCardDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Cells part the width evenly; the cards in them leave gaps only between each other.
    void setGrid(int width, int columns);
    QSize cell() const;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override;

private:
    QRect cardIn(int column, const QRect &cell) const;

    int m_width = 360;
    int m_columns = 1;
};

/// The cards in as many columns as fit; as high as all of them, since the page around it scrolls.
class ServerCardView : public QListView {
    Q_OBJECT

public:
    explicit ServerCardView(QWidget *parent = nullptr);

    void setCards(ServerCardModel *model);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {600, heightForWidth(qMax(600, width()))}; }
    QSize minimumSizeHint() const override { return {300, heightForWidth(qMax(300, width()))}; }

Q_SIGNALS:
    void serverRequested(const gw::HostId &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    int columnsFor(int width) const;
    void layoutCards();

    ServerCardModel *m_cards = nullptr;
    ServerCardDelegate *m_delegate;
};

} // namespace gw

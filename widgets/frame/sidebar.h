// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/frame/page.h"
#include "widgets/parts/serversummary.h"

#include <QFrame>

class QLineEdit;
class QTreeView;

namespace gw {

class Button;
class PlainLabel;
class SidebarModel;

/// The left side of the window: the way to the command palette, the fleet's pages, the servers in their groups,
/// settings.
class Sidebar : public QFrame {
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    SidebarModel *model() const { return m_model; }
    void setServer(const ServerSummary &server);
    void removeServer(const HostId &id);

    /// Marks what the window shows now, without a signal.
    void setCurrent(Page page, const HostId &server = {});
    QStringList collapsedGroups() const;
    void setCollapsedGroups(const QStringList &groups);

Q_SIGNALS:
    void searchRequested();
    void pageRequested(gw::Page page);
    void serverRequested(const gw::HostId &id);
    void addServerRequested();
    void connectRequested(const gw::HostId &id);
    void disconnectRequested(const gw::HostId &id);
    void rescanRequested(const gw::HostId &id);
    void editRequested(const gw::HostId &id);
    void removeRequested(const gw::HostId &id);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void openIndex(const QModelIndex &index);
    void showMenu(const QPoint &position);
    void expandGroups();
    void setFilterVisible(bool visible);

    SidebarModel *m_model;
    PlainLabel *m_name;
    Button *m_search;
    QLineEdit *m_filter;
    QTreeView *m_tree;
    Button *m_filterButton;
    Button *m_add;
    Button *m_settings;
    QSet<QString> m_collapsed;
    bool m_expanding = false;
    Page m_currentPage = Page::FleetOverview;
    HostId m_currentServer;
};

} // namespace gw

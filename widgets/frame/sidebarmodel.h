// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/frame/page.h"
#include "widgets/parts/serversummary.h"

#include <QAbstractItemModel>
#include <memory>

namespace gw {

/// The left side as a tree: the fleet's pages, then the servers in their groups. Changes of one server are announced
/// as changes of its row; a filter keeps the servers whose name, address, group or tags hold every word of it.
class SidebarModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Kind { Section, PageItem, Group, ServerItem };
    enum Role { KindRole = Qt::UserRole, PageRole, HostRole, SummaryRole, CountRole, IconRole, GroupRole };

    explicit SidebarModel(QObject *parent = nullptr);
    ~SidebarModel() override;

    void setServer(const ServerSummary &server);
    void removeServer(const HostId &id);
    const QMap<HostId, ServerSummary> &servers() const { return m_servers; }
    void setFilter(const QString &filter);
    void retranslate();

    QModelIndex indexOf(Page page) const;
    QModelIndex indexOf(const HostId &id) const;
    QModelIndexList groups() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Node;

    Node *node(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;
    bool matches(const ServerSummary &server) const;
    void insert(const ServerSummary &server);
    void remove(const HostId &id);
    Node *groupNode(const QString &name);
    void updateCounts();

    std::unique_ptr<Node> m_root;
    Node *m_fleet = nullptr;
    Node *m_list = nullptr;
    QHash<HostId, Node *> m_byId;
    QMap<HostId, ServerSummary> m_servers;
    QStringList m_words;
};

} // namespace gw

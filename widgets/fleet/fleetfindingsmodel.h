// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/server.h"
#include "backend/findings/review.h"
#include "widgets/parts/findingkey.h"

#include <QAbstractItemModel>
#include <QStyledItemDelegate>
#include <map>
#include <memory>

namespace gw {

/// The open findings of all servers in groups. A new review of one server removes and adds only that server's rows.
class FleetFindingsModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class GroupBy { Nothing, Severity, Server, Topic, Rule };
    enum Column { TitleColumn, SeverityColumn, ServerColumn, TopicColumn, PlaceColumn, ColumnCount };
    enum Role {
        IsGroupRole = Qt::UserRole,
        SeverityRole,
        CountRole,
        FixRole, ///< "Fix on 3 servers…": of a finding that several servers have and that can be mended
    };

    struct Filter {
        QString text;
        Severity least = Severity::Info;
        QString topic; ///< empty: all
        HostId server; ///< empty: all
        friend bool operator==(const Filter &, const Filter &) = default;
    };

    explicit FleetFindingsModel(QObject *parent = nullptr);
    ~FleetFindingsModel() override;

    void setFindings(const Server &server, const QList<Finding> &findings);
    void removeServer(const HostId &id);
    void setFilter(const Filter &filter);
    const Filter &filter() const { return m_filter; }
    void setGroupBy(GroupBy groupBy);
    GroupBy groupBy() const { return m_groupBy; }
    void retranslate();

    int total() const;
    int shown() const;
    bool hasServers() const { return !m_entries.empty(); }
    QMap<HostId, QString> servers() const;
    QStringList topics() const;
    const Finding *finding(const QModelIndex &index) const;
    HostId server(const QModelIndex &index) const;
    /// On how many servers a finding of this rule can be mended.
    int serversToFix(const RuleId &rule) const { return m_toFix.value(rule); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Entry;
    struct Group;
    using Entries = std::vector<std::unique_ptr<const Entry>>;

    bool matches(const Entry &entry) const;
    bool before(const Entry &a, const Entry &b) const;
    QString groupKey(const Entry &entry) const;
    QString groupTitle(const Group &group) const;
    Group *groupFor(const QString &key, const Entry &entry);
    void insert(const Entry *entry);
    void removeRows(const HostId &id);
    void countToFix(const Entries &entries, int by);
    void rebuild();
    const Entry *entry(const QModelIndex &index) const;
    int rowOf(const Group *group) const;

    std::map<HostId, Entries> m_entries;
    QHash<RuleId, int> m_toFix; ///< servers
    std::vector<std::unique_ptr<Group>> m_groups;
    Filter m_filter;
    QStringList m_words;
    GroupBy m_groupBy = GroupBy::Severity;
    int m_sortColumn = SeverityColumn;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

/// Rows of the table; the first column bears the severity's shape, a group's row its name and count.
class FleetFindingsDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where in a row FixRole is drawn; empty: nowhere.
    static QRect fixPlace(const QRect &row, const QModelIndex &index);
};

} // namespace gw

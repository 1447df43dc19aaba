// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/sidebarmodel.h"

#include "widgets/parts/format.h"
#include "widgets/parts/plainlabel.h"

namespace gw {

struct SidebarModel::Node {
    Kind kind = Kind::Section;
    QString name; ///< of a group
    Page page = Page::FleetOverview;
    HostId id;
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    int row() const
    {
        for (size_t i = 0; i < parent->children.size(); ++i) {
            if (parent->children[i].get() == this)
                return int(i);
        }
        return 0;
    }
    Node *add(Kind childKind)
    {
        children.push_back(std::make_unique<Node>());
        children.back()->kind = childKind;
        children.back()->parent = this;
        return children.back().get();
    }
};

namespace {

/// This computer has a group of its own, after the others. Not a name that a person could give a group.
const QString hereGroup = QStringLiteral("\x1fhere");

QString groupOf(const Server &server)
{
    return server.isLocal() && server.group.isEmpty() ? hereGroup : server.group;
}

QString spoken(const ServerSummary &summary)
{
    QStringList parts{summary.server.name, format::connection(summary.connection)};
    if (const auto worst = summary.worstSeverity())
        parts << SidebarModel::tr("%1 findings, worst: %2").arg(summary.openFindings()).arg(severityName(*worst));
    else if (summary.surveyedAt.isValid())
        parts << SidebarModel::tr("no findings");
    return parts.join(QStringLiteral(", "));
}

QString toolTipOf(const ServerSummary &summary)
{
    QStringList lines{summary.server.name, summary.server.isLocal() ? QString() : summary.server.target,
                      format::connection(summary.connection)};
    if (summary.surveyedAt.isValid())
        lines << SidebarModel::tr("surveyed %1").arg(format::age(summary.surveyedAt));
    if (!summary.server.tags.isEmpty())
        lines << summary.server.tags.join(QStringLiteral(", "));
    lines.removeAll(QString());
    return plainToolTip(lines.join(u'\n'));
}

QString pageName(Page page)
{
    switch (page) {
    case Page::FleetOverview: return SidebarModel::tr("Overview");
    case Page::FleetReview: return SidebarModel::tr("Review");
    default: return SidebarModel::tr("History");
    }
}

QString pageIcon(Page page)
{
    switch (page) {
    case Page::FleetOverview: return QStringLiteral("overview");
    case Page::FleetReview: return QStringLiteral("review");
    default: return QStringLiteral("history");
    }
}

} // namespace

SidebarModel::SidebarModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>())
{
    m_fleet = m_root->add(Kind::Section);
    m_list = m_root->add(Kind::Section);
    m_fleet->add(Kind::PageItem)->page = Page::FleetOverview;
    m_fleet->add(Kind::PageItem)->page = Page::FleetReview;
    m_fleet->add(Kind::PageItem)->page = Page::FleetHistory;
}

SidebarModel::~SidebarModel() = default;

void SidebarModel::setServer(const ServerSummary &server)
{
    const HostId id = server.server.id;
    const auto known = m_servers.constFind(id);
    const bool moved = known == m_servers.cend() || known->server.name != server.server.name ||
                       groupOf(known->server) != groupOf(server.server) || m_byId.contains(id) != matches(server);
    m_servers.insert(id, server);
    if (moved) {
        remove(id);
        if (matches(server))
            insert(server);
    } else if (const Node *node = m_byId.value(id)) {
        const QModelIndex index = indexOf(node);
        Q_EMIT dataChanged(index, index);
    }
    updateCounts();
}

void SidebarModel::removeServer(const HostId &id)
{
    m_servers.remove(id);
    remove(id);
    updateCounts();
}

void SidebarModel::setFilter(const QString &filter)
{
    const QStringList words = filter.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    for (const ServerSummary &server : std::as_const(m_servers)) {
        const bool shown = m_byId.contains(server.server.id);
        if (shown && !matches(server))
            remove(server.server.id);
        else if (!shown && matches(server))
            insert(server);
    }
}

bool SidebarModel::matches(const ServerSummary &server) const
{
    const Server &s = server.server;
    return std::all_of(m_words.cbegin(), m_words.cend(), [&](const QString &word) {
        return s.name.contains(word, Qt::CaseInsensitive) || s.target.contains(word, Qt::CaseInsensitive) ||
               s.group.contains(word, Qt::CaseInsensitive) || s.tags.join(u' ').contains(word, Qt::CaseInsensitive);
    });
}

SidebarModel::Node *SidebarModel::groupNode(const QString &name)
{
    if (name.isEmpty())
        return m_list;
    auto &children = m_list->children;
    auto place = children.begin();
    for (; place != children.end(); ++place) {
        const Node *other = place->get();
        if (other->kind != Kind::Group)
            continue;
        if (other->name == name)
            return place->get();
        if (other->name == hereGroup || (name != hereGroup && compareNames(name, other->name) < 0))
            break;
    }
    const int row = int(place - children.begin());
    beginInsertRows(indexOf(m_list), row, row);
    auto node = std::make_unique<Node>();
    node->kind = Kind::Group;
    node->name = name;
    node->parent = m_list;
    Node *added = children.insert(place, std::move(node))->get();
    endInsertRows();
    return added;
}

void SidebarModel::insert(const ServerSummary &server)
{
    Node *group = groupNode(groupOf(server.server));
    const auto before = [this](const std::unique_ptr<Node> &other, const QString &name) {
        return other->kind == Kind::ServerItem && compareNames(m_servers.constFind(other->id)->server.name, name) < 0;
    };
    const auto place = std::lower_bound(group->children.begin(), group->children.end(), server.server.name, before);
    const int row = int(place - group->children.begin());
    beginInsertRows(indexOf(group), row, row);
    auto node = std::make_unique<Node>();
    node->kind = Kind::ServerItem;
    node->id = server.server.id;
    node->parent = group;
    m_byId.insert(server.server.id, group->children.insert(place, std::move(node))->get());
    endInsertRows();
}

void SidebarModel::remove(const HostId &id)
{
    Node *node = m_byId.take(id);
    if (!node)
        return;
    Node *group = node->parent;
    const int row = node->row();
    beginRemoveRows(indexOf(group), row, row);
    group->children.erase(group->children.begin() + row);
    endRemoveRows();
    if (group == m_list || !group->children.empty())
        return;
    const int groupRow = group->row();
    beginRemoveRows(indexOf(m_list), groupRow, groupRow);
    m_list->children.erase(m_list->children.begin() + groupRow);
    endRemoveRows();
}

void SidebarModel::updateCounts()
{
    Q_EMIT dataChanged(indexOf(Page::FleetOverview), indexOf(Page::FleetReview), {CountRole});
}

void SidebarModel::retranslate()
{
    const auto announce = [this](auto &&self, const Node *node) -> void {
        for (const auto &child : node->children) {
            const QModelIndex index = indexOf(child.get());
            Q_EMIT dataChanged(index, index);
            self(self, child.get());
        }
    };
    announce(announce, m_root.get());
}

SidebarModel::Node *SidebarModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex SidebarModel::indexOf(const Node *node) const
{
    return !node || !node->parent ? QModelIndex() : createIndex(node->row(), 0, node);
}

QModelIndex SidebarModel::indexOf(Page page) const
{
    for (const auto &item : m_fleet->children) {
        if (item->page == page)
            return indexOf(item.get());
    }
    return {};
}

QModelIndex SidebarModel::indexOf(const HostId &id) const
{
    return indexOf(m_byId.value(id));
}

QModelIndexList SidebarModel::groups() const
{
    QModelIndexList found;
    for (const auto &item : m_list->children) {
        if (item->kind == Kind::Group)
            found << indexOf(item.get());
    }
    return found;
}

QModelIndex SidebarModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *above = node(parent);
    if (column != 0 || row < 0 || size_t(row) >= above->children.size())
        return {};
    return createIndex(row, 0, above->children[size_t(row)].get());
}

QModelIndex SidebarModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(node(index)->parent) : QModelIndex();
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(node(parent)->children.size());
}

int SidebarModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node *item = node(index);
    if (role == KindRole)
        return int(item->kind);
    switch (item->kind) {
    case Kind::Section:
        return role == Qt::DisplayRole ? QVariant(item == m_fleet ? tr("Fleet") : tr("Servers")) : QVariant();
    case Kind::Group:
        if (role == Qt::DisplayRole)
            return item->name == hereGroup ? tr("here") : item->name;
        return role == GroupRole ? QVariant(item->name) : QVariant();
    case Kind::PageItem: {
        if (role == Qt::DisplayRole)
            return pageName(item->page);
        if (role == PageRole)
            return int(item->page);
        if (role == IconRole)
            return pageIcon(item->page);
        if (role == CountRole && item->page == Page::FleetReview) {
            int count = 0;
            for (const ServerSummary &server : m_servers)
                count += server.openFindings();
            return count;
        }
        return {};
    }
    case Kind::ServerItem: {
        const auto found = m_servers.constFind(item->id);
        if (found == m_servers.cend())
            return {};
        switch (role) {
        case Qt::DisplayRole: return found->server.name;
        case Qt::ToolTipRole: return toolTipOf(*found);
        case Qt::AccessibleTextRole: return spoken(*found);
        case HostRole: return item->id.text();
        case SummaryRole: return QVariant::fromValue(*found);
        case CountRole: return found->openFindings();
        default: return {};
        }
    }
    }
    return {};
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    switch (node(index)->kind) {
    case Kind::Section: return Qt::NoItemFlags;
    case Kind::Group: return Qt::ItemIsEnabled;
    case Kind::PageItem:
    case Kind::ServerItem: return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    }
    return Qt::NoItemFlags;
}

} // namespace gw

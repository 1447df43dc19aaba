// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fleet/fleetfindingsmodel.h"

#include "widgets/parts/plainlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"

#include <QPainter>

namespace gw {

struct FleetFindingsModel::Entry {
    HostId host;
    QString server;
    Finding finding;
    QString place;
    QString searched;
};

struct FleetFindingsModel::Group {
    QString key;
    Severity severity = Severity::Info; ///< when grouped by severity
    QString title;                      ///< of the server or rule; the others are translated when shown
    std::vector<const Entry *> rows;
};

namespace {

QString keyOfSeverity(Severity severity)
{
    return QString::number(int(Severity::Critical) - int(severity)); // worst first
}

QFont fixFont()
{
    return fonts::sized(fonts::body(), 12, QFont::DemiBold);
}

} // namespace

FleetFindingsModel::FleetFindingsModel(QObject *parent) : QAbstractItemModel(parent) {}
FleetFindingsModel::~FleetFindingsModel() = default;

void FleetFindingsModel::setFindings(const Server &server, const QList<Finding> &findings)
{
    const auto known = m_entries.find(server.id);
    if (known != m_entries.end()) {
        const Entries &old = known->second;
        const bool same =
            qsizetype(old.size()) == findings.size() &&
            std::equal(old.begin(), old.end(), findings.cbegin(), [&](const auto &entry, const Finding &finding) {
                return entry->finding == finding && entry->server == server.name;
            });
        if (same)
            return;
        removeRows(server.id);
        countToFix(old, -1);
    }
    Entries entries;
    for (const Finding &finding : findings) {
        auto entry = std::make_unique<Entry>();
        entry->host = server.id;
        entry->server = server.name;
        entry->finding = finding;
        entry->place = shortPlaceOf(finding);
        entry->searched = QStringList{finding.title, server.name, finding.rule.text(), entry->place}.join(u' ');
        entries.push_back(std::move(entry));
    }
    const Entries &kept = m_entries[server.id] = std::move(entries);
    countToFix(kept, 1);
    for (const auto &entry : kept) {
        if (matches(*entry))
            insert(entry.get());
    }
}

void FleetFindingsModel::countToFix(const Entries &entries, int by)
{
    QSet<RuleId> rules;
    for (const auto &entry : entries) {
        if (entry->finding.fixable)
            rules.insert(entry->finding.rule);
    }
    for (const RuleId &rule : std::as_const(rules))
        m_toFix[rule] += by;
}

void FleetFindingsModel::removeServer(const HostId &id)
{
    removeRows(id);
    if (const auto known = m_entries.find(id); known != m_entries.end()) {
        countToFix(known->second, -1);
        m_entries.erase(known);
    }
}

void FleetFindingsModel::removeRows(const HostId &id)
{
    for (int g = int(m_groups.size()) - 1; g >= 0; --g) {
        Group &group = *m_groups[size_t(g)];
        const QModelIndex parent = index(g, 0);
        bool removed = false;
        for (int last = int(group.rows.size()) - 1; last >= 0; --last) {
            if (group.rows[size_t(last)]->host != id)
                continue;
            int first = last;
            while (first > 0 && group.rows[size_t(first - 1)]->host == id)
                --first;
            beginRemoveRows(parent, first, last);
            group.rows.erase(group.rows.begin() + first, group.rows.begin() + last + 1);
            endRemoveRows();
            last = first;
            removed = true;
        }
        if (group.rows.empty() && m_groupBy != GroupBy::Nothing) {
            beginRemoveRows({}, g, g);
            m_groups.erase(m_groups.begin() + g);
            endRemoveRows();
        } else if (removed) {
            Q_EMIT dataChanged(parent, parent, {CountRole});
        }
    }
}

void FleetFindingsModel::insert(const Entry *entry)
{
    Group *group = groupFor(groupKey(*entry), *entry);
    const auto place = std::upper_bound(group->rows.begin(), group->rows.end(), entry,
                                        [this](const Entry *a, const Entry *b) { return before(*a, *b); });
    const int row = int(place - group->rows.begin());
    const QModelIndex parent = index(rowOf(group), 0);
    beginInsertRows(parent, row, row);
    group->rows.insert(place, entry);
    endInsertRows();
    Q_EMIT dataChanged(parent, parent, {CountRole});
}

FleetFindingsModel::Group *FleetFindingsModel::groupFor(const QString &key, const Entry &entry)
{
    const auto place = std::lower_bound(m_groups.begin(), m_groups.end(), key,
                                        [](const auto &group, const QString &wanted) { return group->key < wanted; });
    if (place != m_groups.end() && (*place)->key == key)
        return place->get();
    auto group = std::make_unique<Group>();
    group->key = key;
    group->severity = entry.finding.severity;
    group->title = m_groupBy == GroupBy::Server ? entry.server
                   : m_groupBy == GroupBy::Rule ? entry.finding.rule.text()
                                                : entry.finding.rule.topic();
    const int row = int(place - m_groups.begin());
    beginInsertRows({}, row, row);
    Group *added = m_groups.insert(place, std::move(group))->get();
    endInsertRows();
    return added;
}

QString FleetFindingsModel::groupKey(const Entry &entry) const
{
    switch (m_groupBy) {
    case GroupBy::Nothing: return {};
    case GroupBy::Severity: return keyOfSeverity(entry.finding.severity);
    case GroupBy::Server: return entry.server.toLower() + u'\x1f' + entry.host.text();
    case GroupBy::Topic: return entry.finding.rule.topic();
    case GroupBy::Rule: return entry.finding.rule.text();
    }
    Q_UNREACHABLE();
}

QString FleetFindingsModel::groupTitle(const Group &group) const
{
    switch (m_groupBy) {
    case GroupBy::Nothing: return tr("All findings");
    case GroupBy::Severity: return severityName(group.severity);
    case GroupBy::Topic: return topicName(group.title);
    case GroupBy::Server:
    case GroupBy::Rule: return group.title;
    }
    Q_UNREACHABLE();
}

bool FleetFindingsModel::matches(const Entry &entry) const
{
    const Finding &finding = entry.finding;
    return finding.severity >= m_filter.least && (m_filter.topic.isEmpty() || finding.rule.topic() == m_filter.topic) &&
           (m_filter.server.isEmpty() || entry.host == m_filter.server) &&
           std::all_of(m_words.cbegin(), m_words.cend(),
                       [&](const QString &word) { return entry.searched.contains(word, Qt::CaseInsensitive); });
}

bool FleetFindingsModel::before(const Entry &a, const Entry &b) const
{
    int order = 0;
    switch (m_sortColumn) {
    case TitleColumn: order = a.finding.title.compare(b.finding.title, Qt::CaseInsensitive); break;
    case ServerColumn: order = a.server.compare(b.server, Qt::CaseInsensitive); break;
    case TopicColumn: order = a.finding.rule.topic().compare(b.finding.rule.topic()); break;
    case PlaceColumn: order = a.place.compare(b.place, Qt::CaseInsensitive); break;
    default: order = int(a.finding.severity) - int(b.finding.severity);
    }
    if (order != 0)
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    // Then always the same way, so that a new survey does not shuffle what is equal.
    if (a.finding.severity != b.finding.severity)
        return a.finding.severity > b.finding.severity;
    if (const int title = a.finding.title.compare(b.finding.title); title != 0)
        return title < 0;
    if (const int server = a.server.compare(b.server); server != 0)
        return server < 0;
    return a.place < b.place;
}

void FleetFindingsModel::rebuild()
{
    beginResetModel();
    m_groups.clear();
    std::map<QString, std::unique_ptr<Group>> groups;
    if (m_groupBy == GroupBy::Nothing)
        groups[QString()] = std::make_unique<Group>();
    for (const auto &[host, entries] : m_entries) {
        for (const auto &entry : entries) {
            if (!matches(*entry))
                continue;
            auto &group = groups[groupKey(*entry)];
            if (!group) {
                group = std::make_unique<Group>();
                group->key = groupKey(*entry);
                group->severity = entry->finding.severity;
                group->title = m_groupBy == GroupBy::Server ? entry->server
                               : m_groupBy == GroupBy::Rule ? entry->finding.rule.text()
                                                            : entry->finding.rule.topic();
            }
            group->rows.push_back(entry.get());
        }
    }
    for (auto &[key, group] : groups) {
        std::stable_sort(group->rows.begin(), group->rows.end(),
                         [this](const Entry *a, const Entry *b) { return before(*a, *b); });
        m_groups.push_back(std::move(group));
    }
    endResetModel();
}

void FleetFindingsModel::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_words = filter.text.simplified().split(u' ', Qt::SkipEmptyParts);
    rebuild();
}

void FleetFindingsModel::setGroupBy(GroupBy groupBy)
{
    if (std::exchange(m_groupBy, groupBy) != groupBy)
        rebuild();
}

void FleetFindingsModel::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    rebuild();
}

void FleetFindingsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_groups.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_groups.size()) - 1, 0));
}

int FleetFindingsModel::total() const
{
    size_t count = 0;
    for (const auto &[host, entries] : m_entries)
        count += entries.size();
    return int(count);
}

int FleetFindingsModel::shown() const
{
    size_t count = 0;
    for (const auto &group : m_groups)
        count += group->rows.size();
    return int(count);
}

QMap<HostId, QString> FleetFindingsModel::servers() const
{
    QMap<HostId, QString> names;
    for (const auto &[host, entries] : m_entries) {
        if (!entries.empty())
            names.insert(host, entries.front()->server);
    }
    return names;
}

QStringList FleetFindingsModel::topics() const
{
    QSet<QString> topics;
    for (const auto &[host, entries] : m_entries) {
        for (const auto &entry : entries)
            topics.insert(entry->finding.rule.topic());
    }
    QStringList sorted(topics.cbegin(), topics.cend());
    sorted.sort();
    return sorted;
}

const FleetFindingsModel::Entry *FleetFindingsModel::entry(const QModelIndex &index) const
{
    const auto *group = static_cast<const Group *>(index.internalPointer());
    return index.isValid() && group ? group->rows[size_t(index.row())] : nullptr;
}

const Finding *FleetFindingsModel::finding(const QModelIndex &index) const
{
    const Entry *found = entry(index);
    return found ? &found->finding : nullptr;
}

HostId FleetFindingsModel::server(const QModelIndex &index) const
{
    const Entry *found = entry(index);
    return found ? found->host : HostId();
}

int FleetFindingsModel::rowOf(const Group *group) const
{
    const auto place =
        std::find_if(m_groups.begin(), m_groups.end(), [&](const auto &other) { return other.get() == group; });
    return int(place - m_groups.begin());
}

QModelIndex FleetFindingsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_groups[size_t(parent.row())].get() : nullptr);
}

QModelIndex FleetFindingsModel::parent(const QModelIndex &index) const
{
    const auto *group = index.isValid() ? static_cast<const Group *>(index.internalPointer()) : nullptr;
    return group ? createIndex(rowOf(group), 0, nullptr) : QModelIndex();
}

int FleetFindingsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalPointer() || parent.column() > 0 ? 0 : int(m_groups[size_t(parent.row())]->rows.size());
}

int FleetFindingsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant FleetFindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Entry *found = entry(index);
    if (role == IsGroupRole)
        return found == nullptr;
    if (!found) {
        const Group &group = *m_groups[size_t(index.row())];
        if (role == CountRole)
            return qulonglong(group.rows.size());
        return role == Qt::DisplayRole && index.column() == 0 ? QVariant(groupTitle(group)) : QVariant();
    }
    const Finding &finding = found->finding;
    if (role == SeverityRole)
        return int(finding.severity);
    if (role == FixRole && index.column() == TitleColumn && finding.fixable && serversToFix(finding.rule) > 1)
        return tr("Fix on %1 servers…").arg(serversToFix(finding.rule));
    if (role == Qt::ToolTipRole)
        return plainToolTip(finding.title);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TitleColumn: return finding.title;
    case SeverityColumn: return severityName(finding.severity);
    case ServerColumn: return found->server;
    case TopicColumn: return topicName(finding.rule.topic());
    case PlaceColumn: return found->place;
    default: return {};
    }
}

QVariant FleetFindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn: return tr("Finding");
    case SeverityColumn: return tr("Severity");
    case ServerColumn: return tr("Server");
    case TopicColumn: return tr("Topic");
    case PlaceColumn: return tr("Place");
    default: return {};
    }
}

QRect FleetFindingsDelegate::fixPlace(const QRect &row, const QModelIndex &index)
{
    const QString text = index.data(FleetFindingsModel::FixRole).toString();
    if (text.isEmpty())
        return {};
    const int width = QFontMetrics(fixFont()).horizontalAdvance(text) + 20;
    return {row.right() - width - 8, row.center().y() - 12, width, 25};
}

QSize FleetFindingsDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {100, index.data(FleetFindingsModel::IsGroupRole).toBool() ? 34 : 42};
}

void FleetFindingsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = Tokens::of(option.palette);
    painter->save();
    const bool group = index.data(FleetFindingsModel::IsGroupRole).toBool();
    if (group)
        painter->fillRect(option.rect, t.raised);
    else if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, t.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, t.raised);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);
    const QRect area = option.rect.adjusted(8, 0, -8, 0);
    if (group) {
        const QFont font = fonts::sized(fonts::body(), 12, QFont::DemiBold);
        const bool open = option.state & QStyle::State_Open;
        icons::paint(painter, QRect(area.left() + 4, area.center().y() - 6, 12, 12),
                     open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), t.muted);
        const QString title = index.data().toString();
        paint::line(painter, area.adjusted(24, 0, 0, 0), title, font, t.text);
        const int used = QFontMetrics(font).horizontalAdvance(title) + 34;
        paint::line(painter, area.adjusted(used, 0, 0, 0), index.data(FleetFindingsModel::CountRole).toString(), font,
                    t.muted);
    } else if (index.column() == FleetFindingsModel::TitleColumn) {
        const auto severity = Severity(index.data(FleetFindingsModel::SeverityRole).toInt());
        paint::severityIcon(painter, QRectF(area.left() + 4, area.center().y() - 11, 22, 22), severity, t);
        const QRect fix = fixPlace(option.rect, index);
        paint::line(painter, area.adjusted(38, 0, fix.isEmpty() ? 0 : -fix.width() - 12, 0), index.data().toString(),
                    fonts::body(), t.text);
        if (!fix.isEmpty()) {
            const bool looked = option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
            if (looked) // everywhere at once the frames would be all that is seen
                paint::box(painter, fix, 7, t.surface, t.border);
            paint::line(painter, fix, index.data(FleetFindingsModel::FixRole).toString(), fixFont(),
                        looked ? t.text : t.muted, Qt::AlignCenter);
        }
    } else {
        const bool severity = index.column() == FleetFindingsModel::SeverityColumn;
        const Tone tone =
            severity ? toneOf(Severity(index.data(FleetFindingsModel::SeverityRole).toInt())) : Tone::Muted;
        paint::line(painter, area, index.data().toString(), fonts::small(), t.colour(tone),
                    Qt::AlignLeft | Qt::AlignVCenter,
                    index.column() == FleetFindingsModel::PlaceColumn ? Qt::ElideMiddle : Qt::ElideRight);
    }
    if (paint::showsFocus(option))
        paint::focusRing(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), 4, t);
    painter->restore();
}

} // namespace gw

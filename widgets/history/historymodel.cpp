// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/historymodel.h"

#include "widgets/parts/format.h"
#include "widgets/parts/plainlabel.h"

#include <QLocale>
#include <algorithm>

namespace gw {
namespace {

QString numberOf(const ChangeRecord &record)
{
    return record.number > 0 ? QStringLiteral("#%1").arg(record.number) : QString();
}

QString searchedTextOf(const ChangeRecord &record)
{
    QStringList parts{numberOf(record), record.plan.title, record.who, record.serverName};
    for (const FileRecord &file : record.files)
        parts << QString::fromUtf8(file.path.bytes());
    for (const Step &step : record.plan.steps)
        parts << QString::fromUtf8(commandOf(step.change));
    return parts.join(u'\n');
}

bool isSame(const ChangeRecord &a, const ChangeRecord &b)
{
    return a.transaction.isEmpty() ? a.number == b.number : a.transaction == b.transaction;
}

} // namespace

HistoryModel::HistoryModel(Scope scope, QObject *parent) : QAbstractListModel(parent), m_scope(scope) {}

void HistoryModel::setHistory(const QList<ChangeRecord> &changes)
{
    m_entries.clear();
    m_entries.reserve(changes.size());
    for (const ChangeRecord &change : changes)
        m_entries.append({change, change.at.toLocalTime().date(), {}});
    std::stable_sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
        const bool openA = a.record.outcome == Outcome::Open;
        const bool openB = b.record.outcome == Outcome::Open;
        if (openA != openB)
            return openA;
        return a.record.at != b.record.at ? a.record.at > b.record.at : a.record.number > b.record.number;
    });
    rebuild();
}

void HistoryModel::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_words = filter.text.simplified().split(u' ', Qt::SkipEmptyParts);
    rebuild();
}

void HistoryModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_shown = 0;
    qsizetype heading = -1;
    for (int i = 0; i < m_entries.size(); ++i) {
        Entry &entry = m_entries[i];
        if (!matches(entry))
            continue;
        const QDate day = entry.record.outcome == Outcome::Open ? QDate() : entry.day;
        if (heading < 0 || m_rows[heading].day != day) {
            heading = m_rows.size();
            m_rows.append(Row{-1, 0, day});
        }
        ++m_rows[heading].count;
        m_rows.append(Row{i});
        ++m_shown;
    }
    endResetModel();
}

bool HistoryModel::matches(Entry &entry) const
{
    const ChangeRecord &record = entry.record;
    if ((m_filter.outcome && record.outcome != *m_filter.outcome) ||
        (!m_filter.server.isEmpty() && record.host != m_filter.server) ||
        (m_filter.since.isValid() && record.at < m_filter.since))
        return false;
    if (m_words.isEmpty())
        return true;
    if (entry.searched.isEmpty())
        entry.searched = searchedTextOf(record);
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&](const QString &word) { return entry.searched.contains(word, Qt::CaseInsensitive); });
}

void HistoryModel::setCountdown(const QString &transaction, const QString &text)
{
    if (m_countdowns.value(transaction) == text)
        return;
    m_countdowns.insert(transaction, text);
    for (int row = 0; row < m_rows.size(); ++row) {
        const ChangeRecord *record = change(index(row));
        if (record && record->transaction == transaction)
            Q_EMIT dataChanged(index(row), index(row), {TimeRole, Qt::AccessibleTextRole});
        else if (record && record->outcome != Outcome::Open)
            return; // what is open comes first
    }
}

void HistoryModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

QMap<HostId, QString> HistoryModel::servers() const
{
    QMap<HostId, QString> names;
    for (const Entry &entry : m_entries) {
        if (!names.contains(entry.record.host))
            names.insert(entry.record.host, entry.record.serverName);
    }
    return names;
}

const ChangeRecord *HistoryModel::change(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.size() || m_rows[index.row()].entry < 0)
        return nullptr;
    return &m_entries[m_rows[index.row()].entry].record;
}

const ChangeRecord *HistoryModel::change(qint64 number) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [number](const Entry &entry) { return entry.record.number == number; });
    return found == m_entries.cend() ? nullptr : &found->record;
}

QList<const ChangeRecord *> HistoryModel::changesOf(const HostId &host, const RemotePath &path) const
{
    QList<const ChangeRecord *> changes;
    for (const Entry &entry : m_entries) {
        const QList<FileRecord> &files = entry.record.files;
        if (entry.record.host == host &&
            std::any_of(files.cbegin(), files.cend(), [&](const FileRecord &file) { return file.path == path; }))
            changes << &entry.record;
    }
    return changes;
}

const ChangeRecord *HistoryModel::takenBackBy(qint64 number) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(), [number](const Entry &entry) {
        return entry.record.undoes == number && entry.record.outcome == Outcome::Kept;
    });
    return found == m_entries.cend() ? nullptr : &found->record;
}

QModelIndex HistoryModel::indexOf(const ChangeRecord &wanted) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const ChangeRecord *found = change(index(row));
        if (found && isSame(*found, wanted))
            return index(row);
    }
    return {};
}

QModelIndex HistoryModel::indexOf(qint64 number) const
{
    const ChangeRecord *found = change(number);
    return found ? indexOf(*found) : QModelIndex();
}

QModelIndex HistoryModel::firstChange() const
{
    return m_rows.size() > 1 ? index(1) : QModelIndex();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant HistoryModel::headingData(const Row &row, int role) const
{
    switch (role) {
    case IsHeadingRole: return true;
    case CountRole: return row.count;
    case Qt::DisplayRole: return row.day.isValid() ? dayName(row.day) : tr("Open");
    default: return {};
    }
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const ChangeRecord *found = change(index);
    if (!found)
        return headingData(m_rows[index.row()], role);
    const QString detail =
        format::joined({m_scope == Scope::Fleet ? found->serverName : QString(), numberOf(*found), found->who});
    switch (role) {
    case IsHeadingRole: return false;
    case Qt::DisplayRole: return found->plan.title;
    case Qt::ToolTipRole: return plainToolTip(found->plan.title + u'\n' + detail);
    case TimeRole: {
        const QString countdown = found->outcome == Outcome::Open ? this->countdown(found->transaction) : QString();
        return countdown.isEmpty() ? QLocale().toString(found->at.toLocalTime().time(), QStringLiteral("hh:mm"))
                                   : countdown;
    }
    case DetailRole: return detail;
    case OutcomeRole: return int(found->outcome);
    case Qt::AccessibleTextRole:
        return QStringList{data(index, TimeRole).toString(), found->plan.title, outcomeName(found->outcome), detail}
            .join(QStringLiteral(", "));
    default: return {};
    }
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex &index) const
{
    return change(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

QString dayName(const QDate &day, const QDate &today)
{
    if (day == today)
        return HistoryModel::tr("Today");
    if (day == today.addDays(-1))
        return HistoryModel::tr("Yesterday");
    //: As QLocale's formats are written
    return QLocale().toString(day, HistoryModel::tr("dddd, d MMM yyyy"));
}

} // namespace gw

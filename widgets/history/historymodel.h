// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"

#include <QAbstractListModel>
#include <QHash>

namespace gw {

/// Changes under headings: the open ones first, then those of each day, newest first. A filter keeps what holds every
/// word of it.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT

public:
    /// Whether a row has to say which server it is about.
    enum class Scope { Server, Fleet };
    enum Role { IsHeadingRole = Qt::UserRole, CountRole, TimeRole, DetailRole, OutcomeRole };

    struct Filter {
        QString text; ///< in title, person, server, files, commands, "#118"
        std::optional<Outcome> outcome = {};
        HostId server = {};   ///< empty: all
        QDateTime since = {}; ///< invalid: always
        friend bool operator==(const Filter &, const Filter &) = default;
    };

    explicit HistoryModel(Scope scope, QObject *parent = nullptr);

    void setHistory(const QList<ChangeRecord> &changes);
    void setFilter(const Filter &filter);
    /// What an open change says in place of its time: "0:42".
    void setCountdown(const QString &transaction, const QString &text);
    void retranslate();

    int total() const { return int(m_entries.size()); }
    int shown() const { return m_shown; }
    QMap<HostId, QString> servers() const; ///< by the name each had last
    QString countdown(const QString &transaction) const { return m_countdowns.value(transaction); }

    const ChangeRecord *change(const QModelIndex &index) const;
    const ChangeRecord *change(qint64 number) const; ///< whether the filter shows it or not
    /// Those of a server that touched a file, newest first.
    QList<const ChangeRecord *> changesOf(const HostId &host, const RemotePath &path) const;
    /// The one that took change `number` back and was kept.
    const ChangeRecord *takenBackBy(qint64 number) const;
    QModelIndex indexOf(const ChangeRecord &change) const; ///< the same change in whatever state it is now
    QModelIndex indexOf(qint64 number) const;
    QModelIndex firstChange() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Entry {
        ChangeRecord record;
        QDate day;        ///< local
        QString searched; ///< made when it is first searched
    };
    /// A change, or the heading over `count` of them.
    struct Row {
        int entry = -1;
        int count = 0;
        QDate day = {}; ///< of a heading; invalid: what is open
    };

    void rebuild();
    bool matches(Entry &entry) const;
    QVariant headingData(const Row &row, int role) const;

    Scope m_scope;
    QList<Entry> m_entries;
    QList<Row> m_rows;
    int m_shown = 0;
    Filter m_filter;
    QStringList m_words;
    QHash<QString, QString> m_countdowns; ///< by transaction
};

/// "Today", "Yesterday", "Wednesday, 26 Nov 2026".
QString dayName(const QDate &day, const QDate &today = QDate::currentDate());

} // namespace gw

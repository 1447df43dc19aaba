// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Store that keeps the journal.
#include "backend/store/database.h"
#include "backend/store/store.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

/// One row of the chain.
struct Entry {
    qint64 entry = 0;
    qint64 number = 0;
    QString transaction;
    QString host;
    qint64 at = 0; ///< ms since 1970
    QByteArray record;
    QByteArray previous;
    QByteArray hash;

    QByteArray computedHash() const
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(previous);
        hash.addData(QByteArray::number(entry));
        hash.addData("\n");
        hash.addData(record);
        return hash.result();
    }
    bool says(const ChangeRecord &change) const
    {
        return number == change.number && transaction == change.transaction && host == change.host.text() &&
               at == change.at.toMSecsSinceEpoch();
    }
};

const QByteArray beforeTheFirst(32, '\0');

/// The columns that entryFrom() reads.
QString selectEntries(const char *rest)
{
    return QStringLiteral("SELECT entry, number, transaction_id, host, at, record, previous, hash FROM journal ") +
           QLatin1String(rest);
}

Entry entryFrom(const QSqlQuery &query)
{
    return Entry{query.value(0).toLongLong(),  query.value(1).toLongLong(), query.value(2).toString(),
                 query.value(3).toString(),    query.value(4).toLongLong(), query.value(5).toByteArray(),
                 query.value(6).toByteArray(), query.value(7).toByteArray()};
}

Result<std::optional<Entry>> firstEntry(const Database &database, const char *rest, const QVariantList &values = {})
{
    QSqlQuery query = GW_TRY(database.run(selectEntries(rest), values));
    return query.next() ? std::optional(entryFrom(query)) : std::nullopt;
}

/// The last state of a transaction.
Result<std::optional<Entry>> lastOf(const Database &database, const QString &transaction)
{
    return firstEntry(database, "WHERE transaction_id = ? ORDER BY entry DESC LIMIT 1", {transaction});
}

Result<ChangeRecord> parsed(const QByteArray &record, const ContentSource &contents)
{
    return changeRecordFromJson(QJsonDocument::fromJson(record).object(), contents);
}

/// A content as it was stored; nothing when it is missing or not what its hash says.
Result<std::optional<QByteArray>> storedContent(const Database &database, const QByteArray &hash)
{
    QSqlQuery query =
        GW_TRY(database.run(QStringLiteral("SELECT bytes FROM content WHERE hash = ?"), {QByteArray::fromHex(hash)}));
    if (!query.next())
        return std::optional<QByteArray>();
    const QByteArray content = qUncompress(query.value(0).toByteArray());
    return contentHash(content) == hash ? std::optional(content) : std::nullopt;
}

/// Reads what an entry says; nothing that is not as it was written is believed.
Result<ChangeRecord> recordFrom(const Database &database, const Entry &entry, const ContentSource &contents)
{
    const Error damaged = database.damaged(Text::tr("change %1 is not as it was stored").arg(entry.number));
    if (entry.hash != entry.computedHash())
        return damaged;
    ChangeRecord record = GW_TRY(parsed(entry.record, contents));
    if (!entry.says(record))
        return damaged;
    return record;
}

Result<ChangeRecord> wholeRecordFrom(const Database &database, const Entry &entry)
{
    std::optional<Error> failure;
    const auto contents = [&](const QByteArray &hash) -> std::optional<QByteArray> {
        const auto content = storedContent(database, hash);
        if (!content)
            failure = content.error();
        else if (!*content)
            failure = database.damaged(Text::tr("a file of change %1 is not as it was stored").arg(entry.number));
        return content ? *content : std::nullopt;
    };
    ChangeRecord record = GW_TRY(recordFrom(database, entry, contents));
    if (failure)
        return *failure;
    return record;
}

/// A file that a step of the plan calls secret is secret, whoever else touched it.
ChangeRecord masked(ChangeRecord change)
{
    QSet<RemotePath> secrets;
    for (const Step &step : change.plan.steps) {
        if (secrecyOf(step.change) == Secrecy::Secret)
            secrets.insert(changedFile(step.change));
    }
    for (FileRecord &file : change.files) {
        if (secrets.contains(file.path))
            file.secrecy = Secrecy::Secret;
    }
    return change;
}

Error cannotAppend(const QString &cause)
{
    return Error{Error::Kind::Invalid, Text::tr("Write a change to the journal"), cause, {}, {}};
}

/// Why a record cannot stand in the journal; empty: it can.
QString whyUnusable(const ChangeRecord &change)
{
    if (change.transaction.isEmpty() || change.host.isEmpty() || !change.at.isValid())
        return Text::tr("It does not say which change it is, of which server, or when it was made");
    for (const FileRecord &file : change.files) {
        const bool whole = file.before.hash() == file.beforeHash && file.after.hash() == file.afterHash;
        if (file.secrecy == Secrecy::Public && !whole)
            return Text::tr("It does not hold what was in %1").arg(file.path.shown());
    }
    return {};
}

/// Walks the chain entry by entry and remembers where it stands.
class ChainWalk {
public:
    explicit ChainWalk(const Database &database) : m_database(database) {}

    /// What is wrong with the next entry; empty: nothing.
    Result<QString> step(const Entry &entry)
    {
        if (entry.entry != m_next)
            return Text::tr("Entry %1 is missing").arg(m_next);
        if (entry.previous != m_head)
            return Text::tr("Entry %1 does not follow the one before it").arg(entry.entry);
        if (entry.hash != entry.computedHash())
            return Text::tr("Entry %1 is not as it was written").arg(entry.entry);
        QList<QByteArray> named;
        const auto record = parsed(entry.record, [&named](const QByteArray &hash) {
            named.append(hash);
            return std::optional<QByteArray>();
        });
        if (!record || !entry.says(*record))
            return Text::tr("Entry %1 is not filed as it was written").arg(entry.entry);
        for (const QByteArray &hash : named) {
            if (!GW_TRY(isStored(hash)))
                return Text::tr("A file that entry %1 names is missing or was changed").arg(entry.entry);
        }
        ++m_next;
        m_head = entry.hash;
        return QString();
    }

    qint64 next() const { return m_next; }
    QByteArray head() const { return m_next == 1 ? QByteArray() : m_head.toHex(); }

private:
    Result<bool> isStored(const QByteArray &hash)
    {
        if (m_sound.contains(hash))
            return true;
        if (!GW_TRY(storedContent(m_database, hash)))
            return false;
        m_sound.insert(hash);
        return true;
    }

    const Database &m_database;
    qint64 m_next = 1;
    QByteArray m_head = beforeTheFirst;
    QSet<QByteArray> m_sound; ///< contents that were looked at
};

/// The highest entry that was ever written, also when it is gone.
Result<qint64> lastEntryEver(const Database &database)
{
    QSqlQuery query = GW_TRY(database.run(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = 'journal'")));
    return query.next() ? query.value(0).toLongLong() : 0;
}

Result<qint64> nextNumber(const Database &database)
{
    QSqlQuery query = GW_TRY(database.run(QStringLiteral("SELECT coalesce(max(number), 0) + 1 FROM journal")));
    query.next();
    return query.value(0).toLongLong();
}

/// The entry that `record` becomes, at the end of the chain.
Result<Entry> nextEntry(const Database &database, const ChangeRecord &record)
{
    const auto last = GW_TRY(firstEntry(database, "ORDER BY entry DESC LIMIT 1"));
    Entry entry;
    entry.entry = GW_TRY(lastEntryEver(database)) + 1;
    entry.record = QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact); // its keys are sorted
    entry.previous = last ? last->hash : beforeTheFirst;
    entry.hash = entry.computedHash();
    entry.number = record.number;
    entry.transaction = record.transaction;
    entry.host = record.host.text();
    const ChangeRecord readable = GW_TRY(parsed(entry.record, {}));
    entry.at = readable.at.toMSecsSinceEpoch();
    if (!entry.says(readable)) // it stands there for ever: nothing that is read otherwise than it was written
        return cannotAppend(Text::tr("Its names cannot be written down"));
    return entry;
}

} // namespace

Result<qint64> Store::append(const ChangeRecord &change)
{
    ChangeRecord record = masked(change);
    if (const QString reason = whyUnusable(record); !reason.isEmpty())
        return cannotAppend(reason);
    Transaction transaction = GW_TRY(Transaction::begin(*m_database));
    const auto known = GW_TRY(lastOf(*m_database, record.transaction));
    if (known && known->host != record.host.text())
        return cannotAppend(Text::tr("The journal knows this change from another server"));
    record.number = known ? known->number : GW_TRY(nextNumber(*m_database));
    const Entry entry = GW_TRY(nextEntry(*m_database, record));
    if (known && known->record == entry.record)
        return record.number;
    GW_TRY(m_database->run(
        QStringLiteral("INSERT INTO journal (entry, number, transaction_id, host, at, record, previous, hash)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {entry.entry, entry.number, entry.transaction, entry.host, entry.at, entry.record, entry.previous,
         entry.hash}));
    const QHash<QByteArray, QByteArray> contents = contentsOf(record);
    for (const QByteArray &content : contents)
        GW_TRY(m_database->run(QStringLiteral("INSERT INTO journal_content (entry, content) VALUES (?, ?)"),
                               {entry.entry, GW_TRY(contentId(content))}));
    GW_TRY(transaction.commit());
    return record.number;
}

Result<QList<ChangeRecord>> Store::history(const HistoryFilter &filter) const
{
    const QString host = filter.host ? filter.host->text() : QStringLiteral("");
    const qint64 since = filter.since.isValid() ? filter.since.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
    const QString outcome = filter.outcome ? outcomeId(*filter.outcome) : QStringLiteral("");
    QSqlQuery query = GW_TRY(m_database->run(
        selectEntries("WHERE entry = (SELECT max(entry) FROM journal AS later WHERE later.number = journal.number)"
                      " AND (? OR host = ?) AND at >= ?"
                      // A damaged record is given out too, to be found damaged.
                      " AND (? OR CASE json_valid(CAST(record AS TEXT))"
                      " WHEN 1 THEN json_extract(CAST(record AS TEXT), '$.outcome') = ? ELSE 1 END)"
                      " ORDER BY number DESC"),
        {!filter.host.has_value(), host, since, !filter.outcome.has_value(), outcome}));
    QList<ChangeRecord> changes;
    while (query.next())
        changes.append(GW_TRY(recordFrom(*m_database, entryFrom(query), {})));
    return changes;
}

Result<ChangeRecord> Store::change(qint64 number) const
{
    const auto entry = GW_TRY(firstEntry(*m_database, "WHERE number = ? ORDER BY entry DESC LIMIT 1", {number}));
    if (!entry)
        return Error{Error::Kind::Invalid,
                     Text::tr("Read change %1 of the journal").arg(number),
                     Text::tr("There is no such change"),
                     {},
                     {}};
    return wholeRecordFrom(*m_database, *entry);
}

Result<std::optional<ChangeRecord>> Store::changeOf(const QString &transaction) const
{
    const auto entry = GW_TRY(lastOf(*m_database, transaction));
    if (!entry)
        return std::optional<ChangeRecord>();
    return std::optional(GW_TRY(wholeRecordFrom(*m_database, *entry)));
}

Result<JournalCheck> Store::checkJournal() const
{
    const qint64 everWritten = GW_TRY(lastEntryEver(*m_database)); // first: others may append meanwhile
    QSqlQuery query = GW_TRY(m_database->run(selectEntries("ORDER BY entry")));
    ChainWalk walk(*m_database);
    JournalCheck check;
    while (query.next()) {
        ++check.entries;
        if (check.brokenAt)
            continue;
        check.detail = GW_TRY(walk.step(entryFrom(query)));
        if (!check.detail.isEmpty())
            check.brokenAt = walk.next();
    }
    if (!check.brokenAt && walk.next() <= everWritten) {
        check.brokenAt = walk.next();
        check.detail = Text::tr("Entry %1 and all that followed are missing").arg(walk.next());
    }
    check.head = walk.head();
    return check;
}

Result<QByteArray> Store::journalHead() const
{
    const auto last = GW_TRY(firstEntry(*m_database, "ORDER BY entry DESC LIMIT 1"));
    return last ? last->hash.toHex() : QByteArray();
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Store that keeps surveys.
#include "backend/store/database.h"
#include "backend/store/store.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QTimeZone>

namespace gw {
namespace {

enum SectionFlag { TimedOut = 1, Truncated = 2 };

QByteArray hashOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

QDateTime timeFrom(const QVariant &milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), QTimeZone::utc());
}

int flagsOf(const SurveySection &section)
{
    return (section.timedOut ? TimedOut : 0) | (section.truncated ? Truncated : 0);
}

/// QtSql stores a null byte array as NULL, which no column of ours takes.
QByteArray notNull(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

} // namespace

Result<qint64> Store::contentId(const QByteArray &content)
{
    const QByteArray hash = hashOf(content);
    QSqlQuery known = GW_TRY(m_database->run(QStringLiteral("SELECT id FROM content WHERE hash = ?"), {hash}));
    if (known.next())
        return known.value(0).toLongLong();
    const QSqlQuery added = GW_TRY(
        m_database->run(QStringLiteral("INSERT INTO content (hash, bytes) VALUES (?, ?)"), {hash, qCompress(content)}));
    return added.lastInsertId().toLongLong();
}

Result<qint64> Store::keep(const HostId &host, const SurveyAnswer &answer)
{
    Transaction transaction = GW_TRY(Transaction::begin(*m_database));
    const QSqlQuery added =
        GW_TRY(m_database->run(QStringLiteral("INSERT INTO snapshot (host, taken_at, took) VALUES (?, ?, ?)"),
                               {host.text(), answer.takenAt.toMSecsSinceEpoch(), qint64(answer.took.count())}));
    const qint64 id = added.lastInsertId().toLongLong();
    for (qsizetype position = 0; position < answer.sections.size(); ++position) {
        const SurveySection &section = answer.sections[position];
        const qint64 content = GW_TRY(contentId(section.content));
        GW_TRY(m_database->run(
            QStringLiteral("INSERT INTO snapshot_section (snapshot, position, name, exit_code, flags, content)"
                           " VALUES (?, ?, ?, ?, ?, ?)"),
            {id, position, notNull(section.name), section.exitCode, flagsOf(section), content}));
    }
    GW_TRY(transaction.commit());
    return id;
}

Result<QList<SnapshotInfo>> Store::snapshots(const HostId &host) const
{
    QSqlQuery query = GW_TRY(m_database->run(
        QStringLiteral("SELECT id, taken_at FROM snapshot WHERE host = ? ORDER BY taken_at DESC, id DESC"),
        {host.text()}));
    QList<SnapshotInfo> snapshots;
    while (query.next())
        snapshots.append(SnapshotInfo{query.value(0).toLongLong(), host, timeFrom(query.value(1))});
    return snapshots;
}

Result<SurveyAnswer> Store::snapshot(qint64 id) const
{
    QSqlQuery head = GW_TRY(m_database->run(QStringLiteral("SELECT taken_at, took FROM snapshot WHERE id = ?"), {id}));
    if (!head.next())
        return Error{Error::Kind::Invalid,
                     QCoreApplication::translate("Store", "Read the survey number %1").arg(id),
                     QCoreApplication::translate("Store", "It is not kept any more"),
                     {},
                     {}};
    SurveyAnswer answer;
    answer.takenAt = timeFrom(head.value(0));
    answer.took = std::chrono::milliseconds(head.value(1).toLongLong());
    QSqlQuery query = GW_TRY(m_database->run(
        QStringLiteral("SELECT name, exit_code, flags, bytes, hash FROM snapshot_section"
                       " JOIN content ON content.id = snapshot_section.content WHERE snapshot = ? ORDER BY position"),
        {id}));
    while (query.next()) {
        SurveySection section;
        section.name = query.value(0).toByteArray();
        section.exitCode = query.value(1).toInt();
        section.timedOut = query.value(2).toInt() & TimedOut;
        section.truncated = query.value(2).toInt() & Truncated;
        section.content = qUncompress(query.value(3).toByteArray());
        if (hashOf(section.content) != query.value(4).toByteArray())
            return m_database->damaged(
                QCoreApplication::translate("Store", "survey %1 is not as it was stored").arg(id));
        answer.sections.append(section);
    }
    return answer;
}

Result<std::optional<SurveyAnswer>> Store::latest(const HostId &host) const
{
    const QList<SnapshotInfo> all = GW_TRY(snapshots(host));
    if (all.isEmpty())
        return std::optional<SurveyAnswer>();
    return std::optional(GW_TRY(snapshot(all.first().id)));
}

Result<void> Store::forgetOlderThan(const QDateTime &when)
{
    Transaction transaction = GW_TRY(Transaction::begin(*m_database));
    GW_TRY(m_database->run(
        QStringLiteral(
            "DELETE FROM snapshot WHERE taken_at < ? AND NOT ("
            " (host = ? OR host IN (SELECT id FROM server)) AND id = (SELECT newest.id FROM snapshot AS newest"
            " WHERE newest.host = snapshot.host ORDER BY newest.taken_at DESC, newest.id DESC LIMIT 1))"),
        {when.toMSecsSinceEpoch(), HostId::local().text()}));
    GW_TRY(removeUnusedContent());
    return transaction.commit();
}

Result<void> Store::removeUnusedContent()
{
    GW_TRY(m_database->run(
        QStringLiteral("DELETE FROM content WHERE"
                       " NOT EXISTS (SELECT 1 FROM snapshot_section WHERE snapshot_section.content = content.id)"
                       " AND NOT EXISTS (SELECT 1 FROM journal_content WHERE journal_content.content = content.id)")));
    return {};
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/schema.h"

namespace gw {
namespace {

QStringList firstVersion()
{
    return {
        QStringLiteral("CREATE TABLE server ("
                       " id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL UNIQUE COLLATE NOCASE,"
                       " target TEXT NOT NULL, folder TEXT NOT NULL, tags TEXT NOT NULL, colour TEXT NOT NULL,"
                       " transport TEXT NOT NULL, identity_file TEXT NOT NULL)"),
        // The bytes of a section, compressed; two surveys that say the same refer to the same row.
        QStringLiteral("CREATE TABLE content (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL)"),
        // `host` need not be in `server`: a server can be looked at before it is saved.
        QStringLiteral("CREATE TABLE snapshot ("
                       " id INTEGER PRIMARY KEY AUTOINCREMENT, host TEXT NOT NULL, taken_at INTEGER NOT NULL,"
                       " took INTEGER NOT NULL)"),
        QStringLiteral("CREATE INDEX snapshot_of_host ON snapshot (host, taken_at)"),
        QStringLiteral("CREATE TABLE snapshot_section ("
                       " snapshot INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,"
                       " position INTEGER NOT NULL, name BLOB NOT NULL, exit_code INTEGER NOT NULL,"
                       " flags INTEGER NOT NULL, content INTEGER NOT NULL REFERENCES content (id),"
                       " PRIMARY KEY (snapshot, position)) WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX section_of_content ON snapshot_section (content)"),
        QStringLiteral("CREATE TABLE accepted_risk ("
                       " host TEXT NOT NULL, rule TEXT NOT NULL, subject TEXT NOT NULL, reason TEXT NOT NULL,"
                       " until TEXT NOT NULL, accepted_by TEXT NOT NULL, PRIMARY KEY (host, rule, subject))"),
        QStringLiteral("CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL)"),
    };
}

/// What was written once is neither changed nor taken away, by no statement of ours and by none that is typed in by
/// hand.
QStringList appendOnly(const QString &table)
{
    QStringList triggers;
    for (const char *event : {"UPDATE", "DELETE"}) {
        const QString name = QString::fromLatin1(event);
        triggers.append(QStringLiteral("CREATE TRIGGER %1_%2 BEFORE %3 ON %1 BEGIN"
                                       " SELECT RAISE(ABORT, 'the journal is append-only'); END")
                            .arg(table, name.toLower(), name));
    }
    return triggers;
}

QStringList journalVersion()
{
    const QStringList tables{
        // The record as JSON, and the chain: hash = SHA-256(previous, entry, record). The other columns find it and say
        // what the record says. AUTOINCREMENT remembers the highest entry there ever was, so that missing ones show.
        QStringLiteral("CREATE TABLE journal ("
                       " entry INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER NOT NULL,"
                       " transaction_id TEXT NOT NULL, host TEXT NOT NULL, at INTEGER NOT NULL, record BLOB NOT NULL,"
                       " previous BLOB NOT NULL, hash BLOB NOT NULL)"),
        QStringLiteral("CREATE INDEX journal_of_change ON journal (number, entry)"),
        QStringLiteral("CREATE INDEX journal_of_transaction ON journal (transaction_id, entry)"),
        // The contents that an entry names: they stay as long as it does.
        QStringLiteral("CREATE TABLE journal_content ("
                       " entry INTEGER NOT NULL REFERENCES journal (entry),"
                       " content INTEGER NOT NULL REFERENCES content (id),"
                       " PRIMARY KEY (entry, content)) WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX journal_of_content ON journal_content (content)"),
    };
    const QStringList rules{
        // REPLACE deletes without asking the triggers above.
        QStringLiteral("CREATE TRIGGER journal_insert BEFORE INSERT ON journal"
                       " WHEN NEW.entry <> 1 + coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'journal'), 0)"
                       " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"),
        QStringLiteral("CREATE TRIGGER content_update BEFORE UPDATE ON content"
                       " BEGIN SELECT RAISE(ABORT, 'content is never changed'); END"),
        QStringLiteral("CREATE TRIGGER content_delete BEFORE DELETE ON content"
                       " WHEN EXISTS (SELECT 1 FROM journal_content WHERE content = OLD.id)"
                       " BEGIN SELECT RAISE(ABORT, 'the journal names this content'); END"),
    };
    return tables + rules + appendOnly(QStringLiteral("journal")) + appendOnly(QStringLiteral("journal_content"));
}

} // namespace

const QList<QStringList> &schemaMigrations()
{
    static const QList<QStringList> migrations{firstVersion(), journalVersion()};
    return migrations;
}

} // namespace gw

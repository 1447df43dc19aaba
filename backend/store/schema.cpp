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

} // namespace

const QList<QStringList> &schemaMigrations()
{
    static const QList<QStringList> migrations{firstVersion()};
    return migrations;
}

} // namespace gw

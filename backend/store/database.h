// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>
#include <memory>

class QSqlError;

namespace gw {

/// One connection to the SQLite file, with the current schema in it. For one thread.
class Database {
public:
    static Result<std::unique_ptr<Database>> open(const QString &path);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs one statement; its `?` are filled in order.
    Result<QSqlQuery> run(const QString &statement, const QVariantList &values = {}) const;
    /// The Error about content that is not what was stored.
    Error damaged(const QString &detail) const;

private:
    explicit Database(const QString &path);
    Error error(const QSqlError &failure) const;
    Result<int> version() const;
    Result<void> migrate();

    QString m_path;
    QSqlDatabase m_connection;
};

/// All or nothing: rolled back unless commit() was called. Takes the write lock at once, since a reader that becomes a
/// writer later is refused without waiting when another process was faster (SQLite, "BEGIN IMMEDIATE").
class Transaction {
public:
    static Result<Transaction> begin(const Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    Result<void> commit();

private:
    explicit Transaction(const Database &database) : m_database(&database) {}
    const Database *m_database;
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/database.h"

#include "backend/store/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>
#include <cerrno>
#include <filesystem>
#include <sys/stat.h>

namespace gw {
namespace {

QString triedWith(const QString &path)
{
    return QCoreApplication::translate("Store", "Use the program's database %1").arg(QDir::toNativeSeparators(path));
}

/// Makes the folder (0700) and those above it, if need be; the system's reason if it cannot.
QString whyNoFolder(const QString &folder)
{
    const QByteArray name = QFile::encodeName(folder);
    std::error_code error;
    std::filesystem::create_directories(std::filesystem::path(name.toStdString()).parent_path(), error);
    if (error)
        return qt_error_string(error.value());
    if (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
        return qt_error_string(errno);
    return {};
}

/// SQLite gives its journals the permissions of the file: made here first, nobody else can ever read one of them.
Result<void> createPrivateFile(const QString &path)
{
    constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner;
    const auto failed = [&](const QString &reason) {
        return Error{
            Error::Kind::Failed,
            triedWith(path),
            QCoreApplication::translate("Store", "It cannot be created: %1").arg(reason),
            QCoreApplication::translate("Store", "Check that the folder may be written and the disk is not full"),
            {}};
    };
    const QFileInfo info(path);
    if (const QString reason = whyNoFolder(info.absolutePath()); !reason.isEmpty())
        return failed(reason);
    QFile file(path);
    if (!info.exists() && !file.open(QIODevice::NewOnly | QIODevice::WriteOnly, owner) && !file.exists())
        return failed(file.errorString());
    return {};
}

} // namespace

Database::Database(const QString &path)
    : m_path(path), m_connection(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QUuid::createUuid().toString()))
{
    m_connection.setDatabaseName(path);
    m_connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
}

Database::~Database()
{
    const QString name = m_connection.connectionName();
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    const bool inMemory = path == QStringLiteral(":memory:");
    if (!inMemory)
        GW_TRY(createPrivateFile(path));
    std::unique_ptr<Database> database(new Database(path));
    if (!database->m_connection.open())
        return database->error(database->m_connection.lastError());
    const int version = GW_TRY(database->version()); // before anything is written: a damaged file stays as it is
    if (version > schemaMigrations().size())
        return Error{Error::Kind::Unsupported,
                     triedWith(path),
                     QCoreApplication::translate("Store", "It was written by a newer version of the program"),
                     QCoreApplication::translate("Store", "Update the program. The file was not changed"),
                     {}};
    if (version == 0) // forgotten surveys give their space back; holds only when set before anything is in the file
        GW_TRY(database->run(QStringLiteral("PRAGMA auto_vacuum = FULL")));
    if (!inMemory) {
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        // Where write-ahead logging is not possible (a network drive), SQLite keeps its other journal: slower, not
        // wrong.
        std::ignore = database->run(QStringLiteral("PRAGMA journal_mode = WAL"));
        // What the journal says was done survives a power cut.
        GW_TRY(database->run(QStringLiteral("PRAGMA synchronous = FULL")));
    }
    GW_TRY(database->run(QStringLiteral("PRAGMA foreign_keys = ON")));
    GW_TRY(database->migrate());
    return database;
}

Result<int> Database::version() const
{
    QSqlQuery query = GW_TRY(run(QStringLiteral("PRAGMA user_version")));
    query.next();
    const int version = query.value(0).toInt();
    query.finish();
    GW_TRY(run(QStringLiteral("SELECT count(*) FROM sqlite_master"))); // reads the schema: a damaged one fails here
    return version;
}

Result<void> Database::migrate()
{
    const auto &migrations = schemaMigrations();
    if (GW_TRY(version()) == migrations.size())
        return {};
    Transaction transaction = GW_TRY(Transaction::begin(*this));
    const int found = GW_TRY(version()); // again, under the lock: another process may have been faster
    for (qsizetype next = found; next < migrations.size(); ++next) {
        for (const QString &statement : migrations[next])
            GW_TRY(run(statement));
    }
    GW_TRY(run(QStringLiteral("PRAGMA user_version = %1").arg(migrations.size())));
    return transaction.commit();
}

Result<QSqlQuery> Database::run(const QString &statement, const QVariantList &values) const
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return error(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return error(query.lastError());
    return query;
}

Error Database::damaged(const QString &detail) const
{
    return Error{
        Error::Kind::Failed,
        triedWith(m_path),
        QCoreApplication::translate("Store", "The file is damaged (%1)").arg(detail),
        QCoreApplication::translate(
            "Store", "The file was not changed. Put a backup in its place, or move it away to begin with an empty one"),
        {}};
}

Error Database::error(const QSqlError &failure) const
{
    enum Code {
        Busy = 5,
        Locked = 6,
        ReadOnly = 8,
        InputOutput = 10,
        Corrupt = 11,
        Full = 13,
        CannotOpen = 14,
        NotADatabase = 26
    };
    Error error{Error::Kind::Failed, triedWith(m_path), failure.text(), {}, {}};
    switch (failure.nativeErrorCode().toInt() & 0xff) { // the upper bits are details of the same error
    case Corrupt:
    case NotADatabase: return damaged(failure.databaseText());
    case Busy:
    case Locked:
        error.kind = Error::Kind::TimedOut;
        error.cause = QCoreApplication::translate("Store", "Another process has been writing to it for too long");
        error.advice = QCoreApplication::translate("Store", "Try again, or close other windows of the program");
        break;
    case ReadOnly:
    case CannotOpen:
        error.advice = QCoreApplication::translate("Store", "Check the permissions of the file and of its folder");
        break;
    case InputOutput:
    case Full: error.advice = QCoreApplication::translate("Store", "Check that the disk works and is not full"); break;
    }
    return error;
}

Result<Transaction> Transaction::begin(const Database &database)
{
    GW_TRY(database.run(QStringLiteral("BEGIN IMMEDIATE")));
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction()
{
    if (m_database)
        std::ignore = m_database->run(QStringLiteral("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    GW_TRY(m_database->run(QStringLiteral("COMMIT")));
    m_database = nullptr;
    return {};
}

} // namespace gw

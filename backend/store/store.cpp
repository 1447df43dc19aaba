// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/store.h"

#include "backend/store/database.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

namespace gw {

Server thisComputer()
{
    Server server;
    server.id = HostId::local();
    server.name = QCoreApplication::translate("Store", "This computer");
    server.target = QStringLiteral("local");
    server.transport = QStringLiteral("automatic");
    return server;
}

namespace {

QString tagsText(const QStringList &tags)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(tags)).toJson(QJsonDocument::Compact));
}

QStringList tagsFrom(const QString &text)
{
    QStringList tags;
    for (const QJsonValue &tag : QJsonDocument::fromJson(text.toUtf8()).array())
        tags.append(tag.toString());
    return tags;
}

/// QtSql stores a null string as NULL, which no column of ours takes.
QString notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

Error nameError(const Server &server, const QString &cause)
{
    return Error{Error::Kind::Invalid,
                 QCoreApplication::translate("Store", "Save the server %1").arg(server.name),
                 cause,
                 QCoreApplication::translate("Store", "Choose another name"),
                 {}};
}

} // namespace

Store::Store(std::unique_ptr<Database> database) : m_database(std::move(database)) {}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &path)
{
    auto database = GW_TRY(Database::open(path));
    return std::unique_ptr<Store>(new Store(std::move(database)));
}

QString Store::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/gatewright/gatewright.db");
}

Result<QList<Server>> Store::servers() const
{
    QList<Server> servers{thisComputer()};
    QSqlQuery query = GW_TRY(m_database->run(QStringLiteral("SELECT id, name, target, folder, tags, colour, transport, "
                                                            "identity_file FROM server ORDER BY position, name")));
    while (query.next()) {
        Server server;
        server.id = HostId(query.value(0).toString());
        server.name = query.value(1).toString();
        server.target = query.value(2).toString();
        server.group = query.value(3).toString();
        server.tags = tagsFrom(query.value(4).toString());
        server.colour = query.value(5).toString();
        server.transport = query.value(6).toString();
        server.identityFile = query.value(7).toString();
        if (server.isLocal())
            servers.first() = server;
        else
            servers.append(server);
    }
    return servers;
}

Result<void> Store::save(const Server &server)
{
    if (server.id.isEmpty() || server.name.trimmed().isEmpty())
        return nameError(server, QCoreApplication::translate("Store", "It has no name"));
    Transaction transaction = GW_TRY(Transaction::begin(*m_database));
    const QList<Server> others = GW_TRY(servers());
    for (const Server &other : others) {
        if (other.id != server.id && other.name.compare(server.name, Qt::CaseInsensitive) == 0)
            return nameError(server, QCoreApplication::translate("Store", "Another server has this name already"));
    }
    GW_TRY(m_database->run(
        QStringLiteral("INSERT INTO server (id, position, name, target, folder, tags, colour, transport, identity_file)"
                       " VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM server), ?, ?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (id) DO UPDATE SET name = excluded.name, target = excluded.target,"
                       " folder = excluded.folder, tags = excluded.tags, colour = excluded.colour,"
                       " transport = excluded.transport, identity_file = excluded.identity_file"),
        {server.id.text(), server.name, notNull(server.target), notNull(server.group), tagsText(server.tags),
         notNull(server.colour), notNull(server.transport), notNull(server.identityFile)}));
    return transaction.commit();
}

Result<void> Store::remove(const HostId &id)
{
    Transaction transaction = GW_TRY(Transaction::begin(*m_database));
    for (const char *statement : {"DELETE FROM server WHERE id = ?", "DELETE FROM snapshot WHERE host = ?",
                                  "DELETE FROM accepted_risk WHERE host = ?"})
        GW_TRY(m_database->run(QString::fromLatin1(statement), {id.text()}));
    GW_TRY(removeUnusedContent());
    return transaction.commit();
}

Result<void> Store::setOrder(const QList<HostId> &order)
{
    Transaction transaction = GW_TRY(Transaction::begin(*m_database));
    for (qsizetype position = 0; position < order.size(); ++position)
        GW_TRY(m_database->run(QStringLiteral("UPDATE server SET position = ? WHERE id = ?"),
                               {position + 1, order[position].text()}));
    return transaction.commit();
}

Result<QList<AcceptedRisk>> Store::acceptedRisks(const HostId &host) const
{
    QSqlQuery query = GW_TRY(m_database->run(
        QStringLiteral("SELECT rule, subject, reason, until, accepted_by FROM accepted_risk WHERE host = ?"
                       " ORDER BY rule, subject"),
        {host.text()}));
    QList<AcceptedRisk> risks;
    while (query.next())
        risks.append(AcceptedRisk{RuleId(query.value(0).toString()), query.value(1).toString(),
                                  query.value(2).toString(), QDate::fromString(query.value(3).toString(), Qt::ISODate),
                                  query.value(4).toString()});
    return risks;
}

Result<void> Store::accept(const HostId &host, const AcceptedRisk &risk)
{
    GW_TRY(m_database->run(
        QStringLiteral("INSERT INTO accepted_risk (host, rule, subject, reason, until, accepted_by)"
                       " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (host, rule, subject) DO UPDATE SET"
                       " reason = excluded.reason, until = excluded.until, accepted_by = excluded.accepted_by"),
        {host.text(), risk.rule.text(), notNull(risk.subject), notNull(risk.reason),
         notNull(risk.until.toString(Qt::ISODate)), notNull(risk.by)}));
    return {};
}

Result<void> Store::revoke(const HostId &host, const AcceptedRisk &risk)
{
    GW_TRY(m_database->run(QStringLiteral("DELETE FROM accepted_risk WHERE host = ? AND rule = ? AND subject = ?"),
                           {host.text(), risk.rule.text(), notNull(risk.subject)}));
    return {};
}

Result<QString> Store::setting(const QString &key, const QString &fallback) const
{
    QSqlQuery query = GW_TRY(m_database->run(QStringLiteral("SELECT value FROM setting WHERE key = ?"), {key}));
    return query.next() ? query.value(0).toString() : fallback;
}

Result<void> Store::setSetting(const QString &key, const QString &value)
{
    GW_TRY(m_database->run(QStringLiteral("INSERT INTO setting (key, value) VALUES (?, ?)"
                                          " ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                           {key, notNull(value)}));
    return {};
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/journalrecords.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace gw::test {

FileState fileState(const QByteArray &content, quint32 mode)
{
    FileState state;
    state.kind = FileState::Kind::Regular;
    state.content = content;
    state.attributes.mode = mode;
    return state;
}

ChangeRecord recordOf(const QString &transaction)
{
    const RemotePath config(QByteArray("/etc/ssh/sshd_config"));
    const RemotePath dropIn(QByteArray("/etc/ssh/sshd_config.d/00-gatewright.conf"));
    const RemotePath old(QByteArray("/etc/nginx/old\xff.conf"));
    const FileState before = fileState("Port 22\n");
    const FileState after = fileState("Port 22\nPasswordAuthentication no\n", 0600);
    const FileState made = fileState("PermitRootLogin no\n");
    FileState removed = fileState(QByteArray("\0\xff binary", 9));
    removed.kind = FileState::Kind::Link;
    removed.linkTarget = "../old.conf";

    ChangeRecord record;
    record.transaction = transaction;
    record.host = HostId(QStringLiteral("gpu-1"));
    record.serverName = QStringLiteral("gpu-1 通义");
    record.at = QDateTime(QDate(2026, 11, 1), QTime(12, 0, 0, 123), Qt::UTC);
    record.who = QStringLiteral("ada on laptop, as dev@gpu-1:22");
    record.plan.host = record.host;
    record.plan.title = QStringLiteral("Harden SSH");
    record.plan.steps = {
        Step{QStringLiteral("write main"), WriteFile{config, before, after.content, after.attributes}, {}},
        Step{QStringLiteral("write drop-in"), WriteFile{dropIn, FileState{}, made.content, {}},
             QStringLiteral("Keys only")},
        Step{QStringLiteral("remove"), RemoveFile{old, removed}, {}},
        Step{QStringLiteral("run"), RunCommand{"ufw allow 2222/tcp", QByteArray("ufw delete allow 2222/tcp")}, {}},
        Step{QStringLiteral("reload"),
             ServiceAction{ServiceUnit(QStringLiteral("ssh.service")), ServiceAction::Verb::Reload},
             {}},
    };
    record.plan.proofs = {LoginProof{}};
    record.outcome = Outcome::Kept;
    for (const Step &step : record.plan.steps)
        record.steps.append(StepRecord{step.id, StepRecord::State::Done, std::chrono::milliseconds(12), "said\n"});
    record.proofs = {ProofRecord{LoginProof{}, true, QStringLiteral("answered in 41 ms")}};
    record.files = {fileRecordOf(config, before, after), fileRecordOf(dropIn, FileState{}, made),
                    fileRecordOf(old, removed, FileState{})};
    record.hostKey = QStringLiteral("ED25519 SHA256:abc");
    return record;
}

RawDatabase::RawDatabase(const QString &path)
    : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QUuid::createUuid().toString()))
{
    m_database.setDatabaseName(path);
    if (!m_database.open())
        qFatal("%s", qPrintable(m_database.lastError().text()));
}

RawDatabase::~RawDatabase()
{
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

bool RawDatabase::run(const QString &statement)
{
    QSqlQuery query(m_database);
    const bool done = query.exec(statement);
    m_error = query.lastError().text();
    return done;
}

QVariantList RawDatabase::column(const QString &statement) const
{
    QVariantList values;
    QSqlQuery query(m_database);
    query.exec(statement);
    while (query.next())
        values.append(query.value(0));
    return values;
}

void RawDatabase::liftRules()
{
    for (const QVariant &name : column(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
        run(QStringLiteral("DROP TRIGGER %1").arg(name.toString()));
}

} // namespace gw::test

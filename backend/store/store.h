// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/server.h"
#include "backend/findings/review.h"
#include "backend/survey/survey.h"

#include <QSqlDatabase>

namespace gw {

struct SnapshotInfo {
    qint64 id = 0;
    HostId host;
    QDateTime takenAt;
    friend bool operator==(const SnapshotInfo &, const SnapshotInfo &) = default;
};

/// The program's memory: one SQLite file (servers, surveys with each section stored once by its SHA-256, accepted risks,
/// settings). One Store per thread; several processes may have the file open.
class Store {
public:
    /// `path` ":memory:" for tests. Creates and migrates the schema (PRAGMA user_version).
    static Result<std::unique_ptr<Store>> open(const QString &path);
    /// $XDG_DATA_HOME/gatewright/gatewright.db
    static QString defaultPath();
    ~Store();

    Result<QList<Server>> servers() const;  ///< "This computer" is always first
    Result<void> save(const Server &server);
    Result<void> remove(const HostId &id);

    Result<qint64> keep(const HostId &host, const SurveyAnswer &answer);
    Result<QList<SnapshotInfo>> snapshots(const HostId &host) const; ///< newest first
    Result<SurveyAnswer> snapshot(qint64 id) const;
    Result<std::optional<SurveyAnswer>> latest(const HostId &host) const;
    Result<void> forgetOlderThan(const QDateTime &when); ///< and the content nobody refers to any more

    Result<QList<AcceptedRisk>> acceptedRisks(const HostId &host) const;
    Result<void> accept(const HostId &host, const AcceptedRisk &risk);
    Result<void> revoke(const HostId &host, const AcceptedRisk &risk);

private:
    explicit Store(QSqlDatabase database);
    QSqlDatabase m_database;
};

} // namespace gw

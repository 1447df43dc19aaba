// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/store.h"

#include <QSqlDatabase>
#include <QVariant>

namespace gw::test {

FileState fileState(const QByteArray &content, quint32 mode = 0644);

/// A kept change that writes, makes and removes files, runs a command and was proven.
ChangeRecord recordOf(const QString &transaction);

/// The file of a store as somebody with another program sees it.
class RawDatabase {
public:
    explicit RawDatabase(const QString &path);
    ~RawDatabase();
    RawDatabase(const RawDatabase &) = delete;
    RawDatabase &operator=(const RawDatabase &) = delete;

    bool run(const QString &statement);
    QString lastError() const { return m_error; }
    QVariantList column(const QString &query) const;
    /// Drops every trigger, as whoever wants to forge has to.
    void liftRules();

private:
    QSqlDatabase m_database;
    QString m_error;
};

} // namespace gw::test

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/store.h"

#include <QByteArray>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

namespace gw::test {

struct CtlResult {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// Runs the real gatewrightctl with a memory of its own; standard input is no terminal.
class Ctl {
public:
    Ctl();
    CtlResult run(const QStringList &arguments) const;
    /// Started and left running.
    void start(QProcess &process, const QStringList &arguments) const;
    /// The memory of the runs, as the window would open it.
    std::unique_ptr<Store> store() const;
    /// A file below the home of this run.
    QString path(const QString &name) const { return m_home.filePath(name); }

private:
    QTemporaryDir m_home;
};

/// Writes files below a folder, making their folders.
void put(const QString &root, const QString &path, const QByteArray &content);

/// The rules named in a JSON report.
QStringList rulesOf(const QByteArray &jsonReport);

} // namespace gw::test

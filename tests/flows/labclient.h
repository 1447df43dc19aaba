// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ssh/transport.h"
#include "tests/flows/labserver.h"

#include <QTemporaryDir>

namespace gw::test {

/// A person's side of the connection: known hosts, ssh_config and the program's memory lie in a temporary folder, never
/// in the ~/.ssh of whoever runs the tests.
class LabClient {
public:
    /// Knows the keys of these servers, and has the lab's private key.
    explicit LabClient(const QList<const LabServer *> &servers, const QByteArray &moreConfig = {});

    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString folder() const { return m_folder.path(); }
    QString config() const { return file(QStringLiteral("ssh_config")); }
    QString knownHosts() const { return file(QStringLiteral("known_hosts")); }

    static QString target(const LabServer &server, const QString &user);
    Route route(const LabServer &server, const QString &user, TransportKind transport = TransportKind::Automatic) const;
    Result<std::unique_ptr<Transport>> open(const LabServer &server, const QString &user,
                                            TransportKind transport = TransportKind::Automatic,
                                            const Answers &answers = {}) const;
    /// The same, for what must succeed.
    std::unique_ptr<Transport> connected(const LabServer &server, const QString &user,
                                         TransportKind transport = TransportKind::Automatic) const;

    /// Runs the built gatewrightctl: verb, target, options.
    Ran ctl(const QStringList &arguments) const;
    QStringList ctlArguments(const QStringList &arguments) const;
    QStringList environment() const;
    static QString ctlProgram();

private:
    QTemporaryDir m_folder;
};

void writeFile(const QString &path, const QByteArray &content);
QByteArray readFile(const QString &path);

} // namespace gw::test

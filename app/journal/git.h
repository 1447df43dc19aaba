// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"

#include <QByteArrayList>
#include <QStringList>

namespace gw {

/// The system's git on one bare repository. Nothing of the person's own git has a say: no hooks, no signing, no global
/// settings, no variables of the environment, no shell.
class Git {
public:
    struct Output {
        int exitCode = 0;
        QByteArray said;  ///< standard output
        QByteArray error; ///< standard error
    };

    /// Error::Kind::Unsupported where there is no git.
    static Result<Git> find(const QString &repository);

    const QString &repository() const { return m_repository; }
    /// An Error only if it could not be run to its end.
    Result<Output> run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Standard output; an Error unless it ended with 0.
    Result<QByteArray> output(const QStringList &arguments, const QByteArray &input = {}) const;
    /// What git said, as an Error.
    Error error(const Output &output) const;

private:
    Git(QString program, QString repository) : m_program(std::move(program)), m_repository(std::move(repository)) {}
    Error failed(const QString &cause) const;

    QString m_program;
    QString m_repository;
};

} // namespace gw

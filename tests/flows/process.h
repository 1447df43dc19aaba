// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace gw::test {

/// How a program of this computer ended and what it said.
struct Ran {
    int exitCode = -1; ///< -1: it did not start, crashed or was ended after the limit
    QByteArray out;
    QByteArray err;
    /// Everything, for the message of a failed check.
    QByteArray all() const { return "exit code " + QByteArray::number(exitCode) + '\n' + out + '\n' + err; }
};

/// Runs it to its end. `environment` holds "NAME=value" to add to ours.
Ran runToEnd(const QString &program, const QStringList &arguments, const QByteArray &input = {},
             const QStringList &environment = {});

} // namespace gw::test

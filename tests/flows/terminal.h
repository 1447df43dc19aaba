// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/flows/process.h"

namespace gw::test {

/// What somebody types when the program has printed `prompt`.
struct Typed {
    QByteArray prompt;
    QByteArray answer;
};

/// Runs a program on a terminal of its own and types the answers in this order. Ran::out is all that the terminal
/// showed.
Ran runOnTerminal(const QString &program, const QStringList &arguments, const QStringList &environment,
                  const QList<Typed> &typed);

} // namespace gw::test

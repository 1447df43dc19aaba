// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/shell/shell.h"

#include <QByteArrayList>

namespace gw {

/// A program of this computer, by argument vector: no shell reads it.
struct Program {
    QByteArrayList arguments;                  ///< the first is the program, found through PATH
    std::optional<QByteArrayList> environment; ///< "NAME=value"; not set: ours
};

/// Runs it in its own session with the bounds, input and prompts of `command` (its line is not used). Needs no event
/// loop, any thread may call it. A stop or a passed deadline ends all of it; no process is left unwaited for.
/// `where` names it in errors.
Result<Output> runProgram(const Program &program, const Command &command, const QString &where, std::stop_token stop,
                          const Shell::Progress &progress = {});

/// Our environment as "NAME=value", without the names given and with the settings added.
QByteArrayList environmentWith(const QByteArrayList &settings, const QByteArrayList &without = {});

} // namespace gw

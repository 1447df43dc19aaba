// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shell/localshell.h"

#include "backend/shell/process.h"

#include <QCoreApplication>

namespace gw {

Result<Output> LocalShell::run(const Command &command, std::stop_token stop, const Progress &progress)
{
    return runProgram({{"/bin/sh", "-c", command.line}, {}}, command, description(), stop, progress);
}

QString LocalShell::description() const
{
    return QCoreApplication::translate("LocalShell", "this computer");
}

} // namespace gw

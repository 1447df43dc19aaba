// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/apply/guardanswer.h"
#include "backend/apply/payload.h"

namespace gw {

/// One call of the guard on a server. It lies beside its change there, so only "begin" carries it along.
struct GuardCall {
    QString transaction;
    QByteArray verb;
    QByteArray argument = {};
    std::chrono::milliseconds timeout{60'000};
};
/// Puts guard and payload on the server and begins: backs up, stages, checks aside; nothing is changed.
Result<Script> beginScript(const QString &transaction, const Payload &payload);

struct GuardSaid {
    GuardExit exit = GuardExit::Done;
    GuardAnswer answer;
    UntrustedText noise; ///< of standard error, for what nobody foresaw
};
Result<GuardSaid> callGuard(Shell &shell, const Elevation &elevation, const GuardCall &call, std::stop_token stop,
                            const Shell::Progress &progress = {});
Result<GuardSaid> saidBy(Shell &shell, const Elevation &elevation, const Script &script, std::stop_token stop,
                         const Shell::Progress &progress = {});

/// For exit codes that have no meaning for the call that was made.
Error guardError(const Shell &shell, const GuardSaid &said, const QString &tried);

/// Refuses what is no id of a transaction: it becomes part of paths and names of units.
Result<void> checkTransaction(const QString &transaction);

} // namespace gw

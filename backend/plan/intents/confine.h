// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/intents/planmaker.h"

namespace gw {

// What confining a unit of systemd and a program of supervisord share.

Result<void> confineUnit(PlanMaker &maker, const ConfineService &wish);
Result<void> confineProgram(PlanMaker &maker, const ConfineService &wish);

/// "Confine jupyter.service"
QString triedToConfine(const ConfineService &wish);

/// "/var/lib/USER"
QByteArray stateFolder(const ConfineService &wish);

/// Refused: something that it starts with lies in the home directory of somebody else, where its own user may not read.
Result<void> refuseForeignHomes(const Facts &facts, const ConfineService &wish, const QStringList &texts);

/// Refused: the command line says nothing of an address, so its own configuration decides.
Error refuseSilentCommand(const ConfineService &wish);

/// Whether `folder` is root's home itself: a place to be in, not the program's own.
bool isRootsHome(const QByteArray &folder);

/// Whether a command line or a setting in it looks like a password, a key or a token: such a file stays out of exports
/// and the journal.
bool mayHoldSecret(const QByteArray &text);

/// Makes the user if there is none of this name; the step's id.
QString makeUser(PlanMaker &maker, const ConfineService &wish);

/// Ports on which it answers more than this server, as the survey saw them.
QList<quint16> openPortsOf(const Facts &facts, const std::function<bool(const Listener &)> &isIts);

/// Waits until it answers on each port, on loopback alone if it was told to; proves the rest from outside.
void proveConfined(PlanMaker &maker, const ConfineService &wish, const QList<quint16> &ports, bool toldLoopback,
                   const QString &restart);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ssh/transport.h"

#include <optional>

namespace gw {

/// What `ssh -v` logged, read for people: what the connection turned out to be.
ConnectionInfo connectionInfoOf(const QString &log);

/// Why ssh ended, from its log and from what jump hosts and the server wrote beside it. `tried` is left empty.
Error errorOfLog(const QString &log, const QString &beside);

/// What became of the keys that ssh tried, for keyRemark().
QStringList keyTroublesIn(const QString &log);

/// The files to which ssh could not add a host key.
QStringList warningsIn(const QString &log);

/// What ssh printed, whose lines end with both characters.
QString withoutCarriageReturns(QByteArray said);

/// Whether the jump hosts are behind us: the log is of the ssh that speaks to the server itself.
bool serverHasSpoken(const QString &log);

/// How many hops have let us in by then: one logs in before the next begins. Nothing if the text is not from `ssh -v`.
std::optional<qsizetype> loginsIn(const QString &log);

} // namespace gw

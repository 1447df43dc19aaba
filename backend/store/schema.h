// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gw {

/// Entry n holds the statements that lead from version n to n + 1 (PRAGMA user_version). Only ever add to the end.
const QList<QStringList> &schemaMigrations();

} // namespace gw

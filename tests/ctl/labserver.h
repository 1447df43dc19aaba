// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace gw::test {

/// The server of the lab in this state, as tests/lab/up wrote it down: "ADDRESS", "KEY" … Skips the test if none is up.
QMap<QByteArray, QByteArray> labServer(const QString &state);

} // namespace gw::test

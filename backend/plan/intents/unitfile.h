// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace gw {

/// What the [Service] section of a unit file says under a key, in order; an empty value takes back what came before
/// (systemd.syntax(7)).
QStringList serviceValues(const QByteArray &unitFile, const QString &key);

} // namespace gw

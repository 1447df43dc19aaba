// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/firewall/firewall.h"

namespace gw {

/// "3001/tcp"
inline QString portText(const Arrival &arrival)
{
    return QString::number(arrival.port) +
           (arrival.protocol == Arrival::Protocol::Tcp ? QStringLiteral("/tcp") : QStringLiteral("/udp"));
}

/// A rule as the server printed it, safe to show.
inline QString ruleText(const QString &printed)
{
    return UntrustedText(printed.trimmed()).shown(120);
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/untrustedtext.h"
#include "backend/shell/script.h"

#include <QList>
#include <optional>

namespace gw {

/// An address that fail2ban shuts out just now.
struct Ban {
    UntrustedText jail;
    UntrustedText address;
    friend bool operator==(const Ban &, const Ban &) = default;
};

/// How much of a system a unit may touch, by `systemd-analyze security`: 0 nothing, 10 everything.
struct UnitSecurity {
    UntrustedText unit;
    double exposure = 0;
    friend bool operator==(const UnitSecurity &, const UnitSecurity &) = default;
};

/// What the page "SSH" shows beside the survey: asked when somebody looks, since it changes by the minute or takes
/// long.
struct Protection {
    QList<Ban> bans;
    QList<UnitSecurity> units;
    friend bool operator==(const Protection &, const Protection &) = default;
};

/// One round trip. Without fail2ban or systemd the lists are empty; needs root for the bans.
Result<Protection> askProtection(Shell &shell, const Elevation &elevation, std::stop_token stop);

/// Reads what the script printed; lines that are none are left out.
Protection protectionFrom(QByteArrayView printed);

/// The number in "→ Overall exposure level for jupyter.service: 9.6 UNSAFE".
std::optional<double> exposureIn(QByteArrayView printed);

/// How far one unit is confined, and would be; what nobody can tell is empty.
struct UnitOutlook {
    std::optional<double> now;
    std::optional<double> then; ///< needs systemd 250; without what only a running systemd knows, so a little too high
    friend bool operator==(const UnitOutlook &, const UnitOutlook &) = default;
};

/// One round trip. `text` is the whole unit as it is to be: it lies in /run, readable by root alone, while systemd
/// looks at it.
Result<UnitOutlook> askOutlook(Shell &shell, const Elevation &elevation, const QString &unit, const QByteArray &text,
                               std::stop_token stop);

} // namespace gw

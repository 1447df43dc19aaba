// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/untrustedtext.h"
#include "backend/shell/script.h"

#include <QList>

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

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/firewall/filter.h"

namespace gw {

struct FirewalldZone {
    QString name;
    bool active = false;
    bool isDefault = false;
    QString target; ///< "default", "ACCEPT", "DROP", "%%REJECT%%"
    QStringList interfaces;
    QStringList sources;
    QStringList services;
    QStringList ports; ///< "8080/tcp", "9000-9100/tcp"
    QStringList richRules;
    QStringList forwardPorts; ///< "port=80:proto=tcp:toport=8080:toaddr="
    friend bool operator==(const FirewalldZone &, const FirewalldZone &) = default;
};

/// `firewall-cmd --list-all-zones`.
struct FirewalldStatus {
    bool running = false;
    QList<FirewalldZone> zones;

    static FirewalldStatus parse(const QString &printed);
    FirewallVerdict incoming(const Arrival &arrival) const;
};

} // namespace gw

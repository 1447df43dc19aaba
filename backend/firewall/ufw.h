// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/firewall/filter.h"

namespace gw {

/// One line of `ufw status verbose`, in the order in which ufw asks them.
struct UfwRule {
    enum class Action { Allow, Deny, Reject, Limit };
    enum class Direction { In, Out, Forward };
    Action action = Action::Deny;
    Direction direction = Direction::In;
    QString to;   ///< "22/tcp", "80,443/tcp (Nginx Full)", "Anywhere on eth1"
    QString from; ///< "Anywhere", "10.0.0.0/8"
    bool v6 = false;
    QString comment = {};
    friend bool operator==(const UfwRule &, const UfwRule &) = default;
};

struct UfwStatus {
    bool active = false;
    bool deniesIncoming = false; ///< default policy: deny or reject
    QList<UfwRule> rules;

    static UfwStatus parse(const QString &printed);
    FirewallVerdict incoming(const Arrival &arrival) const;
};

/// Whether one of ufw's own rules lets the port in, from anywhere or from somewhere, once ufw is on. What it reads is
/// user.rules: an inactive ufw prints none. Lines "### tuple ### ACTION PROTOCOL PORTS TO PORTS FROM [APP APP]
/// DIRECTION" (ufw's backend_iptables.py, _write_rules()).
bool ufwRulesOpen(const QByteArray &userRules, const Arrival &arrival);

} // namespace gw

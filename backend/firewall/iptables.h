// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/firewall/filter.h"

namespace gw {

/// The tables of one family as iptables-save and ip6tables-save print them.
struct IptablesRules {
    QMap<QString, FilterTable> tables; ///< "filter", "nat", …

    static IptablesRules parse(const QString &printed);
    /// The walk of a chain with a hook, e.g. INPUT of "filter"; accepts everything if the chain is not there.
    WalkResult verdict(const QString &table, const QString &chain, const Arrival &arrival) const;
    /// A DNAT rule sends this port elsewhere.
    bool translates(const Arrival &arrival) const;
};

} // namespace gw

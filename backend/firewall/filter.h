// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/firewall/firewall.h"

#include <QMap>
#include <functional>

namespace gw {

// What iptables and nftables have in common: chains of rules that are walked until one decides.

enum class Match { No, Maybe, Yes };

/// Both hold.
Match both(Match a, Match b);
Match inverted(Match match);

struct RuleEffect {
    enum class Action { Continue, Accept, Drop, Return, Jump, Goto, Unknown };
    Match match = Match::Yes;
    Action action = Action::Continue;
    QString target; ///< of Jump and Goto
};

struct FilterChain {
    QString name;
    QString hook;               ///< "input", "forward", "prerouting"; empty: reached by jumps only
    QString type;               ///< nftables: "filter", "nat", "route"
    bool dropByDefault = false; ///< policy of a chain with a hook
    QStringList rules;          ///< as printed
};

struct FilterTable {
    QString family; ///< nftables: "ip", "ip6", "inet", …
    QString name;
    QMap<QString, FilterChain> chains;
    QMap<QString, QString> sets; ///< nftables: named sets, their elements as printed
};

/// What one rule does to the packet that is asked about.
using RuleReader = std::function<RuleEffect(const QString &rule)>;

/// Outcome of walking a chain with a hook: which ends are possible, and the rule that made it so.
struct WalkResult {
    bool mayAccept = false;
    bool mayDrop = false;
    QString decidedBy; ///< rule as printed; empty: the policy
    QString unclear;   ///< first rule that could not be decided
    FirewallVerdict::Kind kind() const;
};

WalkResult walk(const FilterTable &table, const FilterChain &chain, const RuleReader &read);

/// "10.0.0.0/8", "::/0": true for a prefix that holds every address.
bool holdsEveryAddress(const QString &prefix);

/// Whether `prefix` holds the address that is listened on; Maybe for a socket on all addresses.
Match holdsDestination(const QString &prefix, const QHostAddress &destination);

/// Whether packets from the world come in through an interface of this name: never loopback, bridges of containers,
/// tunnels. An ordinary name is Maybe: which of them faces the world is not known.
Match facesTheWorld(const QString &interface);

/// "22", "1000:2000", "1000-2000".
Match holdsPort(const QString &range, quint16 port);

} // namespace gw

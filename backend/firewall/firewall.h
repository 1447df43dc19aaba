// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/known.h"

#include <QHostAddress>
#include <QList>
#include <memory>

namespace gw {

/// What the front ends and the kernel said about filtering, as printed.
struct FirewallTexts {
    Known<UntrustedText> ufw;       ///< ufw status verbose
    Known<UntrustedText> firewalld; ///< firewall-cmd --list-all-zones
    Known<UntrustedText> nftables;  ///< nft list ruleset
    Known<UntrustedText> iptables;  ///< iptables-save
    Known<UntrustedText> ip6tables; ///< ip6tables-save
};

/// The first packet of a new connection from anywhere in the world to one port of the server.
struct Arrival {
    enum class Family { V4, V6 };
    enum class Protocol { Tcp, Udp };
    Family family = Family::V4;
    Protocol protocol = Protocol::Tcp;
    quint16 port = 0;
    QHostAddress destination; ///< the address that is listened on; null or "any": every address of the server
};

struct FirewallVerdict {
    enum class Kind { Allow, Deny, Unknown };
    Kind kind = Kind::Unknown;
    QString reason; ///< translated, one sentence without a full stop: "ufw has no rule that allows 3001/tcp"
    friend bool operator==(const FirewallVerdict &, const FirewallVerdict &) = default;
};

/// One model over ufw, firewalld, nftables and iptables. A rule that it cannot understand never makes it guess:
/// where the answer depends on such a rule, the verdict is Unknown and its reason names the rule.
class Firewall {
public:
    explicit Firewall(const FirewallTexts &texts);

    /// For a socket of a process on the server itself.
    FirewallVerdict incoming(const Arrival &arrival) const;

    /// For a port that a container engine publishes by address translation: such packets are forwarded and never meet
    /// the rules for incoming ones (docs.docker.com/engine/network/packet-filtering-firewalls).
    FirewallVerdict published(const Arrival &arrival, quint16 containerPort) const;

    /// Whether the kernel translates this port to a container (a DNAT rule); a Gap when the rules could not be read.
    Known<bool> translates(const Arrival &arrival) const;

    /// What happens to a packet that no rule names: Allow means that nothing filters.
    FirewallVerdict byDefault(Arrival::Family family) const;

private:
    struct Model;
    std::shared_ptr<const Model> m_model;
};

} // namespace gw

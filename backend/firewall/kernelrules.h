// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/firewall/iptables.h"
#include "backend/firewall/nftables.h"

namespace gw {

/// The rules that the kernel follows for one family, whoever wrote them. Each chain must let a packet pass.
class KernelRules {
public:
    /// `skipFirewalld`: its own table is judged by its zones, which say the same in words that can be shown.
    KernelRules(const FirewallTexts &texts, Arrival::Family family, bool skipFirewalld);

    FirewallVerdict incoming(const Arrival &arrival) const;
    /// DOCKER-USER is the chain that Docker leaves to people; it sees the port of the container, after translation.
    FirewallVerdict dockerUser(const Arrival &arrival, quint16 containerPort) const;
    bool translates(const Arrival &arrival) const;
    /// Neither program is installed: no rules can be there.
    bool areAbsent() const { return m_absent; }
    /// Set if a part of the rules could not be read: a Deny still holds, an Allow does not.
    const std::optional<Gap> &gap() const { return m_gap; }

private:
    IptablesRules m_iptables;
    NftablesRules m_nftables;
    std::optional<Gap> m_gap;
    bool m_absent = false;
};

} // namespace gw

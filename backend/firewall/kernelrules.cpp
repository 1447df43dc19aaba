// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/firewall/kernelrules.h"

#include "backend/firewall/words.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;
using Kind = FirewallVerdict::Kind;

bool isAbsent(const Known<UntrustedText> &text)
{
    return !text && text.gap().reason == Gap::Reason::NotInstalled;
}

FirewallVerdict verdictOf(const WalkResult &result, const QString &program, const Arrival &arrival)
{
    const QString port = portText(arrival);
    const QString rule = ruleText(result.decidedBy);
    switch (result.kind()) {
    case Kind::Deny:
        if (rule.isEmpty())
            return {Kind::Deny, QCoreApplication::translate("firewall", "%1 drops what no rule accepts").arg(program)};
        return {Kind::Deny, QCoreApplication::translate("firewall", "%1 drops %2: “%3”").arg(program, port, rule)};
    case Kind::Allow:
        if (rule.isEmpty())
            return {Kind::Allow, QCoreApplication::translate("firewall", "no rule of a firewall stops it")};
        return {Kind::Allow, QCoreApplication::translate("firewall", "%1 accepts %2: “%3”").arg(program, port, rule)};
    case Kind::Unknown: break;
    }
    return {Kind::Unknown, QCoreApplication::translate("firewall", "it depends on the rule “%1” of %2")
                               .arg(ruleText(result.unclear), program)};
}

} // namespace

KernelRules::KernelRules(const FirewallTexts &texts, Arrival::Family family, bool skipFirewalld)
{
    const bool v4 = family == Arrival::Family::V4;
    const Known<UntrustedText> &iptables = v4 ? texts.iptables : texts.ip6tables;
    m_absent = isAbsent(iptables) && isAbsent(texts.nftables);
    if (!iptables && !isAbsent(iptables))
        m_gap = iptables.gap();
    if (!texts.nftables && !isAbsent(texts.nftables))
        m_gap = texts.nftables.gap();
    if (iptables)
        m_iptables = IptablesRules::parse(iptables->raw());
    if (texts.nftables)
        m_nftables = NftablesRules::parse(texts.nftables->raw());
    m_nftables.tables.removeIf([&](const FilterTable &table) {
        // iptables on nftables shows its own tables there too, less exactly than iptables-save does.
        const bool ofIptables = table.family == (v4 ? u"ip"_s : u"ip6"_s) && m_iptables.tables.contains(table.name);
        return ofIptables || (skipFirewalld && table.name == u"firewalld"_s);
    });
}

FirewallVerdict KernelRules::incoming(const Arrival &arrival) const
{
    const QString iptables = u"iptables"_s;
    const QString nftables = u"nftables"_s;
    FirewallVerdict result{Kind::Allow, {}};
    for (const FirewallVerdict &verdict :
         {verdictOf(m_iptables.verdict(u"filter"_s, u"INPUT"_s, arrival), iptables, arrival),
          verdictOf(m_iptables.verdict(u"raw"_s, u"PREROUTING"_s, arrival), iptables, arrival),
          verdictOf(m_iptables.verdict(u"mangle"_s, u"PREROUTING"_s, arrival), iptables, arrival),
          verdictOf(m_nftables.verdict(u"input"_s, arrival), nftables, arrival),
          verdictOf(m_nftables.verdict(u"prerouting"_s, arrival), nftables, arrival)}) {
        if (verdict.kind == Kind::Deny)
            return verdict;
        if (verdict.kind == Kind::Unknown || result.reason.isEmpty())
            result = verdict;
    }
    if (m_gap && result.kind == Kind::Allow)
        return {Kind::Unknown,
                QCoreApplication::translate("firewall", "the rules of the firewall could not be read: %1")
                    .arg(m_gap->text())};
    return result;
}

FirewallVerdict KernelRules::dockerUser(const Arrival &arrival, quint16 containerPort) const
{
    Arrival translated = arrival;
    translated.port = containerPort;
    return verdictOf(m_iptables.verdict(u"filter"_s, u"DOCKER-USER"_s, translated), u"DOCKER-USER"_s, arrival);
}

bool KernelRules::translates(const Arrival &arrival) const
{
    return m_iptables.translates(arrival) || m_nftables.translates(arrival);
}

} // namespace gw

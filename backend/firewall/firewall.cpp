// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/firewall/firewall.h"

#include "backend/firewall/firewalld.h"
#include "backend/firewall/iptables.h"
#include "backend/firewall/nftables.h"
#include "backend/firewall/ufw.h"
#include "backend/firewall/words.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;
using Kind = FirewallVerdict::Kind;

/// A program that is not installed filters nothing; anything else that is missing leaves the question open.
bool isAbsent(const Known<UntrustedText> &text)
{
    return !text && text.gap().reason == Gap::Reason::NotInstalled;
}

const Known<UntrustedText> &iptablesOf(const FirewallTexts &texts, Arrival::Family family)
{
    return family == Arrival::Family::V4 ? texts.iptables : texts.ip6tables;
}

/// iptables on nftables shows its own tables in `nft list ruleset` too, less exactly than iptables-save does.
NftablesRules withoutTablesOfIptables(NftablesRules rules, const IptablesRules &iptables, const QString &family)
{
    rules.tables.removeIf(
        [&](const FilterTable &table) { return table.family == family && iptables.tables.contains(table.name); });
    return rules;
}

/// firewalld's own table is judged by its zones, which say the same in words that can be shown.
NftablesRules withoutTablesOfFirewalld(NftablesRules rules)
{
    rules.tables.removeIf([](const FilterTable &table) { return table.name == u"firewalld"_s; });
    return rules;
}

FirewallVerdict verdictOf(const WalkResult &result, const QString &program, const Arrival &arrival)
{
    const QString port = portText(arrival);
    switch (result.kind()) {
    case Kind::Deny:
        if (result.decidedBy.isEmpty())
            return {Kind::Deny, QCoreApplication::translate("firewall", "%1 drops what no rule accepts").arg(program)};
        return {Kind::Deny, QCoreApplication::translate("firewall", "%1 drops %2: “%3”")
                                .arg(program, port, ruleText(result.decidedBy))};
    case Kind::Allow:
        if (result.decidedBy.isEmpty())
            return {Kind::Allow, QCoreApplication::translate("firewall", "%1 accepts what no rule drops").arg(program)};
        return {Kind::Allow, QCoreApplication::translate("firewall", "%1 accepts %2: “%3”")
                                 .arg(program, port, ruleText(result.decidedBy))};
    case Kind::Unknown:
        break;
    }
    return {Kind::Unknown, QCoreApplication::translate("firewall", "it depends on the rule “%1” of %2")
                               .arg(ruleText(result.unclear), program)};
}

/// The kernel's rules, as far as they could be read: each of them must let the packet pass.
class KernelRules {
public:
    KernelRules(const FirewallTexts &texts, Arrival::Family family)
    {
        const Known<UntrustedText> &iptables = iptablesOf(texts, family);
        m_readable = (iptables || isAbsent(iptables)) && (texts.nftables || isAbsent(texts.nftables)) &&
                     (iptables || texts.nftables);
        if (iptables)
            m_iptables = IptablesRules::parse(iptables->raw());
        if (texts.nftables) {
            m_nftables = NftablesRules::parse(texts.nftables->raw());
            m_nftables =
                withoutTablesOfIptables(m_nftables, m_iptables, family == Arrival::Family::V4 ? u"ip"_s : u"ip6"_s);
        }
        if (texts.firewalld && FirewalldStatus::parse(texts.firewalld->raw()).running)
            m_nftables = withoutTablesOfFirewalld(m_nftables);
    }

    /// False if a part of the rules is missing: a Deny still holds, an Allow does not.
    bool isReadable() const { return m_readable; }

    QList<FirewallVerdict> incoming(const Arrival &arrival) const
    {
        return {verdictOf(m_iptables.verdict(u"raw"_s, u"PREROUTING"_s, arrival), u"iptables"_s, arrival),
                verdictOf(m_iptables.verdict(u"mangle"_s, u"PREROUTING"_s, arrival), u"iptables"_s, arrival),
                verdictOf(m_iptables.verdict(u"filter"_s, u"INPUT"_s, arrival), u"iptables"_s, arrival),
                verdictOf(m_nftables.verdict(u"prerouting"_s, arrival), u"nftables"_s, arrival),
                verdictOf(m_nftables.verdict(u"input"_s, arrival), u"nftables"_s, arrival)};
    }

private:
    IptablesRules m_iptables;
    NftablesRules m_nftables;
    bool m_readable = false;
};

QString listOf(const QStringList &reasons)
{
    QStringList unique = reasons;
    unique.removeDuplicates();
    return unique.join(QCoreApplication::translate("firewall", ", ", "between two parts of a sentence"));
}

} // namespace

FirewallVerdict Firewall::incoming(const Arrival &arrival) const
{
    std::optional<FirewallVerdict> frontEnd; // what the program that people configure says
    QStringList inactive;
    if (m_texts.ufw) {
        const UfwStatus ufw = UfwStatus::parse(m_texts.ufw->raw());
        if (ufw.active)
            frontEnd = ufw.incoming(arrival);
        else
            inactive += QCoreApplication::translate("firewall", "ufw is inactive");
    }
    if (m_texts.firewalld) {
        const FirewalldStatus firewalld = FirewalldStatus::parse(m_texts.firewalld->raw());
        if (!firewalld.running)
            inactive += QCoreApplication::translate("firewall", "firewalld does not run");
        else if (const FirewallVerdict verdict = firewalld.incoming(arrival); !frontEnd || verdict.kind == Kind::Deny)
            frontEnd = verdict;
    }

    const KernelRules kernel(m_texts, arrival.family);
    std::optional<FirewallVerdict> unknown;
    std::optional<FirewallVerdict> accepted;
    for (const FirewallVerdict &verdict : kernel.incoming(arrival)) {
        if (verdict.kind == Kind::Deny)
            return frontEnd && frontEnd->kind == Kind::Deny ? *frontEnd : verdict;
        if (verdict.kind == Kind::Unknown)
            unknown = verdict;
        else
            accepted = verdict;
    }
    const bool firewalldRuns = m_texts.firewalld && FirewalldStatus::parse(m_texts.firewalld->raw()).running;
    if (frontEnd && (!kernel.isReadable() || unknown || firewalldRuns || frontEnd->kind == Kind::Allow))
        return *frontEnd;
    if (unknown)
        return *unknown;
    if (!kernel.isReadable()) {
        const bool nothingThere = isAbsent(m_texts.iptables) && isAbsent(m_texts.nftables);
        if (!nothingThere)
            return {Kind::Unknown,
                    QCoreApplication::translate("firewall", "the rules of the firewall could not be read: %1")
                        .arg((m_texts.nftables ? m_texts.iptables : m_texts.nftables).gap().text())};
        inactive += QCoreApplication::translate("firewall", "no firewall is installed");
        return {Kind::Allow, listOf(inactive)};
    }
    if (inactive.isEmpty())
        inactive += QCoreApplication::translate("firewall", "no rule of a firewall stops it");
    if (accepted && frontEnd) // ufw says no, the kernel's rules say yes: a rule stands in front of ufw's
        return *accepted;
    return {Kind::Allow, listOf(inactive)};
}

FirewallVerdict Firewall::published(const Arrival &arrival, quint16 containerPort) const
{
    const Known<UntrustedText> &iptables = iptablesOf(m_texts, arrival.family);
    if (iptables) {
        // DOCKER-USER is the chain that Docker leaves to people; it sees the port of the container, after translation.
        const IptablesRules rules = IptablesRules::parse(iptables->raw());
        Arrival translated = arrival;
        translated.port = containerPort;
        const WalkResult result = rules.verdict(u"filter"_s, u"DOCKER-USER"_s, translated);
        if (result.kind() != Kind::Allow)
            return verdictOf(result, u"DOCKER-USER"_s, arrival);
    }
    const bool ufwActive = m_texts.ufw && UfwStatus::parse(m_texts.ufw->raw()).active;
    if (ufwActive)
        return {Kind::Allow, QCoreApplication::translate("firewall", "Docker publishes it past ufw")};
    return {Kind::Allow,
            QCoreApplication::translate("firewall", "Docker publishes it past the rules for incoming packets")};
}

Known<bool> Firewall::translates(const Arrival &arrival) const
{
    const Known<UntrustedText> &iptables = iptablesOf(m_texts, arrival.family);
    if (iptables && IptablesRules::parse(iptables->raw()).translates(arrival))
        return true;
    if (m_texts.nftables && NftablesRules::parse(m_texts.nftables->raw()).translates(arrival))
        return true;
    if (iptables || m_texts.nftables)
        return false;
    return iptables.gap();
}

FirewallVerdict Firewall::byDefault(Arrival::Family family) const
{
    Arrival arrival;
    arrival.family = family;
    return incoming(arrival); // no rule names port 0
}

} // namespace gw

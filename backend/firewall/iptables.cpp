// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/firewall/iptables.h"

#include <QProcess>

// iptables(8), iptables-extensions(8).

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// Reads one "-A CHAIN …" line as printed by iptables-save.
class RuleLine {
public:
    RuleLine(const QString &rule, const Arrival &arrival) : m_words(QProcess::splitCommand(rule)), m_arrival(arrival) {}

    RuleEffect read()
    {
        for (m_at = 2; m_at < m_words.size(); ++m_at) {
            const bool inverted = word() == u"!"_s;
            if (inverted)
                ++m_at;
            const Match match = readOption(word());
            m_effect.match = both(m_effect.match, inverted ? gw::inverted(match) : match);
        }
        // Only a part of the traffic is meant: a limit lets the first packets of everybody through.
        if (m_isLimited && m_effect.action == RuleEffect::Action::Drop)
            m_effect.match = Match::No;
        return m_effect;
    }

private:
    QString word() const { return m_words.value(m_at); }
    QString next() { return m_words.value(++m_at); }

    Match readOption(const QString &option)
    {
        if (option == u"-p"_s || option == u"--protocol"_s)
            return isProtocol(next());
        if (option == u"-s"_s)
            return isSource(next());
        if (option == u"-d"_s)
            return holdsDestination(next(), m_arrival.destination);
        if (option == u"-i"_s)
            return facesTheWorld(next());
        if (option == u"-o"_s)
            return next(), Match::Maybe;
        if (option == u"-m"_s)
            return readModule(next());
        if (option == u"-j"_s || option == u"-g"_s)
            return readTarget(next(), option == u"-g"_s);
        if (option == u"--dport"_s || option == u"--destination-port"_s)
            return holdsPort(next(), m_arrival.port);
        if (option == u"--dports"_s || option == u"--ports"_s)
            return anyPort(next());
        if (option == u"--ctorigdstport"_s)
            return holdsPort(next(), m_arrival.port);
        if (option == u"--sport"_s || option == u"--source-port"_s || option == u"--sports"_s)
            return next(), sourceIsChosenByTheCaller();
        if (option == u"--state"_s || option == u"--ctstate"_s)
            return isNewConnection(next());
        if (option == u"--ctdir"_s)
            return next() == u"ORIGINAL"_s ? Match::Yes : Match::No;
        if (option == u"--tcp-flags"_s)
            return next(), isFirstSegment(next());
        if (option == u"--syn"_s)
            return Match::Yes;
        if (option == u"--dst-type"_s)
            return next() == u"LOCAL"_s ? Match::Yes : Match::No;
        if (option == u"--src-type"_s)
            return next() == u"LOCAL"_s ? Match::No : Match::Maybe;
        if (option == u"--match-set"_s)
            return next(), next(), isInSet();
        if (option == u"--comment"_s || option == u"--limit"_s || option == u"--limit-burst"_s)
            return next(), Match::Yes;
        return Match::Yes; // an option of a target, or of a module that readModule has judged as a whole
    }

    Match readModule(const QString &module)
    {
        static const QStringList understood{u"tcp"_s,       u"udp"_s,     u"state"_s,    u"conntrack"_s,
                                            u"multiport"_s, u"comment"_s, u"addrtype"_s, u"set"_s};
        static const QStringList limiting{u"limit"_s, u"hashlimit"_s, u"recent"_s, u"connlimit"_s};
        if (understood.contains(module))
            return Match::Yes;
        if (limiting.contains(module)) {
            m_isLimited = true;
            return Match::Yes;
        }
        // Extension headers of IPv6: an ordinary packet has none.
        static const QStringList other{u"icmp"_s, u"icmp6"_s, u"icmpv6"_s, u"rt"_s,
                                       u"hbh"_s,  u"dst"_s,   u"frag"_s,   u"mh"_s};
        if (other.contains(module))
            return Match::No;
        return Match::Maybe;
    }

    Match readTarget(const QString &target, bool isGoto)
    {
        if (target == u"ACCEPT"_s)
            m_effect.action = RuleEffect::Action::Accept;
        else if (target == u"DROP"_s || target == u"REJECT"_s || target == u"TARPIT"_s)
            m_effect.action = RuleEffect::Action::Drop;
        else if (target == u"RETURN"_s)
            m_effect.action = RuleEffect::Action::Return;
        else if (target == u"NFQUEUE"_s || target == u"QUEUE"_s)
            m_effect.action = RuleEffect::Action::Unknown; // a program decides
        else {
            m_effect.action =
                isGoto ? RuleEffect::Action::Goto : RuleEffect::Action::Jump; // LOG and MARK are no chains
            m_effect.target = target;
        }
        return Match::Yes;
    }

    Match isProtocol(const QString &protocol) const
    {
        if (protocol == u"all"_s)
            return Match::Yes;
        return protocol == (m_arrival.protocol == Arrival::Protocol::Tcp ? u"tcp"_s : u"udp"_s) ? Match::Yes
                                                                                                : Match::No;
    }

    /// The caller is anybody: in no particular network.
    Match isSource(const QString &prefix) const { return holdsEveryAddress(prefix) ? Match::Yes : Match::No; }

    /// A list of addresses that are blocked does not hold everybody; what a list of allowed ones holds is not known.
    Match isInSet() const
    {
        const qsizetype jump = m_words.indexOf(u"-j"_s);
        const QString target = jump < 0 ? QString() : m_words.value(jump + 1);
        return target == u"DROP"_s || target == u"REJECT"_s ? Match::No : Match::Maybe;
    }

    Match sourceIsChosenByTheCaller() const { return m_words.contains(u"ACCEPT"_s) ? Match::Yes : Match::No; }

    static Match isNewConnection(const QString &states)
    {
        const QStringList all = states.split(u',');
        return all.contains(u"NEW"_s) || all.contains(u"UNTRACKED"_s) ? Match::Yes : Match::No;
    }

    static Match isFirstSegment(const QString &flags) { return flags == u"SYN"_s ? Match::Yes : Match::No; }

    Match anyPort(const QString &list) const
    {
        Match result = Match::No;
        for (const QString &range : list.split(u','))
            result = std::max(result, holdsPort(range, m_arrival.port));
        return result;
    }

    QStringList m_words;
    Arrival m_arrival;
    RuleEffect m_effect;
    qsizetype m_at = 0;
    bool m_isLimited = false;
};

} // namespace

IptablesRules IptablesRules::parse(const QString &printed)
{
    IptablesRules rules;
    FilterTable *table = nullptr;
    for (const QString &line : printed.split(u'\n')) {
        if (line.startsWith(u'*')) {
            const QString name = line.mid(1).trimmed();
            table = &rules.tables[name];
            table->name = name;
        } else if (table && line.startsWith(u':')) {
            FilterChain chain;
            chain.name = line.mid(1).section(u' ', 0, 0);
            const QString policy = line.section(u' ', 1, 1);
            chain.hook = policy == u"-"_s ? QString() : chain.name.toLower();
            chain.dropByDefault = policy == u"DROP"_s || policy == u"REJECT"_s;
            table->chains.insert(chain.name, chain);
        } else if (table && line.startsWith(u"-A "_s)) {
            table->chains[line.section(u' ', 1, 1)].rules += line.trimmed();
        }
    }
    return rules;
}

WalkResult IptablesRules::verdict(const QString &table, const QString &chain, const Arrival &arrival) const
{
    const FilterTable rules = tables.value(table);
    return walk(rules, rules.chains.value(chain), [&](const QString &rule) { return RuleLine(rule, arrival).read(); });
}

bool IptablesRules::translates(const Arrival &arrival) const
{
    const FilterTable nat = tables.value(u"nat"_s);
    for (const FilterChain &chain : nat.chains) {
        for (const QString &rule : chain.rules) {
            if ((rule.contains(u"-j DNAT"_s) || rule.contains(u"-j NETAVARK-DN"_s) || rule.contains(u"-j CNI-DN-"_s)) &&
                rule.contains(u"dport"_s) && RuleLine(rule, arrival).read().match != Match::No)
                return true;
        }
    }
    return false;
}

} // namespace gw

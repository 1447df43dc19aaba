// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/firewall/filter.h"

#include <QRegularExpression>

namespace gw {
namespace {

constexpr int deepestJump = 16;    // the kernel's own bound for nftables
constexpr int mostRules = 200'000; // a hostile ruleset may multiply by jumping

/// Collects every end that is possible. A rule that may or may not match lets the packet go both ways.
class Walker {
public:
    Walker(const FilterTable &table, const RuleReader &read) : m_table(table), m_read(read) {}

    WalkResult result;

    enum class End { Decided, Returned }; ///< Returned: the packet may come back to the caller

    End follow(const FilterChain &chain, int depth)
    {
        bool mayReturn = false;
        for (const QString &rule : chain.rules) {
            if (++m_steps > mostRules || depth > deepestJump) {
                result.mayAccept = result.mayDrop = true;
                note(rule);
                return End::Decided;
            }
            const RuleEffect effect = m_read(rule);
            if (effect.match == Match::No || effect.action == RuleEffect::Action::Continue)
                continue;
            if (effect.match == Match::Maybe)
                note(rule);
            const bool leaves = apply(effect, rule, depth, mayReturn);
            if (leaves && effect.match == Match::Yes)
                return mayReturn ? End::Returned : End::Decided;
        }
        return End::Returned;
    }

    void decide(bool accept, const QString &rule)
    {
        if (!result.mayAccept && !result.mayDrop)
            result.decidedBy = rule;
        (accept ? result.mayAccept : result.mayDrop) = true;
    }

private:
    /// True if the packet does not go on in this chain, provided that the rule matches.
    bool apply(const RuleEffect &effect, const QString &rule, int depth, bool &mayReturn)
    {
        switch (effect.action) {
        case RuleEffect::Action::Accept:
        case RuleEffect::Action::Drop: decide(effect.action == RuleEffect::Action::Accept, rule); return true;
        case RuleEffect::Action::Unknown:
            note(rule);
            result.mayAccept = result.mayDrop = true;
            return true;
        case RuleEffect::Action::Return: mayReturn = true; return true;
        case RuleEffect::Action::Jump:
        case RuleEffect::Action::Goto: {
            const auto target = m_table.chains.constFind(effect.target);
            if (target == m_table.chains.cend())
                return false;
            if (follow(*target, depth + 1) == End::Decided)
                return true;
            if (effect.action == RuleEffect::Action::Goto)
                mayReturn = true;
            return effect.action == RuleEffect::Action::Goto;
        }
        case RuleEffect::Action::Continue: break;
        }
        return false;
    }

    void note(const QString &rule)
    {
        if (result.unclear.isEmpty())
            result.unclear = rule;
    }

    const FilterTable &m_table;
    const RuleReader &m_read;
    int m_steps = 0;
};

} // namespace

Match both(Match a, Match b)
{
    return std::min(a, b);
}

Match inverted(Match match)
{
    switch (match) {
    case Match::No: return Match::Yes;
    case Match::Yes: return Match::No;
    case Match::Maybe: break;
    }
    return Match::Maybe;
}

FirewallVerdict::Kind WalkResult::kind() const
{
    if (mayAccept == mayDrop)
        return FirewallVerdict::Kind::Unknown;
    return mayAccept ? FirewallVerdict::Kind::Allow : FirewallVerdict::Kind::Deny;
}

WalkResult walk(const FilterTable &table, const FilterChain &chain, const RuleReader &read)
{
    Walker walker(table, read);
    if (walker.follow(chain, 0) == Walker::End::Returned)
        walker.decide(!chain.dropByDefault, {});
    return walker.result;
}

bool holdsEveryAddress(const QString &prefix)
{
    return prefix == QLatin1String("0.0.0.0/0") || prefix == QLatin1String("::/0") ||
           prefix.compare(QLatin1String("anywhere"), Qt::CaseInsensitive) == 0;
}

Match holdsDestination(const QString &prefix, const QHostAddress &destination)
{
    if (holdsEveryAddress(prefix))
        return Match::Yes;
    const auto subnet = QHostAddress::parseSubnet(prefix);
    if (subnet.second < 0)
        return Match::Maybe;
    if (subnet.first.isMulticast() || subnet.first.isBroadcast() || subnet.first.isLoopback())
        return Match::No;
    const bool onAll = destination.isNull() || destination == QHostAddress(QHostAddress::Any) ||
                       destination == QHostAddress(QHostAddress::AnyIPv4) ||
                       destination == QHostAddress(QHostAddress::AnyIPv6);
    if (onAll)
        return Match::Maybe;
    return destination.isInSubnet(subnet) ? Match::Yes : Match::No;
}

Match facesTheWorld(const QString &interface)
{
    static const QRegularExpression inner(
        QStringLiteral("^(lo|docker|br-|veth|virbr|vnet|cni|podman|flannel|cali|lxc|lxd|wg|tun|tap|tailscale|zt)"));
    return inner.match(interface).hasMatch() ? Match::No : Match::Maybe;
}

Match holdsPort(const QString &range, quint16 port)
{
    static const QRegularExpression separator(QStringLiteral("[:-]"));
    const QStringList ends = range.trimmed().split(separator);
    bool firstIsNumber = false;
    bool lastIsNumber = false;
    const int first = ends.first().isEmpty() ? 0 : ends.first().toInt(&firstIsNumber);
    const int last = ends.last().isEmpty() ? 65535 : ends.last().toInt(&lastIsNumber);
    if (ends.size() > 2 || (!firstIsNumber && !ends.first().isEmpty()) || (!lastIsNumber && !ends.last().isEmpty()) ||
        range.trimmed().isEmpty())
        return Match::Maybe;
    return port >= first && port <= last ? Match::Yes : Match::No;
}

} // namespace gw

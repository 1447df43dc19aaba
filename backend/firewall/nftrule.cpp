// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/firewall/nftrule.h"

#include <QRegularExpression>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// Words, quoted strings and whole "{ … }" groups.
QStringList wordsOf(const QString &rule)
{
    static const QRegularExpression pattern(u"\"[^\"]*\"|\\{[^}]*\\}|[^\\s{]+"_s);
    QStringList words;
    for (auto match = pattern.globalMatch(rule); match.hasNext();)
        words += match.next().captured();
    return words;
}

QString unquoted(QString word)
{
    return word.remove(u'"');
}

/// A comparison of one field with "x", "!= x", "{ a, b }" or "@set".
class NftRule {
public:
    NftRule(const QString &rule, const FilterTable &table, const Arrival &arrival)
        : m_words(wordsOf(rule)), m_table(table), m_arrival(arrival)
    {
    }

    RuleEffect read()
    {
        for (m_at = 0; m_at < m_words.size() && !m_ended; ++m_at)
            readWord(word());
        if (m_isLimited && m_effect.action == RuleEffect::Action::Drop)
            m_effect.match = Match::No; // the first packets of everybody stay under a limit
        return m_effect;
    }

private:
    QString word(qsizetype ahead = 0) const { return m_words.value(m_at + ahead); }
    void demand(Match match) { m_effect.match = both(m_effect.match, match); }
    void end(RuleEffect::Action action, const QString &target = {})
    {
        m_effect.action = action;
        m_effect.target = target;
        m_ended = true;
    }

    void readWord(const QString &first)
    {
        if (readVerdict(first) || readStatement(first))
            return;
        if (first == u"meta"_s || first == u"th"_s || first == u"tcp"_s || first == u"udp"_s || first == u"ip"_s ||
            first == u"ip6"_s || first == u"ct"_s || first == u"icmp"_s || first == u"icmpv6"_s) {
            ++m_at;
            return readField(first, word());
        }
        if (first == u"iifname"_s || first == u"iif"_s || first == u"oifname"_s || first == u"oif"_s)
            return readField(u"meta"_s, first);
        if (first == u"fib"_s) // "fib daddr type local"
            return readFib();
        static const QStringList extensionHeaders{u"rt"_s, u"hbh"_s, u"dst"_s, u"frag"_s, u"mh"_s, u"exthdr"_s};
        demand(extensionHeaders.contains(first) ? Match::No : Match::Maybe); // an ordinary packet has none of them
    }

    bool readVerdict(const QString &verdict)
    {
        if (verdict == u"accept"_s)
            end(RuleEffect::Action::Accept);
        else if (verdict == u"drop"_s || verdict == u"reject"_s)
            end(RuleEffect::Action::Drop);
        else if (verdict == u"return"_s)
            end(RuleEffect::Action::Return);
        else if (verdict == u"continue"_s)
            end(RuleEffect::Action::Continue);
        else if (verdict == u"queue"_s)
            end(RuleEffect::Action::Unknown);
        else if (verdict == u"jump"_s || verdict == u"goto"_s)
            end(verdict == u"jump"_s ? RuleEffect::Action::Jump : RuleEffect::Action::Goto, word(1));
        else
            return false;
        return true;
    }

    /// Statements that judge nothing.
    bool readStatement(const QString &statement)
    {
        if (statement == u"counter"_s) {
            if (word(1) == u"packets"_s)
                m_at += 4;
        } else if (statement == u"comment"_s) {
            ++m_at;
        } else if (statement == u"log"_s) {
            while (word(1) == u"prefix"_s || word(1) == u"level"_s || word(1) == u"flags"_s || word(1) == u"group"_s)
                m_at += 2;
        } else if (statement == u"limit"_s) { // "limit rate [over] 10/second burst 5 packets"
            m_isLimited = true;
            while (QStringList{u"rate"_s, u"over"_s, u"burst"_s, u"packets"_s, u"bytes"_s}.contains(word(1)) ||
                   word(1).contains(u'/') || word(1).toInt() > 0)
                ++m_at;
        } else if (statement == u"dnat"_s || statement == u"snat"_s || statement == u"masquerade"_s ||
                   statement == u"redirect"_s || statement == u"notrack"_s) {
            end(RuleEffect::Action::Continue);
        } else {
            return false;
        }
        return true;
    }

    void readField(const QString &object, const QString &field)
    {
        ++m_at;
        if (word() == u"vmap"_s) {
            ++m_at;
            return readVerdictMap(object, field);
        }
        const bool negated = word() == u"!="_s;
        if (negated || word() == u"=="_s)
            ++m_at;
        const Match match = compare(object, field, word());
        demand(negated ? inverted(match) : match);
        if (object == u"th"_s || object == u"tcp"_s || object == u"udp"_s)
            demand(object == u"th"_s ? Match::Yes : isProtocol(object));
    }

    Match compare(const QString &object, const QString &field, const QString &value) const
    {
        if (field == u"dport"_s)
            return any(value, [this](const QString &item) { return holdsPort(item, m_arrival.port); });
        if (field == u"l4proto"_s || field == u"protocol"_s || field == u"nexthdr"_s)
            return any(value, [this](const QString &item) { return isProtocol(item); });
        if (field == u"state"_s)
            return any(value, [](const QString &item) { return item == u"new"_s ? Match::Yes : Match::No; });
        if (field == u"iifname"_s || field == u"iif"_s)
            return any(value, [](const QString &item) { return facesTheWorld(unquoted(item)); });
        if (field == u"nfproto"_s)
            return value == (m_arrival.family == Arrival::Family::V4 ? u"ipv4"_s : u"ipv6"_s) ? Match::Yes : Match::No;
        if (object == u"ip"_s && m_arrival.family != Arrival::Family::V4)
            return Match::No;
        if (object == u"ip6"_s && m_arrival.family != Arrival::Family::V6)
            return Match::No;
        if (field == u"saddr"_s) // the caller is anybody: in no particular network
            return any(value, [](const QString &item) { return holdsEveryAddress(item) ? Match::Yes : Match::No; });
        if (field == u"daddr"_s)
            return any(value, [this](const QString &item) { return holdsDestination(item, m_arrival.destination); });
        if (object == u"icmp"_s || object == u"icmpv6"_s)
            return Match::No;
        if (field == u"status"_s)
            return Match::No; // "ct status dnat": a translated packet, not one for this machine
        return Match::Maybe;
    }

    /// "x", "a,b", "{ a, b }" or the elements of "@set".
    Match any(const QString &value, const std::function<Match(const QString &)> &holds) const
    {
        Match result = Match::No;
        for (const QString &item : itemsOf(value))
            result = std::max(result, holds(item));
        return result;
    }

    QStringList itemsOf(const QString &value) const
    {
        QString list = value;
        if (value.startsWith(u'@'))
            list = m_table.sets.value(value.mid(1));
        list.remove(u'{').remove(u'}');
        QStringList items;
        for (const QString &item : list.split(u',', Qt::SkipEmptyParts))
            items += item.trimmed().section(u' ', 0, 0); // behind it: timeout, counter, comment
        return items;
    }

    Match isProtocol(const QString &protocol) const
    {
        const bool tcp = m_arrival.protocol == Arrival::Protocol::Tcp;
        return protocol == (tcp ? u"tcp"_s : u"udp"_s) || protocol == (tcp ? u"6"_s : u"17"_s) ? Match::Yes : Match::No;
    }

    /// "tcp dport vmap { 22 : accept, 80 : jump web }": the first key that holds decides.
    void readVerdictMap(const QString &object, const QString &field)
    {
        QString map = word();
        if (map.startsWith(u'@'))
            map = m_table.sets.value(map.mid(1));
        map.remove(u'{').remove(u'}');
        if (object == u"tcp"_s || object == u"udp"_s)
            demand(isProtocol(object));
        for (const QString &entry : map.split(u',', Qt::SkipEmptyParts)) {
            const Match match = compare(object, field, entry.section(u':', 0, 0).trimmed());
            if (match == Match::No)
                continue;
            const QStringList verdict = entry.section(u':', 1).split(u' ', Qt::SkipEmptyParts);
            demand(match);
            m_words = verdict;
            m_at = 0;
            if (!readVerdict(verdict.value(0)))
                end(RuleEffect::Action::Unknown);
            return;
        }
        demand(Match::No);
    }

    void readFib()
    {
        while (m_at < m_words.size() && word() != u"type"_s)
            ++m_at;
        ++m_at;
        demand(any(word(), [](const QString &item) { return item == u"local"_s ? Match::Yes : Match::No; }));
    }

    QStringList m_words;
    const FilterTable &m_table;
    Arrival m_arrival;
    RuleEffect m_effect;
    qsizetype m_at = 0;
    bool m_ended = false;
    bool m_isLimited = false;
};

} // namespace

RuleEffect readNftRule(const QString &rule, const FilterTable &table, const Arrival &arrival)
{
    return NftRule(rule, table, arrival).read();
}

} // namespace gw

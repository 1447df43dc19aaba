// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/firewall/nftables.h"

#include "backend/firewall/nftrule.h"

#include <QRegularExpression>

// nft(8); the layout is that of `nft list ruleset`: one statement a line, elements of sets may span lines.

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// "type filter hook input priority filter; policy drop;"
void readHook(const QString &line, FilterChain &chain)
{
    static const QRegularExpression pattern(u"type (\\w+) hook (\\w+)"_s);
    const QRegularExpressionMatch match = pattern.match(line);
    chain.type = match.captured(1);
    chain.hook = match.captured(2);
    chain.dropByDefault = line.contains(u"policy drop"_s);
}

/// Lines of a block, with statements that span several lines (braces, line ends in a comma) joined into one.
class Lines {
public:
    explicit Lines(const QString &text) : m_lines(text.split(u'\n')) {}
    bool atEnd() const { return m_at >= m_lines.size(); }

    QString take() { return m_lines[m_at++].trimmed(); }

    QString takeStatement()
    {
        QString statement = take();
        while (statement.count(u'{') > statement.count(u'}') && !atEnd())
            statement += u' ' + take();
        return statement;
    }

private:
    QStringList m_lines;
    qsizetype m_at = 0;
};

FilterChain readChain(Lines &lines, const QString &name)
{
    FilterChain chain;
    chain.name = name;
    while (!lines.atEnd()) {
        const QString statement = lines.takeStatement();
        if (statement == u"}"_s)
            break;
        if (statement.startsWith(u"type "_s))
            readHook(statement, chain);
        else if (!statement.isEmpty() && !statement.startsWith(u'#'))
            chain.rules += statement;
    }
    return chain;
}

QString readElements(Lines &lines)
{
    QString elements;
    while (!lines.atEnd()) {
        const QString statement = lines.takeStatement();
        if (statement == u"}"_s)
            break;
        if (statement.startsWith(u"elements"_s))
            elements = statement.section(u'{', 1).section(u'}', 0, -2);
    }
    return elements;
}

FilterTable readTable(Lines &lines, const QString &family, const QString &name)
{
    FilterTable table;
    table.family = family;
    table.name = name;
    while (!lines.atEnd()) {
        const QString line = lines.take();
        if (line == u"}"_s)
            break;
        const QString kind = line.section(u' ', 0, 0);
        const QString named = line.section(u' ', 1, 1);
        if (!line.endsWith(u'{'))
            continue;
        if (kind == u"chain"_s)
            table.chains.insert(named, readChain(lines, named));
        else
            table.sets.insert(named, readElements(lines)); // set, map, and blocks that no verdict needs
    }
    return table;
}

bool concerns(const FilterTable &table, Arrival::Family family)
{
    return table.family == u"inet"_s || table.family == (family == Arrival::Family::V4 ? u"ip"_s : u"ip6"_s);
}

} // namespace

NftablesRules NftablesRules::parse(const QString &printed)
{
    NftablesRules rules;
    Lines lines(printed);
    while (!lines.atEnd()) {
        const QStringList words = lines.take().split(u' ', Qt::SkipEmptyParts);
        if (words.value(0) == u"table"_s && words.last() == u"{"_s)
            rules.tables += readTable(lines, words.value(1), words.value(2));
    }
    return rules;
}

WalkResult NftablesRules::verdict(const QString &hook, const Arrival &arrival) const
{
    WalkResult all;
    all.mayAccept = true;
    for (const FilterTable &table : tables) {
        if (!concerns(table, arrival.family))
            continue;
        for (const FilterChain &chain : table.chains) {
            if (chain.hook != hook || chain.type != u"filter"_s)
                continue;
            const WalkResult result =
                walk(table, chain, [&](const QString &rule) { return readNftRule(rule, table, arrival); });
            if (result.kind() == FirewallVerdict::Kind::Deny)
                return result;
            if (result.kind() == FirewallVerdict::Kind::Unknown) {
                all.mayDrop = true;
                all.unclear = result.unclear;
            } else if (all.decidedBy.isEmpty()) {
                all.decidedBy = result.decidedBy;
            }
        }
    }
    return all;
}

bool NftablesRules::translates(const Arrival &arrival) const
{
    for (const FilterTable &table : tables) {
        if (!concerns(table, arrival.family))
            continue;
        for (const FilterChain &chain : table.chains) {
            for (const QString &rule : chain.rules) {
                if (rule.contains(u"dnat"_s) && rule.contains(u"dport"_s) &&
                    readNftRule(rule, table, arrival).match != Match::No)
                    return true;
            }
        }
    }
    return false;
}

} // namespace gw

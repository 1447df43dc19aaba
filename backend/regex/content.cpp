// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/content.h"
#include "backend/regex/trial.h"

#include <QSet>

#include <algorithm>

namespace gw {
namespace {

constexpr quint32 unbounded = RegexContent::unbounded;

quint32 sum(quint32 a, quint32 b)
{
    return a == unbounded || b == unbounded || a + b < a ? unbounded : a + b;
}

quint32 product(quint32 a, quint32 times)
{
    if (a == 0 || times == 0)
        return 0;
    const quint64 all = quint64(a) * times;
    return a == unbounded || times == RegexNode::unlimited || all >= unbounded ? unbounded : quint32(all);
}

/// What matches nothing at all: neutral in an alternation.
RegexContent never()
{
    RegexContent content;
    content.must = ByteSet::all();
    content.least = unbounded;
    return content;
}

RegexContent anything()
{
    RegexContent content;
    content.may = content.first = content.last = ByteSet::all();
    content.most = unbounded;
    return content;
}

/// The contents of all nodes, children before parents. Calls look forward and around: then until nothing changes, from
/// "never" upwards, so that the smallest solution comes out.
class Contents {
public:
    explicit Contents(const Regex &regex) : m_regex(regex), m_all(regex.nodes.size(), never())
    {
        constexpr int mostRounds = 40; // lengths may grow for ever: what calls itself is then anything
        bool changed = true;
        for (int round = 0; changed && round < mostRounds; ++round)
            changed = pass();
        if (changed) {
            m_isCallAnything = true;
            pass();
            pass();
        }
    }
    const RegexContent &operator[](quint32 node) const { return m_all[node]; }
    RegexContent ofGroup(quint32 group) const
    {
        RegexContent all = never();
        if (group >= m_regex.captures.size())
            return all;
        for (const quint32 node : m_regex.captures[group])
            all = either(all, m_all[node]);
        return all;
    }

private:
    bool pass()
    {
        bool changed = false;
        for (size_t at = 0; at < m_all.size(); ++at) {
            RegexContent content = of(m_regex.nodes[at]);
            if (content == m_all[at])
                continue;
            m_all[at] = content;
            changed = changed || m_regex.nodes[at].kind == RegexNodeKind::Capture || at == m_regex.root;
        }
        return changed;
    }
    static RegexContent either(const RegexContent &a, const RegexContent &b)
    {
        if (a.least == unbounded || b.least == unbounded)
            return a.least == unbounded ? b : a;
        return {
            a.may | b.may,           a.must & b.must, a.first | b.first, a.last | b.last, std::min(a.least, b.least),
            std::max(a.most, b.most)};
    }
    RegexContent then(const RegexContent &a, const RegexContent &b) const
    {
        if (a.least == unbounded || b.least == unbounded)
            return never();
        return {a.may | b.may,
                a.must | b.must,
                a.least > 0 ? a.first : a.first | b.first,
                b.least > 0 ? b.last : a.last | b.last,
                sum(a.least, b.least),
                sum(a.most, b.most)};
    }
    RegexContent sequence(std::span<const quint32> terms) const
    {
        RegexContent all;
        for (size_t at = 0; at < terms.size(); ++at) {
            RegexContent next = m_all[terms[at]];
            // (?!\n). and (?=[a-z])\w: one byte that is looked at and then consumed
            for (size_t look = at; look > 0 && m_regex.nodes[terms[at]].kind == RegexNodeKind::Bytes; --look) {
                const std::optional<ByteSet> allowed = lookedAt(m_regex.nodes[terms[look - 1]]);
                if (!allowed)
                    break;
                next.may &= *allowed;
                next = next.may.isEmpty() ? never() : ofBytes(next.may);
            }
            all = then(all, next);
        }
        return all;
    }
    std::optional<ByteSet> lookedAt(const RegexNode &node) const
    {
        if (node.kind != RegexNodeKind::Look || (node.look != RegexLook::Ahead && node.look != RegexLook::NotAhead))
            return {};
        const RegexNode &body = m_regex.nodes[m_regex.childrenOf(node)[0]];
        if (body.kind != RegexNodeKind::Bytes)
            return {};
        return node.look == RegexLook::Ahead ? m_regex.setOf(body) : ~m_regex.setOf(body);
    }
    static RegexContent ofBytes(const ByteSet &set)
    {
        return {set, set.count() == 1 ? set : ByteSet(), set, set, 1, 1};
    }
    RegexContent ofRepeat(const RegexNode &node) const
    {
        RegexContent content = m_all[m_regex.childrenOf(node)[0]];
        if (node.most == 0 || content.least == unbounded)
            return node.least == 0 || node.most == 0 ? RegexContent() : never();
        if (node.least == 0)
            content.must = {};
        content.least = product(content.least, node.least);
        content.most = product(content.most, node.most);
        return content;
    }
    RegexContent of(const RegexNode &node) const
    {
        const std::span<const quint32> children = m_regex.childrenOf(node);
        switch (node.kind) {
        case RegexNodeKind::Bytes: return m_regex.setOf(node).isEmpty() ? never() : ofBytes(m_regex.setOf(node));
        case RegexNodeKind::Newline: {
            RegexContent content = ofBytes(bytesets::vertical);
            content.most = 2;
            return content;
        }
        case RegexNodeKind::Grapheme: {
            RegexContent content = ofBytes(ByteSet::all());
            content.most = unbounded;
            return content;
        }
        case RegexNodeKind::Sequence: return sequence(children);
        case RegexNodeKind::Alternation: {
            RegexContent all = never();
            for (const quint32 child : children)
                all = either(all, m_all[child]);
            return all;
        }
        case RegexNodeKind::Conditional: {
            if (node.condition == RegexCondition::Define)
                return {};
            const auto branches = node.condition == RegexCondition::Assertion ? children.subspan(1) : children;
            RegexContent all = branches.size() == 1 ? RegexContent() : never();
            for (const quint32 child : branches)
                all = either(all, m_all[child]);
            return all;
        }
        case RegexNodeKind::Group:
        case RegexNodeKind::Capture:
        case RegexNodeKind::Atomic: return m_all[children[0]];
        case RegexNodeKind::Repeat: return ofRepeat(node);
        case RegexNodeKind::Backreference: return ofGroup(node.value);
        case RegexNodeKind::Call:
            if (m_isCallAnything)
                return anything();
            return node.value == 0 ? m_all[m_regex.root] : ofGroup(node.value);
        case RegexNodeKind::Verb: return node.verb == RegexVerb::Fail ? never() : RegexContent();
        default: return {};
        }
    }

    const Regex &m_regex;
    std::vector<RegexContent> m_all;
    bool m_isCallAnything = false;
};

/// (*ACCEPT) ends a match in the middle, \K begins it there, and under (?J) a name means several groups.
bool isPlain(const Regex &regex)
{
    for (const RegexNode &node : regex.nodes) {
        if (node.kind == RegexNodeKind::Keep || (node.kind == RegexNodeKind::Verb && node.verb == RegexVerb::Accept))
            return false;
    }
    QSet<QByteArray> names;
    for (const RegexName &name : regex.names)
        names.insert(name.name);
    return names.size() == regex.names.size();
}

/// What is not plain may match less than it says.
RegexContent weakened(RegexContent content)
{
    content.must = {};
    content.first = content.last = content.may = ByteSet::all();
    content.least = 0;
    content.most = unbounded;
    return content;
}

enum class Side : quint8 { Start, End };

/// For every node: whether a match through it is held at the side.
bool isAnchored(const Regex &regex, Side side)
{
    std::vector<bool> held(regex.nodes.size());
    for (size_t at = 0; at < regex.nodes.size(); ++at) {
        const RegexNode &node = regex.nodes[at];
        const std::span<const quint32> children = regex.childrenOf(node);
        const auto isHeld = [&](quint32 child) { return bool(held[child]); };
        switch (node.kind) {
        case RegexNodeKind::Anchor:
            held[at] = side == Side::Start
                           ? node.anchor == RegexAnchor::SubjectStart
                           : node.anchor == RegexAnchor::SubjectEnd || node.anchor == RegexAnchor::Dollar;
            break;
        case RegexNodeKind::Verb: held[at] = node.verb == RegexVerb::Fail; break;
        case RegexNodeKind::Sequence: {
            // Only what consumes nothing may stand between the anchor and the side.
            const auto passes = [&](quint32 child) {
                const RegexNodeKind kind = regex.nodes[child].kind;
                return kind == RegexNodeKind::Anchor || kind == RegexNodeKind::Look || kind == RegexNodeKind::Callout ||
                       kind == RegexNodeKind::Verb || kind == RegexNodeKind::Empty;
            };
            const auto reaches = [&](auto begin, auto end) {
                for (; begin != end; ++begin) {
                    if (held[*begin])
                        return true;
                    if (!passes(*begin))
                        return false;
                }
                return false;
            };
            held[at] = side == Side::Start ? reaches(children.begin(), children.end())
                                           : reaches(std::make_reverse_iterator(children.end()),
                                                     std::make_reverse_iterator(children.begin()));
            break;
        }
        case RegexNodeKind::Alternation: held[at] = std::all_of(children.begin(), children.end(), isHeld); break;
        case RegexNodeKind::Group:
        case RegexNodeKind::Capture:
        case RegexNodeKind::Atomic: held[at] = held[children[0]]; break;
        case RegexNodeKind::Repeat: held[at] = node.least > 0 && held[children[0]]; break;
        case RegexNodeKind::Look:
            held[at] = side == Side::Start && node.look == RegexLook::Ahead && held[children[0]];
            break;
        default: break;
        }
    }
    return held[regex.root];
}

/// The bytes that the nodes from the start on fix; false: there it ends.
bool literalFrom(const Regex &regex, quint32 at, QByteArray *text)
{
    constexpr qsizetype longest = 4096;
    const RegexNode &node = regex.nodes[at];
    const std::span<const quint32> children = regex.childrenOf(node);
    switch (node.kind) {
    case RegexNodeKind::Empty:
    case RegexNodeKind::Anchor:
    case RegexNodeKind::Callout:
    case RegexNodeKind::Look: return true;
    case RegexNodeKind::Bytes:
        if (regex.setOf(node).count() != 1 || text->size() >= longest)
            return false;
        text->append(char(regex.setOf(node).lowest()));
        return true;
    case RegexNodeKind::Sequence:
        return std::all_of(children.begin(), children.end(),
                           [&](quint32 child) { return literalFrom(regex, child, text); });
    case RegexNodeKind::Group: // as deep as PCRE lets groups nest
    case RegexNodeKind::Capture:
    case RegexNodeKind::Atomic: return literalFrom(regex, children[0], text);
    case RegexNodeKind::Repeat:
        for (quint32 time = 0; time < node.least; ++time) {
            const qsizetype before = text->size();
            if (!literalFrom(regex, children[0], text))
                return false;
            if (text->size() == before)
                break;
        }
        return node.least == node.most;
    default: return false;
    }
}

} // namespace

RegexContent contentOf(const Regex &regex)
{
    const Contents contents(regex);
    return isPlain(regex) ? contents[regex.root] : weakened(contents[regex.root]);
}

RegexContent contentOf(const Regex &regex, int group)
{
    if (group <= 0 || group > regex.captureCount)
        return group == 0 ? contentOf(regex) : never();
    const RegexContent content = Contents(regex).ofGroup(quint32(group));
    return isPlain(regex) ? content : weakened(content);
}

bool isAnchoredAtStart(const Regex &regex)
{
    return isAnchored(regex, Side::Start);
}

bool isAnchoredAtEnd(const Regex &regex)
{
    return isPlain(regex) && isAnchored(regex, Side::End);
}

std::optional<QByteArray> onlyMatch(const Regex &regex)
{
    if (!isAnchoredAtStart(regex) || !isAnchoredAtEnd(regex))
        return {};
    QByteArray text;
    if (!literalFrom(regex, regex.root, &text))
        return {};
    // A lookaround or an anchor in the middle may forbid even that one.
    if (RegexTrial(regex).outcome(text) != RegexTrial::Outcome::Matches)
        return {};
    return text;
}

QByteArray literalPrefix(const Regex &regex)
{
    QByteArray text;
    if (isAnchoredAtStart(regex) && isPlain(regex))
        literalFrom(regex, regex.root, &text);
    return text;
}

QList<std::pair<int, int>> nestedCaptures(const Regex &regex)
{
    constexpr quint32 none = 0xffffffff;
    std::vector<quint32> parents(regex.nodes.size(), none);
    for (size_t at = 0; at < regex.nodes.size(); ++at) {
        for (const quint32 child : regex.childrenOf(regex.nodes[at]))
            parents[child] = quint32(at);
    }
    QList<std::pair<int, int>> pairs;
    for (int inner = 1; inner <= regex.captureCount; ++inner) {
        for (const quint32 node : regex.captures[size_t(inner)]) {
            for (quint32 above = parents[node]; above != none; above = parents[above]) {
                if (regex.nodes[above].kind == RegexNodeKind::Capture)
                    pairs.append({int(regex.nodes[above].value), inner});
            }
        }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/parser.h"

#include <algorithm>

namespace gw {
namespace {

constexpr qint64 variable = -1; ///< no fixed length
constexpr qint64 unknown = -2;  ///< not computed yet: a group that calls itself

/// The fixed length of what each node consumes, as PCRE2 10.42 counts it for a lookbehind.
class FixedLengths {
public:
    explicit FixedLengths(const Regex &regex) : m_regex(regex), m_lengths(regex.nodes.size(), unknown) {}

    /// Children stand before their parents, but a call may look forward: then once more.
    void compute()
    {
        for (bool changed = true; changed;) {
            changed = false;
            for (size_t at = 0; at < m_lengths.size(); ++at) {
                if (m_lengths[at] != unknown)
                    continue;
                m_lengths[at] = lengthOf(m_regex.nodes[at]);
                changed = changed || m_lengths[at] != unknown;
            }
        }
    }
    qint64 of(quint32 node) const { return m_lengths[node]; }

private:
    /// A reference inside of its own group has none.
    qint64 ofGroup(const RegexNode &reference) const
    {
        const quint32 group = reference.value;
        if (group == 0 || group >= m_regex.captures.size() || m_regex.captures[group].empty())
            return variable;
        const RegexNode &capture = m_regex.nodes[m_regex.captures[group].front()];
        if (reference.begin >= capture.begin && reference.begin < capture.end)
            return variable;
        return m_lengths[m_regex.captures[group].front()];
    }
    qint64 ofBranches(std::span<const quint32> branches) const
    {
        qint64 all = unknown;
        for (const quint32 branch : branches) {
            const qint64 length = m_lengths[branch];
            if (length < 0)
                return length;
            if (all >= 0 && length != all)
                return variable;
            all = length;
        }
        return branches.empty() ? 0 : all;
    }
    qint64 lengthOf(const RegexNode &node) const
    {
        const std::span<const quint32> children = m_regex.childrenOf(node);
        switch (node.kind) {
        case RegexNodeKind::Bytes: return 1;
        case RegexNodeKind::Newline:
        case RegexNodeKind::Grapheme: return variable;
        case RegexNodeKind::Sequence: {
            qint64 sum = 0;
            for (const quint32 child : children) {
                const RegexNode &term = m_regex.nodes[child];
                if (term.kind == RegexNodeKind::Verb &&
                    (term.verb == RegexVerb::Accept || term.verb == RegexVerb::Fail)) // ends its branch
                    return sum;
                if (m_lengths[child] < 0)
                    return m_lengths[child];
                sum += m_lengths[child];
            }
            return sum;
        }
        case RegexNodeKind::Alternation:
        case RegexNodeKind::Group:
        case RegexNodeKind::Capture:
        case RegexNodeKind::Atomic: return ofBranches(children);
        case RegexNodeKind::Conditional:
            if (node.condition == RegexCondition::Define)
                return 0;
            return ofBranches(node.condition == RegexCondition::Assertion ? children.subspan(1) : children);
        case RegexNodeKind::Repeat:
            if (m_regex.nodes[children[0]].kind == RegexNodeKind::Look)
                return 0;
            if (node.least != node.most)
                return variable;
            return m_lengths[children[0]] < 0 ? m_lengths[children[0]] : m_lengths[children[0]] * node.least;
        case RegexNodeKind::Backreference:
        case RegexNodeKind::Call: return ofGroup(node);
        default: return 0;
        }
    }

    const Regex &m_regex;
    std::vector<qint64> m_lengths;
};

} // namespace

/// Names become numbers; what does not exist is an error in the order of the pattern.
bool RegexParser::resolveReferences()
{
    m_regex.captures.resize(m_groups + 1);
    std::optional<quint32> missing;
    for (const Reference &reference : m_references) {
        RegexNode &node = m_regex.nodes[reference.node];
        bool exists = node.value <= m_groups;
        if (!reference.name.isEmpty()) {
            const auto found = std::find_if(m_regex.names.cbegin(), m_regex.names.cend(),
                                            [&](const RegexName &name) { return name.name == reference.name; });
            exists = found != m_regex.names.cend();
            if (exists) {
                node.value = quint32(found->group);
            } else if (node.kind == RegexNodeKind::Conditional && reference.name.startsWith('R')) {
                // not the name of a group, so a question about recursion: R or R1
                bool isNumber = true;
                const int group = reference.name.size() == 1 ? 0 : reference.name.sliced(1).toInt(&isNumber);
                exists = isNumber && quint32(group) <= m_groups;
                node.condition = RegexCondition::Recursion;
            }
        }
        if (!exists && (!missing || reference.offset < *missing))
            missing = reference.offset;
    }
    return checkLookbehinds(missing) && (!missing || fail(115, *missing));
}

/// PCRE measures lookbehinds first and says there what they miss.
bool RegexParser::checkLookbehinds(std::optional<quint32> missing)
{
    const auto isBehind = [](const RegexNode &node) {
        return node.kind == RegexNodeKind::Look &&
               (node.look == RegexLook::Behind || node.look == RegexLook::NotBehind);
    };
    if (std::none_of(m_regex.nodes.begin(), m_regex.nodes.end(), isBehind))
        return true;
    FixedLengths lengths(m_regex);
    lengths.compute();
    // What a lookbehind passes over (a lookahead, DEFINE), PCRE does not measure.
    enum class Within : quint8 { Nothing, Behind, Skipped };
    std::vector<Within> within(m_regex.nodes.size(), Within::Nothing);
    for (size_t at = m_regex.nodes.size(); at > 0; --at) { // parents stand behind their children
        const RegexNode &node = m_regex.nodes[at - 1];
        Within here = within[at - 1];
        if (here == Within::Behind && (node.kind == RegexNodeKind::Look || node.condition == RegexCondition::Define))
            here = isBehind(node) ? Within::Behind : Within::Skipped;
        else if (here == Within::Nothing && isBehind(node))
            here = Within::Behind;
        for (const quint32 child : m_regex.childrenOf(node))
            within[child] = here;
    }
    const RegexNode *bad = nullptr;
    for (size_t at = 0; at < m_regex.nodes.size(); ++at) {
        const RegexNode &node = m_regex.nodes[at];
        if (!isBehind(node) || within[at] == Within::Skipped || (bad && bad->begin < node.begin))
            continue;
        const quint32 body = m_regex.childrenOf(node)[0];
        // Only at the top its branches may differ.
        const RegexNode &top = m_regex.nodes[body];
        const quint32 only[] = {body};
        const auto branches = top.kind == RegexNodeKind::Alternation ? m_regex.childrenOf(top) : std::span(only);
        if (std::any_of(branches.begin(), branches.end(), [&](quint32 branch) { return lengths.of(branch) < 0; }))
            bad = &node;
    }
    if (!bad)
        return true;
    const bool isMissing = missing && *missing >= bad->begin && *missing < bad->end;
    return isMissing ? fail(115, *missing) : fail(125, bad->begin);
}

bool RegexParser::checkConditionals()
{
    std::vector<bool> inLook(m_regex.nodes.size());
    for (size_t at = m_regex.nodes.size(); at > 0; --at) { // parents stand behind their children
        const RegexNode &node = m_regex.nodes[at - 1];
        for (const quint32 child : m_regex.childrenOf(node))
            inLook[child] = inLook[at - 1] || node.kind == RegexNodeKind::Look;
    }
    for (size_t at = 0; at < m_regex.nodes.size(); ++at) {
        const RegexNode &node = m_regex.nodes[at];
        if (node.kind == RegexNodeKind::Keep && inLook[at])
            return fail(199, m_pattern.size());
        if (node.kind != RegexNodeKind::Conditional)
            continue;
        const quint32 branches = node.childCount - (node.condition == RegexCondition::Assertion ? 1 : 0);
        if (node.condition == RegexCondition::Define && branches > 1)
            return fail(154, qsizetype(node.value));
        if (branches > 2)
            return fail(127, node.end - 1);
    }
    return true;
}

} // namespace gw

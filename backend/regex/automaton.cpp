// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/automaton.h"
#include "backend/regex/content.h"

#include <algorithm>
#include <array>
#include <map>

namespace gw {
namespace {

/// Builds from the end: every fragment is told where it leads and says where it begins. Recursion is as deep as groups
/// nest, which the parser bounds.
class AutomatonBuilder {
public:
    AutomatonBuilder(const Regex &regex, AutomatonUse use) : m_regex(regex), m_use(use) {}

    Automaton built()
    {
        m_automaton.sets.push_back(ByteSet::all());
        m_accept = add(State::Kind::Accept);
        m_dead = add(State::Kind::Dead);
        // rest: accept here, or after any byte
        m_automaton.rest = add(State::Kind::Split, none, m_accept);
        m_automaton.states[m_automaton.rest].next = add(State::Kind::Bytes, m_automaton.rest, none, 0);
        const quint32 body = build(m_regex.root, m_automaton.rest);
        m_automaton.start = body;
        if (!isAnchoredAtStart(m_regex)) {
            m_automaton.start = add(State::Kind::Split, body);
            m_automaton.before = add(State::Kind::Bytes, m_automaton.start, none, 0);
            m_automaton.states[m_automaton.start].other = m_automaton.before;
        }
        return std::move(m_automaton);
    }

private:
    using State = Automaton::State;
    using Guard = Automaton::Guard;
    static constexpr quint32 none = Automaton::none;

    quint32 add(State::Kind kind, quint32 next = none, quint32 other = none, quint32 value = 0)
    {
        if (m_automaton.states.size() >= Automaton::mostStates) {
            m_automaton.isTooLarge = true;
            return 0;
        }
        m_automaton.states.push_back({kind, next, other, value});
        return quint32(m_automaton.states.size() - 1);
    }
    quint32 bytes(const ByteSet &set, quint32 next)
    {
        const auto [known, isNew] = m_setNumbers.try_emplace(set, quint32(m_automaton.sets.size()));
        if (isNew)
            m_automaton.sets.push_back(set);
        return set.isEmpty() ? m_dead : add(State::Kind::Bytes, next, none, known->second);
    }
    quint32 guard(Guard::Kind kind, quint32 next, const ByteSet &set = {})
    {
        m_automaton.guards.push_back({kind, set});
        return add(State::Kind::Guard, next, none, quint32(m_automaton.guards.size() - 1));
    }
    quint32 split(quint32 first, quint32 second) { return add(State::Kind::Split, first, second); }
    quint32 anything(quint32 next)
    {
        const quint32 loop = add(State::Kind::Split, none, next);
        m_automaton.states[loop].next = add(State::Kind::Bytes, loop, none, 0);
        return loop;
    }

    /// The set of a node that consumes exactly one byte, whatever its brackets.
    std::optional<ByteSet> oneByte(quint32 at) const
    {
        const RegexNode &node = m_regex.nodes[at];
        switch (node.kind) {
        case RegexNodeKind::Bytes: return m_regex.setOf(node);
        case RegexNodeKind::Group:
        case RegexNodeKind::Capture:
        case RegexNodeKind::Atomic: return oneByte(m_regex.childrenOf(node)[0]);
        case RegexNodeKind::Alternation: {
            ByteSet all;
            for (const quint32 child : m_regex.childrenOf(node)) {
                const std::optional<ByteSet> set = oneByte(child);
                if (!set)
                    return {};
                all |= *set;
            }
            return all;
        }
        default: return {};
        }
    }
    /// Whether a node matches in one way only at any place.
    bool isFixed(quint32 at) const
    {
        const RegexNode &node = m_regex.nodes[at];
        const std::span<const quint32> children = m_regex.childrenOf(node);
        switch (node.kind) {
        case RegexNodeKind::Empty:
        case RegexNodeKind::Bytes:
        case RegexNodeKind::Newline:
        case RegexNodeKind::Anchor:
        case RegexNodeKind::Look: return true;
        case RegexNodeKind::Sequence:
        case RegexNodeKind::Group:
        case RegexNodeKind::Capture:
        case RegexNodeKind::Atomic:
            return std::all_of(children.begin(), children.end(), [&](quint32 child) { return isFixed(child); });
        case RegexNodeKind::Alternation: return oneByte(at).has_value();
        case RegexNodeKind::Repeat: return node.least == node.most && isFixed(children[0]);
        default: return false;
        }
    }

    quint32 build(quint32 at, quint32 next)
    {
        if (m_automaton.isTooLarge)
            return 0;
        const RegexNode &node = m_regex.nodes[at];
        const std::span<const quint32> children = m_regex.childrenOf(node);
        switch (node.kind) {
        case RegexNodeKind::Bytes: return bytes(m_regex.setOf(node), next);
        case RegexNodeKind::Sequence:
            for (size_t child = children.size(); child > 0; --child)
                next = build(children[child - 1], next);
            return next;
        case RegexNodeKind::Alternation: return buildBranches(children, next);
        case RegexNodeKind::Group:
        case RegexNodeKind::Capture: return build(children[0], next);
        case RegexNodeKind::Repeat: return buildRepeat(at, next, node.greed == RegexGreed::Possessive);
        case RegexNodeKind::Atomic: return buildAtomic(children[0], next);
        case RegexNodeKind::Newline: return buildNewline(next);
        case RegexNodeKind::Anchor: return buildAnchor(node.anchor, next);
        case RegexNodeKind::Look: return buildLook(node, next);
        case RegexNodeKind::Conditional: return buildConditional(node, next);
        case RegexNodeKind::Call: return buildCall(node, next);
        case RegexNodeKind::Verb: return buildVerb(node, next);
        case RegexNodeKind::Grapheme: m_automaton.isExact = false; return bytes(ByteSet::all(), anything(next));
        case RegexNodeKind::Backreference:
            m_automaton.isExact = false;
            return m_use == AutomatonUse::Language ? anything(next) : next;
        case RegexNodeKind::Empty:
        case RegexNodeKind::Keep:
        case RegexNodeKind::Callout: return next;
        }
        Q_UNREACHABLE();
    }

    quint32 buildBranches(std::span<const quint32> branches, quint32 next)
    {
        quint32 all = build(branches.back(), next);
        for (size_t at = branches.size() - 1; at > 0; --at)
            all = split(build(branches[at - 1], next), all);
        return all;
    }

    /// A possessive repeat of one byte ends only where no such byte follows: that is a guard, and exact.
    quint32 buildRepeat(quint32 at, quint32 next, bool isPossessive)
    {
        const RegexNode &node = m_regex.nodes[at];
        const quint32 child = m_regex.childrenOf(node)[0];
        quint32 least = node.least;
        quint32 most = node.most;
        quint32 left = next; // where a round that is not needed leads
        if (isPossessive && least != most) {
            if (const std::optional<ByteSet> set = oneByte(child))
                left = guard(Guard::Kind::NextNotIn, next, *set);
            else
                m_automaton.isExact = false;
        }
        // What may repeat so often that it counts as a loop; of a count that is fixed nothing is to choose.
        constexpr quint32 often = 10;
        if (m_use == AutomatonUse::Ambiguity && most != least && most >= often)
            most = RegexNode::unlimited;
        quint32 entry = left;
        if (most == RegexNode::unlimited) {
            const quint32 loop = m_automaton.loops++;
            const quint32 head = add(State::Kind::LoopHead, none, left, loop);
            const quint32 back = add(State::Kind::LoopBack, none, left, loop);
            const quint32 body = build(child, back);
            m_automaton.states[head].next = m_automaton.states[back].next = body;
            entry = head;
        } else {
            entry = next;
            for (quint32 time = least; time < most && !m_automaton.isTooLarge; ++time)
                entry = split(build(child, entry), left);
        }
        for (quint32 time = 0; time < least && !m_automaton.isTooLarge; ++time) {
            const quint32 before = entry;
            entry = build(child, entry);
            if (entry == before) // consumes nothing
                break;
        }
        return entry;
    }

    quint32 buildAtomic(quint32 at, quint32 next)
    {
        const RegexNode &node = m_regex.nodes[at];
        const std::span<const quint32> children = m_regex.childrenOf(node);
        if (isFixed(at))
            return build(at, next);
        if (node.kind == RegexNodeKind::Group || node.kind == RegexNodeKind::Capture ||
            node.kind == RegexNodeKind::Atomic)
            return buildAtomic(children[0], next);
        if (node.kind == RegexNodeKind::Repeat && node.greed != RegexGreed::Lazy)
            return buildRepeat(at, next, true);
        if (node.kind == RegexNodeKind::Sequence &&
            std::all_of(children.begin(), children.end() - 1, [&](quint32 child) { return isFixed(child); })) {
            next = buildAtomic(children.back(), next);
            for (size_t child = children.size() - 1; child > 0; --child)
                next = build(children[child - 1], next);
            return next;
        }
        m_automaton.isExact = false;
        return build(at, next);
    }

    /// CR LF is never parted.
    quint32 buildNewline(quint32 next)
    {
        const ByteSet carriage = ByteSet::of('\r');
        const quint32 alone = bytes(carriage, guard(Guard::Kind::NextNotIn, next, bytesets::newline));
        const quint32 both = bytes(carriage, bytes(bytesets::newline, next));
        return split(both, split(bytes(bytesets::vertical & ~carriage, next), alone));
    }

    quint32 buildAnchor(RegexAnchor anchor, quint32 next)
    {
        switch (anchor) {
        case RegexAnchor::SubjectStart: return guard(Guard::Kind::Start, next);
        case RegexAnchor::LineStart: return guard(Guard::Kind::LineStart, next);
        case RegexAnchor::SubjectEnd: return guard(Guard::Kind::End, next);
        case RegexAnchor::Dollar: return guard(Guard::Kind::Dollar, next);
        case RegexAnchor::LineEnd: return guard(Guard::Kind::LineEnd, next);
        case RegexAnchor::WordBoundary: return guard(Guard::Kind::Word, next);
        case RegexAnchor::NotWordBoundary: return guard(Guard::Kind::NotWord, next);
        }
        Q_UNREACHABLE();
    }

    quint32 buildLook(const RegexNode &node, quint32 next)
    {
        const quint32 body = m_regex.childrenOf(node)[0];
        const bool isAhead = node.look == RegexLook::Ahead || node.look == RegexLook::NotAhead;
        const bool isNegative = node.look == RegexLook::NotAhead || node.look == RegexLook::NotBehind;
        if (const std::optional<ByteSet> set = oneByte(body)) {
            const Guard::Kind kind = isAhead ? (isNegative ? Guard::Kind::NextNotIn : Guard::Kind::NextIn)
                                             : (isNegative ? Guard::Kind::PreviousNotIn : Guard::Kind::PreviousIn);
            return guard(kind, next, *set);
        }
        if (m_regex.nodes[body].kind == RegexNodeKind::Empty)
            return isNegative ? m_dead : next;
        if (node.look == RegexLook::Ahead) { // (?=/|$): each branch is a guard
            const RegexNode &top = m_regex.nodes[body];
            const quint32 only[] = {body};
            const auto branches = top.kind == RegexNodeKind::Alternation ? m_regex.childrenOf(top) : std::span(only);
            const auto isGuard = [&](quint32 branch) {
                return oneByte(branch).has_value() || m_regex.nodes[branch].kind == RegexNodeKind::Anchor;
            };
            if (std::all_of(branches.begin(), branches.end(), isGuard)) {
                quint32 all = none;
                for (const quint32 branch : branches) {
                    const std::optional<ByteSet> set = oneByte(branch);
                    const quint32 one =
                        set ? guard(Guard::Kind::NextIn, next, *set) : buildAnchor(m_regex.nodes[branch].anchor, next);
                    all = all == none ? one : split(all, one);
                }
                return all;
            }
        }
        m_automaton.isExact = false;
        return m_use == AutomatonUse::Language ? next : split(build(body, m_dead), next);
    }

    quint32 buildConditional(const RegexNode &node, quint32 next)
    {
        if (node.condition == RegexCondition::Define)
            return next;
        m_automaton.isExact = false;
        std::span<const quint32> branches = m_regex.childrenOf(node);
        if (node.condition == RegexCondition::Assertion)
            branches = branches.subspan(1);
        const quint32 all = buildBranches(branches, next);
        return branches.size() == 1 ? split(all, next) : all;
    }

    /// A call that is no recursion is a copy of its group.
    quint32 buildCall(const RegexNode &node, quint32 next)
    {
        const bool isRecursion = node.value == 0 || m_regex.captures[node.value].empty() ||
                                 std::find(m_called.begin(), m_called.end(), node.value) != m_called.end() ||
                                 lies(node, m_regex.nodes[m_regex.captures[node.value].front()]);
        if (isRecursion) {
            m_automaton.isExact = false;
            return m_use == AutomatonUse::Language ? anything(next) : next;
        }
        m_called.push_back(node.value);
        const quint32 entry = build(m_regex.captures[node.value].front(), next);
        m_called.pop_back();
        return entry;
    }
    static bool lies(const RegexNode &inner, const RegexNode &outer)
    {
        return inner.begin >= outer.begin && inner.end <= outer.end;
    }

    quint32 buildVerb(const RegexNode &node, quint32 next)
    {
        switch (node.verb) {
        case RegexVerb::Fail: return m_dead;
        case RegexVerb::Accept: m_automaton.isExact = false; return split(m_automaton.rest, next);
        case RegexVerb::Mark: return next;
        default: m_automaton.isExact = false; return next;
        }
    }

    const Regex &m_regex;
    AutomatonUse m_use;
    Automaton m_automaton;
    std::map<ByteSet, quint32> m_setNumbers;
    std::vector<quint32> m_called;
    quint32 m_accept = none;
    quint32 m_dead = none;
};

} // namespace

bool Automaton::Guard::holds(int previous, int next) const
{
    switch (kind) {
    case Kind::Start: return previous < 0;
    case Kind::End: return next < 0;
    case Kind::Dollar:
    case Kind::LineEnd: return next < 0 || next == '\n';
    case Kind::LineStart: return previous < 0 || (previous == '\n' && next >= 0);
    case Kind::Word: return bytesets::word.has(previous) != bytesets::word.has(next);
    case Kind::NotWord: return bytesets::word.has(previous) == bytesets::word.has(next);
    case Kind::NextIn: return set.has(next);
    case Kind::NextNotIn: return !set.has(next);
    case Kind::PreviousIn: return set.has(previous);
    case Kind::PreviousNotIn: return !set.has(previous);
    }
    Q_UNREACHABLE();
}

Automaton automatonOf(const Regex &regex, AutomatonUse use)
{
    return AutomatonBuilder(regex, use).built();
}

std::vector<quint8> representatives(std::span<const Automaton *const> automatons)
{
    std::vector<ByteSet> classes{ByteSet::all()};
    const auto refine = [&](const ByteSet &set) {
        for (size_t at = 0, count = classes.size(); at < count; ++at) {
            const ByteSet inside = classes[at] & set;
            if (inside.isEmpty() || inside == classes[at])
                continue;
            classes[at] &= ~set;
            classes.push_back(inside);
        }
    };
    for (const Automaton *automaton : automatons) {
        for (const ByteSet &set : automaton->sets)
            refine(set);
        for (const Automaton::Guard &guard : automaton->guards) {
            using Kind = Automaton::Guard::Kind;
            if (guard.kind == Kind::Dollar || guard.kind == Kind::LineStart || guard.kind == Kind::LineEnd)
                refine(bytesets::newline);
            else if (guard.kind == Kind::Word || guard.kind == Kind::NotWord)
                refine(bytesets::word);
            else if (!guard.set.isEmpty())
                refine(guard.set);
        }
    }
    constexpr ByteSet printable = ByteSet::range(33, 126);
    constexpr std::array readableFirst{
        bytesets::lower,
        bytesets::digit,
        printable & ~(bytesets::lower | bytesets::digit),
        ~printable & ByteSet::range(1, 255), // 0 last: nothing of nginx holds it
        ByteSet::of(0),
    };
    std::vector<quint8> result;
    for (const ByteSet &group : readableFirst) {
        const auto first = qptrdiff(result.size());
        for (ByteSet &of : classes) {
            if (const int byte = (of & group).lowest(); byte >= 0) {
                result.push_back(quint8(byte));
                of = {};
            }
        }
        std::sort(result.begin() + first, result.end());
    }
    return result;
}

} // namespace gw

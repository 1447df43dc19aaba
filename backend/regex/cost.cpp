// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/cost.h"
#include "backend/regex/ambiguity.h"
#include "backend/regex/content.h"
#include "backend/regex/subjectmachine.h"
#include "backend/regex/trial.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace gw {
namespace {

/// ".*" at the start of every branch: PCRE then tries only where a line begins.
bool beginsWithAnything(const Regex &regex, quint32 at)
{
    const RegexNode &node = regex.nodes[at];
    const std::span<const quint32> children = regex.childrenOf(node);
    switch (node.kind) {
    case RegexNodeKind::Repeat: {
        const RegexNode &child = regex.nodes[children[0]];
        return node.least == 0 && node.most == RegexNode::unlimited && child.kind == RegexNodeKind::Bytes &&
               (~bytesets::newline & ~regex.setOf(child)).isEmpty();
    }
    case RegexNodeKind::Sequence:
    case RegexNodeKind::Group:
    case RegexNodeKind::Capture: return beginsWithAnything(regex, children[0]);
    case RegexNodeKind::Alternation:
        return std::all_of(children.begin(), children.end(),
                           [&](quint32 child) { return beginsWithAnything(regex, child); });
    default: return false;
    }
}

class CostJudge {
public:
    explicit CostJudge(const Regex &regex)
        : m_regex(regex), m_automaton(automatonOf(regex, AutomatonUse::Ambiguity)),
          m_language(automatonOf(regex, AutomatonUse::Language)), m_must(contentOf(regex).must)
    {
        if (m_automaton.before != Automaton::none && beginsWithAnything(regex, regex.root)) {
            m_automaton.start = m_automaton.states[m_automaton.start].next;
            m_automaton.before = Automaton::none;
        }
        if (!m_language.isTooLarge) {
            const Automaton *const only[] = {&m_language};
            m_alphabet = representatives(only);
        }
    }

    RegexCost judged()
    {
        const Positions positions(m_automaton);
        if (positions.isTooLarge())
            return {};
        Ambiguity ambiguity(positions);
        for (const Pump &pump : ambiguity.exponential()) {
            if (const std::optional<RegexCost> cost = tried(positions, ambiguity, pump))
                return *cost;
        }
        std::optional<RegexCost> worst;
        for (const Pump &pump : ambiguity.polynomial()) {
            const std::optional<RegexCost> cost = tried(positions, ambiguity, pump);
            if (cost && (!worst || cost->degree > worst->degree || (cost->degree == worst->degree && !worst->isShown)))
                worst = cost;
        }
        if (worst)
            return *worst;
        RegexCost cost;
        const bool isDecidedElsewhere =
            std::any_of(m_regex.nodes.begin(), m_regex.nodes.end(), [](const RegexNode &node) {
                return node.kind == RegexNodeKind::Backreference || node.kind == RegexNodeKind::Call ||
                       node.kind == RegexNodeKind::Grapheme;
            });
        if (!ambiguity.isIncomplete() && !isDecidedElsewhere)
            cost.growth = RegexCost::Growth::Linear;
        return cost;
    }

private:
    static constexpr quint32 mostSteps = 30000;
    static constexpr quint64 mostWork = 4'000'000; ///< places times steps
    static constexpr qsizetype longest = 256;      ///< bytes of an attack to measure, if a few pumps are not longer

    /// The attack with a pump, if it is one.
    std::optional<RegexCost> tried(const Positions &positions, const Ambiguity &ambiguity, const Pump &pump)
    {
        const std::optional<QByteArray> prefix = positions.textTo(pump.from);
        if (!prefix)
            return {};
        const int readings = ambiguity.growth(*prefix, pump.text);
        if (readings == 0)
            return {};
        RegexCost cost;
        cost.growth = readings >= 99 ? RegexCost::Growth::Exponential : RegexCost::Growth::Polynomial;
        cost.degree = readings >= 99 ? 1 : readings + 1;
        cost.prefix = *prefix;
        cost.pump = pump.text;
        std::optional<RegexCost> best;
        for (const QByteArray &suffix : suffixes(cost)) {
            RegexCost attack = cost;
            attack.suffix = suffix;
            if (!isEffective(&attack))
                continue;
            if (attack.isShown)
                return attack;
            if (!best)
                best = attack;
        }
        return best;
    }

    /// Texts that no way matches after the pump, what PCRE asks for before it begins among them; then some guesses: the
    /// language does not know in which order PCRE tries.
    std::vector<QByteArray> suffixes(const RegexCost &cost) const
    {
        std::vector<QByteArray> found;
        if (!m_language.isTooLarge) {
            SubjectMachine machine(m_language, m_alphabet);
            const auto after = [&](const QByteArray &text) {
                quint32 state = SubjectMachine::start;
                for (const char byte : text)
                    state = machine.step(state, letterOf(quint8(byte)));
                return state;
            };
            const QByteArray pumped = cost.attack(24);
            rejected(machine, after(pumped), &found);
            std::erase_if(
                found, [&](const QByteArray &suffix) { return machine.accepts(after(pumped + cost.pump + suffix)); });
            for (QByteArray &suffix : found) {
                const QByteArray longer = suffix + missing(pumped + suffix);
                if (!machine.accepts(after(pumped + longer)))
                    suffix = longer;
            }
        }
        for (const char *guess : {"!", "\n!"})
            found.push_back(guess + missing(cost.attack(1) + guess));
        return found;
    }
    /// The shortest texts after which the machine does not accept.
    void rejected(SubjectMachine &machine, quint32 from, std::vector<QByteArray> *found) const
    {
        constexpr size_t wanted = 3;
        constexpr size_t mostStates = 300;
        std::deque<std::pair<quint32, QByteArray>> queue{{from, {}}};
        std::vector<quint32> seen{from};
        for (; !queue.empty() && found->size() < wanted; queue.pop_front()) {
            const auto &[state, text] = queue.front();
            if (!machine.accepts(state))
                found->push_back(text);
            for (size_t letter = 0; letter < m_alphabet.size() && seen.size() < mostStates; ++letter) {
                const quint32 next = machine.step(state, letter);
                if (machine.isFull(next) || std::find(seen.begin(), seen.end(), next) != seen.end())
                    continue;
                seen.push_back(next);
                queue.emplace_back(next, text + char(m_alphabet[letter]));
            }
        }
    }
    QByteArray missing(const QByteArray &text) const
    {
        QByteArray bytes;
        for (int byte = 0; byte < 256; ++byte) {
            if (m_must.has(byte) && !text.contains(char(byte)))
                bytes.append(char(byte));
        }
        return bytes;
    }
    size_t letterOf(quint8 byte) const
    {
        // Bytes that are no representative are told apart by no set; the first that agrees in all sets is theirs.
        for (size_t letter = 0; letter < m_alphabet.size(); ++letter) {
            const quint8 other = m_alphabet[letter];
            const bool isSame = std::all_of(m_language.sets.begin(), m_language.sets.end(),
                                            [&](const ByteSet &set) { return set.has(byte) == set.has(other); });
            if (other == byte ||
                (isSame && bytesets::word.has(byte) == bytesets::word.has(other) && (byte == '\n') == (other == '\n')))
                return letter;
        }
        return 0;
    }

    /// Whether PCRE2's steps grow so; corrects the degree to what they show.
    bool isEffective(RegexCost *cost)
    {
        const bool isExponential = cost->growth == RegexCost::Growth::Exponential;
        const bool isTooLong = !isExponential && m_work >= mostWork;
        if (isTooLong || RegexTrial(m_regex, 1000).outcome(cost->attack(2)) == RegexTrial::Outcome::Untried)
            return m_automaton.isExact && m_language.isExact;
        return isExponential ? growsExponentially(cost) : growsPolynomially(cost);
    }
    bool growsExponentially(RegexCost *cost)
    {
        constexpr quint32 clear = 300;
        constexpr double threefold = 3;
        for (int times = 4; times <= 64; times += 4) {
            const quint32 before = steps(cost->attack(times));
            if (before < clear)
                continue;
            const quint32 after = steps(cost->attack(times + 6));
            cost->isShown = before >= mostSteps || double(after) / before >= threefold;
            return cost->isShown;
        }
        return false;
    }
    /// PCRE2 counts neither the places where it begins nor the bytes that one repeated item runs over: its steps may
    /// grow by a degree less for each.
    bool growsPolynomially(RegexCost *cost)
    {
        const int uncounted = m_automaton.before != Automaton::none ? 2 : 1;
        int shown = cost->degree; // even the shortest may be too costly to measure
        for (int times = int(std::clamp<qsizetype>(longest / cost->pump.size(), 4, 64)); times >= 4; times /= 2) {
            const quint32 after = steps(cost->attack(2 * times));
            if (after >= mostSteps)
                continue;
            const quint32 before = steps(cost->attack(times));
            shown = int(std::floor(std::log2(double(after) / std::max(1U, before)) + 0.4));
            break;
        }
        cost->isShown = shown >= 2;
        if (!m_automaton.isExact && !cost->isShown)
            return false;
        cost->degree = std::min(cost->degree, std::max(1, shown) + uncounted);
        return true;
    }

    /// PCRE2's steps at one place of the subject; it begins at each of them, and is asked a dozen times.
    quint32 steps(const QByteArray &subject)
    {
        const quint32 found = stepsFor(m_regex, subject, mostSteps);
        m_work += quint64(subject.size()) * found;
        return found;
    }

    const Regex &m_regex;
    Automaton m_automaton;
    Automaton m_language;
    ByteSet m_must;
    std::vector<quint8> m_alphabet;
    quint64 m_work = 0;
};

} // namespace

RegexCost costOf(const Regex &regex)
{
    return CostJudge(regex).judged();
}

} // namespace gw

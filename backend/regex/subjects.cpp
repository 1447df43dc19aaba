// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/subjects.h"
#include "backend/regex/subjectmachine.h"
#include "backend/regex/trial.h"

#include <algorithm>
#include <deque>
#include <set>

namespace gw {
namespace {

/// A walk through the deterministic automatons of all patterns at once, nearest subjects first.
class SubjectSearch {
public:
    SubjectSearch(std::span<const Regex *const> all, std::span<const Regex *const> none) : m_all(all), m_none(none)
    {
        for (const auto patterns : {all, none}) {
            for (const Regex *regex : patterns)
                m_automatons.push_back(automatonOf(*regex, AutomatonUse::Language));
        }
        std::vector<const Automaton *> pointers;
        for (const Automaton &automaton : m_automatons) {
            m_isTooLarge = m_isTooLarge || automaton.isTooLarge;
            pointers.push_back(&automaton);
        }
        if (m_isTooLarge)
            return;
        m_alphabet = representatives(pointers);
        for (const Automaton &automaton : m_automatons)
            m_machines.emplace_back(automaton, m_alphabet);
    }

    RegexAnswer found(const RegexBudget &budget)
    {
        if (m_isTooLarge)
            return {};
        // A language that is too wide proves that there is nothing in it, but not that something is outside.
        const bool isProof = std::all_of(m_automatons.begin() + qptrdiff(m_all.size()), m_automatons.end(),
                                         [](const Automaton &automaton) { return automaton.isExact; });
        constexpr int mostTries = 40;
        int tries = 0;
        Node next(m_machines.size(), SubjectMachine::start);
        visit(next, 0, 0);
        for (size_t at = 0; at < m_nodes.size(); ++at) {
            if (isWanted(m_nodes[at])) {
                const QByteArray witness = subjectOf(at);
                if (isShown(witness))
                    return {RegexAnswer::Is::Yes, witness};
                if (++tries >= mostTries)
                    return {};
            }
            if (m_nodes.size() > budget.states || work() > budget.work)
                return {};
            for (size_t letter = 0; letter < m_alphabet.size(); ++letter) {
                next = m_nodes[at];
                bool isHopeless = false;
                for (size_t machine = 0; machine < next.size() && !isHopeless; ++machine) {
                    next[machine] = m_machines[machine].step(next[machine], letter);
                    isHopeless = machine < m_all.size()
                                     ? m_machines[machine].isDead(next[machine])
                                     : m_automatons[machine].isExact && m_machines[machine].isFull(next[machine]);
                }
                if (!isHopeless)
                    visit(next, at, letter);
            }
        }
        // A try in vain: the automaton knew such a subject, so that there is none is not proven.
        return {isProof && tries == 0 ? RegexAnswer::Is::No : RegexAnswer::Is::Unknown, {}};
    }

private:
    using Node = std::vector<quint32>;

    void visit(const Node &node, size_t parent, size_t letter)
    {
        if (!m_seen.insert(node).second)
            return;
        m_nodes.push_back(node);
        m_parents.emplace_back(parent, letter);
    }
    bool isWanted(const Node &node)
    {
        for (size_t machine = 0; machine < node.size(); ++machine) {
            const bool accepts = m_machines[machine].accepts(node[machine]);
            if (machine < m_all.size() ? !accepts : accepts && m_automatons[machine].isExact)
                return false;
        }
        return true;
    }
    QByteArray subjectOf(size_t at) const
    {
        QByteArray subject;
        for (; at != 0; at = m_parents[at].first)
            subject.append(char(m_alphabet[m_parents[at].second]));
        std::reverse(subject.begin(), subject.end());
        return subject;
    }
    bool isShown(const QByteArray &subject)
    {
        if (m_trials.empty()) {
            for (const auto patterns : {m_all, m_none}) {
                for (const Regex *regex : patterns)
                    m_trials.emplace_back(*regex);
            }
        }
        for (size_t machine = 0; machine < m_trials.size(); ++machine) {
            const RegexTrial::Outcome outcome = m_trials[machine].outcome(subject);
            const bool isUntried = outcome == RegexTrial::Outcome::Untried && m_automatons[machine].isExact;
            const auto wanted =
                machine < m_all.size() ? RegexTrial::Outcome::Matches : RegexTrial::Outcome::DoesNotMatch;
            if (outcome != wanted && !isUntried)
                return false;
        }
        return true;
    }
    quint64 work() const
    {
        quint64 sum = 0;
        for (const SubjectMachine &machine : m_machines)
            sum += machine.work();
        return sum;
    }

    std::span<const Regex *const> m_all;
    std::span<const Regex *const> m_none;
    std::vector<Automaton> m_automatons;
    std::vector<quint8> m_alphabet;
    std::deque<SubjectMachine> m_machines;
    std::vector<Node> m_nodes;
    std::vector<std::pair<size_t, size_t>> m_parents;
    std::set<Node> m_seen;
    std::vector<RegexTrial> m_trials;
    bool m_isTooLarge = false;
};

} // namespace

RegexAnswer subjectThat(std::span<const Regex *const> all, std::span<const Regex *const> none, RegexBudget budget)
{
    return SubjectSearch(all, none).found(budget);
}

RegexAnswer canBothMatch(const Regex &a, const Regex &b)
{
    const Regex *const both[] = {&a, &b};
    return subjectThat(both, {});
}

RegexAnswer isWithin(const Regex &inner, const Regex &outer)
{
    const Regex *const all[] = {&inner};
    const Regex *const none[] = {&outer};
    RegexAnswer outside = subjectThat(all, none);
    if (outside.is != RegexAnswer::Is::Unknown)
        outside.is = outside.is == RegexAnswer::Is::Yes ? RegexAnswer::Is::No : RegexAnswer::Is::Yes;
    return outside;
}

RegexAnswer exampleOf(const Regex &regex)
{
    const Regex *const all[] = {&regex};
    return subjectThat(all, {});
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/subjectmachine.h"

#include <algorithm>

namespace gw {
namespace {

constexpr quint32 notYet = 0xffffffff;

} // namespace

SubjectMachine::SubjectMachine(const Automaton &automaton, const std::vector<quint8> &alphabet)
    : m_automaton(automaton), m_alphabet(alphabet),
      m_looksBack(std::any_of(automaton.guards.begin(), automaton.guards.end(),
                              [](const Automaton::Guard &guard) { return guard.looksBack(); })),
      m_seen(automaton.states.size() * 3)
{
    numberOf({0, automaton.start * 3 + Anything});
}

bool SubjectMachine::isFull(quint32 state) const
{
    return m_keys[state].size() == 2 && m_keys[state][1] == m_automaton.rest * 3 + Anything;
}

quint32 SubjectMachine::numberOf(const Key &key)
{
    if (const auto known = m_numbers.find(key); known != m_numbers.end())
        return known->second;
    const auto number = quint32(m_keys.size());
    m_numbers.emplace(key, number);
    m_keys.push_back(key);
    m_steps.emplace_back(m_alphabet.size(), notYet);
    m_accepts.push_back(-1);
    return number;
}

/// Visits every place that can be reached without consuming, before `next` (-1: the end).
void SubjectMachine::follow(quint32 state, int next, const auto &visit)
{
    using Kind = Automaton::State::Kind;
    const Key &key = m_keys[state];
    const int previous = key[0] == 0 ? -1 : key[0] == 1 ? 0 : m_alphabet[key[0] - 2];
    ++m_stamp;
    m_stack.assign(key.begin() + 1, key.end());
    while (!m_stack.empty()) {
        const quint32 place = m_stack.back();
        m_stack.pop_back();
        if (m_seen[place] == m_stamp)
            continue;
        m_seen[place] = m_stamp;
        ++m_work;
        const Automaton::State &here = m_automaton.states[place / 3];
        quint32 left = place % 3;
        switch (here.kind) {
        case Kind::Split:
        case Kind::LoopHead:
        case Kind::LoopBack:
            m_stack.push_back(here.next * 3 + left);
            m_stack.push_back(here.other * 3 + left);
            break;
        case Kind::Guard: {
            const Automaton::Guard &guard = m_automaton.guards[here.value];
            if (!guard.holds(previous, next))
                break;
            if (guard.kind == Automaton::Guard::Kind::Dollar && next >= 0) {
                if (left == Nothing)
                    break;
                left = OneLineFeed;
            }
            m_stack.push_back(here.next * 3 + left);
            break;
        }
        case Kind::Bytes:
        case Kind::Accept: visit(here, left); break;
        case Kind::Dead: break;
        }
    }
}

quint32 SubjectMachine::step(quint32 state, size_t letter)
{
    if (m_steps[state][letter] != notYet)
        return m_steps[state][letter];
    const quint8 byte = m_alphabet[letter];
    Key &next = m_next;
    next.assign(1, m_looksBack ? quint32(letter) + 2 : 1);
    bool isFull = false;
    follow(state, byte, [&](const Automaton::State &here, quint32 left) {
        if (here.kind != Automaton::State::Kind::Bytes || !m_automaton.sets[here.value].has(byte))
            return;
        if (left == Nothing || (left == OneLineFeed && byte != '\n'))
            return;
        isFull = isFull || (left == Anything && here.next == m_automaton.rest);
        next.push_back(here.next * 3 + (left == Anything ? Anything : Nothing));
    });
    if (isFull)
        next = {1, m_automaton.rest * 3 + Anything};
    std::sort(next.begin() + 1, next.end());
    next.erase(std::unique(next.begin() + 1, next.end()), next.end());
    if (next.size() == 1)
        next[0] = 1;
    const quint32 number = numberOf(next);
    return m_steps[state][letter] = number;
}

bool SubjectMachine::accepts(quint32 state)
{
    if (m_accepts[state] < 0) {
        bool accepts = false;
        follow(state, -1, [&](const Automaton::State &here, quint32 left) {
            accepts = accepts || (here.kind == Automaton::State::Kind::Accept && left != OneLineFeed);
        });
        m_accepts[state] = accepts;
    }
    return m_accepts[state] != 0;
}

} // namespace gw

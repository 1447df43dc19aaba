// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/regex/automaton.h"

#include <map>

namespace gw {

/// The deterministic automaton of subjects, built state by state as it is asked for.
class SubjectMachine {
public:
    /// The alphabet is what representatives() said for this automaton and all it is compared with; both outlive this.
    SubjectMachine(const Automaton &automaton, const std::vector<quint8> &alphabet);

    static constexpr quint32 start = 0;
    /// `letter` is an index in the alphabet.
    quint32 step(quint32 state, size_t letter);
    /// Whether a subject that ends here matches.
    bool accepts(quint32 state);
    /// No continuation matches.
    bool isDead(quint32 state) const { return m_keys[state].size() == 1; }
    /// Every continuation matches.
    bool isFull(quint32 state) const;
    /// States of the automaton looked at so far: what all this costs.
    quint64 work() const { return m_work; }
    size_t size() const { return m_keys.size(); }

private:
    /// The byte before (index in the alphabet + 2; 1: any; 0: none), then places, sorted. A place is a state of the
    /// automaton and what "$" left to come.
    using Key = std::vector<quint32>;
    enum Left : quint32 { Anything, OneLineFeed, Nothing };

    quint32 numberOf(const Key &key);
    void follow(quint32 state, int next, const auto &visit);

    const Automaton &m_automaton;
    const std::vector<quint8> &m_alphabet;
    bool m_looksBack = false;
    std::map<Key, quint32> m_numbers;
    std::vector<Key> m_keys;
    std::vector<std::vector<quint32>> m_steps;
    std::vector<signed char> m_accepts; ///< -1: not asked yet
    std::vector<quint32> m_seen;
    quint32 m_stamp = 0;
    std::vector<quint32> m_stack;
    Key m_next; ///< kept for its memory, as m_stack is
    quint64 m_work = 0;
};

} // namespace gw

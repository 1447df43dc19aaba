// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/regex/regex.h"

namespace gw {

/// What an automaton is asked for.
enum class AutomatonUse : quint8 {
    Language,  ///< which subjects match: everything that is not regular widens the language, and isExact says so
    Ambiguity, ///< in how many ways: bodies of lookarounds are branches that lead nowhere, references consume nothing
};

/// A pattern as a nondeterministic automaton (Thompson's) over whole subjects: where the pattern is not anchored, any
/// bytes may stand before and behind what it matches. Anchors, word boundaries and lookarounds of one byte are guards:
/// conditions on the byte before and the byte behind a place.
struct Automaton {
    static constexpr quint32 none = 0xffffffff;
    static constexpr size_t mostStates = 20000;

    struct Guard {
        enum class Kind : quint8 {
            Start,     ///< nothing is before
            End,       ///< nothing is behind
            Dollar,    ///< nothing is behind, or a line feed and then nothing
            LineStart, ///< the start, or behind a line feed that is not the last byte
            LineEnd,   ///< the end, or before a line feed
            Word,      ///< between a byte of a word and another
            NotWord,
            NextIn,    ///< a byte of the set is behind
            NextNotIn, ///< nothing, or a byte that is not in the set
            PreviousIn,
            PreviousNotIn,
        };
        Kind kind = Kind::Start;
        ByteSet set;

        /// Bytes, or -1: none there.
        bool holds(int previous, int next) const;
        bool looksBack() const
        {
            return kind == Kind::LineStart || kind == Kind::Word || kind == Kind::NotWord || kind == Kind::PreviousIn ||
                   kind == Kind::PreviousNotIn;
        }
    };
    struct State {
        enum class Kind : quint8 {
            Bytes,    ///< consumes one of sets[value], goes to next
            Split,    ///< goes to next, or to other
            LoopHead, ///< a Split: next is the body of loop `value`, other what follows the loop
            LoopBack, ///< the same after one round; PCRE leaves a loop after a round that consumed nothing
            Guard,    ///< goes to next where guards[value] holds
            Accept,
            Dead,
        };
        Kind kind = Kind::Dead;
        quint32 next = none;
        quint32 other = none;
        quint32 value = 0;
    };

    std::vector<State> states;
    std::vector<ByteSet> sets;
    std::vector<Guard> guards;
    quint32 start = none;
    quint32 rest = none;   ///< once here, every continuation is accepted
    quint32 before = none; ///< consumes what stands before the match; none: the pattern is anchored
    quint32 loops = 0;
    bool isExact = true;
    bool isTooLarge = false; ///< then nothing else holds
};

Automaton automatonOf(const Regex &regex, AutomatonUse use);

/// The bytes in classes that no set of any automaton tells apart, the most readable byte of each first; in the order in
/// which people would try them.
std::vector<quint8> representatives(std::span<const Automaton *const> automatons);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/regex/regex.h"

namespace gw {

/// How the work of a backtracking matcher (PCRE) grows with the length of a subject that somebody chose.
struct RegexCost {
    enum class Growth : quint8 {
        Linear,      ///< no loop reads a text in more than one way, or PCRE2 was tried and does not follow them
        Polynomial,  ///< as length to the power of `degree`
        Exponential, ///< some dozens of bytes are enough
        Unknown,     ///< too large to judge, or references, recursion, atomic groups decide
    };
    Growth growth = Growth::Unknown;
    int degree = 1;
    /// The subject that shows it: attack(n) is prefix, n times pump, suffix.
    QByteArray prefix;
    QByteArray pump;
    QByteArray suffix;
    /// PCRE2 was asked, and its count of steps grew. false: the growth is in what it does not count (beginning at every
    /// place of the subject, running over the bytes of one item).
    bool isShown = false;

    QByteArray attack(int times) const { return prefix + pump.repeated(times) + suffix; }
};

/// Judged on the automaton: two ways to read one text in a loop (exponential), loops one after another that share a
/// text (polynomial), each with a rest of the subject that no way matches, so that PCRE tries them all. What PCRE's own
/// optimizations, atomic groups or possessive quantifiers prevent is not said: the attack is tried.
/// Bounded: at most some tens of milliseconds.
RegexCost costOf(const Regex &regex);

} // namespace gw

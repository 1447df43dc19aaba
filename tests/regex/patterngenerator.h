// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/regex/regex.h"

#include <QRandomGenerator>
#include <QRegularExpression>

namespace gw::test {

/// Which patterns a generator makes.
enum class PatternKind : quint8 {
    Regular, ///< what an automaton knows exactly
    Any,     ///< with references, lookarounds, atomic groups, conditionals, recursion
    Torn,    ///< pieces in any order: most of them wrong
};

/// Random patterns and subjects over few bytes, so that they meet. The same seed makes the same.
class PatternGenerator {
public:
    explicit PatternGenerator(quint32 seed) : m_random(seed) {}

    QByteArray pattern(PatternKind kind);
    QByteArray subject();
    bool oneIn(int count) { return m_random.bounded(count) == 0; }
    int below(int count) { return int(m_random.bounded(count)); }

private:
    QByteArray alternation(int depth);
    QByteArray sequence(int depth);
    QByteArray term(int depth);
    QByteArray atom(int depth);
    QByteArray group(int depth);
    QByteArray torn();
    template <size_t size>
    QByteArray oneOf(const char *const (&choices)[size])
    {
        return choices[below(int(size))];
    }

    QRandomGenerator m_random;
    PatternKind m_kind = PatternKind::Regular;
    int m_groups = 0;
};

/// PCRE2 as Qt has it, bytes as Latin-1.
QRegularExpression pcre(const QByteArray &pattern, RegexCase letters = RegexCase::Sensitive);
/// The tree; a pattern that has none fails the test.
Regex tree(const QByteArray &pattern, RegexCase letters = RegexCase::Sensitive);

} // namespace gw::test

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/regex/regex.h"

#include <QRegularExpression>

namespace gw {

/// PCRE2 itself (as Qt has it) on bytes, for so long as a bound allows: what we say about a pattern is tried before it
/// is said. Every byte is one character of Latin-1 there; letters beyond ASCII have another case in Qt only, so
/// patterns where that could count are not tried.
class RegexTrial {
public:
    enum class Outcome : quint8 {
        Matches,
        DoesNotMatch,
        TooCostly, ///< the bound was reached
        Untried,
    };
    static constexpr quint32 usualSteps = 200000;

    /// `mostSteps`: PCRE2's match limit, in calls of its inner function for one place of the subject.
    explicit RegexTrial(const Regex &regex, quint32 mostSteps = usualSteps);
    Outcome outcome(const QByteArray &subject) const;

private:
    QRegularExpression m_expression;
    bool m_isAsciiOnly = false;
    bool m_isUsable = false;
};

/// How many steps PCRE2 needs for the subject; `most`: as many or more.
quint32 stepsFor(const Regex &regex, const QByteArray &subject, quint32 most);

} // namespace gw

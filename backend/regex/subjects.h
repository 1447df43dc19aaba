// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/regex/regex.h"

namespace gw {

/// What is known about subjects.
struct RegexAnswer {
    enum class Is : quint8 {
        Yes,     ///< and `witness` shows it: PCRE2 itself was asked
        No,      ///< proven: there is none
        Unknown, ///< too costly, or not regular (references, long lookarounds, atomic groups) and no witness found
    };
    Is is = Is::Unknown;
    QByteArray witness;
};

/// What a search may cost. The default is some milliseconds.
struct RegexBudget {
    size_t states = 20000;   ///< combinations of states to look at
    quint64 work = 10000000; ///< places in automatons to look at
};

/// Is there a subject that every pattern of `all` matches (anywhere in it) and no pattern of `none`? The witness is one
/// of the shortest, readable where it can be. Everything else here is this question:
///  - a string that matches: {pattern}, {}
///  - an Origin that is accepted and is none of ours: {pattern, "^https?://[^/]+$"}, {what we allow}
///  - do two locations fight for a URI: {a, b}, {}
///  - is a location never reached behind others: No for {its pattern, "^/"}, {the patterns before it}
RegexAnswer subjectThat(std::span<const Regex *const> all, std::span<const Regex *const> none, RegexBudget budget = {});

/// Whether some subject is matched by both.
RegexAnswer canBothMatch(const Regex &a, const Regex &b);
/// Whether every subject that `inner` matches is matched by `outer`; the witness of No is a subject that is not.
RegexAnswer isWithin(const Regex &inner, const Regex &outer);
/// A subject that matches.
RegexAnswer exampleOf(const Regex &regex);

} // namespace gw

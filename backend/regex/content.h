// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/regex/regex.h"

namespace gw {

/// What a node may consume. Everything that may happen is in `may` and `first` (they may hold more: what only a
/// lookaround, an atomic group or a verb forbids); everything in `must` is certain.
struct RegexContent {
    static constexpr quint32 unbounded = 0xffffffff;
    ByteSet may;       ///< bytes that can be in it; without one: never
    ByteSet must;      ///< bytes that are in every text it matches
    ByteSet first;     ///< bytes that it can begin with
    ByteSet last;      ///< bytes that it can end with
    quint32 least = 0; ///< bytes; unbounded: it never matches
    quint32 most = 0;

    bool canContain(quint8 byte) const { return may.has(byte); }
    bool mustContain(quint8 byte) const { return must.has(byte); }
    bool canBeginWith(quint8 byte) const { return first.has(byte); }
    bool mustBeginWith(quint8 byte) const { return least > 0 && first == ByteSet::of(byte); }
    bool canEndWith(quint8 byte) const { return last.has(byte); }
    bool mustEndWith(quint8 byte) const { return least > 0 && last == ByteSet::of(byte); }
    bool canBeEmpty() const { return least == 0; }
    friend bool operator==(const RegexContent &, const RegexContent &) = default;
};

/// Of the text that the whole pattern matches ($0).
RegexContent contentOf(const Regex &regex);
/// Of what $group holds when it is set; a group that does not exist holds nothing and never matches.
RegexContent contentOf(const Regex &regex, int group);

/// Every match begins at the subject's start ("^", "\A" in every branch).
bool isAnchoredAtStart(const Regex &regex);
/// Every match ends at the subject's end, the line feed before it left aside ("$", "\z", "\Z" in every branch).
bool isAnchoredAtEnd(const Regex &regex);

/// "^/x\.html$" matches this one subject only (and the same with a line feed at the end): "/x.html". Nothing for
/// letters without case.
std::optional<QByteArray> onlyMatch(const Regex &regex);
/// What every subject that matches begins with: "/api/" of "^/api/v\d". Empty where the pattern is not anchored.
QByteArray literalPrefix(const Regex &regex);

/// Groups that lie in one another, as pairs (outer, inner): what the outer holds, the inner holds a part of.
QList<std::pair<int, int>> nestedCaptures(const Regex &regex);

} // namespace gw

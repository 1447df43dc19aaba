// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/content.h"
#include "backend/regex/cost.h"
#include "backend/regex/subjects.h"
#include "tests/fuzz/target.h"

using namespace gw;

/// Patterns of any bytes: two of them, divided by a zero byte.
static QByteArray whatIsWrongWithRegexes(const QByteArray &data)
{
    const qsizetype end = data.indexOf('\0');
    const ParsedRegex first = parsedRegex(data.left(end), RegexCase::Sensitive);
    const ParsedRegex second = parsedRegex(end < 0 ? data : data.mid(end + 1), RegexCase::Insensitive);
    const auto *a = std::get_if<Regex>(&first);
    const auto *b = std::get_if<Regex>(&second);
    for (const Regex *regex : {a, b}) {
        if (!regex)
            continue;
        for (int group = 0; group <= regex->captureCount; ++group) {
            const RegexContent content = contentOf(*regex, group);
            if (content.least != RegexContent::unbounded && content.least > content.most)
                return "a group holds less than its least";
        }
        costOf(*regex);
        exampleOf(*regex);
    }
    if (a && b)
        canBothMatch(*a, *b);
    return {};
}

GW_FUZZ_TARGET("regex", "regex", whatIsWrongWithRegexes)

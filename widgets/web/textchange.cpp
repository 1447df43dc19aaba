// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/textchange.h"

#include <algorithm>

namespace gw {

TextChange TextChange::between(const QByteArray &before, const QByteArray &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    const qsizetype head =
        std::mismatch(before.cbegin(), before.cbegin() + shorter, after.cbegin()).first - before.cbegin();
    qsizetype tail = 0;
    while (tail < shorter - head && after[after.size() - 1 - tail] == before[before.size() - 1 - tail])
        ++tail;
    return {head, before.size() - tail - head, after.size() - tail - head};
}

std::optional<NginxSpan> TextChange::moved(NginxSpan span) const
{
    const qsizetype end = start + removed;
    const qsizetype by = added - removed;
    if (span.end <= start && span.start < start)
        return span;
    if (span.start >= end)
        return NginxSpan{span.start + by, span.end + by};
    if (span.start >= start && span.end <= end)
        return {};
    // What was typed belongs to what is left of it.
    return NginxSpan{std::min(span.start, start), span.end <= end ? start + added : span.end + by};
}

std::optional<qsizetype> offsetIn(const QByteArray &other, qsizetype offset, const QByteArray &text)
{
    const auto span = TextChange::between(text, other).moved({offset, offset + 1});
    return span ? std::optional(span->start) : std::nullopt;
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/token.h"

#include <QByteArray>
#include <optional>

namespace gw {

/// What became another text: `removed` bytes from `start` on are `added` others now.
struct TextChange {
    qsizetype start = 0;
    qsizetype removed = 0;
    qsizetype added = 0;

    /// The smallest one; of two that are as small, the later.
    static TextChange between(const QByteArray &before, const QByteArray &after);
    /// Where a span of the text before is now; nothing where its bytes are gone.
    std::optional<NginxSpan> moved(NginxSpan span) const;
    friend bool operator==(const TextChange &, const TextChange &) = default;
};

/// Where the byte at `offset` of `text` stands in `other`, a text it came from or became; nothing: it is not there.
std::optional<qsizetype> offsetIn(const QByteArray &other, qsizetype offset, const QByteArray &text);

} // namespace gw

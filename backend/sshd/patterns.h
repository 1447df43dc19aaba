// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gw {

// The matching of match.c and addrmatch.c in OpenSSH.

/// "*" and "?" only; the whole text must match.
bool sshdMatchesPattern(QByteArrayView text, QByteArrayView pattern);

enum class SshdMatchResult { No, Yes, Negated };

/// A comma-separated list of patterns, "!" in front negates. A negated match wins over every other.
SshdMatchResult sshdMatchesList(QByteArrayView text, QByteArrayView patterns);

/// A comma-separated list of addresses, CIDR blocks and patterns.
SshdMatchResult sshdMatchesAddress(QByteArrayView address, QByteArrayView list);

/// A glob(3) pattern over whole paths: "*", "?" and "[…]" do not match "/", a leading dot is matched only by a dot.
bool sshdMatchesGlob(QByteArrayView path, QByteArrayView pattern);

} // namespace gw

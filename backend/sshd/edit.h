// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/sshd/config.h"

namespace gw {

// Edits of one file of sshd. Only the bytes they are about change: indentation, the spelling of a keyword, comments and
// line endings stay.

/// Line `number` (from 1, a directive) with other arguments; its trailing comment stays.
SshdFile sshdWithArguments(const SshdFile &file, int number, const QByteArray &arguments);

/// One more line like line `number`, below it: its indentation and spelling, other arguments, no comment.
SshdFile sshdWithLineBelow(const SshdFile &file, int number, const QByteArray &arguments);

/// One more global line: below the commented-out example of its keyword ("#Port 22") where there is one, else before
/// the first Match block and the comment that belongs to it, else at the end.
SshdFile sshdWithGlobalLine(const SshdFile &file, const QByteArray &keyword, const QByteArray &arguments);

/// Without line `number`.
SshdFile sshdWithoutLine(const SshdFile &file, int number);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/effective.h"

namespace gw {

/// What holds in a block, as text: a directive a line with its place behind it, by the block that sets it from the
/// innermost out; then what stands above and does not hold here, then defaults. Comments say what is what.
struct EffectiveText {
    QByteArray text;
    QList<NginxSetting> lines; ///< by line: what it shows; none: it is a comment, or a default
};

EffectiveText effectiveText(const NginxEffective &effective, NginxSetting block);
/// The same for the block around a byte of a file, once for each place where that is read. Around entries or code it is
/// the block that these stand in.
EffectiveText effectiveTextAt(const NginxEffective &effective, int file, qsizetype offset);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/report.h"

namespace gw {

// What the four kinds of report say with the same words.

/// "/etc/ssh/sshd_config:12:1", or the subject when the finding is about no file.
QString placeOf(const Finding &finding);

/// "2 critical, 1 high" of the open findings, worst first; "no findings" if there are none.
QString countsOf(const Review &review);

/// "2026-11-22 02:10 UTC"
QString momentOf(const QDateTime &moment);

} // namespace gw

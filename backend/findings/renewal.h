// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/finding.h"

namespace gw {

/// The jobs that renew certificates and really run: timers that are active, cron lines.
QList<ScheduledJob> activeRenewals(const Facts &facts);

} // namespace gw

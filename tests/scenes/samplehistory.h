// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"
#include "widgets/history/historyvalues.h"

namespace gw::sample {

// A journal as it looks after a few weeks, newest first; in the language of the moment where a rule or form wrote it.

/// Of the machine of the tutorials: whole, with contents.
QList<ChangeRecord> history();
/// Of all servers of the fleet.
QList<ChangeRecord> fleetHistory();
/// One that is applied and waits for "keep"; its transaction is "open-1".
ChangeRecord openChange();
/// So many, over so many days, small.
QList<ChangeRecord> longHistory(int count);
/// With what a hostile server would put in every text of it.
ChangeRecord hostileChange();
/// As Store::history() gives it: without the contents of files.
ChangeRecord withoutContents(ChangeRecord change);
Drift drift();

} // namespace gw::sample

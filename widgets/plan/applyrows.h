// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/rowlist.h"
#include "widgets/plan/applystate.h"

namespace gw {

/// What each step of a plan puts into its file, in a line. Compares the files: once a plan, not once a step.
QStringList stepContents(const Plan &plan);

/// A change as the list of its page: the copy, the checks aside, the way back, every step, every proof.
QList<Row> applyRows(const ApplyState &state, const QStringList &contents);
inline QList<Row> applyRows(const ApplyState &state)
{
    return applyRows(state, stepContents(state.plan));
}
/// How many of the rows are done, and how many there are.
struct ApplyShare {
    int done = 0;
    int all = 0;
};
ApplyShare applyShare(const ApplyState &state);
/// The row at work or the one that failed; -1: none.
int applyRowAtWork(const ApplyState &state);

} // namespace gw

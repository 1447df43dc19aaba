// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/apply/guardanswer.h"

namespace gw {

// What the guard says, for people: translated, server text shown().

/// `title` names a step by its index in Plan::steps.
using StepTitle = std::function<QString(int step)>;

QString causeText(const GuardAnswer &answer, const StepTitle &title);
QStringList remarkTexts(const GuardAnswer &answer, const StepTitle &title);
/// What does not survive, by how it is guarded.
QStringList notCoveredTexts(const GuardAnswer::Guarded &guarded);
/// Nothing was changed, because …
Error refusalError(const GuardAnswer::Refusal &refusal, const QString &server, const StepTitle &title);

/// The end of a change as the journal keeps it. `steps`: one record for each, in order, with its id.
Returned returnedFrom(const GuardAnswer &answer, QList<StepRecord> steps, const StepTitle &title);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"
#include "backend/survey/facts.h"

namespace gw {

/// How far a unit is confined before and after a change, by `systemd-analyze security`: 0 it may touch nothing, 10
/// everything.
struct Confinement {
    QString unit; ///< safe to show
    std::optional<double> before = {};
    std::optional<double> after = {};
    friend bool operator==(const Confinement &, const Confinement &) = default;
};

/// "jupyter.service: exposure 9.6 → 4.1 of 10", translated; empty where it is not known on both sides.
QString titleOf(const Confinement &confinement);

/// A plan that confines a unit has a step of its own for each moment, that asks systemd.
enum class Moment { Before, After };
QString measuringStepId(const QString &unit, Moment moment);

/// What a change measured, in the order of its steps.
QList<Confinement> confinementsIn(const QList<StepRecord> &steps);

/// A unit that a plan confines.
struct ConfinedUnit {
    QString unit;
    QByteArray text; ///< its file with what the plan adds to it; empty: the file was not read
    friend bool operator==(const ConfinedUnit &, const ConfinedUnit &) = default;
};
/// `files` as they were read for the plan.
QList<ConfinedUnit> confinedUnits(const Plan &plan, const Facts &facts, const FileStates &files);

/// Lets the steps that measure say what is known before anything runs.
void foretell(Plan &plan, const Confinement &expected);

} // namespace gw

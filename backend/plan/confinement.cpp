// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/confinement.h"

#include "backend/survey/protection.h"

#include <QCoreApplication>
#include <QLocale>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Confinement)
};

QString shownNumber(double exposure)
{
    return QLocale().toString(exposure, 'f', 1);
}

/// What the plan writes into drop-ins of this unit.
QByteArray dropInsOf(const Plan &plan, const QString &unit)
{
    const QByteArray folder = '/' + unit.toUtf8() + ".d/";
    QByteArray text;
    for (const Step &step : plan.steps) {
        const auto *write = std::get_if<WriteFile>(&step.change);
        if (write && write->path.bytes().contains(folder))
            text += '\n' + write->after;
    }
    return text;
}

Step *stepOf(Plan &plan, const QString &id)
{
    const auto step =
        std::find_if(plan.steps.begin(), plan.steps.end(), [&id](const Step &each) { return each.id == id; });
    return step == plan.steps.end() ? nullptr : &*step;
}

} // namespace

QString titleOf(const Confinement &confinement)
{
    if (!confinement.before || !confinement.after)
        return {};
    return Text::tr("%1: exposure %2 → %3 of 10", "a unit, before and after")
        .arg(confinement.unit, shownNumber(*confinement.before), shownNumber(*confinement.after));
}

QString measuringStepId(const QString &unit, Moment moment)
{
    return QStringLiteral("security of %1, %2")
        .arg(unit, moment == Moment::Before ? QStringLiteral("before") : QStringLiteral("after"));
}

QList<Confinement> confinementsIn(const QList<StepRecord> &steps)
{
    static const QString head = QStringLiteral("security of ");
    static const QString tail = QStringLiteral(", before");
    QList<Confinement> confinements;
    for (const StepRecord &step : steps) {
        if (!step.id.startsWith(head))
            continue;
        for (Confinement &known : confinements) {
            if (step.id == measuringStepId(known.unit, Moment::After))
                known.after = exposureIn(step.output);
        }
        if (step.id.endsWith(tail))
            confinements.append(Confinement{step.id.sliced(head.size()).chopped(tail.size()), exposureIn(step.output)});
    }
    return confinements;
}

QList<ConfinedUnit> confinedUnits(const Plan &plan, const Facts &facts, const FileStates &files)
{
    QList<ConfinedUnit> units;
    if (!facts.services.units)
        return units;
    for (const SystemdUnit &unit : *facts.services.units) {
        const QString name = unit.name.raw();
        const QString id = measuringStepId(name, Moment::Before);
        const bool isMeasured =
            std::any_of(plan.steps.begin(), plan.steps.end(), [&id](const Step &step) { return step.id == id; });
        if (!isMeasured)
            continue;
        const QByteArray fragment = files.value(unit.fragment).content;
        units.append({name, fragment.isEmpty() ? fragment : fragment + dropInsOf(plan, name)});
    }
    return units;
}

void foretell(Plan &plan, const Confinement &expected)
{
    Step *before = stepOf(plan, measuringStepId(expected.unit, Moment::Before));
    Step *after = stepOf(plan, measuringStepId(expected.unit, Moment::After));
    if (before && expected.before)
        before->reason = Text::tr("How far it is confined now: exposure %1 of 10").arg(shownNumber(*expected.before));
    if (after && expected.after)
        after->reason =
            Text::tr("How far it is confined then: exposure %1 of 10 is expected, as systemd reckons from the files")
                .arg(shownNumber(*expected.after));
}

} // namespace gw

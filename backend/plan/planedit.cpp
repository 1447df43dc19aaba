// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/plan.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanEdit)
};

bool needsAnyOf(const Step &step, const QStringList &ids)
{
    return std::any_of(step.needs.begin(), step.needs.end(), [&ids](const QString &id) { return ids.contains(id); });
}

} // namespace

QStringList dependentsOf(const Plan &plan, const QString &id)
{
    QStringList going{id};
    // A step may need one that stands after it: rounds until nothing more has to go.
    for (qsizetype before = 0; before != going.size();) {
        before = going.size();
        for (const Step &step : plan.steps) {
            if (!going.contains(step.id) && needsAnyOf(step, going))
                going.append(step.id);
        }
    }
    return going;
}

Result<Plan> without(const Plan &plan, const QStringList &ids)
{
    Plan rest = plan;
    rest.steps.removeIf([&ids](const Step &step) { return ids.contains(step.id); });
    for (const Step &step : rest.steps) {
        if (needsAnyOf(step, ids))
            return Error{Error::Kind::Invalid,
                         Text::tr("Leave steps out of the plan"),
                         Text::tr("\"%1\" makes no sense without them").arg(titleOf(step.change)),
                         {},
                         {}};
    }
    return rest;
}

Plan withoutSecrets(Plan plan)
{
    for (Step &step : plan.steps) {
        if (auto *write = std::get_if<WriteFile>(&step.change); write && write->secrecy == Secrecy::Secret) {
            write->before.content.clear();
            write->after.clear();
        }
        if (auto *remove = std::get_if<RemoveFile>(&step.change); remove && remove->secrecy == Secrecy::Secret)
            remove->before.content.clear();
    }
    return plan;
}

} // namespace gw

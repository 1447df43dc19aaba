// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/guardcalls.h"
#include "backend/apply/guardwords.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace std::chrono_literals;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Apply)
};

constexpr auto toTakeBack = 120s; ///< as long "undo" waits for files that cannot be put back yet

/// The records of the steps that the guard knows by name.
QList<StepRecord> namedSteps(const GuardAnswer &answer)
{
    QList<StepRecord> steps;
    const int known = answer.steps.isEmpty() ? 0 : answer.steps.lastKey() + 1;
    for (int i = 0; i < known; ++i)
        steps.append(StepRecord{answer.names.value(i).raw(), StepRecord::State::NotRun, {}, {}});
    return steps;
}

QString titleIn(const GuardAnswer &answer, int step)
{
    return answer.names.contains(step) ? answer.names.value(step).shown() : Text::tr("step %1").arg(step + 1);
}

} // namespace

Result<void> keep(Shell &shell, const Elevation &elevation, const QString &transaction, std::stop_token stop)
{
    const GuardSaid said = GW_TRY(callGuard(shell, elevation, {transaction, "keep"}, std::move(stop)));
    if (said.exit == GuardExit::Done)
        return {};
    return guardError(shell, said, Text::tr("Keep the change on %1").arg(shell.description()));
}

Result<Returned> undo(Shell &shell, const Elevation &elevation, const QString &transaction, std::stop_token stop)
{
    GuardCall call{transaction, "undo", QByteArray::number(qint64(toTakeBack.count()))};
    call.timeout = toTakeBack + 60s;
    const GuardSaid said = GW_TRY(callGuard(shell, elevation, call, std::move(stop)));
    const GuardAnswer &answer = said.answer;
    if (said.exit == GuardExit::TooLate)
        return Error{Error::Kind::Failed,
                     Text::tr("Undo the change on %1").arg(shell.description()),
                     Text::tr("It has just been kept"),
                     Text::tr("Undo it from the history"),
                     {}};
    if (said.exit != GuardExit::Done || !(answer.ended || answer.isUntouched))
        return guardError(shell, said, Text::tr("Undo the change on %1").arg(shell.description()));
    if (answer.isUntouched)
        return Returned{{}, Text::tr("Nothing had been changed yet"), true, {}};
    return returnedFrom(answer, namedSteps(answer), [&answer](int step) { return titleIn(answer, step); });
}

Result<QDateTime> extend(Shell &shell, const Elevation &elevation, const QString &transaction,
                         std::chrono::seconds window, std::stop_token stop)
{
    const auto wished = std::clamp<qint64>(window.count(), 1, 600);
    const GuardSaid said =
        GW_TRY(callGuard(shell, elevation, {transaction, "extend", QByteArray::number(wished)}, std::move(stop)));
    if (said.exit != GuardExit::Done || !said.answer.guarded)
        return guardError(shell, said, Text::tr("Ask %1 for more time").arg(shell.description()));
    return QDateTime::currentDateTimeUtc().addSecs(said.answer.guarded->left.count());
}

Result<void> forget(Shell &shell, const Elevation &elevation, const QString &transaction, std::stop_token stop)
{
    const GuardSaid said = GW_TRY(callGuard(shell, elevation, {transaction, "forget"}, std::move(stop)));
    if (said.exit == GuardExit::Done || said.exit == GuardExit::Unknown)
        return {};
    return guardError(shell, said, Text::tr("Clear away the record of a change on %1").arg(shell.description()));
}

} // namespace gw

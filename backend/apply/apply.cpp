// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/guardcalls.h"
#include "backend/apply/guardwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace gw {
namespace {

using namespace std::chrono_literals;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Apply)
};

constexpr auto toTakeBack = 300s; ///< the guard's own patience in "switch"

/// Tells the caller what goes on while the guard still talks.
class ProgressTeller {
public:
    ProgressTeller(const Plan &plan, const std::function<void(const ApplyProgress &)> &progress)
        : m_plan(plan), m_progress(progress)
    {
    }

    void tell(ApplyProgress::Phase phase)
    {
        if (m_progress)
            m_progress({phase, -1, {}});
    }
    void receive(QByteArrayView bytes)
    {
        if (!m_progress)
            return;
        m_pending.append(bytes.data(), bytes.size());
        qsizetype start = 0;
        for (qsizetype end; (end = m_pending.indexOf('\n', start)) >= 0; start = end + 1)
            takeLine(m_pending.sliced(start, end - start));
        m_pending.remove(0, start);
        constexpr qsizetype longest = 256 * 1024;
        if (m_pending.size() > longest) // no line of the guard's
            m_pending.clear();
    }

private:
    void takeLine(const QByteArray &line)
    {
        const QByteArray phase = m_answer.phase;
        m_answer.take(line);
        if (m_answer.phase != phase && m_answer.phase == "checking")
            tell(ApplyProgress::Phase::CheckingAside);
        if (m_answer.phase != phase && m_answer.phase == "arming")
            tell(ApplyProgress::Phase::Arming);
        if (!line.startsWith("step "))
            return;
        const int step = line.split(' ').value(1).toInt() - 1;
        if (step < 0 || step >= m_plan.steps.size())
            return;
        ApplyProgress now{ApplyProgress::Phase::Step, step, {}};
        if (line.endsWith(" begin")) {
            m_progress(now);
        } else {
            now.finished = m_answer.steps.value(step);
            now.finished->id = m_plan.steps[step].id;
            m_progress(now);
        }
    }

    const Plan &m_plan;
    const std::function<void(const ApplyProgress &)> &m_progress;
    GuardAnswer m_answer;
    QByteArray m_pending;
};

/// One plan on its way to one server.
class Applying {
public:
    Applying(Shell &shell, const Elevation &elevation, const Plan &plan, const ApplyOptions &options,
             const std::function<void(const ApplyProgress &)> &progress)
        : m_shell(shell), m_elevation(elevation), m_plan(plan), m_options(options), m_teller(plan, progress)
    {
    }

    Result<Applied> run(std::stop_token stop)
    {
        m_payload = GW_TRY(payloadOf(m_plan, m_options.holder, m_options.window));
        const Script begin = GW_TRY(beginScript(m_options.transaction, m_payload));
        m_teller.tell(ApplyProgress::Phase::Preparing);
        auto begun = saidBy(m_shell, m_elevation, begin, stop, listener());
        if (!begun) {
            discard();
            Error error = tried(begun.error());
            error.advice = Text::tr("Nothing was changed");
            return error;
        }
        if (begun->exit != GuardExit::Done)
            return notStarted(*begun);
        if (stop.stop_requested()) {
            discard();
            return stopped();
        }
        return switchOver(std::move(stop));
    }

private:
    Shell::Progress listener()
    {
        return [this](QByteArrayView bytes) { m_teller.receive(bytes); };
    }
    StepTitle title() const
    {
        return [this](int step) {
            return step >= 0 && step < m_plan.steps.size() ? titleOf(m_plan.steps[step].change) : QString();
        };
    }
    QList<StepRecord> records() const
    {
        QList<StepRecord> records;
        for (const Step &step : m_plan.steps)
            records.append(StepRecord{step.id, StepRecord::State::NotRun, {}, {}});
        return records;
    }

    QString whatIsTried() const { return Text::tr("Apply \"%1\" to %2").arg(m_plan.title, m_shell.description()); }
    Error tried(Error error) const
    {
        error.tried = whatIsTried();
        return error;
    }
    Error stopped() const
    {
        return {Error::Kind::Cancelled, whatIsTried(), Text::tr("It was stopped"), Text::tr("Nothing was changed"), {}};
    }

    /// Prepared and never begun: it would only be in the way of the next one for a few minutes.
    void discard()
    {
        if (m_shell.isAlive())
            (void)callGuard(m_shell, m_elevation, {m_options.transaction, "undo", "10", 30s}, {});
    }

    Result<Applied> notStarted(const GuardSaid &said) const
    {
        const GuardAnswer &answer = said.answer;
        NotStarted reason;
        if (said.exit == GuardExit::Held && answer.held) {
            reason.heldBy = answer.held->holder.isEmpty() ? Text::tr("somebody") : answer.held->holder.shown(200);
            reason.heldSince = QDateTime::currentDateTimeUtc().addSecs(-answer.held->age.count());
            return Applied(reason);
        }
        if (said.exit == GuardExit::CheckFailed && answer.checkFailed) {
            reason.checkFailed = answer.checkFailed->output.shownLines().trimmed();
            return Applied(reason);
        }
        if (said.exit == GuardExit::Conflict && !answer.conflicts.isEmpty()) {
            for (const GuardAnswer::Found &found : answer.conflicts)
                if (const auto conflict = conflictAt(found))
                    reason.conflicts.append(*conflict);
            if (!reason.conflicts.isEmpty())
                return Applied(reason);
        }
        if (said.exit == GuardExit::Refused && answer.refusal)
            return tried(refusalError(*answer.refusal, m_shell.description(), title()));
        return guardError(m_shell, said, whatIsTried());
    }
    std::optional<FileConflict> conflictAt(const GuardAnswer::Found &found) const
    {
        if (found.step < 0 || found.step >= m_plan.steps.size())
            return {};
        const Change &change = m_plan.steps[found.step].change;
        if (const auto *write = std::get_if<WriteFile>(&change))
            return FileConflict{write->path, write->before, found.state};
        if (const auto *remove = std::get_if<RemoveFile>(&change))
            return FileConflict{remove->path, remove->before, found.state};
        if (const auto *link = std::get_if<LinkFile>(&change))
            return FileConflict{link->path, link->before, found.state};
        if (const auto *set = std::get_if<SetAttributes>(&change)) {
            FileState expected;
            expected.kind = FileState::Kind::Regular;
            expected.attributes = set->before;
            return FileConflict{set->path, expected, found.state};
        }
        return {};
    }

    Result<Applied> switchOver(std::stop_token stop)
    {
        const QDateTime latest = QDateTime::currentDateTime().addSecs((m_payload.window + m_payload.longest).count());
        GuardCall call{m_options.transaction, "switch"};
        call.timeout = m_payload.window + m_payload.longest + toTakeBack + 60s;
        const auto said = callGuard(m_shell, m_elevation, call, std::move(stop), listener());
        if (!said)
            return takenBack(said.error(), latest);
        const GuardAnswer &answer = said->answer;
        if (said->exit == GuardExit::Done && answer.isReady && answer.guarded)
            return Applied(armed(answer));
        if (said->exit == GuardExit::Refused && answer.refusal)
            return tried(refusalError(*answer.refusal, m_shell.description(), title()));
        if (said->exit == GuardExit::CameBack) {
            const Returned returned = returnedFrom(answer, records(), title());
            if (answer.ended && answer.ended->completeness != GuardAnswer::Ended::Completeness::Unfinished)
                (void)forget(m_shell, m_elevation, m_options.transaction, {}); // it was heard of
            return Applied(returned);
        }
        if (said->exit == GuardExit::Unknown)
            return guardError(m_shell, *said, whatIsTried());
        return takenBack(guardError(m_shell, *said, whatIsTried()), latest);
    }
    Armed armed(const GuardAnswer &answer) const
    {
        Armed armed;
        armed.transaction = m_options.transaction;
        armed.returnsAt = QDateTime::currentDateTimeUtc().addSecs(answer.guarded->left.count());
        armed.guard = answer.guarded->guard;
        armed.notCovered = notCoveredTexts(*answer.guarded);
        armed.steps = returnedFrom(answer, records(), title()).steps;
        return armed;
    }

    /// A stop, or a connection that broke while the steps ran: nobody knows how far they got. Back to the old state
    /// with a fresh token; where the server cannot be reached, it returns by itself.
    Result<Applied> takenBack(Error why, const QDateTime &latest) const
    {
        why.tried = whatIsTried();
        GuardCall call{m_options.transaction, "undo", QByteArray::number(qint64(toTakeBack.count()))};
        call.timeout = toTakeBack + 60s;
        const auto said = m_shell.isAlive() ? callGuard(m_shell, m_elevation, call, {})
                                            : Result<GuardSaid>(Error{Error::Kind::Unreachable, {}, {}, {}, {}});
        if (said && said->answer.isUntouched) {
            why.advice = Text::tr("Nothing was changed");
            return why;
        }
        if (said && said->exit == GuardExit::Done && said->answer.ended) {
            Returned returned = returnedFrom(said->answer, records(), title());
            returned.cause = why.kind == Error::Kind::Cancelled ? Text::tr("It was stopped") : why.cause;
            return Applied(returned);
        }
        why.advice = Text::tr("The server takes the change back by itself, by %1 at the latest")
                         .arg(QLocale().toString(latest.time(), QLocale::ShortFormat));
        return why;
    }

    Shell &m_shell;
    const Elevation &m_elevation;
    const Plan &m_plan;
    const ApplyOptions &m_options;
    ProgressTeller m_teller;
    Payload m_payload;
};

} // namespace

Result<Applied> apply(Shell &shell, const Elevation &elevation, const Plan &plan, const ApplyOptions &options,
                      const std::function<void(const ApplyProgress &)> &progress, std::stop_token stop)
{
    return Applying(shell, elevation, plan, options, progress).run(std::move(stop));
}

} // namespace gw

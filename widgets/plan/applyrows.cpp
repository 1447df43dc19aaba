// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/applyrows.h"

#include "widgets/parts/format.h"
#include "widgets/plan/plantext.h"

#include <QCoreApplication>
#include <QSet>

namespace gw {
namespace {

using Phase = ApplyState::Phase;

enum class Doing { Waiting, AtWork, Done, Failed, NotRun };

QString translated(const char *text)
{
    return QCoreApplication::translate("applying", text);
}

struct Line {
    QString key;
    Doing doing = Doing::Waiting;
    QString title;
    QString detail;
    std::optional<std::chrono::milliseconds> took;
};

bool isOver(const ApplyState &state)
{
    return state.phase == Phase::Ended || state.phase == Phase::Undoing;
}

/// What has returned has nothing left to undo.
bool canBeUndoneLater(const ApplyState &state)
{
    return !isOver(state) || state.outcome == Outcome::Kept || state.outcome == Outcome::Broken;
}

bool anyStepRan(const ApplyState &state)
{
    return std::any_of(state.steps.cbegin(), state.steps.cend(),
                       [](const StepRecord &record) { return record.state != StepRecord::State::NotRun; });
}

/// Of Preparing, CheckingAside and Arming.
Doing doingOf(const ApplyState &state, Phase phase)
{
    if (state.failedIn == phase)
        return Doing::Failed;
    if (state.phase == phase)
        return Doing::AtWork;
    if (state.took.contains(phase) || anyStepRan(state) || (!isOver(state) && state.phase > phase))
        return Doing::Done;
    return isOver(state) ? Doing::NotRun : Doing::Waiting;
}

std::optional<std::chrono::milliseconds> tookOf(const ApplyState &state, Phase phase)
{
    return state.took.contains(phase) ? std::optional(state.took.value(phase)) : std::nullopt;
}

Line copyLine(const ApplyState &state)
{
    QSet<RemotePath> files;
    for (const Step &step : state.plan.steps) {
        if (const RemotePath *path = plantext::path(step.change))
            files.insert(*path);
        if (const auto *run = std::get_if<RunCommand>(&step.change))
            files.unite(QSet<RemotePath>(run->touches.cbegin(), run->touches.cend()));
    }
    Line line{QStringLiteral("copy"), doingOf(state, Phase::Preparing), {}, {}, tookOf(state, Phase::Preparing)};
    line.title = files.isEmpty() ? translated(QT_TRANSLATE_NOOP("applying", "Look at the state before"))
                 : files.size() == 1
                     ? translated(QT_TRANSLATE_NOOP("applying", "Keep a copy of 1 file"))
                     : translated(QT_TRANSLATE_NOOP("applying", "Keep a copy of %1 files")).arg(files.size());
    line.detail =
        state.journalNumber > 0
            ? format::joined({translated(QT_TRANSLATE_NOOP("applying", "journal #%1")).arg(state.journalNumber),
                              canBeUndoneLater(state)
                                  ? translated(QT_TRANSLATE_NOOP("applying", "can be undone later from History"))
                                  : QString()})
            : translated(QT_TRANSLATE_NOOP("applying", "compared with what the plan saw; content, owner and mode"));
    return line;
}

QString wayBackNow(const ApplyState &state)
{
    if (state.phase == Phase::Ended && state.outcome == Outcome::Kept)
        return translated(QT_TRANSLATE_NOOP("applying", "taken off the server once the changes were kept"));
    if (isOver(state))
        return translated(QT_TRANSLATE_NOOP("applying", "it leads the server back to the old state"));
    return state.returnsAt.isValid()
               ? translated(
                     QT_TRANSLATE_NOOP("applying", "the server undoes everything by itself at %1 unless you confirm"))
                     .arg(format::clock(state.returnsAt))
               : translated(QT_TRANSLATE_NOOP("applying", "the server undoes everything by itself unless you confirm"));
}

Line armLine(const ApplyState &state)
{
    Line line{QStringLiteral("arm"), doingOf(state, Phase::Arming), {}, {}, tookOf(state, Phase::Arming)};
    line.title = translated(QT_TRANSLATE_NOOP("applying", "Arm the way back"));
    line.detail = wayBackNow(state);
    return line;
}

/// Why a phase before the first step did not pass.
QString whyNot(const ApplyState &state, const QString &otherwise)
{
    if (!state.heldBy.isEmpty())
        return translated(QT_TRANSLATE_NOOP("applying", "%1 has a change open on this server")).arg(state.heldBy);
    return state.detail.isEmpty() ? otherwise : state.detail;
}

QString firstLineOf(const QByteArray &output)
{
    return UntrustedText::fromBytes(output.trimmed().split('\n').value(0)).shown(160);
}

/// What a step has to say: of a file its new lines, of the others what they said, or why they are there.
QString stepDetail(const Step &step, const StepRecord *record, const QString &content)
{
    const QString said = record ? firstLineOf(record->output) : QString();
    if (record && record->state == StepRecord::State::Failed)
        return said.isEmpty() ? translated(QT_TRANSLATE_NOOP("applying", "failed")) : said;
    if (!content.isEmpty())
        return content;
    if (record && record->state == StepRecord::State::Done) {
        if (!said.isEmpty())
            return said;
        if (std::holds_alternative<Check>(step.change) || std::holds_alternative<WaitFor>(step.change))
            return translated(QT_TRANSLATE_NOOP("applying", "passed"));
        const auto *action = std::get_if<ServiceAction>(&step.change);
        if (action && (action->verb == ServiceAction::Verb::Reload || action->verb == ServiceAction::Verb::Restart))
            return translated(QT_TRANSLATE_NOOP("applying", "the new settings are live"));
    }
    return step.reason;
}

Line stepLine(const ApplyState &state, int index, const QString &content)
{
    const Step &step = state.plan.steps[index];
    const auto found = std::find_if(state.steps.cbegin(), state.steps.cend(),
                                    [&step](const StepRecord &record) { return record.id == step.id; });
    const StepRecord *record = found == state.steps.cend() ? nullptr : &*found;
    Line line{
        QStringLiteral("step/") + step.id, Doing::Waiting, titleOf(step.change), stepDetail(step, record, content), {}};
    if (record && record->state != StepRecord::State::NotRun) {
        line.doing = record->state == StepRecord::State::Done ? Doing::Done : Doing::Failed;
        line.took = record->took;
    } else if (isOver(state)) {
        line.doing = Doing::NotRun;
    } else if (state.phase > Phase::Running) {
        line.doing = Doing::Done;
    } else if (state.phase == Phase::Running && state.step == index) {
        line.doing = Doing::AtWork;
    }
    return line;
}

Line proofLine(const ApplyState &state, qsizetype index)
{
    const Proof &proof = state.plan.proofs[index];
    Line line{QStringLiteral("proof/%1").arg(index), Doing::Waiting, titleOf(proof), {}, {}};
    if (index < state.proofs.size()) {
        line.doing = state.proofs[index].held ? Doing::Done : Doing::Failed;
        line.detail = state.proofs[index].detail;
    } else if (state.phase == Phase::Proving && index == state.proofs.size()) {
        line.doing = Doing::AtWork;
    } else if (isOver(state)) {
        line.doing = Doing::NotRun;
    }
    if (line.detail.isEmpty())
        line.detail = line.doing == Doing::AtWork
                          ? translated(QT_TRANSLATE_NOOP("applying", "being tried from this computer"))
                          : translated(QT_TRANSLATE_NOOP("applying", "tried from this computer"));
    return line;
}

QList<Line> linesOf(const ApplyState &state, const QStringList &contents)
{
    QList<Line> lines{copyLine(state)};
    if (const QString checks = plantext::checksAside(state.plan); !checks.isEmpty())
        lines << Line{QStringLiteral("aside"), doingOf(state, Phase::CheckingAside),
                      translated(QT_TRANSLATE_NOOP("applying", "Check the new files aside with %1")).arg(checks),
                      translated(QT_TRANSLATE_NOOP("applying", "before the first real one moves")),
                      tookOf(state, Phase::CheckingAside)};
    lines << armLine(state);
    for (Line &line : lines) {
        if (line.doing == Doing::Failed)
            line.detail = whyNot(state, line.detail);
    }
    for (int i = 0; i < state.plan.steps.size(); ++i)
        lines << stepLine(state, i, contents.value(i));
    for (qsizetype i = 0; i < state.plan.proofs.size(); ++i)
        lines << proofLine(state, i);
    return lines;
}

Row rowOf(const Line &line)
{
    Row row;
    row.key = line.key;
    row.title = line.title;
    row.detail = line.detail;
    row.trailing = line.took ? format::seconds(*line.took) : QString();
    switch (line.doing) {
    case Doing::Waiting: row.icon = QStringLiteral("dot"), row.iconTone = Tone::Faint; break;
    case Doing::AtWork:
        row.icon = QStringLiteral("running"), row.iconTone = Tone::Info;
        row.trailing = QStringLiteral("…");
        break;
    case Doing::Done: row.icon = QStringLiteral("check"), row.iconTone = Tone::Good; break;
    case Doing::Failed:
        row.icon = QStringLiteral("cross"), row.iconTone = Tone::Critical, row.detailTone = Tone::Critical;
        break;
    case Doing::NotRun:
        row.icon = QStringLiteral("minus"), row.iconTone = Tone::Faint;
        row.trailing = translated(QT_TRANSLATE_NOOP("applying", "not run"));
        break;
    }
    return row;
}

} // namespace

QStringList stepContents(const Plan &plan)
{
    QStringList contents;
    for (const Step &step : plan.steps)
        contents << plantext::content(step.change);
    return contents;
}

QList<Row> applyRows(const ApplyState &state, const QStringList &contents)
{
    QList<Row> rows;
    for (const Line &line : linesOf(state, contents))
        rows << rowOf(line);
    return rows;
}

ApplyShare applyShare(const ApplyState &state)
{
    const QList<Line> lines = linesOf(state, {});
    const auto done =
        std::count_if(lines.cbegin(), lines.cend(), [](const Line &line) { return line.doing == Doing::Done; });
    return {int(done), int(lines.size())};
}

int applyRowAtWork(const ApplyState &state)
{
    const QList<Line> lines = linesOf(state, {});
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].doing == Doing::AtWork || lines[i].doing == Doing::Failed)
            return int(i);
    }
    return -1;
}

} // namespace gw

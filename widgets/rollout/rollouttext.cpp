// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rollout/rollouttext.h"

#include "widgets/history/outcomepill.h"
#include "widgets/parts/format.h"
#include "widgets/plan/applyrows.h"
#include "widgets/plan/plantext.h"

#include <QCoreApplication>

namespace gw::rollouttext {
namespace {

using Stage = RolloutState::Stage;
using State = RolloutMember::State;
using Phase = ApplyState::Phase;

QString translated(const char *text)
{
    return QCoreApplication::translate("rollout", text);
}

QString counted(qsizetype count, const char *one, const char *many)
{
    return count == 0 ? QString() : count == 1 ? translated(one) : translated(many).arg(count);
}

/// The row at work in the list of its steps.
QString doing(const ApplyState &change)
{
    if (!change.trouble.isEmpty())
        return change.trouble;
    switch (change.phase) {
    case Phase::Keeping: return translated(QT_TRANSLATE_NOOP("rollout", "Every proof held: it is kept"));
    case Phase::Undoing: return translated(QT_TRANSLATE_NOOP("rollout", "It is led back"));
    default: break;
    }
    const ApplyShare share = applyShare(change);
    const int row = applyRowAtWork(change);
    const QString far = QStringLiteral("%1/%2").arg(share.done).arg(share.all);
    return row < 0 ? far : format::joined({applyRows(change).at(row).title, far});
}

QString howItEnded(const ApplyState &change)
{
    if (!change.detail.isEmpty())
        return change.detail;
    return change.outcome == Outcome::Kept ? translated(QT_TRANSLATE_NOOP("rollout", "every proof held"))
                                           : plantext::summary(change.plan);
}

bool isKept(const RolloutMember &member)
{
    return member.state == State::Ended && member.change.outcome == Outcome::Kept;
}

} // namespace

QStringList warnings(const Plan &plan)
{
    QStringList lines = plan.warnings;
    if (const QStringList notUndone = summaryOf(plan).notUndone; !notUndone.isEmpty())
        lines << translated(QT_TRANSLATE_NOOP("rollout", "Nothing takes this back: %1"))
                     .arg(notUndone.join(translated(QT_TRANSLATE_NOOP("rollout", ", "))));
    return lines;
}

QString wave(int wave)
{
    switch (wave) {
    case 0: return translated(QT_TRANSLATE_NOOP("rollout", "Canary: first and alone"));
    case 1: return translated(QT_TRANSLATE_NOOP("rollout", "Then a quarter, side by side"));
    case 2: return translated(QT_TRANSLATE_NOOP("rollout", "Then the rest"));
    default: return translated(QT_TRANSLATE_NOOP("rollout", "Take no part"));
    }
}

QString detail(const RolloutMember &member, Stage stage)
{
    switch (member.state) {
    case State::Planning:
        return member.why.isEmpty() ? translated(QT_TRANSLATE_NOOP("rollout", "Its files are read as they are now"))
                                    : member.why;
    case State::NoPlan: return member.why;
    case State::NothingToDo: return translated(QT_TRANSLATE_NOOP("rollout", "Everything is as wished already"));
    case State::Ready: return plantext::summary(member.change.plan);
    case State::Working: return doing(member.change);
    case State::Ended: return howItEnded(member.change);
    case State::NotReached:
        return stage == Stage::Ended ? translated(QT_TRANSLATE_NOOP("rollout", "Nothing was done to it")) : QString();
    }
    Q_UNREACHABLE();
}

QString word(const RolloutMember &member, Stage stage)
{
    switch (member.state) {
    case State::Planning: return translated(QT_TRANSLATE_NOOP("rollout", "planning"));
    case State::NoPlan: return translated(QT_TRANSLATE_NOOP("rollout", "no plan"));
    case State::NothingToDo: return translated(QT_TRANSLATE_NOOP("rollout", "nothing to do"));
    case State::Ready:
        return stage == Stage::Running
                   ? translated(QT_TRANSLATE_NOOP("rollout", "waits"))
                   : counted(warnings(member.change.plan).size(), QT_TRANSLATE_NOOP("rollout", "1 warning"),
                             QT_TRANSLATE_NOOP("rollout", "%1 warnings"));
    case State::Working:
        switch (member.change.phase) {
        case Phase::Proving: return translated(QT_TRANSLATE_NOOP("rollout", "proving"));
        case Phase::Keeping: return translated(QT_TRANSLATE_NOOP("rollout", "proven"));
        case Phase::Undoing: return translated(QT_TRANSLATE_NOOP("rollout", "going back"));
        default: return translated(QT_TRANSLATE_NOOP("rollout", "at work"));
        }
    case State::Ended: return {};
    case State::NotReached: return translated(QT_TRANSLATE_NOOP("rollout", "not reached"));
    }
    Q_UNREACHABLE();
}

Tone tone(const RolloutMember &member, Stage stage)
{
    switch (member.state) {
    case State::Planning:
    case State::Working: return member.change.trouble.isEmpty() && member.why.isEmpty() ? Tone::Info : Tone::Warning;
    case State::NoPlan: return Tone::Warning;
    case State::Ended: return toneOf(member.change.outcome.value_or(Outcome::Open));
    case State::Ready: return stage == Stage::Planning ? Tone::Warning : Tone::Muted;
    case State::NothingToDo:
    case State::NotReached: return Tone::Muted;
    }
    Q_UNREACHABLE();
}

Share share(const QList<RolloutMember> &members)
{
    Share share;
    for (const RolloutMember &member : members) {
        if (member.wave < 0)
            continue;
        ++share.all;
        share.done += member.state == State::Ended;
    }
    return share;
}

QString tally(const QList<RolloutMember> &members)
{
    QMap<Outcome, int> ended;
    int notReached = 0;
    for (const RolloutMember &member : members) {
        if (member.state == State::Ended)
            ++ended[member.change.outcome.value_or(Outcome::Open)];
        notReached += member.state == State::NotReached;
    }
    const auto of = [&ended](std::initializer_list<Outcome> outcomes) {
        return std::accumulate(outcomes.begin(), outcomes.end(), 0,
                               [&ended](int sum, Outcome outcome) { return sum + ended.value(outcome); });
    };
    return format::joined(
        {counted(of({Outcome::Kept}), QT_TRANSLATE_NOOP("rollout", "1 server keeps it"),
                 QT_TRANSLATE_NOOP("rollout", "%1 servers keep it")),
         counted(of({Outcome::Undone, Outcome::CameBack, Outcome::Failed}),
                 QT_TRANSLATE_NOOP("rollout", "1 is as it was before"),
                 QT_TRANSLATE_NOOP("rollout", "%1 are as they were before")),
         counted(of({Outcome::Refused}), QT_TRANSLATE_NOOP("rollout", "1 refused before the first change"),
                 QT_TRANSLATE_NOOP("rollout", "%1 refused before the first change")),
         counted(of({Outcome::Broken}), QT_TRANSLATE_NOOP("rollout", "1 could not be restored whole"),
                 QT_TRANSLATE_NOOP("rollout", "%1 could not be restored whole")),
         counted(of({Outcome::Open}), QT_TRANSLATE_NOOP("rollout", "1 is not heard of, it returns by itself"),
                 QT_TRANSLATE_NOOP("rollout", "%1 are not heard of, they return by themselves")),
         counted(notReached, QT_TRANSLATE_NOOP("rollout", "1 was not reached"),
                 QT_TRANSLATE_NOOP("rollout", "%1 were not reached"))});
}

const RolloutMember *culprit(const QList<RolloutMember> &members)
{
    const auto found = std::find_if(members.cbegin(), members.cend(), [](const RolloutMember &member) {
        return member.state == State::Ended && !isKept(member);
    });
    return found == members.cend() ? nullptr : &*found;
}

} // namespace gw::rollouttext

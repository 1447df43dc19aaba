// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/changenotice.h"

#include "widgets/parts/format.h"

#include <QCoreApplication>

namespace gw {
namespace {

using Phase = ApplyState::Phase;

constexpr int longestTitle = 120;

QString translated(const char *text)
{
    return QCoreApplication::translate("changes", text);
}

QString countdown(const QDateTime &returnsAt)
{
    return format::countdown(QDateTime::currentDateTimeUtc().secsTo(returnsAt));
}

Notice::Action action(const char *id, const char *text)
{
    return {QLatin1String(id), translated(text)};
}

ChangeNotice armed(const FoundChange &change)
{
    const QString title = change.title.shown(longestTitle);
    const QString since = format::shortTime(change.since);
    const QString left = countdown(change.returnsAt);
    if (change.owner == FoundChange::Owner::Us)
        return {Tone::Warning,
                translated(QT_TRANSLATE_NOOP("changes", "A change of yours is open since %1: %2. It undoes itself in "
                                                        "%3 unless you keep it."))
                    .arg(since, title, left),
                {action("keep", QT_TRANSLATE_NOOP("changes", "Keep…")),
                 action("undo", QT_TRANSLATE_NOOP("changes", "Undo now"))}};
    return {Tone::Warning,
            translated(QT_TRANSLATE_NOOP("changes", "%1 has a change open on this server since %2: %3. It undoes "
                                                    "itself in %4 unless it is kept; until then nothing else can be "
                                                    "changed here."))
                .arg(change.holder.shown(longestTitle), since, title, left),
            {}};
}

} // namespace

ChangeNotice noticeOf(const ApplyState &state)
{
    const QString title = state.plan.title;
    ChangeNotice notice{Tone::Info, {}, {action("show", QT_TRANSLATE_NOOP("changes", "Show"))}};
    switch (state.phase) {
    case Phase::Preview:
        notice.message = translated(QT_TRANSLATE_NOOP("changes", "A plan waits for you: %1")).arg(title);
        break;
    case Phase::Preparing:
    case Phase::CheckingAside:
    case Phase::Arming:
    case Phase::Running:
    case Phase::Proving:
        notice.message = translated(QT_TRANSLATE_NOOP("changes", "A change is being made: %1")).arg(title);
        break;
    case Phase::AskingToKeep:
        notice.tone = Tone::Warning;
        notice.message = translated(QT_TRANSLATE_NOOP("changes", "A change is open: %1 until it undoes itself (%2)"))
                             .arg(countdown(state.returnsAt), title);
        break;
    case Phase::Keeping:
        notice.message = translated(QT_TRANSLATE_NOOP("changes", "A change is being kept: %1")).arg(title);
        break;
    case Phase::Undoing:
        notice.message = translated(QT_TRANSLATE_NOOP("changes", "A change is being undone: %1")).arg(title);
        break;
    case Phase::Ended:
        notice.tone = state.outcome == Outcome::Broken ? Tone::Critical : Tone::Info;
        notice.message = translated(QT_TRANSLATE_NOOP("changes", "%1: %2"))
                             .arg(title, outcomeName(state.outcome.value_or(Outcome::Open)));
        break;
    }
    return notice;
}

ChangeNotice noticeOf(const FoundChange &change)
{
    const QString title = change.title.shown(longestTitle);
    const QString holder = change.holder.shown(longestTitle);
    switch (change.state) {
    case FoundChange::State::Armed: break;
    case FoundChange::State::Returning:
        return {Tone::Info,
                translated(QT_TRANSLATE_NOOP("changes", "The server is undoing a change of %1: %2")).arg(holder, title),
                {}};
    case FoundChange::State::CameBack:
        return {
            Tone::Warning,
            translated(QT_TRANSLATE_NOOP("changes", "Nobody kept a change of %1 in time, so the server went back by "
                                                    "itself: %2"))
                .arg(holder, title),
            {action("dismiss", QT_TRANSLATE_NOOP("changes", "Understood"))}};
    }
    return armed(change);
}

} // namespace gw

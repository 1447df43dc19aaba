// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/changerun.h"

#include "app/change/changedfiles.h"
#include "backend/base/overloaded.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSysInfo>
#include <thread>

namespace gw {
namespace {

using namespace std::chrono_literals;

// What a service takes until it listens again, where nobody has measured it.
constexpr std::chrono::milliseconds toReloadOne = 2s;
constexpr auto patienceForAReturn = 60s;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Change)
};

std::chrono::seconds windowFor(const ChangeRequest &request)
{
    const PlanSummary summary = summaryOf(request.plan);
    return usableWindow(request.plan.window, request.toConnect,
                        toReloadOne * (summary.restarts.size() + summary.reloads.size()));
}

QString who(const ChangeRequest &request)
{
    return request.reachedAs.isEmpty() ? personHere() : Text::tr("%1, as %2").arg(personHere(), request.reachedAs);
}

QString shownTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().time(), QStringLiteral("HH:mm:ss"));
}

/// What comes before anything of the plan is sent.
bool isBeforeTheBeginning(Error::Kind kind)
{
    return kind == Error::Kind::Invalid || kind == Error::Kind::Refused || kind == Error::Kind::Unsupported ||
           kind == Error::Kind::NeedsAnswer;
}

QString sentences(const QStringList &parts)
{
    QStringList out;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            out += part.endsWith(u'.') ? part : QString(part + u'.');
    }
    return out.join(u' ');
}

QString shownPaths(const QList<FileConflict> &conflicts)
{
    QStringList paths;
    for (const FileConflict &conflict : conflicts)
        paths += conflict.path.shown();
    return paths.join(QStringLiteral(", "));
}

QString whyNotStarted(const NotStarted &reason)
{
    if (!reason.conflicts.isEmpty())
        return Text::tr("Nothing was changed: these files are not as the plan saw them: %1")
            .arg(shownPaths(reason.conflicts));
    if (!reason.heldBy.isEmpty())
        return Text::tr("Nothing was changed: %1 has had a change open on this server since %2")
            .arg(reason.heldBy, shownTime(reason.heldSince));
    return Text::tr("Nothing was changed: %1").arg(reason.checkFailed);
}

} // namespace

QString personHere()
{
    const QString name = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME", QStringLiteral("root")));
    return Text::tr("%1 on %2").arg(name, QSysInfo::machineHostName());
}

ChangeRequest requestFor(const Server &server, const Plan &plan, const Way &way, const Shell &shell)
{
    ChangeRequest request{server, plan, {}, {}};
    if (!way.route.hops.isEmpty())
        request.reachedAs = way.route.hops.last().label();
    if (const ConnectionInfo *info = connectionInfoOf(shell)) {
        request.hostKey = info->hostKey;
        request.toConnect = info->connectTime;
    }
    return request;
}

ChangeRun::ChangeRun(ChangeRequest request, ChangeJournal journal)
    : m_request(std::move(request)), m_journal(std::move(journal)), m_window(windowFor(m_request))
{
    m_record.host = m_request.server.id;
    m_record.serverName = m_request.server.name;
    m_record.who = who(m_request);
    m_record.plan = withoutSecrets(m_request.plan);
    m_record.files = filesOf(m_request.plan);
    m_record.hostKey = m_request.hostKey;
    m_record.undoes = m_request.undoes;
}

ChangeRun ChangeRun::resumed(ChangeRequest request, ChangeJournal journal, const OpenChange &change,
                             const std::optional<ChangeRecord> &known)
{
    if (known)
        request.plan = known->plan;
    else
        request.plan.title = change.title.shown();
    ChangeRun run(std::move(request), std::move(journal));
    if (known) {
        run.m_record = *known;
    } else {
        run.m_record.transaction = change.transaction;
        run.m_record.at = change.since.toUTC();
        run.m_record.who = change.holder.shown();
    }
    run.m_waiting = AwaitingKeep{change.transaction, change.returnsAt, {}, {}, {}};
    return run;
}

Result<ChangeState> ChangeRun::apply(const Contact &contact, const OnChange &progress, std::stop_token stop)
{
    m_record.transaction = newTransactionId();
    m_record.at = QDateTime::currentDateTimeUtc();
    // Before a byte is sent: should this program end now, the journal knows what the server may have begun.
    m_record.number = GW_TRY(m_journal.append(m_record));
    const ApplyOptions options{m_record.transaction, personHere(), m_window};
    const auto report = [&progress](const ApplyProgress &applying) { progress({applying}); };
    const auto applied = contact.guard.apply(contact.shell, contact.elevation, m_request.plan, options, report, stop);
    if (!applied)
        return afterError(contact, applied.error());
    return std::visit(Overloaded{[&](const Armed &now) { return armed(contact, now, progress, stop); },
                                 [&](const NotStarted &reason) -> Result<ChangeState> { return refused(reason); },
                                 [&](const Returned &how) -> Result<ChangeState> {
                                     return stop.stop_requested() ? returned(Outcome::Undone, Text::tr("Stopped"), how)
                                                                  : returned(Outcome::Failed, how.cause, how);
                                 }},
                      *applied);
}

Result<ChangeState> ChangeRun::armed(const Contact &contact, const Armed &armed, const OnChange &progress,
                                     std::stop_token stop)
{
    m_record.steps = armed.steps;
    m_waiting = AwaitingKeep{m_record.transaction, armed.returnsAt, armed.guard, armed.notCovered, {}};
    // What the steps did is known to the journal before anything else is tried.
    if (const auto number = m_journal.append(m_record); !number)
        return takeBack(contact, Outcome::Undone,
                        Text::tr("It could not be written into the journal. %1").arg(number.error().text()));
    return prove(contact, progress, stop);
}

Result<ChangeState> ChangeRun::prove(const Contact &contact, const OnChange &progress, std::stop_token stop)
{
    Q_ASSERT(m_waiting);
    const auto onProof = [&](int index, const std::optional<ProofRecord> &tried) {
        progress({{ApplyProgress::Phase::Proving}, m_waiting->returnsAt, index, tried});
    };
    auto proven = gw::prove(proofsOf(m_request.plan), contact.outside, onProof, stop);
    if (!proven && proven.error().kind == Error::Kind::NeedsAnswer)
        return proven.error();
    if (!proven)
        return takeBack(contact, Outcome::Undone, proven.error().cause);
    m_record.proofs = proven->proofs;
    if (proven->failed)
        return takeBack(contact, Outcome::Undone, Text::tr("A proof failed. %1").arg(*proven->failed));
    m_login = std::move(proven->login);
    m_waiting->proofs = m_record.proofs;
    m_waiting->proven = proven->complete();
    return ChangeState(*m_waiting);
}

Result<ChangeState> ChangeRun::keepIt(const Contact &contact, std::stop_token stop)
{
    Q_ASSERT(m_waiting);
    if (!m_login) // a proof waits for an answer, and the person wants it all the same
        m_login = GW_TRY(logInOnceMore(contact, stop));
    m_askedToKeep = true;
    auto kept = contact.guard.keep(*m_login->shell, m_login->elevation, m_record.transaction, stop);
    if (!kept && kept.error().kind != Error::Kind::Cancelled) {
        // The word may have been lost on the way, or its answer: the server knows.
        const ChangeState state = GW_TRY(lookAgain(contact, stop));
        if (std::holds_alternative<ChangeEnded>(state))
            return state;
        m_login = GW_TRY(logInOnceMore(contact, stop));
        kept = contact.guard.keep(*m_login->shell, m_login->elevation, m_record.transaction, stop);
    }
    if (!kept)
        return kept.error();
    return endKept(contact, m_waiting->proven ? QString() : Text::tr("Kept although not everything could be tried"));
}

ChangeState ChangeRun::undoIt(const Contact &contact, const QString &why)
{
    return takeBack(contact, Outcome::Undone, why);
}

Result<ChangeState> ChangeRun::moreTime(const Contact &contact, std::stop_token stop)
{
    Q_ASSERT(m_waiting);
    const auto more = [&](Shell &shell, const Elevation &elevation) {
        return contact.guard.extend(shell, elevation, m_record.transaction, m_window, stop);
    };
    const auto deadline = overAny(contact, more, stop);
    if (!deadline)
        return lookAgain(contact, stop);
    m_waiting->returnsAt = *deadline;
    return ChangeState(*m_waiting);
}

Result<ChangeState> ChangeRun::lookAgain(const Contact &contact, std::stop_token stop)
{
    const auto ask = [&](Shell &shell, const Elevation &elevation) {
        return contact.guard.openChanges(shell, elevation, stop);
    };
    const auto isReturning = [this](const OpenChange &each) {
        return each.transaction == m_record.transaction && each.state == OpenChange::State::Returning;
    };
    const auto end = std::chrono::steady_clock::now() + patienceForAReturn;
    QList<OpenChange> open = GW_TRY(overAny(contact, ask, stop));
    while (std::any_of(open.begin(), open.end(), isReturning) && std::chrono::steady_clock::now() < end &&
           !stop.stop_requested()) {
        std::this_thread::sleep_for(200ms);
        open = GW_TRY(overAny(contact, ask, stop));
    }
    return lookAgain(contact, open, stop);
}

Result<ChangeState> ChangeRun::lookAgain(const Contact &contact, const QList<OpenChange> &open, std::stop_token stop)
{
    Q_ASSERT(m_waiting);
    for (const OpenChange &change : open) {
        if (change.transaction != m_record.transaction)
            continue;
        if (change.state == OpenChange::State::CameBack)
            return cameBack(contact, change);
        m_waiting->returnsAt = change.returnsAt;
        return ChangeState(*m_waiting);
    }
    // Somebody has ended it, perhaps we, and the answer was lost.
    const auto read = [&](Shell &shell, const Elevation &elevation) {
        return contact.guard.readFiles(shell, pathsOf(m_record.files), elevation, stop);
    };
    const FileStates now = GW_TRY(overAny(contact, read, stop));
    switch (whatFilesSay(m_record.files, now)) {
    case FilesSay::After: return endKept(contact, Text::tr("Found kept: every file is as the change made it"));
    case FilesSay::Before:
        return end(Outcome::Undone, sentences({m_record.detail, Text::tr("Found as it was before")}));
    case FilesSay::Unclear: break;
    }
    if (m_askedToKeep) // what returns by itself is listed until somebody hears of it
        return endKept(contact, Text::tr("The server has it no longer open"));
    if (m_record.steps.isEmpty()) // what was in force, and nobody here ever heard of, is listed too
        return end(Outcome::Undone, sentences({m_record.detail, Text::tr("The server knows nothing of it")}));
    return end(Outcome::Broken,
               sentences({m_record.detail, Text::tr("Nobody knows how it ended: its files are neither as before nor as "
                                                    "it made them")}));
}

/// The connection broke, or the server said something strange. Whatever of the change is there goes.
Result<ChangeState> ChangeRun::afterError(const Contact &contact, const Error &error)
{
    if (isBeforeTheBeginning(error.kind)) {
        (void)end(Outcome::Refused, error.text());
        return error;
    }
    const bool isStopped = error.kind == Error::Kind::Cancelled;
    const Outcome outcome = isStopped ? Outcome::Undone : Outcome::Failed;
    const QString why = isStopped ? Text::tr("Stopped") : error.text();
    const auto ask = [&](Shell &shell, const Elevation &elevation) {
        return contact.guard.openChanges(shell, elevation, {});
    };
    m_waiting = AwaitingKeep{m_record.transaction, QDateTime::currentDateTimeUtc() + m_window, {}, {}, {}};
    const auto open = overAny(contact, ask, {});
    if (!open)
        return lost(why);
    const bool isThere = std::any_of(open->begin(), open->end(), [this](const OpenChange &change) {
        return change.transaction == m_record.transaction;
    });
    if (isThere)
        return takeBack(contact, outcome, why);
    // Whatever came back would be listed: it never began (no room on the disk, a file that cannot be written, …).
    return end(isStopped ? Outcome::Undone : Outcome::Refused, why);
}

ChangeState ChangeRun::refused(const NotStarted &reason)
{
    ChangeState state = end(Outcome::Refused, whyNotStarted(reason));
    std::get<ChangeEnded>(state).conflicts = reason.conflicts;
    return state;
}

ChangeState ChangeRun::returned(Outcome outcome, const QString &why, const Returned &how)
{
    if (!how.steps.isEmpty())
        m_record.steps = how.steps;
    if (how.complete)
        return end(outcome, sentences(QStringList{why} + how.remarks));
    const QString cause = how.cause == why ? QString() : how.cause;
    return end(Outcome::Broken,
               sentences(QStringList{why, Text::tr("Not everything could be restored"), cause} + how.remarks));
}

/// A stop does not reach this: the way back is always gone to its end.
ChangeState ChangeRun::takeBack(const Contact &contact, Outcome outcome, const QString &why)
{
    const auto undo = [&](Shell &shell, const Elevation &elevation) {
        return contact.guard.undo(shell, elevation, m_record.transaction, {});
    };
    const auto how = overAny(contact, undo, {});
    if (!how)
        return lost(sentences({why, how.error().text()}));
    return returned(outcome, why, *how);
}

ChangeState ChangeRun::cameBack(const Contact &contact, const OpenChange &change)
{
    ChangeState state =
        returned(Outcome::CameBack,
                 sentences({m_record.detail, Text::tr("Nobody confirmed in time: the server returned by itself")}),
                 change.returned);
    if (std::get<ChangeEnded>(state).notRecorded)
        return state; // it is told again
    const auto forget = [&](Shell &shell, const Elevation &elevation) {
        return contact.guard.forget(shell, elevation, change.transaction, {});
    };
    (void)overAny(contact, forget, {}); // else it is told again, and known already
    return state;
}

ChangeState ChangeRun::endKept(const Contact &contact, const QString &detail)
{
    ChangeState state = end(Outcome::Kept, detail);
    std::get<ChangeEnded>(state).newAddress = newAddressOf(m_request.server.target, contact.route, m_record);
    return state;
}

ChangeState ChangeRun::lost(const QString &why)
{
    const QString detail =
        Text::tr("The server cannot be reached. What was changed there returns by itself at %1 at the latest")
            .arg(shownTime(m_waiting->returnsAt));
    return end(Outcome::Open, sentences({why, detail}));
}

ChangeState ChangeRun::end(Outcome outcome, const QString &detail)
{
    m_record.outcome = outcome;
    m_record.detail = detail;
    m_waiting.reset();
    m_login.reset();
    const auto number = m_journal.append(m_record);
    if (number)
        m_record.number = *number;
    return ChangeEnded{m_record, {}, number ? std::optional<Error>() : number.error()};
}

/// As it will be when this is kept, or as it was before.
Result<Login> ChangeRun::logInOnceMore(const Contact &contact, std::stop_token stop) const
{
    LoginProof wanted;
    for (const Proof &proof : m_request.plan.proofs) {
        if (const auto *login = std::get_if<LoginProof>(&proof))
            wanted = *login;
    }
    auto login = contact.outside.login(wanted, stop);
    return login || wanted == LoginProof{} ? std::move(login) : contact.outside.login({}, stop);
}

/// The connection that is open, the login that was proven, a new one: the first that works.
template <typename Work>
auto ChangeRun::overAny(const Contact &contact, const Work &work, std::stop_token stop)
    -> std::invoke_result_t<Work, Shell &, const Elevation &>
{
    auto result = work(contact.shell, contact.elevation);
    if (!result && m_login && !stop.stop_requested())
        result = work(*m_login->shell, m_login->elevation);
    if (!result && !stop.stop_requested()) {
        if (const auto login = logInOnceMore(contact, stop))
            result = work(*login->shell, login->elevation);
    }
    return result;
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/changing.h"

#include "app/change/planning.h"
#include "app/fleet/changeview.h"
#include "backend/findings/remedy.h"

namespace gw {
namespace {

using namespace std::chrono_literals;
using Phase = ApplyState::Phase;

constexpr auto afterReturn = 3s; // what the server needs to return before it is asked about it

bool isAtWork(Phase phase)
{
    return phase != Phase::Preview && phase != Phase::AskingToKeep && phase != Phase::Ended;
}

QList<Intent> remediesOf(const Facts &facts, const Review &review, const QList<FindingKey> &keys)
{
    QList<Finding> chosen = review.findings;
    chosen.removeIf([&keys](const Finding &finding) { return !keys.contains(FindingKey(finding)); });
    return remediesFor(facts, chosen);
}

} // namespace

Changing::Changing(Session &session, Storage storage)
    : m_session(session), m_storage(std::move(storage)), m_progress([this](const ApplyState &state) {
          if (m_state && isAtWork(m_state->phase))
              setState(state);
      })
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &Changing::lookAfterReturn);
    connect(&m_session, &Session::surveyedChanged, this, [this] {
        lookForOpenChanges();
        if (!m_draft.findings.isEmpty() && !m_session.progress())
            gather(m_draft.findings); // those that are gone by now fall out
    });
}

Changing::~Changing() = default;

std::optional<FoundChange> Changing::found() const
{
    return m_found ? std::optional(foundOf(*m_found)) : std::nullopt;
}

bool Changing::isOpen() const
{
    return m_state && (isAtWork(m_state->phase) || m_state->phase == Phase::AskingToKeep);
}

std::function<Contact(const HostConnection::Reached &, const Route &)> Changing::contacts() const
{
    return [facts = m_session.facts(), given = m_answers](const HostConnection::Reached &reached, const Route &route) {
        Answers answers = reached.answers;
        answers.acceptedHostKeys.unite(given.acceptedHostKeys);
        answers.secrets.insert(given.secrets);
        return Contact{reached.shell,
                       reached.elevation,
                       outsideOf(wayOf(route, answers, reached.elevation, reached.shell, facts.get())),
                       {},
                       route};
    };
}

// ---- plans ----

void Changing::gather(const QList<FindingKey> &findings)
{
    QList<FindingKey> open;
    if (m_session.review()) {
        for (const Finding &finding : m_session.review()->findings) {
            if (finding.fixable && findings.contains(FindingKey(finding)))
                open += FindingKey(finding);
        }
    }
    if (open == m_draft.findings && !std::holds_alternative<Error>(m_draft.plan))
        return;
    m_draft.findings = open;
    makeDraft();
}

void Changing::makeDraft()
{
    m_drafting.stop();
    if (m_draft.findings.isEmpty()) {
        m_draft = {};
        Q_EMIT draftChanged();
        return;
    }
    m_draft.plan = PlanDraft::BeingMade{};
    Q_EMIT draftChanged();
    const auto facts = m_session.facts();
    const QList<Intent> intents = remediesOf(*facts, *m_session.review(), m_draft.findings);
    m_session.use<Plan>(
        m_drafting,
        [contact = contacts(), id = m_session.server().id, facts, intents](const auto &reached, const Route &route,
                                                                           std::stop_token stop) {
            return makePlan(contact(reached, route), id, *facts, intents, stop);
        },
        [this](Result<Plan> plan) {
            if (plan)
                m_draft.plan = std::move(*plan);
            else
                m_draft.plan = plan.error();
            Q_EMIT draftChanged();
        });
}

void Changing::preview()
{
    const auto *gathered = std::get_if<Plan>(&m_draft.plan);
    if (!gathered || isOpen())
        return;
    const auto facts = m_session.facts();
    m_make = [id = m_session.server().id, facts, intents = remediesOf(*facts, *m_session.review(), m_draft.findings)](
                 const Contact &contact, std::stop_token stop) { return makePlan(contact, id, *facts, intents, stop); };
    m_undoes.reset();
    ApplyState state;
    state.plan = *gathered;
    setState(state);
}

void Changing::plan(const QList<Intent> &intents)
{
    if (!m_session.facts())
        return;
    show([id = m_session.server().id, facts = m_session.facts(), intents](
             const Contact &contact, std::stop_token stop) { return makePlan(contact, id, *facts, intents, stop); });
}

void Changing::planUndo(qint64 number, const QList<RemotePath> &only)
{
    show(
        [storage = m_storage, number, only](const Contact &contact, std::stop_token stop) -> Result<Plan> {
            const auto change = [number](Store &store) { return store.change(number); };
            const ChangeRecord record = GW_TRY(storage.use(change));
            return makeUndoPlan(contact, record, only, stop);
        },
        number);
}

void Changing::planAgain()
{
    if (m_make)
        show(m_make, m_undoes);
}

void Changing::show(MakePlan make, std::optional<qint64> undoes)
{
    if (isOpen()) {
        Q_EMIT failed(Error{Error::Kind::Invalid,
                            tr("Plan a change of %1").arg(m_session.server().name),
                            tr("Another change of this server is still open"),
                            tr("Keep or undo it first"),
                            {}});
        return;
    }
    m_make = std::move(make);
    m_undoes = undoes;
    m_planError.reset();
    m_session.use<Plan>(
        m_planning,
        [contact = contacts(), make = m_make](const auto &reached, const Route &route, std::stop_token stop) {
            return make(contact(reached, route), stop);
        },
        [this](Result<Plan> plan) {
            if (!plan) {
                m_planError = plan.error();
                Q_EMIT stateChanged();
                Q_EMIT failed(plan.error());
                return;
            }
            ApplyState state;
            state.plan = std::move(*plan);
            setState(state);
        });
    Q_EMIT stateChanged();
}

void Changing::stopPlanning()
{
    m_planning.stop();
    Q_EMIT stateChanged();
}

// ---- the change ----

void Changing::apply(const Plan &plan)
{
    if (isOpen())
        return;
    ApplyState state;
    state.plan = plan;
    state.window = plan.window;
    m_run.reset(); // made on the worker, which knows the connection
    m_state = state;
    m_found.reset();
    begin(Phase::Preparing, [](ChangeRun &run, const Contact &contact, const OnChange &progress, std::stop_token stop) {
        return run.apply(contact, progress, stop);
    });
}

void Changing::begin(Phase phase, Act act)
{
    m_state->phase = phase;
    m_state->trouble.clear();
    m_question = {};
    m_due.stop();
    Q_EMIT stateChanged();
    if (!m_run)
        m_run = std::make_shared<ChangeRun>(ChangeRequest{}, noJournal());
    const auto work = [contacts = contacts(), run = m_run, act = std::move(act), server = m_session.server(),
                       journal = journalIn(m_storage.path()), undoes = m_undoes, state = *m_state,
                       report = m_progress.sender(),
                       given = m_answers](const HostConnection::Reached &reached, const Route &route,
                                          std::stop_token stop) -> Result<ChangeState> {
        const Contact contact = contacts(reached, route);
        if (!run->isArmed()) {
            ChangeRequest request =
                requestFor(server, state.plan, wayOf(route, given, reached.elevation, reached.shell), reached.shell);
            request.undoes = undoes;
            *run = ChangeRun(std::move(request), journal);
        }
        ChangeView view(state);
        return act(
            *run, contact,
            [&view, &report](const ChangeProgress &progress) {
                view.follow(progress);
                report(view.state());
            },
            stop);
    };
    m_session.use<ChangeState>(m_acting, work, [this](Result<ChangeState> result) { arrived(std::move(result)); });
}

void Changing::arrived(Result<ChangeState> result)
{
    if (!result) {
        const Error &error = result.error();
        if (!m_run->isArmed()) {
            setState(viewOf(*m_state, error));
            return;
        }
        // Still in force: the server waits, and returns by itself if nothing more comes.
        if (error.kind == Error::Kind::NeedsAnswer)
            m_question = error.question;
        ApplyState state = *m_state;
        state.phase = Phase::AskingToKeep;
        state.trouble = error.text();
        setState(state);
        return;
    }
    setState(viewOf(*m_state, *result));
    if (m_state->phase != Phase::Ended)
        return;
    m_ended = std::get<ChangeEnded>(*result).record;
    m_session.follow(std::get<ChangeEnded>(*result).newAddress);
    Q_EMIT ended();
}

void Changing::setState(std::optional<ApplyState> state)
{
    m_state = std::move(state);
    if (m_state && m_state->phase == Phase::AskingToKeep)
        m_due.start(
            std::max(0ms, std::chrono::milliseconds(QDateTime::currentDateTimeUtc().msecsTo(m_state->returnsAt))) +
            afterReturn);
    else
        m_due.stop();
    if (m_state && m_state->phase == Phase::Ended && m_state->outcome == Outcome::Kept)
        gather({});
    Q_EMIT stateChanged();
}

void Changing::keep()
{
    if (!m_state || m_state->phase != Phase::AskingToKeep)
        return;
    begin(Phase::Keeping, [](ChangeRun &run, const Contact &contact, const OnChange &, std::stop_token stop) {
        return run.keepIt(contact, stop);
    });
}

void Changing::undo()
{
    const bool halfBack = m_state && m_state->phase == Phase::Ended && m_state->outcome == Outcome::Broken && m_ended;
    if (halfBack) {
        OpenChange held;
        held.transaction = m_ended->transaction;
        held.returnsAt = QDateTime::currentDateTimeUtc();
        m_run = resume(held, *m_ended);
    } else if (!m_state || m_state->phase != Phase::AskingToKeep) {
        return;
    }
    begin(Phase::Undoing, [](ChangeRun &run, const Contact &contact, const OnChange &, std::stop_token) {
        return Result<ChangeState>(run.undoIt(contact));
    });
}

void Changing::moreTime()
{
    if (!m_state || m_state->phase != Phase::AskingToKeep)
        return;
    begin(Phase::AskingToKeep, [](ChangeRun &run, const Contact &contact, const OnChange &, std::stop_token stop) {
        return run.moreTime(contact, stop);
    });
}

void Changing::proveAgain()
{
    begin(Phase::Proving, [](ChangeRun &run, const Contact &contact, const OnChange &progress, std::stop_token stop) {
        return run.prove(contact, progress, stop);
    });
}

void Changing::lookAfterReturn()
{
    begin(Phase::AskingToKeep, [](ChangeRun &run, const Contact &contact, const OnChange &, std::stop_token stop) {
        return run.lookAgain(contact, stop);
    });
}

void Changing::stop()
{
    if (m_state && isAtWork(m_state->phase))
        m_acting.requestStop();
}

void Changing::dismiss()
{
    if (isOpen())
        return;
    m_planning.stop();
    m_run.reset();
    setState({});
}

void Changing::discard()
{
    dismiss();
    gather({});
}

void Changing::forgetFound()
{
    m_found.reset();
    Q_EMIT stateChanged();
}

void Changing::leaveToRollout(bool atWork)
{
    m_leftToRollout = atWork;
    if (atWork && m_looking.isRunning()) { // it might see the change of the rollout
        m_looking.stop();
        m_looked = false;
    }
}

// ---- questions of proofs ----

void Changing::answer(const HostKeyQuestion &question)
{
    m_answers.accept(question);
    proveAgain();
}

void Changing::answer(const SecretQuestion &question, const QList<Secret> &secrets)
{
    m_answers.answer(question, secrets);
    proveAgain();
}

void Changing::declineQuestion()
{
    m_question = {};
    undo();
}

// ---- what is open since before ----

void Changing::lookForOpenChanges()
{
    const auto &facts = m_session.facts();
    if (m_looked || m_leftToRollout || isOpen() || !facts || !facts->access.isRoot ||
        !std::holds_alternative<Online>(m_session.connection()))
        return;
    m_looked = true;
    m_session.use<Recovered>(
        m_looking,
        [contact = contacts(), server = m_session.server(), journal = journalIn(m_storage.path())](
            const HostConnection::Reached &reached, const Route &route, std::stop_token stop) {
            const ChangeRequest request =
                requestFor(server, {}, wayOf(route, reached.answers, reached.elevation, reached.shell), reached.shell);
            return recover(contact(reached, route), request, journal, stop);
        },
        [this](Result<Recovered> recovered) {
            if (!recovered)
                return; // a server without a guard that could be asked has nothing open either
            if (!recovered->ended.isEmpty())
                Q_EMIT ended();
            if (!recovered->waiting.isEmpty())
                takeUp(recovered->waiting.first());
        });
}

/// A change that the server holds, as the journal knows it.
std::shared_ptr<ChangeRun> Changing::resume(const OpenChange &change, const ChangeRecord &known) const
{
    ChangeRequest request;
    request.server = m_session.server();
    request.plan = known.plan;
    request.undoes = known.undoes;
    return std::make_shared<ChangeRun>(ChangeRun::resumed(request, journalIn(m_storage.path()), change, known));
}

/// Ours is gone on with, at "keep?"; somebody else's is only shown.
void Changing::takeUp(const Recovered::Waiting &waiting)
{
    m_found = waiting;
    if (waiting.known && !isOpen()) {
        m_run = resume(waiting.change, *waiting.known);
        ApplyState state;
        state.phase = Phase::AskingToKeep;
        state.plan = waiting.known->plan;
        state.window = state.plan.window;
        state.steps = waiting.known->steps;
        state.returnsAt = waiting.change.returnsAt;
        m_state = state;
        m_found.reset();
        proveAgain();
        return;
    }
    Q_EMIT stateChanged();
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/rolling.h"

#include "app/change/planning.h"
#include "app/fleet/changeview.h"
#include "widgets/parts/format.h"

namespace gw {
namespace {

using namespace std::chrono_literals;
using Stage = RolloutState::Stage;
using State = RolloutMember::State;
using Stopping = RolloutState::Stopping;

constexpr int mostAtOnce = 16; // each waits for its server most of the time
constexpr auto refreshPause = 60ms;

/// What is said about a server that can take part.
QString aboutOf(const Session &session)
{
    const ServerSummary summary = session.summary();
    const int findings = summary.openFindings();
    return format::joined({summary.system,
                           findings == 1 ? Rolling::tr("1 finding") : Rolling::tr("%1 findings").arg(findings),
                           Rolling::tr("surveyed %1").arg(format::age(summary.surveyedAt))});
}

/// Why a server cannot be changed now, whatever the change is; empty: it can.
QString obstacleOf(const Session &session, const Fleet &fleet)
{
    if (session.progress())
        return Rolling::tr("Is being surveyed");
    if (std::holds_alternative<Asking>(session.connection()))
        return Rolling::tr("Asks something before it lets anybody in: open it and answer");
    if (!session.facts())
        return Rolling::tr("Was never surveyed");
    if (!std::holds_alternative<Online>(session.connection()))
        return Rolling::tr("Is not connected: %1").arg(format::connection(session.connection()));
    if (!session.facts()->access.isRoot)
        return Rolling::tr("Was surveyed without root rights, which a change needs: open it and become root");
    const Changing *changing = fleet.changing(session.server().id);
    if (changing && changing->isOpen())
        return Rolling::tr("Has a change open: keep or undo it first");
    return {};
}

bool mayConnect(const Session &session)
{
    const bool way = std::holds_alternative<Online>(session.connection()) ||
                     std::holds_alternative<Offline>(session.connection()) ||
                     std::holds_alternative<Failed>(session.connection());
    return way && !session.progress() && (!session.facts() || !std::holds_alternative<Online>(session.connection()));
}

bool isKept(const RolloutMember &member)
{
    return member.state == State::Ended && member.change.outcome == Outcome::Kept;
}

Error goneError(const QString &tried)
{
    return {Error::Kind::Unreachable, tried, Rolling::tr("The server is not connected any more"), {}, {}};
}

/// What cannot be tried from outside would not be kept: such a change is not even begun.
Result<Plan> provablePlan(const Contact &contact, const HostId &id, const Facts &facts, const QList<Intent> &intents,
                          std::stop_token stop)
{
    Plan plan = GW_TRY(makePlan(contact, id, facts, intents, stop));
    for (const Proof &proof : std::as_const(plan.proofs)) {
        const auto *port = std::get_if<PortProof>(&proof);
        if (!port)
            continue;
        const Observation seen = contact.outside.port(*port, stop);
        if (seen.verdict == Observation::Verdict::NotTried)
            return Error{Error::Kind::Unsupported,
                         titleOf(proof),
                         seen.detail,
                         Rolling::tr("Change this server by itself: then you decide what is kept"),
                         {}};
    }
    return plan;
}

} // namespace

Contact realContact(const HostConnection::Reached &reached, const Route &route, const Facts &facts)
{
    return Contact{reached.shell,
                   reached.elevation,
                   outsideOf(wayOf(route, reached.answers, reached.elevation, reached.shell, &facts)),
                   {},
                   route};
}

Rolling::Rolling(Fleet &fleet, ChangeJournal journal, ContactOf contactOf)
    : m_fleet(fleet), m_journal(std::move(journal)), m_contactOf(std::move(contactOf))
{
    m_candidates.setSingleShot(true);
    m_candidates.setInterval(refreshPause);
    connect(&m_candidates, &QTimer::timeout, this, &Rolling::refreshCandidates);
    connect(&m_fleet, &Fleet::sessionAdded, this, &Rolling::follow);
    connect(&m_fleet, &Fleet::sessionRemoved, this, [this] { m_candidates.start(); });
    connect(&m_fleet, &Fleet::changeAdded, this, [this](Session *, Changing *changing) {
        connect(changing, &Changing::stateChanged, &m_candidates, qOverload<>(&QTimer::start));
    });
    for (Session *session : m_fleet.sessions())
        follow(session);
}

Rolling::~Rolling() = default;

void Rolling::follow(Session *session)
{
    connect(session, &Session::surveyedChanged, &m_candidates, qOverload<>(&QTimer::start));
    connect(session, &Session::connectionChanged, this, [this, session] {
        m_candidates.start();
        showTrouble(*session);
    });
}

RolloutMember *Rolling::member(const HostId &id)
{
    const auto found = std::find_if(m_state.members.begin(), m_state.members.end(),
                                    [&id](const RolloutMember &member) { return member.id == id; });
    return found == m_state.members.end() ? nullptr : &*found;
}

// ---- the choice ----

void Rolling::begin(RolloutWish wish)
{
    if (isRunning())
        return;
    discard();
    m_wish = std::move(wish);
    m_state.title = m_wish.title;
    refreshCandidates();
}

void Rolling::discard()
{
    if (isRunning())
        return;
    m_work.clear();
    m_wish = {};
    m_state = {};
    m_offered.clear();
    Q_EMIT stateChanged();
}

void Rolling::refreshCandidates()
{
    if (m_state.stage != Stage::Choosing || !isBegun())
        return;
    QList<RolloutCandidate> candidates;
    for (const Session *session : m_fleet.sessions()) {
        const Server &server = session->server();
        const RolloutWish::Concern concern = session->facts() ? m_wish.concern(*session) : RolloutWish::Concern();
        if (!concern.isConcerned)
            continue;
        RolloutCandidate candidate{server.id, server.name, server.group, aboutOf(*session), concern.obstacle};
        if (candidate.obstacle.isEmpty()) {
            candidate.obstacle = obstacleOf(*session, m_fleet);
            candidate.mayConnect = mayConnect(*session);
        }
        if (candidate.obstacle.isEmpty() && !m_offered.contains(server.id)) {
            m_offered.insert(server.id);
            if (m_wish.choice == RolloutWish::Choice::All)
                m_state.chosen.insert(server.id);
        }
        candidates << candidate;
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const auto &a, const auto &b) {
        return a.group.isEmpty() != b.group.isEmpty() ? b.group.isEmpty() : compareNames(a.group, b.group) < 0;
    });
    m_state.candidates = candidates;
    Q_EMIT stateChanged();
}

void Rolling::choose(const QSet<HostId> &chosen)
{
    if (m_state.stage != Stage::Choosing)
        return;
    m_state.chosen = chosen;
    Q_EMIT stateChanged();
}

void Rolling::connectTo(const QList<HostId> &ids)
{
    for (const HostId &id : ids) {
        if (Session *session = m_fleet.session(id))
            session->rescan();
    }
}

void Rolling::backToChoice()
{
    if (m_state.stage != Stage::Planning && m_state.stage != Stage::Ended)
        return;
    if (m_state.stage == Stage::Ended) {
        for (const RolloutMember &member : std::as_const(m_state.members)) {
            if (isKept(member))
                m_state.chosen.remove(member.id);
        }
    }
    m_work.clear();
    m_state.members.clear();
    m_state.stage = Stage::Choosing;
    m_state.stopping = Stopping::No;
    refreshCandidates();
}

// ---- the plans ----

/// With its connection there, work over it begins at once: nothing of ours waits in a session.
Session *Rolling::reachable(const HostId &id) const
{
    Session *session = m_fleet.session(id);
    const bool there =
        session && session->facts() && session->review() && std::holds_alternative<Online>(session->connection());
    return there ? session : nullptr;
}

void Rolling::makePlans()
{
    if (m_state.stage != Stage::Choosing)
        return;
    m_state.members.clear();
    for (const RolloutCandidate &candidate : std::as_const(m_state.candidates)) {
        if (m_state.chosen.contains(candidate.id) && candidate.obstacle.isEmpty())
            m_state.members << RolloutMember{candidate.id, candidate.name};
    }
    if (m_state.members.isEmpty())
        return;
    m_state.stage = Stage::Planning;
    arrange();
    const QList<RolloutMember> members = m_state.members;
    for (const RolloutMember &each : members)
        beginPlan(each.id);
    Q_EMIT stateChanged();
}

void Rolling::beginPlan(const HostId &id)
{
    auto &work = m_work[id];
    work = std::make_unique<Work>([this, id](const ApplyState &change) { hear(id, change); });
    Session *session = reachable(id);
    if (!session)
        return planned(id, goneError(tr("Make a plan")));
    session->use<Plan>(
        work->planning,
        [contactOf = m_contactOf, id, facts = session->facts(),
         intents = m_wish.intents(*session->facts(), *session->review())](const HostConnection::Reached &reached,
                                                                          const Route &route, std::stop_token stop) {
            return provablePlan(contactOf(reached, route, *facts), id, *facts, intents, stop);
        },
        [this, id](Result<Plan> plan) { planned(id, std::move(plan)); });
}

void Rolling::planned(const HostId &id, Result<Plan> plan)
{
    RolloutMember *one = member(id);
    if (!one || one->state != State::Planning)
        return;
    one->why.clear();
    if (!plan) {
        one->state = State::NoPlan;
        one->why = plan.error().text();
    } else {
        one->state = plan->steps.isEmpty() ? State::NothingToDo : State::Ready;
        one->change.window = plan->window;
        one->change.plan = std::move(*plan);
    }
    arrange();
    Q_EMIT stateChanged();
}

/// Those that take part first, wave by wave.
void Rolling::arrange()
{
    const auto takesPart = [](const RolloutMember &member) {
        return member.state == State::Planning || member.state == State::Ready;
    };
    std::stable_partition(m_state.members.begin(), m_state.members.end(), takesPart);
    const auto count = int(std::count_if(m_state.members.cbegin(), m_state.members.cend(), takesPart));
    for (RolloutMember &member : m_state.members)
        member.wave = -1;
    const QList<QList<int>> waves = wavesOf(count);
    for (int wave = 0; wave < waves.size(); ++wave) {
        for (const int place : waves[wave])
            m_state.members[place].wave = wave;
    }
}

void Rolling::makeCanary(const HostId &id)
{
    if (m_state.stage != Stage::Planning)
        return;
    const auto found = std::find_if(m_state.members.begin(), m_state.members.end(), [&id](const RolloutMember &member) {
        return member.id == id && member.state == State::Ready;
    });
    if (found == m_state.members.end())
        return;
    std::rotate(m_state.members.begin(), found, found + 1);
    arrange();
    Q_EMIT stateChanged();
}

// ---- the changes ----

void Rolling::start()
{
    const auto is = [this](State state) {
        return std::any_of(m_state.members.cbegin(), m_state.members.cend(),
                           [state](const RolloutMember &member) { return member.state == state; });
    };
    if (m_state.stage != Stage::Planning || is(State::Planning) || !is(State::Ready))
        return;
    m_state.stage = Stage::Running;
    goOn();
}

/// The place of the member whose turn it is now.
std::optional<qsizetype> Rolling::next() const
{
    const QList<RolloutMember> &members = m_state.members;
    const auto any = [&members](const auto &predicate) {
        return std::any_of(members.cbegin(), members.cend(), predicate);
    };
    const bool halted = m_state.stopping == Stopping::Now || any([](const RolloutMember &member) {
                            return member.state == State::Ended && !isKept(member);
                        });
    const auto ready = std::find_if(members.cbegin(), members.cend(),
                                    [](const RolloutMember &member) { return member.state == State::Ready; });
    if (halted || ready == members.cend())
        return {};
    const int wave = ready->wave;
    if (any([wave](const RolloutMember &member) { return member.wave < wave && member.state == State::Working; }))
        return {};
    const bool begun =
        any([wave](const RolloutMember &member) { return member.wave == wave && member.state != State::Ready; });
    if (m_state.stopping == Stopping::AfterWave && !begun)
        return {};
    return ready - members.cbegin();
}

/// Begins whatever may begin now, and ends the rollout when nothing is at work any more.
void Rolling::goOn()
{
    const auto atWork = [this] {
        return std::count_if(m_state.members.cbegin(), m_state.members.cend(),
                             [](const RolloutMember &member) { return member.state == State::Working; });
    };
    while (atWork() < mostAtOnce) {
        const auto place = next();
        if (!place)
            break;
        beginChange(m_state.members[*place]);
    }
    if (atWork() == 0) {
        for (RolloutMember &member : m_state.members) {
            if (member.state == State::Ready)
                member.state = State::NotReached;
        }
        m_state.stage = Stage::Ended;
    }
    Q_EMIT stateChanged();
}

void Rolling::beginChange(RolloutMember &member)
{
    const HostId id = member.id;
    Session *session = reachable(id);
    if (!session) {
        member.state = State::Ended;
        member.change = viewOf(member.change, goneError(member.change.plan.title));
        return;
    }
    member.state = State::Working;
    member.change.phase = ApplyState::Phase::Preparing;
    if (Changing *changing = m_fleet.changing(id))
        changing->leaveToRollout(true);
    Work &work = *m_work.at(id);
    session->use<ChangeEnded>(
        work.changing,
        [contactOf = m_contactOf, journal = m_journal, server = session->server(), facts = session->facts(),
         state = member.change, report = work.progress.sender()](const HostConnection::Reached &reached,
                                                                 const Route &route, std::stop_token stop) {
            const Way way = wayOf(route, reached.answers, reached.elevation, reached.shell);
            ChangeRun run(requestFor(server, state.plan, way, reached.shell), journal);
            ChangeView view(state);
            const auto tell = [&view, &report](const ChangeProgress &progress) {
                view.follow(progress);
                report(view.state());
            };
            return changeUnattended(run, contactOf(reached, route, *facts), tell, stop);
        },
        [this, id](Result<ChangeEnded> ended) { changed(id, std::move(ended)); });
}

void Rolling::hear(const HostId &id, const ApplyState &change)
{
    RolloutMember *one = member(id);
    if (!one || one->state != State::Working)
        return;
    const QString trouble = one->change.trouble;
    one->change = change;
    one->change.trouble = trouble;
    Q_EMIT stateChanged();
}

void Rolling::changed(const HostId &id, Result<ChangeEnded> ended)
{
    RolloutMember *one = member(id);
    if (!one || one->state != State::Working)
        return;
    one->state = State::Ended;
    const std::optional<NewAddress> address = ended ? ended->newAddress : std::nullopt;
    one->change = ended ? viewOf(one->change, ChangeState(std::move(*ended))) : viewOf(one->change, ended.error());
    one->change.trouble.clear();
    if (Changing *changing = m_fleet.changing(id))
        changing->leaveToRollout(false);
    if (Session *session = m_fleet.session(id))
        session->follow(address);
    Q_EMIT serverEnded(id);
    goOn();
}

/// A server that asks something on the way waits for its answer.
void Rolling::showTrouble(const Session &session)
{
    RolloutMember *one = member(session.server().id);
    if (!one)
        return;
    const QString trouble = std::holds_alternative<Asking>(session.connection())
                                ? tr("It asks something before it lets anybody in: open it and answer")
                                : QString();
    QString &shown = one->state == State::Working ? one->change.trouble : one->why;
    if ((one->state != State::Working && one->state != State::Planning) || shown == trouble)
        return;
    shown = trouble;
    Q_EMIT stateChanged();
}

void Rolling::stopAfterWave()
{
    if (!isRunning() || m_state.stopping != Stopping::No)
        return;
    m_state.stopping = Stopping::AfterWave;
    Q_EMIT stateChanged();
}

void Rolling::stopNow()
{
    if (!isRunning() || m_state.stopping == Stopping::Now)
        return;
    m_state.stopping = Stopping::Now;
    for (const auto &[id, work] : m_work) {
        if (work->changing.isRunning())
            work->changing.requestStop();
    }
    Q_EMIT stateChanged();
}

} // namespace gw

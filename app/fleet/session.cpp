// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/session.h"

#include "backend/survey/bestsurvey.h"

#include <QTimer>

namespace gw {
namespace {

constexpr std::chrono::seconds keychainPatience{10};

} // namespace

Session::Session(Server server, Listed listed, SessionServices services)
    : m_server(std::move(server)), m_listed(listed), m_services(std::move(services)),
      m_progressMail([this](const SurveyProgress &progress) {
          if (!m_progress)
              return; // the survey has ended meanwhile
          m_progress = progress;
          Q_EMIT progressChanged();
      }),
      m_writer(m_services.storage)
{
}

Session::~Session() = default;

ServerSummary Session::summary() const
{
    ServerSummary summary = m_surveyed.summary;
    summary.server = m_server;
    summary.connection = m_shown;
    summary.busy = m_progress.has_value();
    return summary;
}

void Session::setServer(const Server &server)
{
    const bool sameWay = server.target == m_server.target && server.transport == m_server.transport &&
                         server.identityFile == m_server.identityFile;
    if (server.target != m_server.target)
        m_surveyed = {}; // of another machine
    m_server = server;
    if (!sameWay)
        dropConnection();
    Q_EMIT surveyedChanged();
}

void Session::follow(const std::optional<NewAddress> &address)
{
    if (!address || address->target.isEmpty())
        return;
    m_server.target = address->target;
    if (isListed()) {
        m_writer.write([server = m_server](Store &store) { return store.save(server); },
                       [this](const Result<void> &saved) {
                           if (saved)
                               return;
                           m_surveyError = saved.error();
                           Q_EMIT surveyedChanged();
                       });
    }
    dropConnection();
    Q_EMIT surveyedChanged();
}

void Session::dropConnection()
{
    abandonWay();
    m_survey.stop(); // its result belongs to the old way
    m_askingRoot.reset();
    m_refusal.clear();
    m_surveyError.reset();
    m_lookedUp.clear();
    m_connection.reset();
    if (m_progress)
        endProgress();
    show(Offline{});
}

void Session::setListed()
{
    m_listed = Listed::Yes;
    keepAnswer();
}

void Session::keepAnswer()
{
    if (!isListed() || !m_surveyed.answer)
        return;
    m_writer.write(
        [id = m_server.id, answer = std::exchange(m_surveyed.answer, nullptr)](Store &store) -> Result<void> {
            GW_TRY(store.keep(id, *answer));
            return {};
        },
        [this](const Result<void> &kept) {
            if (kept)
                return;
            m_surveyError = kept.error();
            Q_EMIT surveyedChanged();
        });
}

void Session::load()
{
    m_services.storage.start<std::optional<Surveyed>>(
        m_load, [server = m_server](Store &store) { return loadSurveyed(server, store); },
        [this](Result<std::optional<Surveyed>> loaded) {
            if (!loaded) {
                m_surveyError = loaded.error();
                Q_EMIT surveyedChanged();
                return;
            }
            if (!*loaded || m_surveyed.facts)
                return; // nothing kept, or a survey was faster
            m_surveyed = std::move(**loaded);
            Q_EMIT surveyedChanged();
        });
}

// ---- the connection ----

void Session::rescan()
{
    if (m_progress || std::holds_alternative<Asking>(m_shown))
        return;
    m_surveyError.reset();
    m_lookedUp.clear();
    beginProgress();
    if (m_connection)
        m_connection->tryAgain(); // the person asked: also after a failure
    whenOnTheWay([this](const std::optional<Error> &noWay) {
        if (noWay)
            endProgress();
        else
            runSurvey();
    });
}

void Session::whenOnTheWay(OnTheWay then)
{
    if (m_connection) {
        then({});
        return;
    }
    m_onTheWay.append(std::move(then));
    if (m_routing.isRunning())
        return;
    show(Connecting{});
    m_routing.start(
        [server = m_server, route = m_services.connector.route](std::stop_token stop) { return route(server, stop); },
        [this](Result<Route> route) {
            std::optional<Error> noWay;
            if (route) {
                m_route = *route;
                makeConnection();
                m_connection->connectNow();
            } else {
                noWay = route.error();
                show(Failed{*noWay});
            }
            for (const OnTheWay &each : std::exchange(m_onTheWay, {}))
                each(noWay);
        });
}

void Session::abandonWay()
{
    m_routing.stop();
    for (const OnTheWay &each : std::exchange(m_onTheWay, {}))
        each(stoppedError());
}

void Session::makeConnection()
{
    const QString jumpHost = m_route.hops.size() > 1 ? m_route.hops.first().label() : QString();
    m_hop = m_route.hops.isEmpty() ? m_server.name : m_route.hops.last().label();
    m_connection = std::make_unique<HostConnection>(
        [server = m_server, route = m_route,
         open = m_services.connector.open](const Answers &answers, const ShowNotice &notice, std::stop_token stop) {
            return open(server, route, answers, notice, stop);
        },
        m_services.gate, jumpHost);
    connect(m_connection.get(), &HostConnection::stateChanged, this, &Session::onConnectionState);
    connect(m_connection.get(), &HostConnection::secretsRefused, this, [this](const QStringList &keys) {
        for (const QString &key : keys)
            m_services.secrets.forget(key);
        m_refusal = tr("It was not accepted");
    });
}

void Session::onConnectionState()
{
    const ConnectionState &state = m_connection->state();
    if (const auto *asking = std::get_if<Asking>(&state)) {
        const auto *question = std::get_if<SecretQuestion>(&asking->question);
        if (question && !m_lookedUp.contains(question->key())) {
            lookUp(*question);
            return; // still "connecting" for the person
        }
    }
    if (std::holds_alternative<Online>(state)) {
        m_lookedUp.clear();
        m_refusal.clear();
    }
    show(state);
}

/// The keychain may know the answer. It is asked once: a kept password that is refused is not tried again.
void Session::lookUp(const SecretQuestion &question)
{
    m_lookedUp.insert(question.key());
    m_services.secrets.find(question.key(), this, [this, question](const std::optional<QList<Secret>> &found) {
        if (found && m_connection)
            m_connection->answer(question, *found, HostConnection::Remember::ForThisConnection);
        else
            showQuestion(question);
    });
    // A keychain may wait for its own password dialog, which nobody sees: then the person is asked here.
    QTimer::singleShot(keychainPatience, this, [this, question] { showQuestion(question); });
}

void Session::showQuestion(const SecretQuestion &question)
{
    if (m_connection && m_connection->state() == ConnectionState(Asking{question}))
        onConnectionState(); // m_lookedUp holds its key already
}

void Session::show(ConnectionState state)
{
    if (auto *online = std::get_if<Online>(&state)) {
        if (m_askingRoot) {
            state = Asking{*m_askingRoot};
        } else if (m_surveyed.facts) {
            online->isRoot = m_surveyed.facts->access.isRoot;
            online->rootWantsPassword = !online->isRoot && m_surveyed.facts->access.asks != Access::Program::None;
        }
    }
    m_shown = std::move(state);
    Q_EMIT connectionChanged();
}

void Session::stop()
{
    abandonWay();
    if (m_survey.isRunning())
        m_survey.requestStop();
    else
        endProgress();
    if (m_connection && !std::holds_alternative<Online>(m_connection->state()))
        m_connection->disconnectNow();
    else if (!m_connection)
        show(Offline{});
}

void Session::disconnectNow()
{
    stop();
    m_askingRoot.reset();
    if (m_connection)
        m_connection->disconnectNow();
}

void Session::accept(const HostKeyQuestion &question)
{
    if (m_connection)
        m_connection->answer(question);
}

void Session::answer(const SecretQuestion &question, const QList<Secret> &secrets, Keep keep)
{
    if (!m_connection)
        return;
    m_refusal.clear();
    if (keep == Keep::Keychain)
        m_services.secrets.keep(question.key(), secrets);
    m_connection->answer(question, secrets, HostConnection::Remember::UntilExit);
    if (question.kind == SecretQuestion::Kind::RootPassword) {
        m_askingRoot.reset();
        show(m_connection->state());
        rescan();
    }
}

void Session::cancelQuestion()
{
    m_refusal.clear();
    if (m_askingRoot) {
        m_askingRoot.reset();
        show(m_connection->state());
        return;
    }
    endProgress();
    m_survey.stop();
    if (m_connection)
        m_connection->decline();
}

SecretQuestion Session::rootQuestion() const
{
    SecretQuestion question;
    question.kind = SecretQuestion::Kind::RootPassword;
    question.hop = m_hop;
    const bool byDoas = m_surveyed.facts && m_surveyed.facts->access.asks == Access::Program::Doas;
    question.subject = byDoas ? QStringLiteral("doas") : QStringLiteral("sudo");
    question.prompts = {{UntrustedText(tr("Password")), false}};
    return question;
}

void Session::becomeRoot()
{
    if (!m_connection || !std::holds_alternative<Online>(m_connection->state()))
        return;
    m_askingRoot = rootQuestion();
    show(m_connection->state());
}

/// Beside what could be surveyed without root. The password is asked for again, never repeated by itself.
void Session::askRootAgain(const Error &refused)
{
    m_connection->forgetRootPassword();
    if (!std::holds_alternative<Online>(m_connection->state()))
        return;
    m_refusal = refused.cause;
    m_askingRoot = rootQuestion();
}

// ---- the survey ----

void Session::beginProgress()
{
    m_progress = SurveyProgress{};
    Q_EMIT progressChanged();
}

void Session::endProgress()
{
    m_progress.reset();
    Q_EMIT progressChanged();
}

void Session::runSurvey()
{
    const auto work = [server = m_server, storage = m_services.storage, listed = m_listed,
                       report = m_progressMail.sender(), previous = m_surveyed.answer](
                          const HostConnection::Reached &reached, std::stop_token stop) -> Result<Surveyed> {
        const BestSurvey best = GW_TRY(bestSurvey(reached.shell, reached.elevation, stop, report));
        const SurveyAnswer &answer = best.answer;
        const auto stored = [&](Store &store) -> Result<Surveyed> {
            const QList<AcceptedRisk> accepted = GW_TRY(store.acceptedRisks(server.id));
            if (listed == Listed::NotYet)
                return surveyedFrom(server, answer, previous ? std::optional(*previous) : std::nullopt, accepted);
            const std::optional<SurveyAnswer> before = GW_TRY(store.latest(server.id));
            GW_TRY(store.keep(server.id, answer));
            const QList<ChangeRecord> changes =
                before ? GW_TRY(keptSince(before->takenAt, server.id, store)) : QList<ChangeRecord>();
            return surveyedFrom(server, answer, before, accepted, changes);
        };
        Result<Surveyed> result = storage.use(stored);
        Surveyed surveyed = result ? std::move(*result) : surveyedFrom(server, answer, std::nullopt, {});
        if (!result)
            surveyed.notKept = result.error(); // the answer is there all the same
        surveyed.rootRefused = best.rootRefused;
        if (listed == Listed::NotYet)
            surveyed.answer = std::make_shared<const SurveyAnswer>(answer);
        return surveyed;
    };
    m_connection->use<Surveyed>(m_survey, work, [this](Result<Surveyed> result) { onSurveyed(std::move(result)); });
}

void Session::onSurveyed(Result<Surveyed> result)
{
    endProgress();
    if (!result) {
        const Error &error = result.error();
        // A failed connection is told by its state, a stop needs no telling.
        if (std::holds_alternative<Online>(m_connection->state()) && error.kind != Error::Kind::Cancelled)
            m_surveyError = error;
    } else {
        m_load.stop(); // what is still being read is older
        m_surveyed = std::move(*result);
        keepAnswer(); // it was put into the list while the survey ran
        m_surveyError = m_surveyed.notKept;
        if (const auto refused = std::exchange(m_surveyed.rootRefused, std::nullopt))
            askRootAgain(*refused);
    }
    show(m_connection->state());
    Q_EMIT surveyedChanged();
}

void Session::reviewAgain()
{
    if (!m_surveyed.facts)
        return;
    m_services.storage.start<std::optional<Surveyed>>(
        m_load,
        [server = m_server, before = m_surveyed](Store &store) -> Result<std::optional<Surveyed>> {
            Surveyed again = before;
            again.review =
                std::make_shared<const Review>(gw::review(*before.facts, GW_TRY(store.acceptedRisks(server.id))));
            again.exposures = std::make_shared<const Known<QList<Exposure>>>(exposures(*before.facts));
            again.summary = summaryOf(server, Offline{}, again.facts.get(), again.review.get());
            return std::optional(std::move(again));
        },
        [this](Result<std::optional<Surveyed>> again) {
            if (!again)
                return;
            m_surveyed = std::move(**again);
            Q_EMIT surveyedChanged();
        });
}

void Session::accept(const AcceptedRisk &risk)
{
    changeRisk([id = m_server.id, risk](Store &store) { return store.accept(id, risk); });
}

void Session::withdraw(const AcceptedRisk &risk)
{
    changeRisk([id = m_server.id, risk](Store &store) { return store.revoke(id, risk); });
}

void Session::changeRisk(std::function<Result<void>(Store &)> change)
{
    m_writer.write(std::move(change), [this](const Result<void> &changed) {
        if (changed) {
            reviewAgain();
            return;
        }
        m_surveyError = changed.error();
        Q_EMIT surveyedChanged();
    });
}

} // namespace gw

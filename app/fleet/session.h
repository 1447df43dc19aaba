// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/newaddress.h"
#include "app/connection/connector.h"
#include "app/fleet/surveyed.h"
#include "app/secrets/secretstore.h"
#include "app/storage/storewriter.h"
#include "backend/jobs/hostconnection.h"
#include "backend/jobs/mailbox.h"

namespace gw {

/// What every session uses; outlives them.
struct SessionServices {
    Storage storage;
    SecretStore &secrets;
    ConnectGate &gate;
    Connector connector;
};

/// One server at work: its connection, the survey under way, and what the last survey said.
/// Lives on the window's thread; everything that takes time runs on workers.
class Session : public QObject {
    Q_OBJECT

public:
    enum class Keep { ThisRun, Keychain };
    enum class Listed { Yes, NotYet }; ///< NotYet: connected to, but not in the list of servers

    Session(Server server, Listed listed, SessionServices services);
    ~Session() override;

    const Server &server() const { return m_server; }
    /// Another target, key or transport ends the connection.
    void setServer(const Server &server);
    /// The server is the same and is reached differently from now on; kept in the list too. Ends the connection.
    void follow(const std::optional<NewAddress> &address);
    bool isListed() const { return m_listed == Listed::Yes; }
    /// From now on its surveys are kept, the last one included.
    void setListed();

    const ConnectionState &connection() const { return m_shown; }
    const std::shared_ptr<const Facts> &facts() const { return m_surveyed.facts; }
    const std::shared_ptr<const Review> &review() const { return m_surveyed.review; }
    const Surveyed &surveyed() const { return m_surveyed; }
    const std::optional<SurveyProgress> &progress() const { return m_progress; }
    const std::optional<Error> &surveyError() const { return m_surveyError; }
    /// Why the last answer to the open question was refused; empty: it was not.
    const QString &refusal() const { return m_refusal; }
    ServerSummary summary() const;

    /// The newest kept survey, read from the store.
    void load();
    /// Connects if need be, asks everything, keeps the answer, reviews it.
    void rescan();
    /// Ends the survey or the attempt to connect; what is shown stays.
    void stop();
    void disconnectNow();

    void accept(const HostKeyQuestion &question);
    void answer(const SecretQuestion &question, const QList<Secret> &secrets, Keep keep);
    void cancelQuestion();
    /// Asks for the root password, then surveys again as root.
    void becomeRoot();

    /// Work over the connection of this server, which is opened first where needed. `route` is the way it goes.
    template <typename T>
    using Work = std::function<Result<T>(const HostConnection::Reached &, const Route &route, std::stop_token)>;
    template <typename T>
    void use(Job<T> &job, std::type_identity_t<Work<T>> work, typename Job<T>::Done done)
    {
        whenOnTheWay([this, &job, work = std::move(work), done = std::move(done)](const std::optional<Error> &noWay) {
            if (noWay)
                job.start([error = *noWay](std::stop_token) -> Result<T> { return error; }, done);
            else
                m_connection->use<T>(
                    job, [work, route = m_route](const auto &reached, auto stop) { return work(reached, route, stop); },
                    done);
        });
    }

    void accept(const AcceptedRisk &risk);
    void withdraw(const AcceptedRisk &risk);
    /// The same facts in the language of now.
    void reviewAgain();

Q_SIGNALS:
    void connectionChanged();
    void progressChanged();
    void surveyedChanged();

private:
    /// `then` gets why there is no way, or nothing: m_connection is made. Dropped with the connection.
    using OnTheWay = std::function<void(const std::optional<Error> &noWay)>;
    void whenOnTheWay(OnTheWay then);
    void abandonWay();
    void makeConnection();
    void onConnectionState();
    void lookUp(const SecretQuestion &question);
    void showQuestion(const SecretQuestion &question);
    void dropConnection();
    void keepAnswer();
    void show(ConnectionState state);
    void runSurvey();
    void onSurveyed(Result<Surveyed> result);
    void beginProgress();
    void endProgress();
    void changeRisk(std::function<Result<void>(Store &)> change);
    SecretQuestion rootQuestion() const;
    void askRootAgain(const Error &refused);

    Server m_server;
    Listed m_listed;
    SessionServices m_services;
    Route m_route;
    QList<OnTheWay> m_onTheWay;
    QString m_hop;                                ///< "user@host:port" of the server itself
    std::unique_ptr<HostConnection> m_connection; ///< made once the way is known
    ConnectionState m_shown = Offline{};
    std::optional<SecretQuestion> m_askingRoot;
    QSet<QString> m_lookedUp; ///< questions that the keychain was asked for since the last success
    QString m_refusal;

    Surveyed m_surveyed;
    std::optional<Error> m_surveyError;
    std::optional<SurveyProgress> m_progress;
    Mailbox<SurveyProgress> m_progressMail;

    Job<Route> m_routing;
    Job<Surveyed> m_survey;
    Job<std::optional<Surveyed>> m_load;
    StoreWriter m_writer;
};

} // namespace gw

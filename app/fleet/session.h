// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    void accept(const AcceptedRisk &risk);
    void withdraw(const AcceptedRisk &risk);
    /// The same facts in the language of now.
    void reviewAgain();

Q_SIGNALS:
    void connectionChanged();
    void progressChanged();
    void surveyedChanged();

private:
    void findWay();
    void makeConnection(const Route &route);
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

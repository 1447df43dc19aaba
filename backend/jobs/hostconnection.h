// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/connectionstate.h"
#include "backend/base/question.h"
#include "backend/jobs/connectgate.h"
#include "backend/jobs/job.h"
#include "backend/jobs/mailbox.h"
#include "backend/jobs/reconnectpolicy.h"
#include "backend/shell/script.h"

#include <QObject>
#include <QTimer>
#include <memory>

namespace gw {

struct OpenedShell {
    std::shared_ptr<Shell> shell;
    Online online;
};

/// What the person has to do while the connection opens; empty once it is done. Callable from any thread.
using ShowNotice = std::function<void(const UntrustedText &)>;

/// Opens the connection, on a worker. An open question is Error::Kind::NeedsAnswer.
using OpenShell = std::function<Result<OpenedShell>(const Answers &, const ShowNotice &, std::stop_token)>;

/// The connection to one server, on the window's thread: opens it when it is needed, asks what only the person knows,
/// opens it again after it was lost, and holds what was answered for as long as it lasts.
///
/// An attempt the person asked for fails at once and says why. A connection that was up and got lost is tried again
/// with growing pauses, until it is up or the circuit breaker opens.
class HostConnection : public QObject {
    Q_OBJECT

public:
    enum class Remember { ForThisConnection, UntilExit };
    /// The open connection, for work over it: with the answers that opened it, so that the same way can be gone again.
    struct Reached {
        Shell &shell;
        const Elevation &elevation;
        const Answers &answers;
    };
    template <typename T>
    using Work = std::function<Result<T>(const Reached &, std::stop_token)>;

    /// `jumpHost` names the first hop for the gate ("user@host:port"); empty: a direct way. The gate outlives the
    /// connection.
    HostConnection(OpenShell open, ConnectGate &gate, QString jumpHost = {}, ReconnectPolicy policy = {});
    ~HostConnection() override;

    const ConnectionState &state() const { return m_state; }
    /// Why it is not up: of the last attempt, also while waiting for the next one. Kind::Failed and empty if all is
    /// well.
    const Error &lastError() const { return m_lastError; }
    /// How scripts become root: Automatic until a root password was answered.
    const Elevation &elevation() const { return m_elevation; }

    /// The person wants it up. Does nothing if it is, is on its way, or asks.
    void connectNow();
    /// The person does not want to wait: closes the circuit breaker, cuts a pause short.
    void tryAgain();
    /// Stops what runs over it, forgets every secret that is not remembered.
    void disconnectNow();

    void answer(const HostKeyQuestion &question);
    /// A root password changes elevation(); every other answer continues the attempt that asked. What may be a one-time
    /// code is never remembered.
    void answer(const SecretQuestion &question, const QList<Secret> &secrets,
                Remember remember = Remember::ForThisConnection);
    /// Where root was refused: from now on as if no root password had been given.
    void forgetRootPassword() { m_elevation = {}; }
    /// The person does not want to answer: back to Offline.
    void decline();

    /// Runs `work` with the open connection, opening it first where needed; an open question keeps it waiting until the
    /// answer. A failed attempt is the result of the work, and so is Failed until the person tries again: a timer that
    /// uses the connection never repeats a refused login. Work whose connection breaks is not repeated: it may have
    /// changed the server.
    template <typename T>
    void use(Job<T> &job, std::type_identity_t<Work<T>> work, typename Job<T>::Done done)
    {
        const auto later = job.later([self = QPointer(this), done = std::move(done)](Result<T> result) {
            if (self && !result)
                self->hear(result.error());
            done(std::move(result));
            if (self)
                self->lookWhetherAlive();
        });
        whenUp({[later] { return later.isWanted(); }, [later](const Error &error) { later.fail(error); },
                [later, work = std::move(work)](const Session &session) {
                    later.start([session, work](std::stop_token stop) -> Result<T> {
                        std::stop_source either;
                        const auto end = [&either] { either.request_stop(); };
                        const std::stop_callback byJob(stop, end);
                        const std::stop_callback byDisconnect(session.stop, end);
                        return work({*session.shell, session.elevation, session.answers}, either.get_token());
                    });
                }});
    }

Q_SIGNALS:
    void stateChanged();
    /// The server did not take these (SecretQuestion::key()): whoever keeps them elsewhere should forget them.
    void secretsRefused(const QStringList &keys);

private:
    struct Session {
        std::shared_ptr<Shell> shell;
        Elevation elevation;
        Answers answers;
        std::stop_token stop;
    };
    struct Waiting {
        std::function<bool()> isWanted;
        std::function<void(const Error &)> fail;
        std::function<void(const Session &)> start;
    };

    void whenUp(Waiting waiting);
    Session session() const { return {m_shell, m_elevation, m_answers, m_sessionStop.get_token()}; }
    void hear(const Error &error);
    void lookWhetherAlive();
    void setState(ConnectionState state);
    void attempt();
    void openNow();
    void showNotice(const UntrustedText &notice);
    void opened(Result<OpenedShell> result);
    void failed(const Error &error);
    void lost();
    void pauseBeforeNextAttempt();
    void failWaiting(const Error &error);
    void dropShell();
    void forgetRefused(const Error &error);
    void forgetSecrets();

    OpenShell m_open;
    ConnectGate &m_gate;
    QString m_jumpHost;
    ReconnectPolicy m_policy;

    ConnectionState m_state = Offline{};
    Error m_lastError;
    Answers m_answers;
    QSet<QString> m_remembered; ///< keys in m_answers that outlive the connection
    QSet<QString> m_oneTime;    ///< keys in m_answers that are good for one login
    Elevation m_elevation;
    bool m_reconnects = false; ///< it was up and nobody closed it
    int m_failures = 0;        ///< in a row

    std::shared_ptr<Shell> m_shell;
    std::stop_source m_sessionStop;
    QList<Waiting> m_waiting;
    ConnectGate::Ticket m_ticket;
    Job<OpenedShell> m_opening;
    std::unique_ptr<Mailbox<UntrustedText>> m_notices; ///< of the attempt under way
    QTimer m_pause;
    QTimer m_liveness;
};

} // namespace gw

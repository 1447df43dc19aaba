// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/jobs/hostconnection.h"

#include <QThread>
#include <atomic>
#include <mutex>

namespace gw::test {

using namespace std::chrono_literals;

/// A connection that a test can cut.
struct FakeShell final : Shell {
    std::atomic<bool> alive = true;
    Result<Output> run(const Command &command, std::stop_token, const Progress &) override
    {
        return Output{0, command.line, {}};
    }
    QString description() const override { return QStringLiteral("fake"); }
    bool isAlive() const override { return alive; }
};

/// The way to a server as the test wants it: the next outcomes in order, then success.
class FakeServer {
public:
    FakeServer() = default;
    ~FakeServer() { workerPool().waitForDone(); } // an attempt that was stopped may still be in open()
    void nextFails(Error::Kind kind, int times = 1)
    {
        for (int i = 0; i < times; ++i)
            next(Error{kind, QStringLiteral("connect"), QStringLiteral("no"), {}, {}});
    }
    void nextAsks(Question question)
    {
        next(Error{Error::Kind::NeedsAnswer, QStringLiteral("connect"), {}, {}, std::move(question)});
    }
    void nextRefuses(Question question)
    {
        next(Error{Error::Kind::Refused, QStringLiteral("connect"), QStringLiteral("no"), {}, std::move(question)});
    }
    void next(const Error &error)
    {
        const std::lock_guard lock(m_mutex);
        m_outcomes.append(error);
    }
    OpenShell opener()
    {
        return [this](const Answers &answers, const ShowNotice &notice, std::stop_token stop) {
            return open(answers, notice, stop);
        };
    }
    int attempts() const { return m_attempts; }
    Answers lastAnswers() const
    {
        const std::lock_guard lock(m_mutex);
        return m_answers;
    }
    std::shared_ptr<FakeShell> lastShell() const
    {
        const std::lock_guard lock(m_mutex);
        return m_shell.lock();
    }
    std::atomic<bool> isSilent = false;       ///< waits until stopped
    std::atomic<const char *> says = nullptr; ///< to the person, at the beginning of each attempt

private:
    Result<OpenedShell> open(const Answers &answers, const ShowNotice &notice, std::stop_token stop)
    {
        ++m_attempts;
        if (const char *text = says)
            notice(UntrustedText(QString::fromLatin1(text)));
        while (isSilent && !stop.stop_requested())
            QThread::msleep(1);
        const std::lock_guard lock(m_mutex);
        m_answers = answers;
        if (stop.stop_requested())
            return stoppedError();
        if (!m_outcomes.isEmpty())
            return m_outcomes.takeFirst();
        auto shell = std::make_shared<FakeShell>();
        m_shell = shell;
        Online online;
        online.transport = QStringLiteral("fake");
        return OpenedShell{shell, online};
    }

    mutable std::mutex m_mutex;
    QList<Error> m_outcomes;
    Answers m_answers;
    std::weak_ptr<FakeShell> m_shell;
    std::atomic<int> m_attempts = 0;
};

inline const QDateTime noon(QDate(2026, 4, 1), QTime(12, 0), Qt::UTC);

/// Pauses of milliseconds, all of their full length, with a clock that stands still.
inline ReconnectPolicy quick()
{
    ReconnectPolicy policy;
    policy.firstPause = 2ms;
    policy.longestPause = 20ms;
    policy.livenessInterval = 5ms;
    policy.random = [] { return 1.0; };
    policy.now = [] { return noon; };
    return policy;
}

inline SecretQuestion passwordQuestion()
{
    return SecretQuestion{
        SecretQuestion::Kind::Password, QStringLiteral("dev@gpu-1:22"), {}, {}, {{UntrustedText(), false}}};
}

inline HostKeyQuestion hostKeyQuestion()
{
    return HostKeyQuestion{QStringLiteral("gpu-1:22"), QStringLiteral("ED25519"), QStringLiteral("SHA256:abc"),
                           QStringLiteral("203.0.113.7")};
}

inline Secret secret(const char *text)
{
    return Secret(QByteArrayView(text));
}

template <typename State>
bool is(const HostConnection &connection)
{
    return std::holds_alternative<State>(connection.state());
}

inline const Failed &failure(const HostConnection &connection)
{
    return std::get<Failed>(connection.state());
}

/// Uses the connection for a command that says "hello".
inline void sayHello(HostConnection &connection, Job<QByteArray> &job, std::optional<Result<QByteArray>> &answer)
{
    connection.use(
        job,
        [](const HostConnection::Reached &reached, std::stop_token stop) -> Result<QByteArray> {
            Command command;
            command.line = "hello";
            return GW_TRY(reached.shell.run(command, stop)).out;
        },
        [&answer](Result<QByteArray> result) { answer = std::move(result); });
}

} // namespace gw::test

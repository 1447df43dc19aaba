// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connection/connector.h"
#include "app/secrets/keychain.h"
#include "app/secrets/secretstore.h"

#include <QTimer>
#include <atomic>

namespace gw::test {

/// A server that gives a recorded survey answer to every script, after `delay`; the frame is the real one.
class FakeServer final : public Shell {
public:
    /// `rootPassword`: what sudo takes; another one is refused.
    FakeServer(QByteArray answer, std::chrono::milliseconds delay, QByteArray rootPassword,
               std::shared_ptr<std::atomic<int>> lookups = {})
        : m_answer(std::move(answer)), m_delay(delay), m_rootPassword(std::move(rootPassword)),
          m_lookups(std::move(lookups))
    {
    }
    Result<Output> run(const Command &command, std::stop_token stop, const Progress &progress = {}) override;
    QString description() const override { return QStringLiteral("a fake server"); }
    bool isAlive() const override { return true; }

private:
    QByteArray m_answer;
    std::chrono::milliseconds m_delay;
    QByteArray m_rootPassword;
    std::shared_ptr<std::atomic<int>> m_lookups;
};

/// The recorded survey NAME of tests/survey/data.
QByteArray recordedAnswer(const QString &name);

/// No keychain: everything stays in memory.
class NoKeychain final : public Keychain {
public:
    void read(const QString &, Finished finished) override { refuse(std::move(finished)); }
    void write(const QString &, const QByteArray &, Finished finished) override { refuse(std::move(finished)); }
    void remove(const QString &, Finished finished) override { refuse(std::move(finished)); }

private:
    void refuse(Finished finished)
    {
        QTimer::singleShot(0, &m_context, [finished = std::move(finished)] {
            finished({Status::Unavailable, {}, {}});
        });
    }
    QObject m_context;
};

/// Opens FakeServers; `refuse` may answer an attempt with an Error instead.
struct FakeNetwork {
    QByteArray answer;
    std::chrono::milliseconds delay{20};
    std::function<std::optional<Error>(const Server &, const Answers &)> refuse;
    QByteArray rootPassword = "the root password";
    UntrustedText notice = {}; ///< what every attempt says at its beginning
    std::shared_ptr<std::atomic<int>> attempts = std::make_shared<std::atomic<int>>(0);
    /// How often a server was asked which changes are open on it.
    std::shared_ptr<std::atomic<int>> lookups = std::make_shared<std::atomic<int>>(0);

    Connector connector() const;
};

} // namespace gw::test

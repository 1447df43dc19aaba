// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/changerun.h"

#include <atomic>

namespace gw::test {

/// A connection that runs nothing but says what it was told to.
struct FakeShell final : Shell {
    explicit FakeShell(QString name) : name(std::move(name)) {}
    QString name;
    bool isBroken = false;
    Result<Output> run(const Command &, std::stop_token, const Progress &) override;
    QString description() const override { return name; }
    bool isAlive() const override { return !isBroken; }
};

/// The guard of one server, as a state in memory: what the real one promises, without a server.
class FakeServer {
public:
    FakeServer();

    /// Of the transaction under way.
    enum class State { Nothing, Armed, CameBack, Kept, Undone };
    State state = State::Nothing;
    QString transaction;
    FileStates files;  ///< as they are now
    QStringList calls; ///< "apply first", "keep second", … : what was called over which connection
    std::function<Result<Applied>(std::stop_token)> insteadOfApply; ///< another outcome
    bool losesAnswerOfKeep = false;
    bool isUnreachable = false; ///< for every connection
    Returned returned;          ///< what undo says

    Guard guard();
    /// The time is over.
    void comeBack();
    /// Armed without this program: a change of before, or of somebody else.
    void armed(const QString &id, const Plan &plan);
    Result<Applied> applyNow(const QString &id, const Plan &plan);

private:
    std::optional<Error> unreachable(const Shell &shell, const char *what);
    Plan m_plan;
    FileStates m_before;
};

/// Everything that can be tried from outside, as the test wants it.
class FakeOutside {
public:
    Outside outside();
    std::function<Result<Login>()> onLogin;
    Observation port{Observation::Verdict::Holds, QStringLiteral("answered")};
    Observation url{Observation::Verdict::Holds, QStringLiteral("answered 200")};
    int logins = 0;
    int ports = 0;
};

/// Remembers every entry.
class FakeJournal {
public:
    ChangeJournal journal();
    QList<ChangeRecord> entries;
    bool isFull = false;             ///< takes no more
    QList<Outcome> outcomes() const; ///< one after the other, each as long as it lasted
};

Error errorOf(Error::Kind kind, const QString &cause = QStringLiteral("no"));

/// Writes /etc/ssh/sshd_config.d/00-gatewright.conf and a secret, reloads ssh.
Plan samplePlan(const QList<Proof> &proofs = {LoginProof{}});
RemotePath samplePath();
/// "gpu-1", reached as dev@gpu-1:22.
ChangeRequest sampleRequest(const Plan &plan = samplePlan());

} // namespace gw::test

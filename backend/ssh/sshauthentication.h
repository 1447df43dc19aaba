// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/question.h"
#include "backend/ssh/agent.h"
#include "backend/ssh/identities.h"
#include "backend/ssh/sshchain.h"

namespace gw {

/// Proves to the server of one hop who we are: agent, key files and certificates, keyboard-interactive, password. Each
/// answer is given once; nothing that was refused is tried again. What only the person knows and is not among the
/// answers becomes a question, after everything that needs none was tried.
class SshAuthentication {
public:
    SshAuthentication(SshChain &chain, SshSession &session, const HopSettings &hop, const Answers &answers,
                      Clock::time_point deadline, std::stop_token stop);

    /// How it was done: "publickey id_ed25519". Errors leave `tried` to the caller.
    Result<QString> run();

private:
    enum class Outcome { Accepted, Partial, Refused };

    Result<Outcome> round();
    Result<Outcome> tryKeys();
    Result<Outcome> tryAgent(const QList<Identity> &identities);
    Result<Outcome> tryIdentity(const Identity &identity);
    Result<Outcome> tryLocked(const Identity &identity);
    Result<Outcome> offer(const Identity &identity, ssh_key privateKey);
    Result<Outcome> tryInteractive();
    Result<Outcome> tryPassword();

    /// Repeats a libssh call until the server has answered.
    Result<int> call(const std::function<int()> &request);
    Result<Outcome> outcomeOf(const std::function<int()> &request, const QString &how);
    QList<AgentKey> chosenFrom(const QList<AgentKey> &held, const QList<Identity> &identities) const;
    SecretQuestion interactiveQuestion() const;
    std::optional<QList<Secret>> answerTo(const SecretQuestion &question);
    void ask(const SecretQuestion &question, const QString &cause);
    QStringList methods() const;
    Error refusal() const;
    Error openQuestion() const;
    bool hungUp() const;
    Error refusalByHangingUp();

    SshChain &m_chain;
    SshSession &m_session;
    const HopSettings &m_hop;
    const Answers &m_answers;
    const Clock::time_point m_deadline;
    const std::stop_token m_stop;

    int m_offers = 0;
    QStringList m_used;          ///< what was accepted, in order
    QStringList m_refused;       ///< what was not, for the error
    QStringList m_notes;         ///< keys that could not be used at all
    QStringList m_keysNotTaken;  ///< keys that the server refused, by name
    bool m_needsOpenSsh = false; ///< a key that only OpenSSH can use was met
    QList<QByteArray> m_offeredKeys;
    std::optional<Error> m_question;       ///< the first open one
    std::optional<SecretQuestion> m_given; ///< the last answer that was sent
    std::optional<SecretQuestion> m_refusedAnswer;
};

} // namespace gw

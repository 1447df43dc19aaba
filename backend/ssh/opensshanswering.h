// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/question.h"
#include "backend/ssh/opensshmaster.h"
#include "backend/ssh/route.h"

#include <QCoreApplication>
#include <mutex>
#include <stop_token>

namespace gw {

/// Answers prompts of ssh from what the person has said so far. An open question ends ssh before it sends anything in
/// its place, but for a passphrase: without it ssh goes on to the next key. Called from any thread.
class OpenSshAnswering {
    Q_DECLARE_TR_FUNCTIONS(OpenSshTransport)
public:
    OpenSshAnswering(const OpenSshMaster &master, const QList<HopSettings> &hops, const Answers &answers,
                     std::stop_source &ssh);

    std::optional<Secret> operator()(const QByteArray &prompt);

    /// What ended the attempt, if it was a question or an answer.
    std::optional<Error> error() const;
    /// Whether a secret of the person was used: a refusal is then about it.
    std::optional<SecretQuestion> lastAnswered() const;

private:
    QList<HopSettings> whoMayAsk() const;
    std::optional<Secret> answered(const HostKeyQuestion &question);
    std::optional<Secret> answered(const SecretQuestion &question);
    qsizetype mostUses(const SecretQuestion &question) const;
    void leaveOpen(const Question &question);
    static QString causeOf(const Question &question);

    mutable std::mutex m_mutex;
    const OpenSshMaster &m_master;
    const QList<HopSettings> m_hops;
    const Answers m_answers;
    std::stop_source &m_ssh;
    Question m_open;
    std::optional<SecretQuestion> m_repeated;
    std::optional<SecretQuestion> m_last;
    QMap<QString, qsizetype> m_used; ///< SecretQuestion::key() → how often it was given
};

} // namespace gw

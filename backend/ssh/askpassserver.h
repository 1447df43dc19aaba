// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"
#include "backend/base/secret.h"
#include "backend/base/untrustedtext.h"
#include "backend/shell/descriptor.h"

#include <QByteArrayList>
#include <QCoreApplication>
#include <functional>
#include <optional>
#include <thread>

namespace gw {

/// Answers the prompts of ssh while it connects. ssh runs the program gatewright-askpass, which comes here over a
/// socket in a private folder (0700): the peer must be our user and know the token. Secrets pass in memory only, never
/// in an argument, the environment or a file. Ends with its object.
class AskpassServer {
    Q_DECLARE_TR_FUNCTIONS(AskpassServer)
public:
    /// Called on a thread of the server; empty: no answer, the prompt fails.
    using Answerer = std::function<std::optional<Secret>(const QByteArray &prompt)>;
    /// Called there as well: what ssh only wants to be shown; empty when it takes it back.
    using Notifier = std::function<void(const UntrustedText &)>;

    static Result<std::unique_ptr<AskpassServer>> start(const QByteArray &folder, Answerer answerer,
                                                        Notifier notifier = {});

    /// What ssh needs in its environment to find it.
    QByteArrayList environment() const;

private:
    AskpassServer() = default;
    void serve(std::stop_token stop);
    void handle(Descriptor peer);
    void show(Descriptor peer, const QByteArray &text);
    void forgetEndedNotice();

    QByteArray m_program;
    QByteArray m_path;
    QByteArray m_token;
    Answerer m_answerer;
    Descriptor m_listener;
    Notifier m_notifier;
    Descriptor m_shown;    ///< who wants the newest notice to be shown: open for as long as it does
    std::jthread m_thread; ///< last: ends before the rest goes
};

} // namespace gw

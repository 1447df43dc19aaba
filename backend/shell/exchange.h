// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/shell/shell.h"

#include <QCoreApplication>

namespace gw {

enum class Stream { Output, Error };

/// What every way of running a command has in common, without any I/O: collects what comes within the bounds, answers
/// the one expected prompt, holds the input back until it is wanted, and knows when to give up. A transport's loop is:
/// read → receive(), write pendingInput() → wrote(), close the input once inputFinished(), end on failure(), wait until
/// deadline().
class Exchange {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
public:
    using Clock = std::chrono::steady_clock;

    /// `where` names the server in errors (Shell::description()). `progress` sees standard output as it comes.
    Exchange(const Command &command, const QString &where, const Shell::Progress &progress = {},
             Clock::time_point start = Clock::now());

    void receive(Stream stream, QByteArrayView bytes, Clock::time_point now = Clock::now());

    /// What may be written now; empty while nothing may.
    QByteArrayView pendingInput() const;
    void wrote(qsizetype count, Clock::time_point now = Clock::now());
    /// The command does not read any more: what is left is not written.
    void abandonInput() { m_inputAbandoned = true; }
    /// Everything is written (or abandoned): end of file is due.
    bool inputFinished() const;

    /// When to call expire() at the latest.
    Clock::time_point deadline() const;
    /// Fails with TimedOut if a deadline has passed.
    void expire(Clock::time_point now = Clock::now());

    const std::optional<Error> &failure() const { return m_failure; }
    /// An Error that names what was tried here, for failures only the transport knows.
    Error error(Error::Kind kind, const QString &cause, const QString &advice = {}) const;
    /// What came, without prompts, the ready mark and echoes. The exchange is used up after it.
    Output finished(int exitCode);

private:
    void fail(Error::Kind kind, const QString &cause, const QString &advice = {});
    bool take(const QByteArray &mark);
    void watch();

    Command m_command;
    QString m_where;
    Shell::Progress m_progress;
    Clock::time_point m_start;
    Clock::time_point m_lastSign;
    QByteArray m_output;
    QByteArray m_error;
    qsizetype m_unwatched = 0; ///< position in the watched stream up to which no mark can begin
    Secret m_reply;            ///< with its line end; empty until the prompt was seen
    qsizetype m_replyWritten = 0;
    qsizetype m_inputWritten = 0;
    bool m_inputReleased = false;
    bool m_inputAbandoned = false;
    std::optional<Error> m_failure;
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shell/exchange.h"

#include <algorithm>
#include <string>

namespace gw {
namespace {

QString seconds(std::chrono::milliseconds time)
{
    return QString::number(double(time.count()) / 1000);
}

Secret withLineEnd(const Secret &secret)
{
    std::string line;
    line.reserve(size_t(secret.bytes().size()) + 1); // no growth: a moved buffer would leave a copy behind
    line.append(secret.bytes().data(), size_t(secret.bytes().size())).push_back('\n');
    Secret out{QByteArrayView(line.data(), qsizetype(line.size()))};
    ::explicit_bzero(line.data(), line.size());
    return out;
}

} // namespace

Exchange::Exchange(const Command &command, const QString &where, const Shell::Progress &progress,
                   Clock::time_point start)
    : m_command(command), m_where(where), m_progress(progress), m_start(start), m_lastSign(start),
      m_inputReleased(command.inputAfter.isEmpty())
{
}

Error Exchange::error(Error::Kind kind, const QString &cause, const QString &advice) const
{
    return Error{kind, tr("Run a command on %1").arg(m_where), cause, advice, {}};
}

void Exchange::fail(Error::Kind kind, const QString &cause, const QString &advice)
{
    if (!m_failure)
        m_failure = error(kind, cause, advice);
}

void Exchange::receive(Stream stream, QByteArrayView bytes, Clock::time_point now)
{
    if (m_failure || bytes.isEmpty())
        return;
    m_lastSign = now;
    if (m_output.size() + m_error.size() + bytes.size() > m_command.outputLimit)
        return fail(Error::Kind::TooLarge, tr("The command printed more than %1").arg(shownSize(m_command.outputLimit)),
                    tr("Nothing of it was used. Look at what it prints in a terminal"));
    (stream == Stream::Output ? m_output : m_error).append(bytes.data(), bytes.size());
    if (stream == Stream::Output && m_progress)
        m_progress(bytes);
    // A terminal has one stream only.
    if (m_command.terminal || stream == Stream::Error)
        watch();
}

/// Takes `mark` out of the watched stream, if it is there.
bool Exchange::take(const QByteArray &mark)
{
    QByteArray &watched = m_command.terminal ? m_output : m_error;
    const qsizetype at = watched.indexOf(mark, m_unwatched);
    if (at < 0)
        return false;
    watched.remove(at, mark.size());
    // With echo on, a terminal repeats what was typed.
    if (m_replyWritten > 0 && m_command.terminal)
        watched.replace(QByteArray::fromRawData(m_reply.bytes().data(), m_reply.bytes().size() - 1), QByteArray());
    return true;
}

void Exchange::watch()
{
    const bool prompts = m_command.promptReply && !m_command.promptReply->prompt.isEmpty();
    const bool waits = !m_inputReleased;
    // The prompt matters only until the command says that it is ready.
    if (prompts && (waits || m_command.inputAfter.isEmpty())) {
        while (take(m_command.promptReply->prompt)) {
            if (!m_reply.isEmpty())
                return fail(Error::Kind::Refused, tr("The password was not accepted"),
                            tr("It was asked for again after it had been sent once; it is not sent a second time"));
            m_reply = withLineEnd(m_command.promptReply->reply);
        }
    }
    if (waits && take(m_command.inputAfter))
        m_inputReleased = true;
    const qsizetype longest = std::max(prompts ? m_command.promptReply->prompt.size() : 0, m_command.inputAfter.size());
    const qsizetype size = m_command.terminal ? m_output.size() : m_error.size();
    m_unwatched = std::max<qsizetype>(0, size - longest + 1);
}

QByteArrayView Exchange::pendingInput() const
{
    if (m_failure || m_inputAbandoned)
        return {};
    if (m_replyWritten < m_reply.bytes().size())
        return m_reply.bytes().sliced(m_replyWritten);
    if (m_inputReleased)
        return QByteArrayView(m_command.input).sliced(m_inputWritten);
    return {};
}

void Exchange::wrote(qsizetype count, Clock::time_point now)
{
    m_lastSign = now; // it reads: a long input is not silence
    if (m_replyWritten < m_reply.bytes().size())
        m_replyWritten += count;
    else
        m_inputWritten += count;
}

bool Exchange::inputFinished() const
{
    if (m_inputAbandoned)
        return true;
    return m_inputReleased && m_inputWritten == m_command.input.size() && m_replyWritten == m_reply.bytes().size() &&
           (!m_command.promptReply || !m_reply.isEmpty() || !m_command.inputAfter.isEmpty());
}

Exchange::Clock::time_point Exchange::deadline() const
{
    return std::min(m_start + m_command.timeout, m_lastSign + m_command.silence);
}

void Exchange::expire(Clock::time_point now)
{
    if (now >= m_start + m_command.timeout)
        fail(Error::Kind::TimedOut, tr("The command did not finish within %1 s").arg(seconds(m_command.timeout)),
             tr("The server may be busy; try again later"));
    else if (now >= m_lastSign + m_command.silence)
        fail(Error::Kind::TimedOut, tr("Not a byte came for %1 s").arg(seconds(m_command.silence)),
             tr("Check the network and whether the server still answers"));
}

Output Exchange::finished(int exitCode)
{
    return Output{exitCode, std::move(m_output), std::move(m_error)};
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/libsshtransport.h"

#include "backend/shell/exchange.h"
#include "backend/ssh/sshopener.h"

#include <QCoreApplication>
#include <atomic>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LibsshTransport)
};

/// What arrived for one command and was not taken yet by the thread that runs it.
struct Arrived {
    QByteArray output;
    QByteArray error;
    bool isEmpty() const { return output.isEmpty() && error.isEmpty(); }
    qsizetype size() const { return output.size() + error.size(); }
};

/// One command on one channel: the steps up to its exit status, each repeated until the server has answered.
class CommandChannel {
public:
    CommandChannel(SshChain &chain, const Command &command, Exchange &exchange, qint64 limit)
        : m_chain(chain), m_command(command), m_exchange(exchange), m_limit(limit)
    {
    }
    ~CommandChannel()
    {
        m_chain.locked([this] { m_chain.last().abandon(std::move(m_channel)); });
    }
    CommandChannel(const CommandChannel &) = delete;
    CommandChannel &operator=(const CommandChannel &) = delete;

    /// Under the chain's lock. True when there is something to take, or nothing more to come.
    bool step()
    {
        while (m_stage != Stage::Talking && m_stage != Stage::Over) {
            const int result = request();
            if (result == SSH_AGAIN && m_chain.last().isAlive())
                return false;
            if (result != SSH_OK)
                m_stage = Stage::Over;
        }
        if (m_stage == Stage::Talking)
            talk();
        return m_stage == Stage::Over || !m_arrived.isEmpty();
    }

    bool isOver() const { return m_stage == Stage::Over; }
    bool hasOverflown() const { return m_overflown; }
    Arrived takeArrived() { return std::exchange(m_arrived, Arrived()); }
    std::optional<int> exitCode() const { return m_channel ? m_channel->exitCode() : std::nullopt; }
    bool wasRefused() const { return m_refused; }

private:
    enum class Stage { Opening, Terminal, Starting, Talking, Over };

    int request()
    {
        int result = SSH_ERROR;
        switch (m_stage) {
        case Stage::Opening:
            if (!m_channel)
                m_channel = SshChannel::create(m_chain.last(),
                                               [this](QByteArrayView bytes, bool isError) { take(bytes, isError); });
            result = m_channel ? m_channel->openSession() : SSH_ERROR;
            advance(result, m_command.terminal ? Stage::Terminal : Stage::Starting);
            break;
        case Stage::Terminal:
            result = ssh_channel_request_pty_size(m_channel->handle(), "dumb", 80, 24);
            advance(result, Stage::Starting);
            break;
        case Stage::Starting:
            result = ssh_channel_request_exec(m_channel->handle(), m_command.line.constData());
            advance(result, Stage::Talking);
            break;
        case Stage::Talking:
        case Stage::Over: break;
        }
        return result;
    }

    void advance(int result, Stage next)
    {
        if (result == SSH_OK)
            m_stage = next;
        m_refused = result == SSH_ERROR && m_chain.last().isAlive();
    }

    void talk()
    {
        if (m_channel->isClosed() || !m_chain.last().isAlive() || m_overflown) {
            m_stage = Stage::Over;
            return;
        }
        for (QByteArrayView input = m_exchange.pendingInput(); !input.isEmpty(); input = m_exchange.pendingInput()) {
            const qint64 count = m_channel->write(input);
            if (count < 0)
                m_exchange.abandonInput();
            if (count <= 0)
                break;
            m_exchange.wrote(count);
        }
        if (!m_endSent && !m_command.terminal && m_exchange.inputFinished())
            m_endSent = m_channel->sendEnd();
    }

    /// Called by libssh, on whichever thread reads for all.
    void take(QByteArrayView bytes, bool isError)
    {
        if (m_arrived.size() + bytes.size() > m_limit) {
            m_overflown = true;
            return;
        }
        (isError ? m_arrived.error : m_arrived.output).append(bytes.data(), bytes.size());
    }

    SshChain &m_chain;
    const Command &m_command;
    Exchange &m_exchange;
    const qint64 m_limit;
    std::unique_ptr<SshChannel> m_channel;
    Stage m_stage = Stage::Opening;
    Arrived m_arrived;
    bool m_endSent = false;
    bool m_overflown = false;
    bool m_refused = false;
};

class LibsshTransport final : public Transport {
public:
    LibsshTransport(OpenedChain opened, QString where, qint64 limit)
        : m_chain(std::move(opened.chain)), m_info(std::move(opened.info)), m_where(std::move(where)), m_limit(limit)
    {
    }

    const ConnectionInfo &info() const override { return m_info; }
    QString description() const override { return Text::tr("%1 by libssh").arg(m_where); }

    bool isAlive() const override
    {
        if (m_broken)
            return false;
        m_chain->handlePending(); // nobody reads while no command runs
        return !m_chain->failure();
    }

    void close() override
    {
        m_broken = true;
        m_closed.request_stop(); // what runs ends as stopped
        m_chain->shutDown();
    }

    Result<Output> run(const Command &command, std::stop_token stop, const Progress &progress) override
    {
        Exchange exchange(command, description(), progress);
        if (command.line.contains('\0'))
            return exchange.error(Error::Kind::Invalid, Text::tr("A command line cannot hold a NUL character"));
        std::stop_source either;
        const auto stopEither = [&either] { either.request_stop(); };
        const std::stop_callback onStop(stop, stopEither), onClose(m_closed.get_token(), stopEither);
        CommandChannel channel(*m_chain, command, exchange, m_limit);
        while (!channel.isOver()) {
            const auto step = [&] { return channel.step(); };
            const auto failure = m_chain->patiently(step, exchange.deadline(), either.get_token());
            if (failure && failure->isSilent)
                m_broken = true; // not the command is silent, the connection is
            if (failure && (failure->isSilent || failure->error.kind != Error::Kind::TimedOut))
                return exchange.error(failure->error.kind, failure->error.cause, failure->error.advice);
            const Arrived arrived = m_chain->locked([&] { return channel.takeArrived(); });
            exchange.receive(Stream::Output, arrived.output);
            exchange.receive(Stream::Error, arrived.error);
            exchange.expire();
            if (exchange.failure())
                return *exchange.failure();
        }
        return outcome(channel, exchange);
    }

private:
    Result<Output> outcome(const CommandChannel &channel, Exchange &exchange)
    {
        if (channel.hasOverflown())
            return exchange.error(Error::Kind::TooLarge, Text::tr("More than %1 bytes arrived at once").arg(m_limit),
                                  Text::tr("Nothing of it was used"));
        if (const auto code = m_chain->locked([&] { return channel.exitCode(); }))
            return exchange.finished(*code);
        if (const auto broken = m_chain->failure()) {
            m_broken = true;
            return exchange.error(broken->kind, broken->cause, broken->advice);
        }
        if (channel.wasRefused())
            return exchange.error(
                Error::Kind::Unsupported,
                Text::tr("The server does not let this account run commands: %1").arg(m_chain->locked([this] {
                    return m_chain->last().lastError();
                })),
                Text::tr("Check ForceCommand, the login shell and MaxSessions on the server"));
        return exchange.error(Error::Kind::Protocol, Text::tr("The command ended without an exit status"),
                              Text::tr("What it printed may be incomplete and is not used. Try again"));
    }

    const std::unique_ptr<SshChain> m_chain;
    const ConnectionInfo m_info;
    const QString m_where;
    const qint64 m_limit;
    std::stop_source m_closed;
    std::atomic<bool> m_broken = false;
};

} // namespace

Result<std::unique_ptr<Transport>> openLibssh(const Route &route, const Answers &answers, const ConnectOptions &options,
                                              std::stop_token stop)
{
    if (route.hops.isEmpty())
        return Error{Error::Kind::Invalid,
                     Text::tr("Connect to %1").arg(route.target.text()),
                     Text::tr("The way to the server is empty"),
                     {},
                     {}};
    OpenedChain opened = GW_TRY(openChain(route, answers, options, std::move(stop)));
    return std::unique_ptr<Transport>(
        std::make_unique<LibsshTransport>(std::move(opened), route.hops.last().label(), options.channelLimit));
}

} // namespace gw

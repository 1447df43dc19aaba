// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/sshchain.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>

namespace gw {
namespace {

constexpr qsizetype pumpSize = 64 * 1024;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SshChain)
};

Error failureOf(Error::Kind kind, const QString &cause, const QString &advice)
{
    return Error{kind, {}, cause, advice, {}};
}

} // namespace

SshForward::SshForward(SshSession &over) : m_session(over)
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
        return;
    m_ours = Descriptor(ends[0]);
    m_theirs = Descriptor(ends[1]);
    m_channel = SshChannel::create(over, [this](QByteArrayView bytes, bool isError) {
        if (!isError)
            m_inbound.append(bytes.data(), bytes.size());
    });
}

SshForward::~SshForward()
{
    m_session.abandon(std::move(m_channel));
}

short SshForward::pollEvents() const
{
    const bool writes =
        m_outbound.isEmpty() && ssh_channel_window_size(m_channel->handle()) > 0 && !m_channel->isClosed();
    return short((writes ? POLLIN : 0) | (m_inbound.isEmpty() ? 0 : POLLOUT));
}

bool SshForward::pump()
{
    const bool in = pumpIn();
    const bool out = pumpOut();
    return in || out;
}

bool SshForward::pumpIn()
{
    bool moved = false;
    if (!m_inbound.isEmpty()) {
        const ssize_t count = ::send(m_ours.number(), m_inbound.constData(), size_t(m_inbound.size()), MSG_NOSIGNAL);
        if (count > 0) {
            m_inbound.remove(0, count);
            moved = true;
        } else if (count < 0 && errno != EAGAIN && errno != EINTR) {
            m_inbound.clear(); // the next session is gone
        }
    }
    const bool ended = m_channel->hasEnded() || m_channel->isClosed() || !m_session.isAlive();
    if (ended && m_inbound.isEmpty() && !m_ended) {
        m_ended = moved = true;
        ::shutdown(m_ours.number(), SHUT_WR);
    }
    return moved;
}

bool SshForward::pumpOut()
{
    if (ssh_channel_window_size(m_channel->handle()) == 0 || m_channel->isClosed() || !m_session.isAlive())
        return false;
    if (m_outbound.isEmpty())
        readOurs();
    const qint64 written = m_outbound.isEmpty() ? 0 : m_channel->write(m_outbound);
    if (written <= 0)
        return false; // if it is broken, the session says so itself
    m_outbound.remove(0, written);
    return true;
}

void SshForward::readOurs()
{
    std::array<char, pumpSize> bytes;
    const ssize_t count = ::recv(m_ours.number(), bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count > 0)
        m_outbound.append(bytes.data(), count);
}

SshChain::~SshChain()
{
    for (; !m_links.empty(); m_links.pop_back()) { // the server first: its goodbye still goes through the others
        Link &link = m_links.back();
        if (link.forward)
            link.forward->pump();
        link.forward.reset();
        link.session.reset();
    }
}

SshSession &SshChain::add(std::unique_ptr<SshSession> session, QString label)
{
    m_links.push_back({std::move(session), std::move(label), nullptr});
    return *m_links.back().session;
}

SshForward &SshChain::addForward(std::unique_ptr<SshForward> forward)
{
    m_links.back().forward = std::move(forward);
    return *m_links.back().forward;
}

std::optional<Error> SshChain::until(const std::function<bool()> &step, Clock::time_point deadline,
                                     std::stop_token stop)
{
    const WakeUp &wakeUp = WakeUp::ofThisThread();
    const std::stop_callback onStop(stop, [&wakeUp] { wakeUp.signal(); });
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (stop.stop_requested())
            return failureOf(Error::Kind::Cancelled, Text::tr("Stopped"), {});
        const bool finished = step();
        pump();
        announce();
        if (finished)
            return {};
        if (Clock::now() >= deadline)
            return failureOf(Error::Kind::TimedOut, Text::tr("No answer came in time"), {});
        wait(lock, deadline, stop);
    }
}

void SshChain::wait(std::unique_lock<std::mutex> &lock, Clock::time_point deadline, std::stop_token stop)
{
    if (m_poller) { // another thread polls for all
        const quint64 turn = m_turns;
        m_changed.wait_until(lock, stop, deadline, [&] { return m_turns != turn || !m_poller; });
        return;
    }
    const WakeUp &wakeUp = WakeUp::ofThisThread();
    std::vector<pollfd> set{{wakeUp.descriptor(), POLLIN, 0}};
    set.reserve(1 + 2 * m_links.size());
    for (const Link &link : m_links) {
        set.push_back({link.session->descriptor(), link.session->pollEvents(), 0});
        if (link.forward)
            set.push_back({link.forward->descriptor(), link.forward->pollEvents(), 0});
    }
    m_poller = &wakeUp;
    lock.unlock();
    ::poll(set.data(), set.size(), pollTimeout(deadline));
    lock.lock();
    m_poller = nullptr;
    ++m_turns;
    if (set[0].revents)
        wakeUp.drain();
    for (const Link &link : m_links)
        link.session->process();
    pump();
    m_announced = received();
    m_changed.notify_all();
}

/// libssh reads for all channels whenever it is called for one: the others have to hear of it.
void SshChain::announce()
{
    const quint64 now = received();
    if (m_announced != now) {
        m_announced = now;
        ++m_turns;
        m_changed.notify_all();
    } else if (!m_poller || std::none_of(m_links.begin(), m_links.end(), [](const Link &link) {
                   return (link.session->pollEvents() & POLLOUT) != 0;
               })) {
        return;
    }
    if (m_poller)
        m_poller->signal(); // its set of descriptors and events is old now
}

quint64 SshChain::received() const
{
    quint64 sum = 0;
    for (const Link &link : m_links)
        sum += link.session->received();
    return sum;
}

std::optional<SshChain::Failure> SshChain::patiently(const std::function<bool()> &step, Clock::time_point deadline,
                                                     std::stop_token stop)
{
    const Clock::time_point now = Clock::now();
    auto error = until(step, now + (deadline - now) / 2, stop);
    if (!error)
        return {};
    if (error->kind != Error::Kind::TimedOut)
        return Failure{std::move(*error), false};
    const Clock::time_point asked = Clock::now();
    probe();
    error = until(step, deadline, stop);
    if (!error)
        return {};
    const QString hop = error->kind == Error::Kind::TimedOut ? silentHop(asked) : QString();
    if (hop.isEmpty())
        return Failure{std::move(*error), false};
    return Failure{failureOf(Error::Kind::TimedOut, Text::tr("%1 does not answer any more").arg(hop),
                             Text::tr("Check the network and whether that server is still up")),
                   true};
}

void SshChain::pump()
{
    for (qsizetype i = 0; i < qsizetype(m_links.size()); ++i)
        if (SshForward *forward = m_links[size_t(i)].forward.get())
            forward->pump();
}

void SshChain::probe()
{
    const std::lock_guard lock(m_mutex);
    for (Link &link : m_links) {
        if (link.session->isAuthenticated() && link.session->isAlive()) // before that, such a request is not allowed
            link.session->probe();
    }
    pump();
    announce();
}

QString SshChain::silentHop(Clock::time_point since) const
{
    const std::lock_guard lock(m_mutex);
    for (const Link &link : m_links)
        if (link.session->isAuthenticated() && link.session->lastHeard() < since)
            return link.label;
    return {};
}

std::optional<Error> SshChain::failure() const
{
    const std::lock_guard lock(m_mutex);
    for (const Link &link : m_links) {
        if (link.session->hasFlooded())
            return failureOf(Error::Kind::TooLarge,
                             Text::tr("%1 ignores how much it may send and was cut off").arg(link.label),
                             Text::tr("This is not how an SSH server behaves. Look at what really answers there"));
        if (link.forward && link.forward->held() > m_limit)
            return failureOf(Error::Kind::TooLarge,
                             Text::tr("The jump host %1 sends more than can be taken and was cut off").arg(link.label),
                             {});
        if (!link.session->isAlive())
            return failureOf(Error::Kind::Unreachable,
                             Text::tr("The connection to %1 broke: %2").arg(link.label, link.session->lastError()),
                             Text::tr("Check the network and whether the server is up"));
    }
    return {};
}

bool SshChain::isLastOnlyBroken() const
{
    const std::lock_guard lock(m_mutex);
    return !m_links.back().session->isAlive() &&
           std::all_of(m_links.begin(), m_links.end() - 1, [](const Link &link) { return link.session->isAlive(); });
}

void SshChain::shutDown()
{
    const std::lock_guard lock(m_mutex);
    for (const Link &link : m_links)
        if (link.session->descriptor() >= 0)
            ::shutdown(link.session->descriptor(), SHUT_RDWR);
}

void SshChain::handlePending()
{
    const std::lock_guard lock(m_mutex);
    if (m_poller)
        return;
    for (const Link &link : m_links)
        link.session->process();
    pump();
}

} // namespace gw

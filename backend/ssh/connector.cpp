// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/connector.h"

#include <QCoreApplication>
#include <QtEndian>
#include <cerrno>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <system_error>
#include <thread>
#include <vector>

namespace gw {
namespace {

using namespace std::chrono_literals;

constexpr auto stagger = 250ms;                 // RFC 8305, section 5: Connection Attempt Delay
constexpr unsigned int unacknowledged = 30'000; // ms until the kernel gives a silent peer up
constexpr qsizetype mostAddresses = 16;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Connector)
};

Error failure(Error::Kind kind, const QString &cause, const QString &advice = {})
{
    return Error{kind, {}, cause, advice, {}};
}

Error stopped()
{
    return failure(Error::Kind::Cancelled, Text::tr("Stopped"));
}

struct Lookup {
    int code = 0;
    QList<SocketAddress> addresses;
};

Lookup lookUp(const QByteArray &host, quint16 port, int family, int flags)
{
    addrinfo hints{};
    hints.ai_family = family;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = flags | AI_NUMERICSERV;
    addrinfo *list = nullptr;
    Lookup lookup;
    lookup.code = ::getaddrinfo(host.constData(), QByteArray::number(port).constData(), &hints, &list);
    for (const addrinfo *entry = list; lookup.code == 0 && entry; entry = entry->ai_next) {
        if (lookup.addresses.size() == mostAddresses)
            break;
        SocketAddress address;
        address.size = entry->ai_addrlen;
        std::memcpy(&address.bytes, entry->ai_addr, entry->ai_addrlen);
        lookup.addresses.append(address);
    }
    if (lookup.code == 0)
        ::freeaddrinfo(list);
    return lookup;
}

/// Shared with the thread that looks up, which may outlive the one that asked.
struct PendingLookup {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<Lookup> result;
};

std::shared_ptr<PendingLookup> startLookup(const QByteArray &host, quint16 port, int family)
{
    auto pending = std::make_shared<PendingLookup>();
    try {
        std::thread([pending, host, port, family] {
            Lookup lookup = lookUp(host, port, family, AI_ADDRCONFIG);
            const std::lock_guard lock(pending->mutex);
            pending->result = std::move(lookup);
            pending->changed.notify_all();
        }).detach();
    } catch (const std::system_error &) {
        pending->result = Lookup{EAI_MEMORY, {}}; // no thread was to be had
    }
    return pending;
}

/// One attempt that is under way.
struct Attempt {
    Descriptor socket;
    SocketAddress address;
};

void setOptions(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(socket, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    ::setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &unacknowledged, sizeof unacknowledged);
}

/// The attempts of one connectToFirst(), and why the last one failed.
class Race {
public:
    explicit Race(QList<SocketAddress> addresses) : m_waiting(std::move(addresses)) {}

    bool isLost() const { return m_waiting.isEmpty() && m_running.empty(); }
    int lastError() const { return m_lastError; }
    /// When the next address is to be tried.
    Clock::time_point nextStart() const { return m_waiting.isEmpty() ? Clock::time_point::max() : m_nextStart; }

    void startDue()
    {
        while (!m_waiting.isEmpty() && (m_running.empty() || Clock::now() >= m_nextStart)) {
            const SocketAddress address = m_waiting.takeFirst();
            Descriptor socket(::socket(address.bytes.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
            const auto *bytes = reinterpret_cast<const sockaddr *>(&address.bytes);
            if (socket && (::connect(socket.number(), bytes, address.size) == 0 || errno == EINPROGRESS)) {
                m_running.push_back({std::move(socket), address});
                m_nextStart = Clock::now() + stagger;
            } else {
                m_lastError = errno;
            }
        }
    }

    void collect(std::vector<pollfd> &set) const
    {
        for (const Attempt &attempt : m_running)
            set.push_back({attempt.socket.number(), POLLOUT, 0});
    }

    std::optional<ConnectedSocket> winner(const std::vector<pollfd> &set)
    {
        for (const pollfd &entry : set) {
            const auto attempt = std::find_if(m_running.begin(), m_running.end(),
                                              [&](const Attempt &each) { return each.socket.number() == entry.fd; });
            if (entry.revents == 0 || attempt == m_running.end())
                continue;
            int error = 0;
            socklen_t size = sizeof error;
            ::getsockopt(entry.fd, SOL_SOCKET, SO_ERROR, &error, &size);
            if (error == 0)
                return ConnectedSocket{std::move(attempt->socket), attempt->address.text()};
            m_lastError = error;
            m_running.erase(attempt);
        }
        return {};
    }

private:
    QList<SocketAddress> m_waiting;
    std::vector<Attempt> m_running;
    Clock::time_point m_nextStart;
    int m_lastError = EHOSTUNREACH;
};

QString adviceFor(int error)
{
    if (error == ECONNREFUSED)
        return Text::tr("Check the port and whether sshd runs there; a firewall may also answer like this");
    return Text::tr("Check the address, the network and firewalls on the way");
}

} // namespace

QString SocketAddress::text() const
{
    std::array<char, NI_MAXHOST> name{};
    if (::getnameinfo(reinterpret_cast<const sockaddr *>(&bytes), size, name.data(), name.size(), nullptr, 0,
                      NI_NUMERICHOST) != 0)
        return {};
    return QString::fromLatin1(name.data());
}

QList<SocketAddress> interleaved(const QList<SocketAddress> &addresses)
{
    QList<SocketAddress> first, second, out;
    for (const SocketAddress &address : addresses)
        (address.bytes.ss_family == addresses.first().bytes.ss_family ? first : second).append(address);
    for (qsizetype i = 0; i < std::max(first.size(), second.size()); ++i) {
        if (i < first.size())
            out.append(first[i]);
        if (i < second.size())
            out.append(second[i]);
    }
    return out;
}

Result<QList<SocketAddress>> resolve(const QString &host, quint16 port, const QString &addressFamily,
                                     Clock::time_point deadline, std::stop_token stop)
{
    const int family = addressFamily == u"inet" ? AF_INET : addressFamily == u"inet6" ? AF_INET6 : AF_UNSPEC;
    const QByteArray name = host.toUtf8();
    Lookup lookup = lookUp(name, port, family, AI_NUMERICHOST); // an address needs no thread
    if (lookup.code == EAI_NONAME) {
        const auto pending = startLookup(name, port, family);
        std::unique_lock lock(pending->mutex);
        pending->changed.wait_until(lock, stop, deadline, [&] { return pending->result.has_value(); });
        if (stop.stop_requested())
            return stopped();
        if (!pending->result)
            return failure(Error::Kind::TimedOut, Text::tr("The name %1 was not looked up in time").arg(host),
                           Text::tr("Check the name server, or use the IP address"));
        lookup = *pending->result;
    }
    if (lookup.code == EAI_AGAIN)
        return failure(Error::Kind::TimedOut,
                       Text::tr("The name %1 could not be looked up: no name server answers").arg(host),
                       Text::tr("Check the name server, or use the IP address"));
    if (lookup.code != 0 || lookup.addresses.isEmpty())
        return failure(
            Error::Kind::Unreachable,
            Text::tr("The name %1 has no address: %2").arg(host, QString::fromLocal8Bit(::gai_strerror(lookup.code))),
            Text::tr("Check the spelling, or use the IP address"));
    return lookup.addresses;
}

Result<ConnectedSocket> connectToFirst(const QList<SocketAddress> &addresses, Clock::time_point deadline,
                                       std::stop_token stop)
{
    const WakeUp &wakeUp = WakeUp::ofThisThread();
    const std::stop_callback onStop(stop, [&wakeUp] { wakeUp.signal(); });
    Race race(interleaved(addresses));
    for (;;) {
        if (stop.stop_requested())
            return stopped();
        race.startDue();
        if (race.isLost())
            return failure(Error::Kind::Unreachable, qt_error_string(race.lastError()), adviceFor(race.lastError()));
        if (Clock::now() >= deadline)
            return failure(Error::Kind::TimedOut, Text::tr("No answer came in time"), adviceFor(ETIMEDOUT));
        std::vector<pollfd> set{{wakeUp.descriptor(), POLLIN, 0}};
        race.collect(set);
        ::poll(set.data(), set.size(), pollTimeout(std::min(deadline, race.nextStart())));
        if (set[0].revents)
            wakeUp.drain();
        if (auto winner = race.winner(set)) {
            setOptions(winner->descriptor.number());
            return std::move(*winner);
        }
    }
}

} // namespace gw

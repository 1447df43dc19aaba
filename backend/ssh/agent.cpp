// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/agent.h"

#include "backend/ssh/hostkey.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>
#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace gw {
namespace {

// draft-miller-ssh-agent, section 5.1
constexpr char failureAnswer = 5;
constexpr char requestIdentities = 11;
constexpr char identitiesAnswer = 12;
constexpr char signRequest = 13;
constexpr quint32 longestMessage = 256 * 1024;
constexpr quint32 mostKeys = 1'000;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Agent)
};

Error agentError(const QString &cause)
{
    return Error{Error::Kind::Failed,
                 Text::tr("Ask the SSH agent"),
                 cause,
                 Text::tr("Check that the agent runs and is unlocked: ssh-add -l"),
                 {}};
}

QByteArray number(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray string(const QByteArray &value)
{
    return number(quint32(value.size())) + value;
}

/// Blocking, for the relay's end: the other end is libssh's, in the same process.
bool transferAll(int socket, char *bytes, qsizetype size, bool reads)
{
    while (size > 0) {
        const ssize_t count =
            reads ? ::recv(socket, bytes, size_t(size), 0) : ::send(socket, bytes, size_t(size), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes += count;
        size -= count;
    }
    return true;
}

} // namespace

Result<AgentClient> AgentClient::open(const QString &socketPath, Clock::time_point deadline, std::stop_token stop)
{
    const QByteArray path = QFile::encodeName(socketPath);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= qsizetype(sizeof address.sun_path))
        return agentError(Text::tr("The path of its socket is too long"));
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    AgentClient client;
    client.m_socket = Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    client.m_deadline = deadline;
    client.m_stop = std::move(stop);
    if (!client.m_socket ||
        ::connect(client.m_socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return agentError(qt_error_string(errno));
    return client;
}

bool AgentClient::transfer(char *bytes, qsizetype size, short direction)
{
    const WakeUp &wakeUp = WakeUp::ofThisThread();
    const std::stop_callback onStop(m_stop, [&wakeUp] { wakeUp.signal(); });
    while (size > 0) {
        if (m_stop.stop_requested() || Clock::now() >= m_deadline)
            return false;
        const ssize_t count = direction == POLLIN
                                  ? ::recv(m_socket.number(), bytes, size_t(size), MSG_DONTWAIT)
                                  : ::send(m_socket.number(), bytes, size_t(size), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR))
            return false;
        if (count > 0) {
            bytes += count;
            size -= count;
            continue;
        }
        std::array<pollfd, 2> set{{{m_socket.number(), direction, 0}, {wakeUp.descriptor(), POLLIN, 0}}};
        ::poll(set.data(), set.size(), pollTimeout(m_deadline));
        if (set[1].revents)
            wakeUp.drain();
    }
    return true;
}

Result<QByteArray> AgentClient::ask(const QByteArray &message)
{
    QByteArray framed = string(message);
    QByteArray size(4, Qt::Uninitialized);
    if (!transfer(framed.data(), framed.size(), POLLOUT) || !transfer(size.data(), size.size(), POLLIN))
        return agentError(Text::tr("It does not answer"));
    const quint32 length = qFromBigEndian<quint32>(size.constData());
    if (length == 0 || length > longestMessage)
        return agentError(Text::tr("Its answer makes no sense"));
    QByteArray answer(qsizetype(length), Qt::Uninitialized);
    if (!transfer(answer.data(), answer.size(), POLLIN))
        return agentError(Text::tr("It does not answer"));
    return answer;
}

Result<QList<AgentKey>> AgentClient::keys()
{
    const QByteArray answer = GW_TRY(ask(QByteArray(1, requestIdentities)));
    WireReader reader(answer);
    if (reader.byte() != quint8(identitiesAnswer))
        return agentError(Text::tr("It does not list its keys"));
    const quint32 count = std::min(reader.number().value_or(0), mostKeys);
    QList<AgentKey> keys;
    for (quint32 i = 0; i < count; ++i) {
        const auto blob = reader.string();
        const auto comment = reader.string();
        if (!blob || !comment)
            return agentError(Text::tr("Its answer makes no sense"));
        keys.append({blob->toByteArray(), QString::fromUtf8(*comment)});
    }
    return keys;
}

AgentRelay::AgentRelay(AgentClient client, QList<AgentKey> chosen)
    : m_client(std::move(client)), m_chosen(std::move(chosen))
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return;
    m_ours = Descriptor(ends[0]);
    m_theirs = Descriptor(ends[1]);
    m_thread = std::thread([this] { serve(); });
}

AgentRelay::~AgentRelay()
{
    if (m_ours)
        ::shutdown(m_ours.number(), SHUT_RDWR);
    if (m_thread.joinable())
        m_thread.join();
}

QString AgentRelay::signedBy() const
{
    const std::lock_guard lock(m_mutex);
    return m_signedBy;
}

void AgentRelay::serve()
{
    for (;;) {
        std::array<char, 4> size{};
        if (!transferAll(m_ours.number(), size.data(), size.size(), true))
            break;
        const quint32 length = qFromBigEndian<quint32>(size.data());
        if (length == 0 || length > longestMessage)
            break;
        QByteArray message(qsizetype(length), Qt::Uninitialized);
        if (!transferAll(m_ours.number(), message.data(), message.size(), true))
            break;
        QByteArray answer = string(answerTo(message));
        if (!transferAll(m_ours.number(), answer.data(), answer.size(), false))
            break;
    }
    // libssh, which writes without MSG_NOSIGNAL, must find an end of file and never a closed socket.
    ::shutdown(m_ours.number(), SHUT_WR);
}

QByteArray AgentRelay::answerTo(const QByteArray &message)
{
    const QByteArray refusal(1, failureAnswer);
    if (message.front() == requestIdentities) {
        QByteArray answer = QByteArray(1, identitiesAnswer) + number(quint32(m_chosen.size()));
        for (const AgentKey &key : m_chosen)
            answer += string(key.blob) + string(key.comment.toUtf8());
        return answer;
    }
    if (message.front() != signRequest)
        return refusal;
    const auto blob = WireReader(QByteArrayView(message).sliced(1)).string();
    for (const AgentKey &key : m_chosen) {
        if (!blob || QByteArrayView(key.blob) != *blob)
            continue;
        const auto answer = m_client.ask(message);
        const std::lock_guard lock(m_mutex);
        m_signedBy = key.comment;
        return answer ? *answer : refusal;
    }
    return refusal;
}

} // namespace gw

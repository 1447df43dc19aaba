// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/askpassserver.h"

#include "backend/shell/stopwaker.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <array>
#include <poll.h>
#include <sys/stat.h>
#include <sys/un.h>

namespace gw {
namespace {

constexpr qsizetype longestRequest = 64 * 1024;

/// Beside the program, one folder up (a build tree's tests), or where packages put helpers.
QByteArray findProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &folder :
         {here, QString(here + QStringLiteral("/..")), QString(here + QStringLiteral("/../libexec")),
          QString(here + QStringLiteral("/../libexec/gatewright"))}) {
        const QFileInfo file(folder + QStringLiteral("/gatewright-askpass"));
        if (file.isExecutable())
            return QFile::encodeName(file.canonicalFilePath());
    }
    return {};
}

QByteArray randomToken()
{
    std::array<quint32, 8> words;
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

Error cannot(const QString &cause, const QString &advice = {})
{
    return Error{Error::Kind::Failed, AskpassServer::tr("Prepare to answer what ssh asks"), cause, advice, {}};
}

bool isOurUser(int peer)
{
    ucred credentials{};
    socklen_t size = sizeof credentials;
    return ::getsockopt(peer, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0 && credentials.uid == ::getuid();
}

/// Everything until the peer has finished; nothing is waited for longer than five seconds.
QByteArray readRequest(int peer)
{
    const timeval longest{5, 0};
    ::setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
    QByteArray request;
    std::array<char, 4096> buffer;
    while (request.size() < longestRequest) {
        const ssize_t count = ::read(peer, buffer.data(), buffer.size());
        if (count <= 0)
            return count == 0 ? request : QByteArray();
        request.append(buffer.data(), count);
    }
    return {};
}

/// In a time that does not tell how much of it was right.
bool isSame(QByteArrayView a, QByteArrayView b)
{
    unsigned char difference = a.size() != b.size();
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        difference |= static_cast<unsigned char>(a[i] ^ b[i]);
    return difference == 0;
}

} // namespace

Result<std::unique_ptr<AskpassServer>> AskpassServer::start(const QByteArray &folder, Answerer answerer,
                                                            Notifier notifier)
{
    std::unique_ptr<AskpassServer> server(new AskpassServer);
    server->m_program = findProgram();
    if (server->m_program.isEmpty())
        return cannot(tr("The program gatewright-askpass was not found"), tr("Install Gatewright again"));
    server->m_path = folder + "/askpass";
    server->m_token = randomToken();
    server->m_answerer = std::move(answerer);
    server->m_notifier = std::move(notifier);

    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (server->m_path.size() >= qsizetype(sizeof address.sun_path))
        return cannot(tr("The path %1 is too long for a socket").arg(QFile::decodeName(server->m_path)));
    std::copy(server->m_path.begin(), server->m_path.end(), address.sun_path);
    server->m_listener = Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!server->m_listener || ::fchmod(server->m_listener.number(), 0600) != 0 ||
        ::bind(server->m_listener.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::listen(server->m_listener.number(), 8) != 0)
        return cannot(qt_error_string(errno));
    server->m_thread = std::jthread([self = server.get()](std::stop_token stop) { self->serve(stop); });
    return server;
}

QByteArrayList AskpassServer::environment() const
{
    QByteArrayList out{"SSH_ASKPASS=" + m_program, "SSH_ASKPASS_REQUIRE=force", "GATEWRIGHT_ASKPASS_SOCKET=" + m_path,
                       "GATEWRIGHT_ASKPASS_TOKEN=" + m_token};
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        out += "DISPLAY=:"; // before 8.4 ssh looks at this and not at SSH_ASKPASS_REQUIRE
    return out;
}

void AskpassServer::serve(std::stop_token stop)
{
    const StopWaker waker(stop);
    while (!stop.stop_requested()) {
        std::array<pollfd, 3> set{{{m_listener.number(), POLLIN, 0},
                                   {waker.descriptor(), POLLIN, 0},
                                   {m_shown.number(), 0, 0}}}; // it has said everything: only its end counts
        ::poll(set.data(), set.size(), waker.descriptor() < 0 ? 100 : -1);
        if (set[2].revents)
            forgetEndedNotice();
        if (set[0].revents)
            handle(Descriptor(::accept4(m_listener.number(), nullptr, nullptr, SOCK_CLOEXEC)));
    }
}

void AskpassServer::handle(Descriptor peer)
{
    if (!peer || !isOurUser(peer.number()))
        return;
    const QByteArray request = readRequest(peer.number());
    if (!isSame(QByteArrayView(request).first(std::min(request.size(), m_token.size())), m_token))
        return;
    const QByteArray rest = request.mid(m_token.size());
    if (rest.startsWith('N')) {
        show(std::move(peer), rest.mid(1));
        return;
    }
    if (!rest.startsWith('P')) // "confirm": nobody was asked, so no
        return;
    if (const std::optional<Secret> answer = m_answerer(rest.mid(1))) {
        ::send(peer.number(), "+", 1, MSG_NOSIGNAL);
        ::send(peer.number(), answer->bytes().data(), size_t(answer->bytes().size()), MSG_NOSIGNAL);
    }
}

void AskpassServer::show(Descriptor peer, const QByteArray &text)
{
    m_shown = std::move(peer);
    if (m_notifier)
        m_notifier(UntrustedText::fromBytes(text.trimmed()));
}

void AskpassServer::forgetEndedNotice()
{
    m_shown.close();
    if (m_notifier)
        m_notifier({});
}

} // namespace gw

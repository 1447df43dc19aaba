// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ssh/rawserver.h"

#include "backend/ssh/hostkey.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QtEndian>
#include <arpa/inet.h>
#include <chrono>
#include <openssl/evp.h>
#include <optional>
#include <sys/socket.h>
#include <unistd.h>

namespace gw::test {
namespace {

using Misdeed = Manners::Misdeed;

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

QByteArray byte(int value)
{
    return QByteArray(1, char(value));
}

/// A positive integer of RFC 4251.
QByteArray mpint(QByteArray value)
{
    while (value.startsWith('\0'))
        value.remove(0, 1);
    if (!value.isEmpty() && (quint8(value[0]) & 0x80))
        value.prepend('\0');
    return string(value);
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

struct KeyFree {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
using Key = std::unique_ptr<EVP_PKEY, KeyFree>;

QByteArray publicPart(const Key &key)
{
    QByteArray bytes(32, Qt::Uninitialized);
    size_t size = 32;
    EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(bytes.data()), &size);
    return bytes;
}

QByteArray agreed(const Key &ours, const QByteArray &theirs)
{
    const Key peer(EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr,
                                               reinterpret_cast<const unsigned char *>(theirs.data()), 32));
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(ours.get(), nullptr);
    QByteArray secret(32, Qt::Uninitialized);
    size_t size = 32;
    EVP_PKEY_derive_init(context);
    EVP_PKEY_derive_set_peer(context, peer.get());
    EVP_PKEY_derive(context, reinterpret_cast<unsigned char *>(secret.data()), &size);
    EVP_PKEY_CTX_free(context);
    return secret;
}

QByteArray signedBy(const Key &key, const QByteArray &bytes)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    QByteArray signature(64, Qt::Uninitialized);
    size_t size = 64;
    EVP_DigestSignInit(context, nullptr, nullptr, nullptr, key.get());
    EVP_DigestSign(context, reinterpret_cast<unsigned char *>(signature.data()), &size,
                   reinterpret_cast<const unsigned char *>(bytes.data()), size_t(bytes.size()));
    EVP_MD_CTX_free(context);
    return signature;
}

/// AES-256-GCM of one direction (RFC 5647).
class Cipher {
public:
    Cipher(const QByteArray &key, const QByteArray &iv) : m_key(key), m_iv(iv.left(12)), m_context(EVP_CIPHER_CTX_new())
    {
    }
    ~Cipher() { EVP_CIPHER_CTX_free(m_context); }
    Cipher(const Cipher &) = delete;
    Cipher &operator=(const Cipher &) = delete;

    QByteArray run(const QByteArray &length, QByteArray body, QByteArray tag, bool encrypts)
    {
        const auto bytes = [](QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); };
        int size = 0;
        EVP_CipherInit_ex(m_context, EVP_aes_256_gcm(), nullptr, bytes(m_key), bytes(m_iv), encrypts ? 1 : 0);
        QByteArray head = length;
        EVP_CipherUpdate(m_context, nullptr, &size, bytes(head), 4);
        EVP_CipherUpdate(m_context, bytes(body), &size, bytes(body), int(body.size()));
        if (!encrypts)
            EVP_CIPHER_CTX_ctrl(m_context, EVP_CTRL_GCM_SET_TAG, 16, tag.data());
        EVP_CipherFinal_ex(m_context, bytes(tag), &size);
        QByteArray out = body;
        if (encrypts) {
            tag.resize(16);
            EVP_CIPHER_CTX_ctrl(m_context, EVP_CTRL_GCM_GET_TAG, 16, tag.data());
            out += tag;
        }
        for (int i = 11; i >= 4 && ++m_iv.data()[i] == 0; --i) {
        } // the counter of packets
        return out;
    }

private:
    QByteArray m_key;
    QByteArray m_iv;
    EVP_CIPHER_CTX *m_context;
};

} // namespace

class RawConnection {
public:
    RawConnection(RawServer &server, int socket) : m_server(server), m_manners(server.m_manners), m_socket(socket) {}

    void run()
    {
        if (!greets() || !exchangesKeys())
            return;
        if (m_manners.misdeed == Misdeed::SilentAfterKeys)
            return waitForEnd();
        while (const auto message = receive()) {
            if (!handle(*message))
                return;
        }
    }

private:
    bool write(const QByteArray &bytes)
    {
        for (qsizetype sent = 0; sent < bytes.size();) {
            const ssize_t count = ::send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
            if (count <= 0)
                return false;
            sent += count;
        }
        return true;
    }

    std::optional<QByteArray> read(qsizetype size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        for (qsizetype got = 0; got < size;) {
            const ssize_t count = ::recv(m_socket, bytes.data() + got, size_t(size - got), 0);
            if (count <= 0)
                return {};
            got += count;
        }
        return bytes;
    }

    void waitForEnd()
    {
        char bytes[4096];
        while (::recv(m_socket, bytes, sizeof bytes, 0) > 0) {
        }
    }

    bool send(const QByteArray &payload)
    {
        const int block = m_sealing ? 16 : 8;
        const qsizetype fixed = (m_sealing ? 1 : 5) + payload.size();
        qsizetype padding = block - fixed % block;
        if (padding < 4)
            padding += block;
        const QByteArray body = byte(int(padding)) + payload + QByteArray(padding, 'p');
        const QByteArray length = number(quint32(body.size()));
        return write(m_sealing ? length + m_sealing->run(length, body, {}, true) : length + body);
    }

    std::optional<QByteArray> receive()
    {
        const auto length = read(4);
        const quint32 size = length ? qFromBigEndian<quint32>(length->constData()) : 0;
        if (size < 2 || size > 1024 * 1024)
            return {};
        auto body = read(qsizetype(size));
        if (body && m_opening) {
            const auto tag = read(16);
            if (!tag)
                return {};
            *body = m_opening->run(*length, *body, *tag, false);
        }
        if (!body)
            return {};
        return body->mid(1, body->size() - 1 - quint8(body->at(0)));
    }

    bool greets()
    {
        using namespace std::chrono_literals;
        switch (m_manners.misdeed) {
        case Misdeed::Silent: waitForEnd(); return false;
        case Misdeed::ClosesAtOnce: return false;
        case Misdeed::NoSsh: write("HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n"); return false;
        case Misdeed::EndlessLines:
            while (write("Please wait, your call is important to us.\r\n")) {
            }
            return false;
        case Misdeed::Dripping:
            while (!m_server.m_ends && write("S"))
                std::this_thread::sleep_for(100ms);
            return false;
        default: break;
        }
        write(m_serverBanner + "\r\n");
        for (char last = 0; last != '\n'; m_clientBanner += last) {
            const auto next = read(1);
            if (!next)
                return false;
            last = next->at(0);
        }
        m_clientBanner = m_clientBanner.trimmed();
        return true;
    }

    bool exchangesKeys()
    {
        const QByteArray cipher =
            m_manners.misdeed == Misdeed::WeakAlgorithms ? "aes128-cbc,3des-cbc" : "aes256-gcm@openssh.com";
        const QByteArray ours = byte(20) + QByteArray(16, 'c') + string("curve25519-sha256") + string("ssh-ed25519") +
                                string(cipher) + string(cipher) + string("hmac-sha2-256-etm@openssh.com") +
                                string("hmac-sha2-256-etm@openssh.com") + string("none") + string("none") + string("") +
                                string("") + byte(0) + number(0);
        send(ours);
        const auto theirs = receive();
        if (!theirs || m_manners.misdeed == Misdeed::WeakAlgorithms) {
            waitForEnd();
            return false;
        }
        const auto start = receive();
        if (!start || start->size() < 37 || start->at(0) != 30)
            return false;
        const QByteArray clientKey = start->mid(5, 32);
        const Key own(EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519"));
        const Key host(EVP_PKEY_new_raw_private_key(
            EVP_PKEY_ED25519, nullptr, reinterpret_cast<const unsigned char *>(m_server.m_hostKeySeed.data()), 32));
        const QByteArray hostKey = string("ssh-ed25519") + string(publicPart(host));
        const QByteArray secret = mpint(agreed(own, clientKey));
        const QByteArray hash =
            sha256(string(m_clientBanner) + string(m_serverBanner) + string(*theirs) + string(ours) + string(hostKey) +
                   string(clientKey) + string(publicPart(own)) + secret);
        send(byte(31) + string(hostKey) + string(publicPart(own)) +
             string(string("ssh-ed25519") + string(signedBy(host, hash))));
        send(byte(21));
        const auto derived = [&](char letter) { return sha256(secret + hash + letter + hash); };
        const auto newKeys = receive();
        if (!newKeys || newKeys->at(0) != 21)
            return false;
        m_opening = std::make_unique<Cipher>(derived('C'), derived('A'));
        m_sealing = std::make_unique<Cipher>(derived('D'), derived('B'));
        return true;
    }

    bool handle(const QByteArray &message)
    {
        WireReader reader(QByteArrayView(message).sliced(1));
        switch (quint8(message.at(0))) {
        case 5: return send(byte(6) + string(reader.string().value_or(QByteArrayView()).toByteArray()));
        case 50: return authenticate(reader);
        case 61: return takeAnswers(reader);
        case 80: return refuseGlobal(reader);
        case 90: return openChannel(reader);
        case 98: return handleRequest(reader);
        case 97: return closeChannel(reader);
        default: return true;
        }
    }

    bool refuseAuthentication(bool partial = false)
    {
        QByteArrayList methods;
        if (!m_manners.password.isEmpty() && !m_passwordDone)
            methods += "password";
        if (!m_manners.rounds.isEmpty() && !m_interactiveDone)
            methods += "keyboard-interactive";
        return send(byte(51) + string(methods.join(',')) + byte(partial ? 1 : 0));
    }

    bool succeed(bool &done)
    {
        done = true;
        if (m_manners.wantsBoth && !(m_passwordDone && m_interactiveDone))
            return refuseAuthentication(true);
        return send(byte(52));
    }

    bool authenticate(WireReader &reader)
    {
        reader.string(); // user
        reader.string(); // service
        const QByteArray method = reader.string().value_or(QByteArrayView()).toByteArray();
        if (m_manners.password.isEmpty() && m_manners.rounds.isEmpty())
            return send(byte(52));
        if (method == "password") {
            ++m_server.m_attempts;
            reader.byte();
            const bool right = reader.string().value_or(QByteArrayView()) == m_manners.password;
            return right ? succeed(m_passwordDone) : refuseAuthentication();
        }
        if (method == "keyboard-interactive" && !m_manners.rounds.isEmpty()) {
            m_round = 0;
            return askRound();
        }
        return refuseAuthentication();
    }

    bool askRound()
    {
        const auto &prompts = m_manners.rounds.at(m_round);
        QByteArray message = byte(60) + string("Lab login") + string("Have your token ready") + string("") +
                             number(quint32(prompts.size()));
        for (const Manners::Prompt &prompt : prompts)
            message += string(prompt.text) + byte(prompt.echo ? 1 : 0);
        return send(message);
    }

    bool takeAnswers(WireReader &reader)
    {
        ++m_server.m_attempts;
        reader.number();
        bool right = true;
        for (const Manners::Prompt &prompt : m_manners.rounds.at(m_round))
            right = (reader.string().value_or(QByteArrayView()) == prompt.answer) && right;
        if (m_manners.misdeed == Misdeed::AsksForever)
            return askRound();
        if (!right)
            return refuseAuthentication();
        return ++m_round < m_manners.rounds.size() ? askRound() : succeed(m_interactiveDone);
    }

    bool refuseGlobal(WireReader &reader)
    {
        reader.string();
        return reader.byte() == quint8(1) ? send(byte(82)) : true;
    }

    bool openChannel(WireReader &reader)
    {
        reader.string();
        const quint32 theirs = reader.number().value_or(0);
        return send(byte(91) + number(theirs) + number(theirs) + number(1'000'000) + number(32'768));
    }

    bool handleRequest(WireReader &reader)
    {
        const QByteArray channel = number(reader.number().value_or(0));
        const QByteArray type = reader.string().value_or(QByteArrayView()).toByteArray();
        const bool wantsReply = reader.byte() == quint8(1);
        const QByteArray line = reader.string().value_or(QByteArrayView()).toByteArray();
        if (m_manners.misdeed == Misdeed::DeniesExec)
            return send(byte(100) + channel);
        if (wantsReply)
            send(byte(99) + channel);
        return type == "exec" ? execute(channel, line) : true;
    }

    bool flood(const QByteArray &channel)
    {
        const QByteArray data = byte(94) + channel + string(QByteArray(32'000, 'x'));
        while (!m_server.m_ends && send(data)) {
        }
        return false;
    }

    bool execute(const QByteArray &channel, const QByteArray &line)
    {
        switch (m_manners.misdeed) {
        case Misdeed::SilentAfterExec: waitForEnd(); return false;
        case Misdeed::FloodsAfterClose:
        case Misdeed::BusyAfterExec: return true;
        case Misdeed::IgnoresEverything: return flood(channel);
        default: break;
        }
        send(byte(94) + channel + string(line));
        if (m_manners.misdeed == Misdeed::CutsOutput)
            return false;
        if (m_manners.misdeed == Misdeed::ExitSignal)
            send(byte(98) + channel + string("exit-signal") + byte(0) + string("TERM") + byte(0) + string("") +
                 string(""));
        else if (m_manners.misdeed != Misdeed::NoExitStatus)
            send(byte(98) + channel + string("exit-status") + byte(0) + number(0));
        return send(byte(96) + channel) && send(byte(97) + channel);
    }

    bool closeChannel(WireReader &reader)
    {
        const QByteArray channel = number(reader.number().value_or(0));
        if (m_manners.misdeed == Misdeed::FloodsAfterClose)
            return flood(channel);
        if (m_manners.misdeed == Misdeed::BusyAfterExec)
            return send(byte(97) + channel);
        return true;
    }

    RawServer &m_server;
    const Manners &m_manners;
    const int m_socket;
    const QByteArray m_serverBanner = "SSH-2.0-RawServer_1.0";
    QByteArray m_clientBanner;
    std::unique_ptr<Cipher> m_opening;
    std::unique_ptr<Cipher> m_sealing;
    qsizetype m_round = 0;
    bool m_passwordDone = false;
    bool m_interactiveDone = false;
};

RawServer::RawServer(Manners manners) : m_manners(std::move(manners))
{
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(m_hostKeySeed.data()), 8);
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    (void)::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size);
    (void)::listen(m_listener, 64);
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { serve(); });
}

RawServer::~RawServer()
{
    m_ends = true;
    ::shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    for (const int socket : m_sockets)
        ::shutdown(socket, SHUT_RDWR);
    for (std::thread &thread : m_threads)
        thread.join();
    for (const int socket : m_sockets)
        ::close(socket);
    ::close(m_listener);
}

void RawServer::serve()
{
    for (;;) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            return;
        ++m_connections;
        m_sockets.push_back(socket);
        m_threads.emplace_back([this, socket] {
            RawConnection(*this, socket).run();
            ::shutdown(socket, SHUT_RDWR);
        });
    }
}

} // namespace gw::test

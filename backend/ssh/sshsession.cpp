// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/sshsession.h"

#include "backend/base/untrustedtext.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <fcntl.h>
#include <libssh/server.h>
#include <mutex>
#include <poll.h>
#include <sys/resource.h>

namespace gw {
namespace {

// GCM first: Terrapin (CVE-2023-48795) concerns ChaCha20-Poly1305 and encrypt-then-MAC, where a server lacks strict
// key exchange. No CBC, no SHA-1, no DSA.
constexpr auto ciphers = "aes256-gcm@openssh.com,aes128-gcm@openssh.com,chacha20-poly1305@openssh.com,"
                         "aes256-ctr,aes192-ctr,aes128-ctr";
constexpr auto macs = "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com";
constexpr auto keyExchanges = "curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,ecdh-sha2-nistp384,"
                              "ecdh-sha2-nistp521,diffie-hellman-group16-sha512,diffie-hellman-group18-sha512,"
                              "diffie-hellman-group-exchange-sha256,diffie-hellman-group14-sha256";
constexpr auto publicKeyTypes =
    "ssh-ed25519-cert-v01@openssh.com,ecdsa-sha2-nistp256-cert-v01@openssh.com,ecdsa-sha2-nistp384-cert-v01@openssh."
    "com,"
    "ecdsa-sha2-nistp521-cert-v01@openssh.com,sk-ssh-ed25519-cert-v01@openssh.com,"
    "sk-ecdsa-sha2-nistp256-cert-v01@openssh.com,rsa-sha2-512-cert-v01@openssh.com,rsa-sha2-256-cert-v01@openssh.com,"
    "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,sk-ssh-ed25519@openssh.com,"
    "sk-ecdsa-sha2-nistp256@openssh.com,rsa-sha2-512,rsa-sha2-256";
constexpr rlim_t mostDescriptors = 65'535; // libssh cuts larger descriptors to 16 bits

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SshSession)
};

/// A session costs one descriptor; the usual soft limit of 1,024 is there for select(), which nobody uses here.
void allowManyDescriptors()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = std::max(limit.rlim_cur, std::min(limit.rlim_max, mostDescriptors));
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// A server has nothing to ask of us: whatever it requests is refused and not queued, or it could fill the memory.
int refuseRequest(ssh_session, ssh_message, void *)
{
    return 1;
}

/// RFC 4254, section 6.10.
int signalNumber(const char *name)
{
    static const QHash<QByteArray, int> numbers{{"HUP", 1},   {"INT", 2},   {"QUIT", 3},  {"ILL", 4},   {"ABRT", 6},
                                                {"FPE", 8},   {"KILL", 9},  {"USR1", 10}, {"SEGV", 11}, {"USR2", 12},
                                                {"PIPE", 13}, {"ALRM", 14}, {"TERM", 15}};
    return numbers.value(QByteArray(name), 0);
}

} // namespace

Result<std::unique_ptr<SshSession>> SshSession::create(Descriptor socket, const Settings &settings)
{
    static std::once_flag once;
    std::call_once(once, [] {
        ssh_init();
        allowManyDescriptors();
    });
    auto session = std::unique_ptr<SshSession>(new SshSession);
    session->m_session = ssh_new();
    session->m_event = ssh_event_new();
    session->m_discardLimit = settings.discardLimit;
    ssh_session handle = session->m_session;
    bool accepted = handle && session->m_event;
    const auto set = [&](ssh_options_e option, const void *value) {
        accepted = accepted && ssh_options_set(handle, option, value) == SSH_OK;
    };
    if (rlim_t(socket.number()) > mostDescriptors)
        return Error{Error::Kind::Failed, {}, Text::tr("Too many connections are open at once"), {}, {}};
    const int no = 0, quiet = SSH_LOG_NONE, number = socket.number();
    set(SSH_OPTIONS_PROCESS_CONFIG, &no); // a file could override what is set here, and run commands
    set(SSH_OPTIONS_LOG_VERBOSITY, &quiet);
    set(SSH_OPTIONS_HOST, "server"); // only a label: the socket is connected
    if (!settings.user.isEmpty())
        set(SSH_OPTIONS_USER, settings.user.toUtf8().constData());
    set(SSH_OPTIONS_KNOWNHOSTS, "/dev/null");
    set(SSH_OPTIONS_GLOBAL_KNOWNHOSTS, "/dev/null");
    set(SSH_OPTIONS_CIPHERS_C_S, ciphers);
    set(SSH_OPTIONS_CIPHERS_S_C, ciphers);
    set(SSH_OPTIONS_HMAC_C_S, macs);
    set(SSH_OPTIONS_HMAC_S_C, macs);
    set(SSH_OPTIONS_KEY_EXCHANGE, keyExchanges);
    set(SSH_OPTIONS_HOSTKEYS, settings.hostKeyAlgorithms.constData());
    set(SSH_OPTIONS_PUBLICKEY_ACCEPTED_TYPES, publicKeyTypes);
    set(SSH_OPTIONS_RSA_MIN_SIZE, &smallestRsaKey);
    set(SSH_OPTIONS_COMPRESSION, "no");
    set(SSH_OPTIONS_FD, &number);
    if (!accepted)
        return Error{Error::Kind::Failed, {}, session->lastError(), {}, {}};
    session->m_socket = std::move(socket);
    ssh_set_blocking(handle, 0);
    ssh_set_counters(handle, &session->m_received, nullptr);
    ssh_set_message_callback(handle, refuseRequest, nullptr);
    return session;
}

SshSession::~SshSession()
{
    if (!m_session)
        return;
    for (const auto &channel : m_abandoned)
        channel->m_closed = true;
    m_abandoned.clear();
    if (m_event)
        ssh_event_free(m_event);
    // ssh_disconnect() forgets a descriptor that it was given without closing it, unless its write fails.
    pollfd socket{descriptor(), POLLOUT, 0};
    if (ssh_is_connected(m_session) && ::poll(&socket, 1, 0) == 1 && socket.revents == POLLOUT) {
        ssh_disconnect(m_session);
        ::close(socket.fd);
    }
    ssh_free(m_session);
}

int SshSession::shakeHands()
{
    const int result = ssh_connect(m_session);
    m_socket.release();    // libssh closes it from now on
    if (descriptor() >= 0) // libssh makes it blocking when it starts
        ::fcntl(descriptor(), F_SETFL, ::fcntl(descriptor(), F_GETFL) | O_NONBLOCK);
    ssh_event_add_session(m_event, m_session);
    return result;
}

std::optional<HostKey> SshSession::hostKey() const
{
    ssh_key key = nullptr;
    if (ssh_get_server_publickey(m_session, &key) != SSH_OK)
        return {};
    char *text = nullptr;
    std::optional<HostKey> out;
    if (ssh_pki_export_pubkey_base64(key, &text) == SSH_OK)
        out = HostKey::fromBase64(text);
    ssh_string_free_char(text);
    ssh_key_free(key);
    return out;
}

QString SshSession::lastError() const
{
    return UntrustedText::fromBytes(m_session ? ssh_get_error(m_session) : "").shown(1000);
}

short SshSession::pollEvents() const
{
    return short(POLLIN | ((ssh_get_poll_flags(m_session) & SSH_WRITE_PENDING) ? POLLOUT : 0));
}

void SshSession::process()
{
    ssh_event_dopoll(m_event, 0);
    if (m_received.in_bytes != m_seen) {
        m_seen = m_received.in_bytes;
        m_lastHeard = Clock::now();
    }
    collectAbandoned();
}

void SshSession::probe()
{
    // A finished request is only put away by the first call.
    ssh_send_keepalive(m_session);
    ssh_send_keepalive(m_session);
}

void SshSession::abandon(std::unique_ptr<SshChannel> channel)
{
    if (!channel)
        return;
    SshChannel *const raw = channel.get();
    raw->m_sink = [raw](QByteArrayView bytes, bool) { raw->m_discarded += bytes.size(); };
    raw->close();
    m_abandoned.push_back(std::move(channel));
    collectAbandoned();
}

void SshSession::collectAbandoned()
{
    for (const auto &channel : m_abandoned) {
        channel->close();
        if (channel->m_discarded > m_discardLimit)
            m_flooded = true; // it does not care about windows, nor about the end of the channel
    }
    m_abandoned.remove_if([](const auto &channel) { return channel->isClosed(); });
}

std::unique_ptr<SshChannel> SshChannel::create(SshSession &session, Sink sink)
{
    auto channel = std::unique_ptr<SshChannel>(new SshChannel);
    channel->m_channel = ssh_channel_new(session.handle());
    if (!channel->m_channel)
        return nullptr;
    channel->m_sink = std::move(sink);
    ssh_channel_callbacks_struct &callbacks = channel->m_callbacks;
    ssh_callbacks_init(&callbacks);
    callbacks.userdata = channel.get();
    callbacks.channel_data_function = [](ssh_session, ssh_channel, void *data, uint32_t size, int isError, void *self) {
        static_cast<SshChannel *>(self)->m_sink(QByteArrayView(static_cast<const char *>(data), qsizetype(size)),
                                                isError != 0);
        return int(size);
    };
    callbacks.channel_eof_function = [](ssh_session, ssh_channel, void *self) {
        static_cast<SshChannel *>(self)->m_eof = true;
    };
    callbacks.channel_close_function = [](ssh_session, ssh_channel, void *self) {
        static_cast<SshChannel *>(self)->m_closed = true;
    };
    callbacks.channel_exit_status_function = [](ssh_session, ssh_channel, int status, void *self) {
        static_cast<SshChannel *>(self)->m_exitCode = status;
    };
    callbacks.channel_exit_signal_function = [](ssh_session, ssh_channel, const char *signal, int, const char *,
                                                const char *, void *self) {
        static_cast<SshChannel *>(self)->m_exitCode = 128 + signalNumber(signal);
    };
    ssh_set_channel_callbacks(channel->m_channel, &callbacks);
    return channel;
}

SshChannel::~SshChannel()
{
    ssh_remove_channel_callbacks(m_channel, &m_callbacks);
    ssh_channel_free(m_channel); // libssh itself waits for the server's close, if that is due
}

int SshChannel::open(std::function<int()> request)
{
    const int result = request();
    m_opening = result == SSH_AGAIN ? std::move(request) : nullptr;
    return result;
}

int SshChannel::openSession()
{
    return open([this] { return ssh_channel_open_session(m_channel); });
}

int SshChannel::openForward(const QString &host, quint16 port)
{
    return open([this, name = host.toUtf8(), port] {
        return ssh_channel_open_forward(m_channel, name.constData(), port, "127.0.0.1", 0);
    });
}

void SshChannel::close()
{
    // While the server has not answered there is nothing to close yet, and forgetting it would leave it open there.
    if (m_opening && open(std::exchange(m_opening, nullptr)) == SSH_AGAIN)
        return;
    if (m_closing)
        return;
    m_closing = true;
    if (!m_closed && !ssh_channel_is_open(m_channel)) {
        m_closed = true; // it was never opened, or the session is gone
        return;
    }
    // The first call may only have sent the end of file ("again").
    for (int tries = 0; tries < 3 && ssh_channel_close(m_channel) == SSH_AGAIN; ++tries) {
    }
}

qint64 SshChannel::write(QByteArrayView bytes)
{
    const qint64 size = std::min<qint64>({bytes.size(), ssh_channel_window_size(m_channel), 65'536});
    return size == 0 ? 0 : ssh_channel_write(m_channel, bytes.data(), uint32_t(size));
}

} // namespace gw

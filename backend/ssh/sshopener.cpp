// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/sshopener.h"

#include "backend/ssh/connector.h"
#include "backend/ssh/hostkeycheck.h"
#include "backend/ssh/sshauthentication.h"

#include <QCoreApplication>

namespace gw {
namespace {

constexpr quint64 mostBytesBeforeBanner = 64 * 1024;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SshOpener)
};

Error failureOf(Error::Kind kind, const QString &cause, const QString &advice = {})
{
    return Error{kind, {}, cause, advice, {}};
}

/// "kex error : no match for method encryption: server [a,b], client [c]" as people can use it.
Error negotiationError(const QString &text)
{
    const auto between = [&](QStringView before, QStringView after) {
        const qsizetype begin = text.indexOf(before);
        const qsizetype end = begin < 0 ? -1 : text.indexOf(after, begin + before.size());
        return end < 0 ? QString() : text.mid(begin + before.size(), end - begin - before.size());
    };
    return failureOf(
        Error::Kind::Unsupported,
        Text::tr("The server offers nothing safe enough for: %1. It offers: %2")
            .arg(between(u"no match for method ", u":"), between(u"server [", u"]")),
        Text::tr("Update the SSH server. Until then OpenSSH may connect, with the old algorithms allowed in "
                 "~/.ssh/config"));
}

/// Opens one chain. A member per thing that every hop needs.
class Opener {
public:
    Opener(const Route &route, const Answers &answers, const ConnectOptions &options, std::stop_token stop)
        : m_route(route), m_answers(answers), m_options(options), m_stop(std::move(stop)),
          m_chain(std::make_unique<SshChain>(options.channelLimit))
    {
    }

    Result<OpenedChain> run()
    {
        const Clock::time_point start = Clock::now();
        for (m_index = 0; m_index < m_route.hops.size(); ++m_index) {
            if (auto opened = openHop(); !opened) {
                Error error = std::move(opened).error();
                if (!error.tried.isEmpty()) // a file of this computer: "Read ~/.ssh/known_hosts"
                    error.cause = Text::tr("%1: %2").arg(error.tried, error.cause);
                error.tried = tried();
                return error;
            }
        }
        m_info.transport = TransportKind::Libssh;
        m_info.reason = m_route.reason;
        m_info.connectTime = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
        return OpenedChain{std::move(m_chain), std::move(m_info)};
    }

private:
    const HopSettings &hop() const { return m_route.hops.at(m_index); }
    bool isJump() const { return m_index + 1 < m_route.hops.size(); }

    QString tried() const
    {
        const QString label = hop().label();
        const QString place =
            m_address.isEmpty() || m_address == hop().host ? label : QStringLiteral("%1 (%2)").arg(label, m_address);
        if (isJump())
            return Text::tr("Connect to the jump host %1").arg(place);
        if (m_index > 0)
            return Text::tr("Connect to %1 through the jump host %2").arg(place, m_route.hops.at(m_index - 1).label());
        return Text::tr("Connect to %1").arg(place);
    }

    Result<void> openHop()
    {
        std::chrono::milliseconds limit = m_options.timeout;
        if (hop().connectTimeoutSeconds > 0)
            limit = std::min<std::chrono::milliseconds>(limit, std::chrono::seconds(hop().connectTimeoutSeconds));
        m_deadline = Clock::now() + limit;
        m_address.clear();

        const HostKeyCheck hostKeys = GW_TRY(HostKeyCheck::prepare(hop()));
        SshSession::Settings settings{hop().user, hostKeys.algorithms(), m_options.channelLimit};
        Descriptor socket = GW_TRY(m_index == 0 ? connectDirectly() : connectThrough());
        SshSession &session = m_chain->add(GW_TRY(SshSession::create(std::move(socket), settings)), hop().label());
        GW_TRY(shakeHands(session));
        const auto key = session.hostKey();
        if (!key)
            return failureOf(Error::Kind::Protocol, Text::tr("The server showed no host key"));
        if (const QString warning = GW_TRY(hostKeys.verify(*key, m_address, m_answers)); !warning.isEmpty())
            m_info.warnings += warning;
        m_info.authentication =
            GW_TRY(SshAuthentication(*m_chain, session, hop(), m_answers, m_deadline, m_stop).run());
        describe(session, *key);
        return {};
    }

    Result<Descriptor> connectDirectly()
    {
        const auto addresses = GW_TRY(resolve(hop().host, hop().port, hop().addressFamily, m_deadline, m_stop));
        ConnectedSocket connected = GW_TRY(connectToFirst(addresses, m_deadline, m_stop));
        m_address = connected.address;
        return std::move(connected.descriptor);
    }

    Result<Descriptor> connectThrough()
    {
        SshSession &over = m_chain->last();
        SshForward &forward = m_chain->addForward(std::make_unique<SshForward>(over));
        if (!forward.isValid())
            return failureOf(Error::Kind::Failed, qt_error_string(errno));
        int result = SSH_AGAIN;
        const auto step = [&] {
            result = forward.channel().openForward(hop().host, hop().port);
            return result != SSH_AGAIN;
        };
        if (auto failure = m_chain->patiently(step, m_deadline, m_stop))
            return std::move(failure->error);
        if (result != SSH_OK) {
            if (auto error = m_chain->failure())
                return std::move(*error);
            return failureOf(Error::Kind::Unreachable,
                             Text::tr("The jump host %1 did not let us through: %2")
                                 .arg(m_route.hops.at(m_index - 1).label(), over.lastError()),
                             Text::tr("Check that the server is reachable from the jump host, and that the jump host "
                                      "allows forwarding (AllowTcpForwarding)"));
        }
        return forward.takeOtherEnd();
    }

    Result<void> shakeHands(SshSession &session)
    {
        int result = SSH_AGAIN;
        bool chatters = false;
        const auto hasBanner = [&] { return ssh_get_serverbanner(session.handle()) != nullptr; };
        const auto step = [&] {
            result = session.shakeHands();
            chatters = !hasBanner() && session.received() > mostBytesBeforeBanner;
            return result != SSH_AGAIN || chatters;
        };
        if (auto failure = m_chain->patiently(step, m_deadline, m_stop)) {
            Error &error = failure->error;
            if (error.kind == Error::Kind::TimedOut && !failure->isSilent) {
                error.cause = hasBanner() ? Text::tr("The server did not finish the key exchange in time")
                              : session.received() > 0
                                  ? Text::tr("The server took too long to say that it speaks SSH")
                                  : Text::tr("The server accepted the connection and then said nothing");
                error.advice = Text::tr("Check that an SSH server listens on this port, and that it is not overloaded");
            }
            return std::move(error);
        }
        if (chatters)
            return failureOf(Error::Kind::Protocol, Text::tr("It sends text without end instead of an SSH banner"),
                             Text::tr("Check the port: this is no SSH server, or one that keeps visitors busy"));
        return result == SSH_OK ? Result<void>() : handshakeError(session, hasBanner());
    }

    Error handshakeError(const SshSession &session, bool hasBanner) const
    {
        const QString text = session.lastError();
        if (text.contains(u"no match for method"))
            return negotiationError(text);
        if (text.contains(u"hostkey signature"))
            return failureOf(Error::Kind::Protocol, Text::tr("The server could not prove that its host key is its own"),
                             Text::tr("RSA host keys of fewer than 2048 bits are refused, too: make a new one on the "
                                      "server with ssh-keygen -A"));
        if (m_index > 0) {
            if (auto error = m_chain->failure(); error && !m_chain->isLastOnlyBroken())
                return std::move(*error);
        }
        if (!hasBanner && !text.contains(u"anner"))
            return failureOf(
                Error::Kind::Unreachable, Text::tr("The server closed the connection before its SSH banner"),
                Text::tr("It may be overloaded, or refuse this address (fail2ban, MaxStartups, a firewall)"));
        return failureOf(Error::Kind::Protocol, Text::tr("The key exchange failed: %1").arg(text),
                         Text::tr("Check that this port belongs to an SSH server"));
    }

    void describe(const SshSession &session, const HostKey &key)
    {
        const auto text = [](const char *bytes) { return QString::fromLatin1(bytes); };
        m_info.user = hop().user;
        m_info.address = m_address;
        m_info.hostKey = QStringLiteral("%1 %2").arg(key.description(), key.fingerprint());
        m_info.cipher = text(ssh_get_cipher_in(session.handle()));
        m_info.keyExchange = text(ssh_get_kex_algo(session.handle()));
        m_info.serverVersion = UntrustedText::fromBytes(QByteArrayView(ssh_get_serverbanner(session.handle())));
    }

    const Route &m_route;
    const Answers &m_answers;
    const ConnectOptions &m_options;
    const std::stop_token m_stop;
    std::unique_ptr<SshChain> m_chain;
    ConnectionInfo m_info;
    qsizetype m_index = 0;
    Clock::time_point m_deadline;
    QString m_address;
};

} // namespace

Result<OpenedChain> openChain(const Route &route, const Answers &answers, const ConnectOptions &options,
                              std::stop_token stop)
{
    return Opener(route, answers, options, std::move(stop)).run();
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/sockets.h"

#include <algorithm>

namespace gw {
namespace {

using nginxcheck::Address;
using nginxcheck::Url;

const Address anyIpv4{Address::Family::V4, 80, QByteArray(4, '\0')};

bool hasParameter(NginxSetting listen, QByteArrayView name)
{
    for (int i = 1; listen && i < listen.argumentCount(); ++i) {
        if (listen.argument(i) == name)
            return true;
    }
    return false;
}

bool saysDefault(NginxSetting listen)
{
    return hasParameter(listen, "default_server") || hasParameter(listen, "default");
}

/// A pattern stands behind "~"; its letters count unless it has capitals, which a host in lower case never has.
RegexCase lettersOf(const QByteArray &pattern)
{
    const bool hasCapitals = std::ranges::any_of(pattern, [](char c) { return c >= 'A' && c <= 'Z'; });
    return hasCapitals ? RegexCase::Insensitive : RegexCase::Sensitive;
}

std::optional<Address> addressIn(const QByteArray &text, quint16 port)
{
    const bool isIpv6 = text.contains(':') && !text.startsWith('[') && !text.startsWith("unix:");
    const Url url = nginxcheck::parsedUrl(isIpv6 ? '[' + text + ']' : text, nginxcheck::UrlUse::Server, port);
    if (!url.error.isEmpty() || url.isHostName)
        return std::nullopt;
    return url.address;
}

bool isV4Wildcard(const NginxSocket &socket)
{
    return socket.address.family == Address::Family::V4 && socket.hostName.isEmpty() && socket.address.isWildcard();
}

bool isV6Wildcard(const NginxSocket &socket)
{
    return socket.address.family == Address::Family::V6 && socket.address.isWildcard();
}

bool isDualStack(const NginxSocket &socket)
{
    return isV6Wildcard(socket) && socket.isDualStack;
}

bool isAny(const NginxSocket &)
{
    return true;
}

NginxServerChoice::Why whyOf(NginxHostNames::Kind kind)
{
    switch (kind) {
    case NginxHostNames::Kind::Exact: return NginxServerChoice::Why::ExactName;
    case NginxHostNames::Kind::LeadingWildcard: return NginxServerChoice::Why::LeadingWildcard;
    case NginxHostNames::Kind::TrailingWildcard: break;
    }
    return NginxServerChoice::Why::TrailingWildcard;
}

/// The names of all servers of a socket; a server without any has the empty one.
struct Names {
    Names(const NginxSocket &socket, const NginxEffective &effective)
    {
        for (const NginxSetting &server : socket.servers) {
            const QList<NginxSetting> directives = effective.of(server, "server_name").settings;
            for (const NginxSetting &directive : directives) {
                for (int i = 0; i < directive.argumentCount(); ++i)
                    add(server, directive, i);
            }
            if (directives.isEmpty())
                add(server, {}, 0);
        }
    }

    void add(NginxSetting server, NginxSetting directive, int argument)
    {
        const auto number = int(all.size());
        const QByteArray name = directive ? directive.argument(argument) : QByteArray();
        all.append({server, directive, argument});
        if (name.startsWith('~'))
            patterns.append(number);
        else
            hosts.add(name, number);
    }

    NginxServerChoice choice(int number, NginxServerChoice::Why why) const
    {
        NginxServerChoice choice;
        choice.server = all[number].server;
        choice.why = why;
        choice.name = all[number].directive;
        choice.argument = all[number].argument;
        return choice;
    }

    struct Name {
        NginxSetting server;
        NginxSetting directive;
        int argument = 0;
    };
    QList<Name> all;
    QList<int> patterns;
    NginxHostNames hosts;
};

} // namespace

QByteArray NginxSocket::name() const
{
    return hostName.isEmpty() ? address.text() : hostName + ':' + QByteArray::number(address.port);
}

NginxServerChoice NginxSocket::choose(const QByteArray &host, const NginxEffective &effective,
                                      NginxPatterns &patterns) const
{
    using Why = NginxServerChoice::Why;
    const Names names(*this, effective);
    if (const auto found = names.hosts.find(host))
        return names.choice(found->number, whyOf(found->kind));
    bool isSure = true;
    for (const int number : host.isEmpty() ? QList<int>() : names.patterns) {
        NginxServerChoice choice = names.choice(number, Why::Pattern);
        const QByteArray pattern = choice.name.argument(choice.argument).sliced(1);
        const auto outcome = patterns.match(pattern, lettersOf(pattern), host, &choice.match);
        choice.isSure = isSure;
        if (outcome == NginxPattern::Outcome::Matches)
            return choice;
        isSure = isSure && outcome == NginxPattern::Outcome::DoesNotMatch;
    }
    NginxServerChoice choice;
    choice.server = defaultServer;
    choice.why = hasDefaultServer ? Why::DefaultServer : Why::FirstServer;
    choice.isSure = isSure;
    return choice;
}

NginxSockets::NginxSockets(const NginxEffective &effective)
{
    for (const NginxSetting &server : effective.blocks(NginxContext::Server)) {
        const QList<NginxSetting> listens = effective.of(server, "listen").settings;
        for (const NginxSetting &listen : listens)
            add(server, listen);
        if (listens.isEmpty()) {
            NginxSocket implied;
            implied.address = anyIpv4;
            add(server, {}, implied);
        }
    }
    // `ssl on`, until 1.25.1.
    for (NginxSocket &socket : m_sockets)
        socket.isTls = socket.isTls || effective.isOn(socket.defaultServer, "ssl");
}

void NginxSockets::add(NginxSetting server, NginxSetting listen)
{
    const Url url = nginxcheck::parsedUrl(listen.argument(0), nginxcheck::UrlUse::Listen, 80);
    if (!url.error.isEmpty())
        return;
    NginxSocket socket;
    socket.address = url.address;
    if (url.isHostName && url.host == "localhost")
        socket.address.host = QByteArray("\x7f\0\0\1", 4);
    else if (url.isHostName)
        socket.hostName = url.host;
    socket.isTls = hasParameter(listen, "ssl");
    socket.isQuic = hasParameter(listen, "quic");
    socket.isDualStack = hasParameter(listen, "ipv6only=off");
    const int last = qMax<int>(url.lastPort, socket.address.port);
    for (int port = socket.address.port; port <= last; ++port) {
        socket.address.port = quint16(port);
        add(server, listen, socket);
    }
}

int NginxSockets::indexOf(const NginxSocket &like) const
{
    if (like.hostName.isEmpty())
        return m_byAddress.value({like.address, like.isQuic}, -1);
    const auto same = std::ranges::find_if(m_sockets, [&](const NginxSocket &socket) {
        return socket.hostName == like.hostName && socket.address.port == like.address.port &&
               socket.isQuic == like.isQuic;
    });
    return same == m_sockets.end() ? -1 : int(same - m_sockets.begin());
}

void NginxSockets::add(NginxSetting server, NginxSetting listen, const NginxSocket &like)
{
    int index = indexOf(like);
    if (index < 0) {
        if (m_sockets.size() >= most)
            return;
        index = int(m_sockets.size());
        m_sockets.append(like);
        m_sockets.last().defaultServer = server;
        if (like.hostName.isEmpty())
            m_byAddress.insert({like.address, like.isQuic}, index);
    }
    NginxSocket &socket = m_sockets[index];
    if (!socket.servers.isEmpty() && socket.servers.last() == server)
        return; // "a duplicate listen"
    socket.servers.append(server);
    socket.listens.append(listen);
    socket.isTls = socket.isTls || like.isTls;
    socket.isDualStack = socket.isDualStack || like.isDualStack;
    if (!socket.hasDefaultServer && saysDefault(listen)) {
        socket.hasDefaultServer = true;
        socket.defaultServer = server;
    }
}

int NginxSockets::first(quint16 port, bool (*fits)(const NginxSocket &)) const
{
    const auto found = std::ranges::find_if(m_sockets, [&](const NginxSocket &socket) {
        return socket.address.port == port && !socket.isQuic && socket.address.family != Address::Family::Unix &&
               fits(socket);
    });
    return found == m_sockets.end() ? -1 : int(found - m_sockets.begin());
}

int NginxSockets::find(const QByteArray &address, quint16 port) const
{
    const auto firstOf = [&](std::initializer_list<bool (*)(const NginxSocket &)> kinds) {
        for (const auto fits : kinds) {
            if (const int index = first(port, fits); index >= 0)
                return index;
        }
        return -1;
    };
    if (address.isEmpty())
        return firstOf({isV4Wildcard, isV6Wildcard, isAny});
    const auto known = addressIn(address, port);
    if (!known)
        return -1;
    if (const int index = m_byAddress.value({*known, false}, -1); index >= 0)
        return index;
    switch (known->family) {
    case Address::Family::V4: return firstOf({isV4Wildcard, isDualStack});
    case Address::Family::V6: return firstOf({isV6Wildcard});
    case Address::Family::Unix: break;
    }
    return -1;
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/outside.h"

#include "app/change/site.h"
#include "app/change/url.h"
#include "backend/ssh/connector.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace std::chrono_literals;
using Verdict = Observation::Verdict;

constexpr auto patienceForAPort = 5s; // a firewall that drops says nothing: this is how long silence takes

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Change)
};

QString whyNotFromHere(const Route &route)
{
    if (route.hops.size() > 1)
        return Text::tr("Not tried: the server is behind the jump host %1, nothing of it can be seen from here")
            .arg(route.hops.at(route.hops.size() - 2).label());
    if (!route.hops.isEmpty() && !route.hops.last().proxyCommand.isEmpty())
        return Text::tr("Not tried: the server is reached by a ProxyCommand, nothing else of it can be seen from here");
    return {};
}

struct Tried {
    bool isOpen = false;
    QString detail;
};

Result<Tried> connectTo(const QString &host, quint16 port, const QString &family, std::stop_token stop)
{
    const Clock::time_point begin = Clock::now();
    const Clock::time_point deadline = begin + patienceForAPort;
    const auto addresses = GW_TRY(resolve(host, port, family, deadline, stop)); // no address: nothing was tried
    const auto connected = connectToFirst(addresses, deadline, stop);
    if (!connected && connected.error().kind == Error::Kind::Cancelled)
        return connected.error();
    if (!connected)
        return Tried{false, connected.error().cause};
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
    return Tried{true, Text::tr("%1 port %2 answered in %3 ms")
                           .arg(connected->address, QString::number(port), QString::number(took.count()))};
}

/// A firewall lets the computer talk to itself: only that nothing listens at all is a proof.
Observation tryLocalPort(const PortProof &proof, std::stop_token stop)
{
    const auto tried = connectTo(QStringLiteral("localhost"), proof.port, QStringLiteral("any"), stop);
    if (tried && tried->isOpen == (proof.expect == PortProof::Expect::Open))
        return {Verdict::Holds, Text::tr("On this computer itself: %1").arg(tried->detail)};
    if (tried && proof.expect == PortProof::Expect::Open)
        return {Verdict::Fails, tried->detail};
    return {Verdict::NotTried, Text::tr("Not tried: this computer cannot see itself as others do")};
}

Observation tryPort(const Way &way, const PortProof &proof, std::stop_token stop)
{
    if (way.route.hops.isEmpty())
        return tryLocalPort(proof, stop);
    if (const QString reason = whyNotFromHere(way.route); !reason.isEmpty())
        return {Verdict::NotTried, reason};
    const HopSettings &hop = way.route.hops.last();
    const auto tried = connectTo(way.address.isEmpty() ? hop.host : way.address, proof.port, hop.addressFamily, stop);
    if (!tried)
        return {Verdict::NotTried, Text::tr("Not tried: %1").arg(tried.error().cause)};
    const bool holds = tried->isOpen == (proof.expect == PortProof::Expect::Open);
    return {holds ? Verdict::Holds : Verdict::Fails, tried->detail};
}

Observation trySite(const Way &way, const SiteProof &proof, std::stop_token stop)
{
    if (const QString reason = whyNotFromHere(way.route); !reason.isEmpty())
        return {Verdict::NotTried, reason};
    const QString address = way.route.hops.isEmpty() ? QStringLiteral("localhost")
                            : way.address.isEmpty()  ? way.route.hops.last().host
                                                     : way.address;
    return gw::trySite(proof, address, stop);
}

} // namespace

Outside outsideOf(const Way &way)
{
    Outside outside;
    outside.login = [way](const LoginProof &proof, std::stop_token stop) { return logInAgain(way, proof, stop); };
    outside.port = [way](const PortProof &proof, std::stop_token stop) { return tryPort(way, proof, stop); };
    outside.url = tryUrl;
    outside.site = [way](const SiteProof &proof, std::stop_token stop) { return trySite(way, proof, stop); };
    return outside;
}

} // namespace gw

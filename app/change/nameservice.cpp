// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/nameservice.h"

#include "backend/ssh/connector.h"

#include <QHostAddress>

namespace gw {
namespace {

constexpr std::chrono::seconds patience{5};
constexpr quint16 anyPort = 443; // getaddrinfo() wants one

QString addressOf(const Way &way, Clock::time_point deadline, std::stop_token stop)
{
    if (!way.address.isEmpty() || way.route.hops.size() != 1 || !way.route.hops.first().proxyCommand.isEmpty())
        return way.address;
    const auto found = resolve(way.route.hops.first().host, anyPort, QStringLiteral("any"), deadline, std::move(stop));
    return found && !found->isEmpty() ? found->first().text() : QString();
}

} // namespace

NameAnswer whereLeads(const QString &name, const Way &way, std::stop_token stop)
{
    using Verdict = NameAnswer::Verdict;
    const Clock::time_point deadline = Clock::now() + patience;
    NameAnswer answer;
    answer.name = name;
    answer.server = addressOf(way, deadline, stop);
    QString asked = name;
    if (asked.startsWith(QLatin1String("*.")))
        asked.replace(0, 1, QStringLiteral("gatewright"));
    const auto found = resolve(asked, anyPort, QStringLiteral("any"), deadline, stop);
    if (!found) {
        answer.verdict = found.error().kind == Error::Kind::Unreachable ? Verdict::Nowhere : Verdict::Unclear;
        return answer;
    }
    for (const SocketAddress &each : *found) {
        const QString address = each.text();
        if (!answer.addresses.contains(address))
            answer.addresses.append(address);
        if (QHostAddress(address).isEqual(QHostAddress(answer.server), QHostAddress::TolerantConversion))
            answer.verdict = Verdict::Here;
    }
    if (answer.verdict != Verdict::Here && !answer.server.isEmpty())
        answer.verdict = Verdict::Elsewhere;
    return answer;
}

} // namespace gw

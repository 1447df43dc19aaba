// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/doorbell.h"

#include "backend/ssh/connector.h"

namespace gw {

PortAnswer whetherAnswers(quint16 port, const Way &way, std::stop_token stop, std::chrono::milliseconds patience)
{
    using Verdict = PortAnswer::Verdict;
    PortAnswer answer{port, Verdict::Unclear};
    if (way.route.hops.size() != 1 || !way.route.hops.first().proxyCommand.isEmpty())
        return answer;
    const HopSettings &hop = way.route.hops.first();
    const Clock::time_point deadline = Clock::now() + patience;
    const auto addresses =
        resolve(way.address.isEmpty() ? hop.host : way.address, port, hop.addressFamily, deadline, stop);
    if (!addresses)
        return answer;
    const auto connected = connectToFirst(*addresses, deadline, stop);
    if (connected)
        answer.verdict = Verdict::Answers;
    else if (connected.error().kind == Error::Kind::Unreachable)
        answer.verdict = Verdict::Refused;
    else if (connected.error().kind == Error::Kind::TimedOut)
        answer.verdict = Verdict::Silent;
    return answer;
}

} // namespace gw

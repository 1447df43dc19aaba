// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gw {

/// What came of knocking at a port of the server, as this computer sees it.
struct PortAnswer {
    enum class Verdict {
        Answers,
        Refused, ///< the server says no: nothing listens there, or a firewall that says so
        Silent,  ///< somebody on the way drops what is sent there
        Unclear, ///< it was not tried, or could not be
    };
    quint16 port = 0;
    Verdict verdict = Verdict::Unclear;
    friend bool operator==(const PortAnswer &, const PortAnswer &) = default;
};

/// What a change will do about the port.
enum class PortPlan { Nothing, OpensFirewall };

/// Whether visitors would stay outside after the change.
constexpr bool isInTheWay(const PortAnswer &answer, PortPlan plan)
{
    return answer.verdict == PortAnswer::Verdict::Silent && plan == PortPlan::Nothing;
}

/// For people, translated; empty: nothing is known. That nothing listens before nginx does is no fault.
QString textOf(const PortAnswer &answer, PortPlan plan);

} // namespace gw

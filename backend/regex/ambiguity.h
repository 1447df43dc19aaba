// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/regex/positions.h"

namespace gw {

/// A text that an automaton reads in more and more ways the more often it is repeated.
struct Pump {
    quint32 from = 0; ///< the position it leads to and starts from
    QByteArray text;
};

/// Weber's and Seidl's criteria on an automaton without empty moves (On the degree of ambiguity of finite automata,
/// 1991).
class Ambiguity {
public:
    explicit Ambiguity(const Positions &positions) : m_positions(positions) {}

    /// Texts that one loop reads in two ways: exponentially many readings.
    std::vector<Pump> exponential();
    /// Texts that two loops, one behind the other, and the way between them read: polynomially many.
    std::vector<Pump> polynomial();
    /// The work was bounded before the end: there may be more.
    bool isIncomplete() const { return m_isIncomplete; }

    /// The degree with which the number of readings of `prefix` and n times `pump` grows with n; 99: exponentially.
    int growth(const QByteArray &prefix, const QByteArray &pump) const;

private:
    void twofoldIn(quint32 component, const std::vector<quint32> &members, std::vector<Pump> *pumps);
    QByteArray between(quint32 p, quint32 q);
    bool spends(quint64 work);

    const Positions &m_positions;
    quint64 m_work = 0;
    bool m_isIncomplete = false;
};

} // namespace gw

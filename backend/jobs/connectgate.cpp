// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/jobs/connectgate.h"

#include <algorithm>
#include <utility>

namespace gw {

ConnectGate::Ticket::Ticket(Ticket &&other) noexcept
    : m_gate(std::exchange(other.m_gate, nullptr)), m_number(other.m_number)
{
}

ConnectGate::Ticket &ConnectGate::Ticket::operator=(Ticket &&other) noexcept
{
    if (this != &other) {
        leave();
        m_gate = std::exchange(other.m_gate, nullptr);
        m_number = other.m_number;
    }
    return *this;
}

void ConnectGate::Ticket::leave()
{
    if (m_gate)
        std::exchange(m_gate, nullptr)->leave(m_number);
}

ConnectGate::Ticket ConnectGate::enter(const QString &jumpHost, std::function<void()> admitted)
{
    m_queue.append(Visitor{++m_lastNumber, jumpHost, std::move(admitted)});
    admitLater();
    return Ticket(this, m_lastNumber);
}

void ConnectGate::leave(quint64 number)
{
    m_queue.removeIf([number](const Visitor &visitor) { return visitor.number == number; });
    if (m_inside.remove(number) > 0 && !m_queue.isEmpty())
        admitLater();
}

void ConnectGate::admitLater()
{
    QMetaObject::invokeMethod(
        this, [this] { admit(); }, Qt::QueuedConnection);
}

void ConnectGate::admit()
{
    const auto hasRoom = [this](const Visitor &visitor) { return hasRoomFor(visitor.jumpHost); };
    for (;;) { // looks anew each time: who is admitted may enter, leave or destroy others' tickets
        const auto next = std::find_if(m_queue.cbegin(), m_queue.cend(), hasRoom);
        if (next == m_queue.cend())
            return;
        const Visitor visitor = m_queue.takeAt(next - m_queue.cbegin());
        m_inside.insert(visitor.number, visitor.jumpHost);
        const QPointer<ConnectGate> self(this);
        visitor.admitted();
        if (!self)
            return;
    }
}

bool ConnectGate::hasRoomFor(const QString &jumpHost) const
{
    if (m_inside.size() >= m_limits.inAll)
        return false;
    return jumpHost.isEmpty() || std::count(m_inside.cbegin(), m_inside.cend(), jumpHost) < m_limits.perJumpHost;
}

} // namespace gw

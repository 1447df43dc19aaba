// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <functional>

namespace gw {

/// Lets only so many connection attempts run at once: in all (after a lost VPN every server reconnects in the same
/// second) and through one jump host (sshd begins to drop unauthenticated connections at 10: MaxStartups,
/// sshd_config(5)). First come, first served; a full jump host does not hold up those who go another way. No thread
/// waits in it.
class ConnectGate : public QObject {
    Q_OBJECT

public:
    struct Limits {
        int inAll = 32;
        int perJumpHost = 8;
    };

    /// A place in the queue, then inside; destroying it gives the place to the next one.
    class Ticket {
    public:
        Ticket() = default;
        Ticket(Ticket &&other) noexcept;
        Ticket &operator=(Ticket &&other) noexcept;
        ~Ticket() { leave(); }
        void leave();

    private:
        friend class ConnectGate;
        Ticket(ConnectGate *gate, quint64 number) : m_gate(gate), m_number(number) {}
        QPointer<ConnectGate> m_gate;
        quint64 m_number = 0;
    };

    ConnectGate() : ConnectGate(Limits()) {}
    explicit ConnectGate(Limits limits) : m_limits(limits) {}

    /// `admitted` is called from the event loop, once, unless the ticket is gone by then. Empty `jumpHost`: a direct
    /// way.
    [[nodiscard]] Ticket enter(const QString &jumpHost, std::function<void()> admitted);
    int inside() const { return int(m_inside.size()); }
    int waiting() const { return int(m_queue.size()); }

private:
    struct Visitor {
        quint64 number = 0;
        QString jumpHost;
        std::function<void()> admitted;
    };

    void leave(quint64 number);
    void admitLater();
    void admit();
    bool hasRoomFor(const QString &jumpHost) const;

    Limits m_limits;
    quint64 m_lastNumber = 0;
    QList<Visitor> m_queue;
    QMap<quint64, QString> m_inside; ///< ticket number → jump host
};

} // namespace gw

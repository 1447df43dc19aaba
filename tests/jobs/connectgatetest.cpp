// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/jobs/connectgate.h"

#include "tests/support/testmain.h"

using namespace gw;

class ConnectGateTest : public QObject {
    Q_OBJECT

    QStringList m_admitted;

    std::function<void()> note(const QString &name)
    {
        return [this, name] { m_admitted.append(name); };
    }
    QString admitted()
    {
        QCoreApplication::processEvents();
        return std::exchange(m_admitted, {}).join(u' ');
    }

private Q_SLOTS:
    void init() { m_admitted.clear(); }

    void visitors_areAdmittedInTheOrderTheyCame()
    {
        ConnectGate gate({.inAll = 2, .perJumpHost = 2});
        auto a = gate.enter({}, note(QStringLiteral("a")));
        auto b = gate.enter({}, note(QStringLiteral("b")));
        auto c = gate.enter({}, note(QStringLiteral("c")));
        auto d = gate.enter({}, note(QStringLiteral("d")));
        QVERIFY2(m_admitted.isEmpty(), "never from inside enter()");
        QCOMPARE(admitted(), QStringLiteral("a b"));
        QCOMPARE(gate.waiting(), 2);
        b.leave();
        QCOMPARE(admitted(), QStringLiteral("c"));
        a = {};
        QCOMPARE(admitted(), QStringLiteral("d"));
        QCOMPARE(gate.inside(), 2);
    }

    void fullJumpHost_doesNotHoldUpOthers()
    {
        ConnectGate gate({.inAll = 10, .perJumpHost = 1});
        auto a = gate.enter(QStringLiteral("jump"), note(QStringLiteral("a")));
        auto b = gate.enter(QStringLiteral("jump"), note(QStringLiteral("b")));
        auto c = gate.enter(QStringLiteral("other"), note(QStringLiteral("c")));
        auto d = gate.enter({}, note(QStringLiteral("d")));
        auto e = gate.enter({}, note(QStringLiteral("e")));
        QCOMPARE(admitted(), QStringLiteral("a c d e"));
        c.leave();
        QCOMPARE(admitted(), QString());
        a.leave();
        QCOMPARE(admitted(), QStringLiteral("b"));
    }

    void whoLeavesTheQueue_isNotAdmitted()
    {
        ConnectGate gate({.inAll = 1, .perJumpHost = 1});
        auto a = gate.enter({}, note(QStringLiteral("a")));
        auto b = gate.enter({}, note(QStringLiteral("b")));
        auto c = gate.enter({}, note(QStringLiteral("c")));
        QCOMPARE(admitted(), QStringLiteral("a"));
        b.leave();
        a.leave();
        QCOMPARE(admitted(), QStringLiteral("c"));
    }

    void ticketMoved_isStillOneTicket()
    {
        ConnectGate gate({.inAll = 1, .perJumpHost = 1});
        auto a = gate.enter({}, note(QStringLiteral("a")));
        ConnectGate::Ticket moved(std::move(a));
        a.leave();
        QCOMPARE(admitted(), QStringLiteral("a"));
        QCOMPARE(gate.inside(), 1);
        moved = ConnectGate::Ticket();
        QCOMPARE(gate.inside(), 0);
    }

    void ticket_mayOutliveTheGate()
    {
        auto gate = std::make_unique<ConnectGate>();
        auto ticket = gate->enter({}, note(QStringLiteral("a")));
        gate.reset();
        ticket.leave();
        QCOMPARE(admitted(), QString());
    }

    void admitted_mayLeaveAtOnce()
    {
        ConnectGate gate({.inAll = 1, .perJumpHost = 1});
        ConnectGate::Ticket a;
        a = gate.enter({}, [&] {
            m_admitted.append(QStringLiteral("a"));
            a.leave();
        });
        auto b = gate.enter({}, note(QStringLiteral("b")));
        QCOMPARE(admitted(), QStringLiteral("a b"));
    }

    void aThousandVisitors_neverExceedTheLimits()
    {
        ConnectGate gate({.inAll = 20, .perJumpHost = 3});
        QMap<QString, int> inside;
        int total = 0;
        int admittedInAll = 0;
        std::vector<ConnectGate::Ticket> tickets(1000);
        for (size_t i = 0; i < tickets.size(); ++i) {
            const QString jump = i % 5 ? QStringLiteral("jump%1").arg(i % 5) : QString();
            tickets[i] = gate.enter(jump, [&, i, jump] {
                ++total;
                ++inside[jump];
                ++admittedInAll;
                QVERIFY(total <= 20);
                QVERIFY(jump.isEmpty() || inside[jump] <= 3);
                QMetaObject::invokeMethod(
                    &gate,
                    [&, i, jump] {
                        --total;
                        --inside[jump];
                        tickets[i].leave();
                    },
                    Qt::QueuedConnection);
            });
        }
        QTRY_COMPARE(admittedInAll, 1000);
        QTRY_COMPARE(gate.inside(), 0);
    }
};

GW_REGISTER_TEST(ConnectGateTest)
#include "connectgatetest.moc"

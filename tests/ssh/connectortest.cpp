// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/connector.h"
#include "tests/support/testmain.h"

#include <QTcpServer>
#include <arpa/inet.h>
#include <thread>

using namespace gw;
using namespace std::chrono_literals;

/// A port whose backlog is full: connect() gets no answer there.
struct SilentPort {
    SilentPort()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        (void)::bind(listener.number(), reinterpret_cast<sockaddr *>(&address), size);
        (void)::listen(listener.number(), 0);
        ::getsockname(listener.number(), reinterpret_cast<sockaddr *>(&address), &size);
        addresses = *resolve(QStringLiteral("127.0.0.1"), ntohs(address.sin_port), {}, Clock::now() + 5s, {});
        while (auto connected = connectToFirst(addresses, Clock::now() + 300ms, {}))
            filling.push_back(std::move(*connected));
    }
    Descriptor listener{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    QList<SocketAddress> addresses;
    std::vector<ConnectedSocket> filling;
};

class ConnectorTest : public QObject {
    Q_OBJECT

    static QList<SocketAddress> addresses(const QStringList &names, quint16 port = 22)
    {
        QList<SocketAddress> out;
        for (const QString &name : names)
            out += *resolve(name, port, QStringLiteral("any"), Clock::now() + 5s, {});
        return out;
    }

    static QStringList texts(const QList<SocketAddress> &list)
    {
        QStringList out;
        for (const SocketAddress &address : list)
            out += address.text();
        return out;
    }

private Q_SLOTS:
    void families_areInterleaved()
    {
        const auto list = addresses({QStringLiteral("2001:db8::1"), QStringLiteral("2001:db8::2"),
                                     QStringLiteral("2001:db8::3"), QStringLiteral("192.0.2.1")});
        QCOMPARE(texts(interleaved(list)), QStringList({QStringLiteral("2001:db8::1"), QStringLiteral("192.0.2.1"),
                                                        QStringLiteral("2001:db8::2"), QStringLiteral("2001:db8::3")}));
        QVERIFY(interleaved({}).isEmpty());
    }

    void names_areResolved()
    {
        const auto found = resolve(QStringLiteral("localhost"), 22, QStringLiteral("inet"), Clock::now() + 20s, {});
        QVERIFY(found);
        QCOMPARE(texts(*found).value(0), QStringLiteral("127.0.0.1"));
    }

    void unknownName_saysSo()
    {
        const QString name(70, u'x'); // too long for a label: no name server is asked
        const auto found = resolve(name, 22, {}, Clock::now() + 30s, {});
        QVERIFY(!found);
        QVERIFY(found.error().kind == Error::Kind::Unreachable || found.error().kind == Error::Kind::TimedOut);
        QVERIFY(found.error().cause.contains(name));
        QVERIFY(!found.error().advice.isEmpty());
    }

    void firstThatAnswers_wins()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        // Nothing listens on 127.0.0.2.
        const auto list = addresses({QStringLiteral("127.0.0.2"), QStringLiteral("127.0.0.1")}, server.serverPort());
        const auto connected = connectToFirst(list, Clock::now() + 20s, {});
        QVERIFY(connected);
        QCOMPARE(connected->address, QStringLiteral("127.0.0.1"));
        QVERIFY(connected->descriptor);
    }

    void closedPort_isRefusedWithAdvice()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        server.close();
        const auto connected = connectToFirst(addresses({QStringLiteral("127.0.0.1")}, port), Clock::now() + 20s, {});
        QVERIFY(!connected);
        QCOMPARE(connected.error().kind, Error::Kind::Unreachable);
        QVERIFY(!connected.error().advice.isEmpty());
    }

    void stop_endsTheWaitAtOnce()
    {
        const SilentPort port;
        std::stop_source source;
        const std::jthread stopper([&] {
            std::this_thread::sleep_for(50ms);
            source.request_stop();
        });
        const auto connected = connectToFirst(port.addresses, Clock::now() + 60s, source.get_token());
        QVERIFY(!connected);
        QCOMPARE(connected.error().kind, Error::Kind::Cancelled);
    }

    void deadline_holds()
    {
        const SilentPort port;
        const auto connected = connectToFirst(port.addresses, Clock::now() + 100ms, {});
        QVERIFY(!connected);
        QCOMPARE(connected.error().kind, Error::Kind::TimedOut);
    }

    void silentAddress_doesNotHoldUpTheNext()
    {
        const SilentPort port;
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const auto list = port.addresses + addresses({QStringLiteral("127.0.0.1")}, server.serverPort());
        QVERIFY(connectToFirst(list, Clock::now() + 60s, {}));
    }
};

GW_REGISTER_TEST(ConnectorTest)
#include "connectortest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/outside.h"
#include "tests/change/talkingserver.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>

using namespace gw;
using gw::test::TalkingServer;
using namespace Qt::StringLiterals;
using Verdict = Observation::Verdict;
using Expect = PortProof::Expect;

namespace {

quint16 closedPort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no port");
    return server.serverPort();
}

HopSettings hop(const QString &host = u"127.0.0.1"_s)
{
    HopSettings hop;
    hop.alias = hop.host = host;
    hop.user = u"dev"_s;
    return hop;
}

Way wayOver(const QList<HopSettings> &hops)
{
    Way way;
    way.route.hops = hops;
    return way;
}

} // namespace

/// What is tried from this computer: real sockets, real HTTP.
class OutsideTest : public QObject {
    Q_OBJECT

    static Observation tryPort(const Way &way, quint16 port, Expect expect)
    {
        return outsideOf(way).port({port, expect}, {});
    }
    static Observation tryUrl(const QString &url, int status = 200, std::stop_token stop = {})
    {
        return outsideOf({}).url({url, status}, stop);
    }

private Q_SLOTS:
    void port_isOpenOrClosed()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const Way way = wayOver({hop()});
        QCOMPARE(tryPort(way, server.serverPort(), Expect::Open).verdict, Verdict::Holds);
        QCOMPARE(tryPort(way, server.serverPort(), Expect::Closed).verdict, Verdict::Fails);
        const quint16 closed = closedPort();
        QCOMPARE(tryPort(way, closed, Expect::Open).verdict, Verdict::Fails);
        QCOMPARE(tryPort(way, closed, Expect::Closed).verdict, Verdict::Holds);
        QVERIFY(!tryPort(way, closed, Expect::Closed).detail.isEmpty());
    }

    void addressOfTheConnection_isTheOneThatIsTried()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Way way = wayOver({hop(u"no-such-name.invalid"_s)});
        way.address = u"127.0.0.1"_s;
        QCOMPARE(tryPort(way, server.serverPort(), Expect::Open).verdict, Verdict::Holds);
    }

    /// Else a broken resolver would prove that a port is closed.
    void nameThatCannotBeLookedUp_provesNothing()
    {
        const Way way = wayOver({hop(u"no-such-name.invalid"_s)});
        QCOMPARE(tryPort(way, 22, Expect::Closed).verdict, Verdict::NotTried);
    }

    void portBehindAJumpHostOrACommand_isNotTriedFromHere()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const Observation behind = tryPort(wayOver({hop(u"bastion"_s), hop()}), server.serverPort(), Expect::Open);
        QCOMPARE(behind.verdict, Verdict::NotTried);
        QVERIFY(behind.detail.contains(u"bastion"_s));
        HopSettings commanded = hop();
        commanded.proxyCommand = u"nc %h %p"_s;
        QCOMPARE(tryPort(wayOver({commanded}), server.serverPort(), Expect::Closed).verdict, Verdict::NotTried);
    }

    void thisComputer_cannotSeeItselfFromOutside()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::Any));
        QCOMPARE(tryPort({}, server.serverPort(), Expect::Open).verdict, Verdict::Holds);
        QCOMPARE(tryPort({}, server.serverPort(), Expect::Closed).verdict, Verdict::NotTried);
        QCOMPARE(tryPort({}, closedPort(), Expect::Closed).verdict, Verdict::Holds);
    }

    void url_mustAnswerWithItsStatus_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("holds");
        QTest::newRow("200") << "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"_ba << 200 << true;
        QTest::newRow("401 is wanted") << "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"_ba << 401 << true;
        QTest::newRow("502") << "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"_ba << 200 << false;
        QTest::newRow("a redirection is not followed")
            << "HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"_ba << 301 << true;
        QTest::newRow("a body without end")
            << "HTTP/1.1 200 OK\r\n\r\n"_ba + QByteArray(1024 * 1024, 'x') << 200 << true;
        QTest::newRow("no HTTP") << "SSH-2.0-OpenSSH_9.2\r\n"_ba << 200 << false;
    }
    void url_mustAnswerWithItsStatus()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, status);
        QFETCH(bool, holds);
        const TalkingServer server(answer);
        const Observation seen = tryUrl(server.url(), status);
        QCOMPARE(seen.verdict, holds ? Verdict::Holds : Verdict::Fails);
        QVERIFY(!seen.detail.isEmpty());
    }

    void certificateThatDoesNotHold_isAFailure()
    {
        const TalkingServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        const Observation seen = tryUrl(server.url(u"https"_s));
        QCOMPARE(seen.verdict, Verdict::Fails);
        QVERIFY(!seen.detail.isEmpty());
    }

    void closedPort_failsAtOnce_otherSchemesToo()
    {
        QCOMPARE(tryUrl(u"http://127.0.0.1:%1/"_s.arg(closedPort())).verdict, Verdict::Fails);
        for (const QString &url : {u"file:///etc/passwd"_s, u"ftp://x/"_s, u"nonsense"_s, QString()})
            QCOMPARE(tryUrl(url).verdict, Verdict::Fails);
    }

    void silentServer_isLeftAtOnceOnAStop()
    {
        const TalkingServer server(QByteArray{});
        std::stop_source stop;
        std::jthread stopper([&stop] {
            QThread::msleep(50);
            stop.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(tryUrl(server.url(), 200, stop.get_token()).verdict, Verdict::Fails);
        QVERIFY(timer.elapsed() < 9'000); // its own patience is longer
    }

    void url_isAskedFromAnyThread()
    {
        const TalkingServer server("HTTP/1.1 204 No Content\r\n\r\n");
        Observation seen;
        std::jthread([&] { seen = tryUrl(server.url(), 204); }).join();
        QCOMPARE(seen.verdict, Verdict::Holds);
    }
};

GW_REGISTER_TEST(OutsideTest)
#include "outsidetest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/doorbell.h"
#include "tests/support/testmain.h"

#include <QTcpServer>

using namespace gw;
using namespace Qt::StringLiterals;
using Verdict = PortAnswer::Verdict;

namespace {

Way localWay()
{
    Way way;
    HopSettings hop;
    hop.host = u"server.invalid"_s;
    way.route.hops = {hop};
    way.address = u"127.0.0.1"_s;
    return way;
}

} // namespace

/// Whether visitors will get to a port is asked before anything changes.
class DoorbellTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void portWithAListener_answers_withoutOneItRefuses()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        QCOMPARE(whetherAnswers(port, localWay(), {}), (PortAnswer{port, Verdict::Answers}));
        server.close();
        QCOMPARE(whetherAnswers(port, localWay(), {}), (PortAnswer{port, Verdict::Refused}));
    }

    void serverThatCannotBeSeenFromHere_isNotJudged()
    {
        Way behind = localWay();
        behind.route.hops.append(behind.route.hops.first());
        Way command = localWay();
        command.route.hops[0].proxyCommand = u"nc %h %p"_s;
        for (const Way &way : {behind, command, Way()})
            QCOMPARE(whetherAnswers(80, way, {}).verdict, Verdict::Unclear);
    }

    void aFaultIsOnlyWhatTheChangeDoesNotMend()
    {
        const PortAnswer silent{80, Verdict::Silent};
        QVERIFY(isInTheWay(silent, PortPlan::Nothing));
        QVERIFY(!isInTheWay(silent, PortPlan::OpensFirewall));
        QVERIFY(!isInTheWay({80, Verdict::Refused}, PortPlan::Nothing)); // nginx does not run yet
        QVERIFY(!isInTheWay({80, Verdict::Answers}, PortPlan::Nothing));
        QVERIFY(textOf({80, Verdict::Unclear}, PortPlan::Nothing).isEmpty());
        for (const auto verdict : {Verdict::Answers, Verdict::Refused, Verdict::Silent})
            QVERIFY(textOf({8443, verdict}, PortPlan::Nothing).contains(u"8443"_s));
    }
};

GW_REGISTER_TEST(DoorbellTest)
#include "doorbelltest.moc"

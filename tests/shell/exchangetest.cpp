// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shell/exchange.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace std::chrono_literals;

namespace {

Command asking(bool terminal = false)
{
    Command command;
    command.input = "the script";
    command.inputAfter = "<ready>";
    command.promptReply = PromptReply{"<ask>", Secret(QByteArrayView("pw"))};
    command.terminal = terminal;
    return command;
}

/// Lets it write everything it may.
QByteArray written(Exchange &exchange)
{
    QByteArray out;
    while (!exchange.pendingInput().isEmpty()) {
        out += exchange.pendingInput().first(1);
        exchange.wrote(1);
    }
    return out;
}

} // namespace

class ExchangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainInput_isDueAtOnce()
    {
        Command command;
        command.input = "abc";
        Exchange exchange(command, {});
        QVERIFY(!exchange.inputFinished());
        QCOMPARE(written(exchange), QByteArray("abc"));
        QVERIFY(exchange.inputFinished());
    }

    void secretAndInput_waitForTheirMarks()
    {
        Exchange exchange(asking(), {});
        QCOMPARE(written(exchange), QByteArray());
        exchange.receive(Stream::Output, "<ask><ready>"); // the wrong stream
        QCOMPARE(written(exchange), QByteArray());
        exchange.receive(Stream::Error, "a lecture\n<as");
        QCOMPARE(written(exchange), QByteArray());
        exchange.receive(Stream::Error, "k>");
        QCOMPARE(written(exchange), QByteArray("pw\n"));
        QVERIFY(!exchange.inputFinished());
        exchange.receive(Stream::Error, "\n<ready>later");
        QCOMPARE(written(exchange), QByteArray("the script"));
        QVERIFY(exchange.inputFinished());
        const Output output = exchange.finished(0);
        QCOMPARE(output.err, QByteArray("a lecture\n\nlater"));
        QCOMPARE(output.out, QByteArray("<ask><ready>"));
    }

    void everyCutOfThePrompt_isSeen()
    {
        const QByteArray all = "text <ask> more <ready> end";
        for (qsizetype cut = 0; cut <= all.size(); ++cut) {
            Exchange exchange(asking(), {});
            exchange.receive(Stream::Error, QByteArrayView(all).first(cut));
            exchange.receive(Stream::Error, QByteArrayView(all).sliced(cut));
            QCOMPARE(written(exchange), QByteArray("pw\nthe script"));
            QCOMPARE(exchange.finished(0).err, QByteArray("text  more  end"));
        }
    }

    void secondPrompt_isRefused()
    {
        Exchange exchange(asking(), {});
        exchange.receive(Stream::Error, "<ask>");
        QCOMPARE(written(exchange), QByteArray("pw\n"));
        exchange.receive(Stream::Error, "Sorry, try again.\n<ask>");
        QVERIFY(exchange.failure());
        QCOMPARE(exchange.failure()->kind, Error::Kind::Refused);
        QCOMPARE(written(exchange), QByteArray());
    }

    void promptAfterReady_isOutputAndNotAPrompt()
    {
        Exchange exchange(asking(), {});
        exchange.receive(Stream::Error, "<ready>");
        QCOMPARE(written(exchange), QByteArray("the script"));
        exchange.receive(Stream::Error, "<ask>");
        QCOMPARE(written(exchange), QByteArray());
        QVERIFY(!exchange.failure());
        QCOMPARE(exchange.finished(0).err, QByteArray("<ask>"));
    }

    void terminal_isWatchedOnItsOneStreamAndItsEchoTakenOut()
    {
        Exchange exchange(asking(true), {});
        exchange.receive(Stream::Output, "\r<ask>");
        QCOMPARE(written(exchange), QByteArray("pw\n"));
        exchange.receive(Stream::Output, "pw\r\n<ready>");
        QCOMPARE(written(exchange), QByteArray("the script"));
        QCOMPARE(exchange.finished(0).out, QByteArray("\r\r\n"));
    }

    void bothStreamsTogether_areBounded()
    {
        Command command;
        command.outputLimit = 10;
        Exchange exchange(command, {});
        QCOMPARE(shownSize(48 * 1024 * 1024), QStringLiteral("48 MiB"));
        exchange.receive(Stream::Output, "12345");
        exchange.receive(Stream::Error, "12345");
        QVERIFY(!exchange.failure());
        exchange.receive(Stream::Error, "6");
        QVERIFY(exchange.failure());
        QCOMPARE(exchange.failure()->kind, Error::Kind::TooLarge);
    }

    void deadlines_areTheNearerOfTheTwo()
    {
        const auto start = Exchange::Clock::time_point();
        Command command;
        command.timeout = 10s;
        command.silence = 3s;
        Exchange exchange(command, {}, {}, start);
        QVERIFY(exchange.deadline() == start + 3s);
        exchange.receive(Stream::Output, "x", start + 2s);
        QVERIFY(exchange.deadline() == start + 5s);
        exchange.expire(start + 4s);
        QVERIFY(!exchange.failure());
        exchange.receive(Stream::Output, "x", start + 4s);
        exchange.receive(Stream::Output, "x", start + 7s);
        exchange.receive(Stream::Output, "x", start + 9s);
        QVERIFY(exchange.deadline() == start + 10s);
        exchange.expire(start + 10s);
        QVERIFY(exchange.failure());
        QCOMPARE(exchange.failure()->kind, Error::Kind::TimedOut);
    }

    void everyError_namesTheServer()
    {
        Exchange exchange(Command(), QStringLiteral("dev@gpu-1"));
        QVERIFY(exchange.error(Error::Kind::Cancelled, {}).tried.contains(u"dev@gpu-1"));
    }
};

GW_REGISTER_TEST(ExchangeTest)
#include "exchangetest.moc"

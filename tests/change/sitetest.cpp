// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/site.h"
#include "tests/change/talkingserver.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace Qt::StringLiterals;
using gw::test::TalkingServer;
using Verdict = Observation::Verdict;
using Try = SiteProof::Try;

namespace {

const QByteArray models = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
                          "{\"object\":\"list\",\"data\":[{\"id\":\"qwen\"},{\"id\":\"other\"}]}";
const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
const QByteArray word = "data: {\"choices\":[{\"delta\":{\"content\":\"one\"}}]}\n\n";
const QByteArray end = "data: [DONE]\n\n";

Observation tried(const TalkingServer &server, Try how, const QString &path)
{
    SiteProof proof;
    proof.url = server.url() + path;
    proof.how = how;
    return trySite(proof, u"127.0.0.1"_s, {});
}

} // namespace

/// What somebody sees who uses a published site, beyond its status.
class SiteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void webSocket_isJudgedByTheStatus_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<Verdict>("verdict");
        QTest::newRow("upgraded") << "101 Switching Protocols"_ba << Verdict::Holds;
        QTest::newRow("came without its upgrade") << "400 Bad Request"_ba << Verdict::Fails;
        QTest::newRow("asks for an upgrade") << "426 Upgrade Required"_ba << Verdict::Fails;
        QTest::newRow("nobody behind the proxy") << "502 Bad Gateway"_ba << Verdict::Fails;
        QTest::newRow("a login of its own") << "403 Forbidden"_ba << Verdict::NotTried;
        QTest::newRow("another version, without one") << "404 Not Found"_ba << Verdict::NotTried;
    }
    void webSocket_isJudgedByTheStatus()
    {
        QFETCH(QByteArray, status);
        const TalkingServer server("HTTP/1.1 " + status + "\r\n\r\n");
        QTEST(tried(server, Try::WebSocket, u"ws?EIO=4"_s).verdict, "verdict");
        const QByteArray question = server.questions().value(0);
        QVERIFY(question.startsWith("GET /ws?EIO=4 HTTP/1.1\r\n"));
        for (const char *line : {"Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"})
            QVERIFY2(question.contains(QByteArray(QByteArray("\r\n") + line + "\r\n")), question.constData());
        const qsizetype key = question.indexOf("Sec-WebSocket-Key: ") + 19;
        QCOMPARE(QByteArray::fromBase64(question.mid(key, question.indexOf('\r', key) - key)).size(), 16);
    }

    void wordsThatComeOneByOne_areAStream()
    {
        const TalkingServer server(
            std::vector<TalkingServer::Answer>{{{models}}, {{head}, {word, 60}, {word, 60}, {end, 60}}});
        const Observation seen = tried(server, Try::Stream, u"v1/chat/completions"_s);
        QVERIFY2(seen.verdict == Verdict::Holds, qPrintable(seen.detail));
        QVERIFY(server.questions()[0].startsWith("GET /v1/models HTTP/1.1\r\n"));
        const QByteArray question = server.questions()[1];
        QVERIFY(question.startsWith("POST /v1/chat/completions HTTP/1.1\r\n"));
        QVERIFY(question.contains("\"model\":\"qwen\"") && question.contains("\"stream\":true"));
    }

    void wordsThatAreHeldBack_areNone()
    {
        const TalkingServer server(std::vector<TalkingServer::Answer>{{{models}}, {{head}, {word + word + end, 200}}});
        const Observation seen = tried(server, Try::Stream, u"v1/chat/completions"_s);
        QVERIFY2(seen.verdict == Verdict::Fails, qPrintable(seen.detail));
    }

    void modelThatIsNotForStrangers_isNotAsked()
    {
        const TalkingServer locked("HTTP/1.1 401 Unauthorized\r\n\r\n"_ba);
        QCOMPARE(tried(locked, Try::Stream, u"v1/chat/completions"_s).verdict, Verdict::NotTried);
        QCOMPARE(locked.questions().size(), 1);
        const TalkingServer refuses(
            std::vector<TalkingServer::Answer>{{{models}}, {{"HTTP/1.1 403 Forbidden\r\n\r\n"}}});
        QCOMPARE(tried(refuses, Try::Stream, u"v1/chat/completions"_s).verdict, Verdict::NotTried);
    }

    void noise_isNoModel()
    {
        for (const QByteArray &noise : {"HTTP/1.1 200 OK\r\n\r\n}{"_ba, "HTTP/1.1 200 OK\r\n\r\n[]"_ba,
                                        "HTTP/1.1 200 OK\r\n\r\n{\"data\":[{\"id\":7}]}"_ba, "SSH-2.0-x\r\n"_ba}) {
            const TalkingServer server(noise);
            QCOMPARE(tried(server, Try::Stream, u"v1/chat/completions"_s).verdict, Verdict::NotTried);
        }
    }

    void passwordOfTheDoor_isShown()
    {
        const TalkingServer server("HTTP/1.1 101 Switching Protocols\r\n\r\n"_ba);
        SiteProof proof{server.url(), 0, {}, u"ada"_s, u"open sesame"_s, Try::WebSocket};
        QCOMPARE(trySite(proof, u"127.0.0.1"_s, {}).verdict, Verdict::Holds);
        const QByteArray header = "\r\nAuthorization: Basic " + "ada:open sesame"_ba.toBase64() + "\r\n";
        QVERIFY(server.questions()[0].contains(header));
        proof.password.clear();
        QCOMPARE(trySite(proof, u"127.0.0.1"_s, {}).verdict, Verdict::NotTried);
    }
};

GW_REGISTER_TEST(SiteTest)
#include "sitetest.moc"

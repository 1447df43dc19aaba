// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/survey/answers.h"

using namespace gw;

/// The frame of an answer: what is whole is read, everything else is refused.
class AnswerTest : public QObject {
    Q_OBJECT

    static QByteArray framed(const QByteArray &sections)
    {
        return "gatewright-survey 1 m4rk\n" + sections + "#m4rk .\n";
    }
    static QByteArray section(const QByteArray &name, const QByteArray &content, int code = 0, int limit = 100)
    {
        return "#m4rk [ " + QByteArray::number(limit) + ' ' + name + '\n' + content + "\n#m4rk ] " +
               QByteArray::number(code) + '\n';
    }
    static bool isRefused(const QByteArray &printed)
    {
        const auto answer = parseAnswer(printed);
        return !answer && answer.error().kind == Error::Kind::Protocol && !answer.error().cause.isEmpty();
    }

private Q_SLOTS:
    void bytesOfASection_areKept()
    {
        for (const QByteArray &content :
             {QByteArray(), QByteArray("a"), QByteArray("a\n"), QByteArray("\n\n"), QByteArray("#m4r ] 0\n"),
              QByteArray("\0\xff\x1b[m", 5), QByteArray("#other . \n#m4rk"), QByteArray("x #m4rk ] 0\n")}) {
            const auto answer = parseAnswer(framed(section("file /etc/a b", content) + section("next", "x")));
            QVERIFY2(answer, content.toPercentEncoding().constData());
            QCOMPARE(answer->sections.size(), 2);
            QCOMPARE(answer->sections[0].name, QByteArray("file /etc/a b"));
            QCOMPARE(answer->sections[0].content, content);
            QCOMPARE(answer->sections[1].content, QByteArray("x"));
        }
    }

    void exitCodes_sayWhatHappened()
    {
        const auto answer =
            parseAnswer(framed(section("a", "", 0) + section("b", "", 124) + section("c", "", 137) +
                               section("d", "", 143) + section("e", "", 1) + section("f", "12345", 141, 5)));
        QVERIFY(answer);
        QList<bool> timedOut;
        QList<bool> truncated;
        for (const SurveySection &each : answer->sections) {
            timedOut.append(each.timedOut);
            truncated.append(each.truncated);
        }
        QCOMPARE(timedOut, (QList<bool>{false, true, true, true, false, false}));
        QCOMPARE(truncated, (QList<bool>{false, false, false, false, false, true}));
    }

    void everyCut_isRefused()
    {
        const QByteArray whole = framed(section("a", "one\ntwo") + section("b", "") + section("c", "three\n"));
        QVERIFY(parseAnswer(whole));
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(isRefused(whole.left(length)), QByteArray::number(qint64(length)).constData());
    }

    void textOutsideOfTheFrame_isRefused()
    {
        QVERIFY(isRefused("motd\n" + framed({})));
        QVERIFY(isRefused(framed({}) + "bye\n"));
        QVERIFY(isRefused(framed("noise\n" + section("a", "x"))));
        QVERIFY(isRefused(framed(section("a", "x") + "noise\n")));
    }

    void brokenHeads_areRefused()
    {
        QVERIFY(isRefused(framed("#m4rk [ x name\n\n#m4rk ] 0\n")));
        QVERIFY(isRefused(framed("#m4rk [ -5 name\n\n#m4rk ] 0\n")));
        QVERIFY(isRefused(framed("#m4rk [ 5\n\n#m4rk ] 0\n")));
        QVERIFY(isRefused(framed("#m4rk [ 5 \n\n#m4rk ] 0\n")));
        QVERIFY(isRefused(framed("#m4rk [ 5 name\n\n#m4rk ] zero\n")));
        QVERIFY(isRefused(framed("#m4rk [ 5 name\n123456\n#m4rk ] 0\n")));
        QVERIFY(isRefused("gatewright-survey 1 \n# .\n"));
        QVERIFY(isRefused("gatewright-survey 2 m4rk\n#m4rk .\n"));
    }
};

GW_REGISTER_TEST(AnswerTest)
#include "answertest.moc"

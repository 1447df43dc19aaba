// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/guardwords.h"
#include "tests/apply/sandbox.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace gw;
using gw::test::asWeAre;

namespace {

QByteArray word(const QByteArray &text)
{
    return ':' + text.toBase64();
}

QString noTitle(int)
{
    return {};
}

/// A server that says whatever it likes.
class Liar final : public Shell {
public:
    QByteArray answer;
    int exitCode = 0;
    Result<Output> run(const Command &command, std::stop_token stop, const Progress &progress = {}) override
    {
        // The honest frame around a lie: the script is replaced by one that prints it.
        const QByteArray script =
            "base64 -d <<'E'\n" + answer.toBase64() + "\nE\nexit " + QByteArray::number(exitCode) + '\n';
        Command lie = command;
        const QByteArray mark = command.input.left(command.input.indexOf(' '));
        lie.input = mark + ' ' + QByteArray::number(script.size()) + ' ' +
                    QCryptographicHash::hash(script, QCryptographicHash::Sha256).toHex() + '\n' + script;
        return LocalShell().run(lie, std::move(stop), progress);
    }
    QString description() const override { return u"liar"_s; }
    bool isAlive() const override { return true; }
};

} // namespace

/// What a guard says is read within bounds, and shown as text.
class GuardAnswerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_becomeValues()
    {
        const GuardAnswer answer = GuardAnswer::from(
            "phase arming\narmed systemd unit 90\nstep 1 begin\nsaid 1 " + word("one ") + "\nsaid 1 " + word("two\n") +
            "\nstep 1 done 1234\nstep 2 begin\nstep 2 failed 5\nwaiting\nready\n");
        QCOMPARE(answer.phase, "arming");
        QVERIFY(answer.isReady);
        QCOMPARE(answer.guarded->guard, u"systemd"_s);
        QCOMPARE(answer.guarded->left, 90s);
        QCOMPARE(answer.steps.size(), 2);
        QCOMPARE(answer.steps[0].output, "one two\n");
        QCOMPARE(answer.steps[0].took, 1234ms);
        QCOMPARE(answer.steps[1].state, StepRecord::State::Failed);
    }

    void rubbish_isPassedOver()
    {
        QRandomGenerator random(11);
        const QByteArrayList begins{"step ", "said ",     "conflict ", "held ",   "refused ", "armed ",
                                    "name ", "returned ", "remark ",   "change ", "trouble ", "checkfailed "};
        for (int round = 0; round < 3000; ++round) {
            QByteArray line = begins[random.bounded(int(begins.size()))];
            for (int i = random.bounded(60); i > 0; --i)
                line += "0123456789-: =abcZ\n\x1b\xff"[random.bounded(22)];
            const GuardAnswer answer = GuardAnswer::from(line);
            for (auto step = answer.steps.begin(); step != answer.steps.end(); ++step)
                QVERIFY(step.key() >= 0 && step.key() < 10'000);
            (void)returnedFrom(answer, {}, noTitle);
        }
    }

    void numbersBeyondAllReason_areBounded()
    {
        const GuardAnswer answer = GuardAnswer::from("armed systemd unit 99999999999999999999\nheld x y -5 :\n"
                                                     "step 999999999 done 1\nstep -1 done 1\nstep 0 begin\n"
                                                     "step 3 done -7\n");
        QVERIFY(answer.guarded->left >= 0s);
        QCOMPARE(answer.held->age, 0s);
        QCOMPARE(answer.steps.size(), 1);
        QCOMPARE(answer.steps[2].took, 0ms);
    }

    void outputOfAStep_isBounded()
    {
        GuardAnswer answer;
        const QByteArray line = "said 1 " + word(QByteArray(30'000, 'x'));
        for (int i = 0; i < 100; ++i)
            answer.take(line);
        QVERIFY(answer.steps[0].output.size() < 200'000);
    }

    void textOfTheServer_isShownVisibly()
    {
        const GuardAnswer answer = GuardAnswer::from(
            "remark foreign-left " + word("/etc/\x1b[2Ja\nb") + "\ntrouble file " + word("/c") + ' ' +
            word("first\nlast \x1b]0;owned\x07") + "\nreturned incomplete step 1\nsaid 1 " + word("\x1b[31mred"));
        const Returned returned = returnedFrom(answer, {StepRecord{}}, [](int) { return u"a step"_s; });
        QVERIFY(!returned.complete);
        QCOMPARE(returned.remarks.size(), 2);
        for (const QString &text : returned.remarks + QStringList{returned.cause})
            for (const QChar c : text)
                QVERIFY2(c.unicode() >= 0x20, qPrintable(text));
        QVERIFY(returned.remarks[1].contains(u"last"_s));
    }

    void everyCauseAndRemark_hasWordsOfItsOwn()
    {
        QStringList texts;
        for (const char *cause : {"deadline", "boot", "asked", "arm", "step 1"})
            texts << causeText(GuardAnswer::from(QByteArray("returned complete ") + cause), [](int) { return u"x"_s; });
        for (const char *kind :
             {"remark foreign-aside", "remark foreign-left", "remark foreign-removed", "remark foreign-mode",
              "trouble file", "trouble undo", "trouble package", "trouble service", "trouble firewall"})
            texts << remarkTexts(GuardAnswer::from(QByteArray(kind) + ' ' + word("a") + ' ' + word("b")),
                                 [](int) { return u"x"_s; });
        for (const char *reason :
             {"root", "readonly", "immutable", "full", "irregular", "damaged", "tool", "packages", "arm"})
            texts << refusalError(*GuardAnswer::from(QByteArray("refused ") + reason + " 0 " + word("/etc/a")).refusal,
                                  u"s"_s, noTitle)
                         .cause;
        QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), texts.size());
        for (const QString &text : texts)
            QVERIFY2(text.size() > 5, qPrintable(texts.join(u'\n')));
    }

    void serverThatLies_makesAnErrorAndNoChange_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("nothing") << QByteArray() << 0;
        QTest::newRow("armed without ready") << QByteArray("armed systemd unit 90\n") << 0;
        QTest::newRow("ready without armed") << QByteArray("ready\n") << 0;
        QTest::newRow("conflict without file") << QByteArray("conflict 99 file 644 : : : :\n") << 78;
        QTest::newRow("held by nobody") << QByteArray() << 75;
        QTest::newRow("refused without reason") << QByteArray() << 69;
        QTest::newRow("unheard-of code") << QByteArray("ready\narmed systemd unit 90\n") << 3;
    }
    void serverThatLies_makesAnErrorAndNoChange()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, exitCode);
        Liar liar;
        liar.answer = answer;
        liar.exitCode = exitCode;
        const Plan plan = gw::test::Sandbox::planOf({RunCommand{"true", {}, {}, false}});
        const auto applied = apply(liar, asWeAre(), plan, {newTransactionId(), u"ada"_s, 90s}, {}, {});
        QVERIFY(!applied);
        QVERIFY(!applied.error().text().isEmpty());
        QVERIFY(!undo(liar, asWeAre(), newTransactionId(), {}));
        QVERIFY(answer.startsWith("armed") || !extend(liar, asWeAre(), newTransactionId(), 60s, {}));
    }

    void openChangesOfALiar_areBounded()
    {
        Liar liar;
        for (int i = 0; i < 5000; ++i)
            liar.answer += "change a-" + QByteArray::number(i) + " armed 5 9999999999999999999 : :\nend\nend x\n";
        liar.answer += "change ../../x armed 5 5 : :\nend x\nchange x stolen 5 5 : :\nend x\nchange x armed\nend x\n";
        const auto open = openChanges(liar, asWeAre(), {});
        QVERIFY(open);
        QVERIFY(open->size() <= 200);
        for (const OpenChange &change : *open)
            QVERIFY(change.transaction.startsWith(u"a-"_s) && change.returnsAt.isValid());
    }

    void window_isUsable()
    {
        QCOMPARE(usableWindow(90s, 100ms, 100ms), 90s);
        QCOMPARE(usableWindow(5s, 100ms, 100ms), 30s);
        QCOMPARE(usableWindow(90s, 40'000ms, 500ms), 122s);
        QCOMPARE(usableWindow(5000s, 1ms, 1ms), 600s);
        QCOMPARE(usableWindow(90s, 1'000'000ms, 1ms), 600s);
    }

    void transactionIds_areUniqueAndPlain()
    {
        static const QRegularExpression plain(u"^[a-z0-9][a-z0-9-]{20,63}$"_s);
        QSet<QString> ids;
        for (int i = 0; i < 1000; ++i) {
            ids.insert(newTransactionId());
            QVERIFY(plain.match(newTransactionId()).hasMatch());
        }
        QCOMPARE(ids.size(), 1000);
    }
};

GW_REGISTER_TEST(GuardAnswerTest)
#include "guardanswertest.moc"

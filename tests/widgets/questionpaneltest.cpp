// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/questionpanel.h"
#include "tests/scenes/sampledata.h"
#include "tests/support/testmain.h"
#include "widgets/parts/button.h"
#include "widgets/parts/errorpanel.h"
#include "widgets/parts/plainlabel.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace gw;

class QuestionPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hostKey_isShownWithFingerprintTypeAndHop_andAcceptedOnlyByItsButton()
    {
        QuestionPanel panel;
        panel.setQuestion(sample::hostKeyQuestion());
        QVERIFY(panel.isVisibleTo(nullptr));
        const QString texts = textsOf(panel);
        for (const char *needed :
             {"SHA256:Q3pVn2iK4b0dQmQpX4o6mBrfVJp0aJv3bq5n2T0u7wM", "ED25519", "203.0.113.7:22", "ssh-keygen -lf"})
            QVERIFY2(texts.contains(QLatin1String(needed)), needed);
        QSignalSpy accepted(&panel, &QuestionPanel::hostKeyAccepted);
        QSignalSpy cancelled(&panel, &QuestionPanel::cancelled);
        button(panel, "rejectHostKey")->click();
        QCOMPARE(accepted.size(), 0);
        QCOMPARE(cancelled.size(), 1);
        button(panel, "acceptHostKey")->click();
        QCOMPARE(accepted.first().first().value<HostKeyQuestion>(), sample::hostKeyQuestion());
    }

    void password_isGivenOnceAndForgottenByTheField()
    {
        QuestionPanel panel;
        panel.setQuestion(sample::passwordQuestion());
        QVERIFY(textsOf(panel).contains(QLatin1String("dev@203.0.113.7:22")));
        auto *field = panel.findChild<QLineEdit *>(QStringLiteral("answer0"));
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QList<Secret> given;
        QuestionPanel::Keep keep = QuestionPanel::Keep::Keychain;
        connect(&panel, &QuestionPanel::secretsGiven, this,
                [&](const SecretQuestion &, const QList<Secret> &secrets, QuestionPanel::Keep how) {
                    given = secrets;
                    keep = how;
                });
        field->setText(QStringLiteral("pässword"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(given.size(), 1);
        QCOMPARE(given.first().bytes().toByteArray(), QByteArray("pässword"));
        QCOMPARE(keep, QuestionPanel::Keep::ThisRun); // nothing is kept unless somebody says so
        QVERIFY(field->text().isEmpty());
    }

    void keepInKeychain_isOnlyOfferedWhereThereIsOne()
    {
        QuestionPanel panel;
        panel.setQuestion(sample::passwordQuestion());
        auto *keep = panel.findChild<QCheckBox *>(QStringLiteral("keepSecret"));
        QVERIFY(keep && !keep->isChecked());
        QSignalSpy given(&panel, &QuestionPanel::secretsGiven);
        keep->setChecked(true);
        button(panel, "giveAnswer")->click();
        QCOMPARE(given.first().at(2).value<QuestionPanel::Keep>(), QuestionPanel::Keep::Keychain);
        panel.setKeychainAvailable(false);
        QVERIFY(!panel.findChild<QCheckBox *>(QStringLiteral("keepSecret")));
        QVERIFY(textsOf(panel).contains(QLatin1String("memory")));
    }

    void severalPrompts_areAnsweredInOrder_andNeverKept()
    {
        QuestionPanel panel;
        panel.setQuestion(sample::interactiveQuestion());
        QVERIFY(!panel.findChild<QCheckBox *>(QStringLiteral("keepSecret")));
        panel.findChild<QLineEdit *>(QStringLiteral("answer0"))->setText(QStringLiteral("one"));
        auto *second = panel.findChild<QLineEdit *>(QStringLiteral("answer1"));
        QCOMPARE(second->echoMode(), QLineEdit::Normal);
        second->setText(QStringLiteral("two"));
        QList<Secret> given;
        connect(&panel, &QuestionPanel::secretsGiven, this,
                [&](const SecretQuestion &, const QList<Secret> &secrets) { given = secrets; });
        button(panel, "giveAnswer")->click();
        QCOMPARE(given.size(), 2);
        QCOMPARE(given[1].bytes().toByteArray(), QByteArray("two"));
    }

    void serversWords_areShownAsTextOnly()
    {
        SecretQuestion question = sample::interactiveQuestion();
        question.instruction = UntrustedText(QStringLiteral("<b>bold</b>\x1b[31m"));
        QuestionPanel panel;
        panel.setQuestion(question);
        const auto *label = panel.findChild<PlainLabel *>(QStringLiteral("serverInstruction"));
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QCOMPARE(label->text(), QStringLiteral("<b>bold</b>␛[31m"));
    }

    void sameQuestionAgain_doesNotDisturbTyping()
    {
        QuestionPanel panel;
        panel.setQuestion(sample::passwordQuestion());
        panel.findChild<QLineEdit *>(QStringLiteral("answer0"))->setText(QStringLiteral("half"));
        panel.setQuestion(sample::passwordQuestion());
        QCOMPARE(panel.findChild<QLineEdit *>(QStringLiteral("answer0"))->text(), QStringLiteral("half"));
        panel.setRefused(QString());
        QCOMPARE(panel.findChild<QLineEdit *>(QStringLiteral("answer0"))->text(), QStringLiteral("half"));
        panel.setRefused(QStringLiteral("The password was refused."));
        QVERIFY(textsOf(panel).contains(QLatin1String("refused")));
        panel.setQuestion({});
        QVERIFY(!panel.isVisibleTo(nullptr));
        QVERIFY(!panel.findChild<QLineEdit *>(QStringLiteral("answer0")));
    }

    void changedHostKey_hasNoWayToAcceptIt()
    {
        ErrorPanel panel;
        panel.setError(sample::hostKeyChanged());
        QStringList buttons;
        for (const Button *found : panel.findChildren<Button *>())
            buttons << found->objectName();
        buttons.sort();
        QCOMPARE(buttons, (QStringList{QStringLiteral("copyError"), QStringLiteral("edit"), QStringLiteral("retry")}));
        QVERIFY(textsOf(panel).contains(QLatin1String("ssh-keygen")));
    }

    void error_saysWhatWasTriedWhatCameBackAndWhatToDo()
    {
        ErrorPanel panel;
        const Error error = sample::unreachable();
        panel.setError(error);
        const QString texts = textsOf(panel);
        QVERIFY(texts.contains(error.tried) && texts.contains(error.cause) && texts.contains(error.advice));
    }

private:
    static Button *button(QWidget &panel, const char *name) { return panel.findChild<Button *>(QLatin1String(name)); }
    static QString textsOf(const QWidget &panel)
    {
        QStringList texts;
        for (const PlainLabel *label : panel.findChildren<PlainLabel *>())
            texts << label->text();
        return texts.join(u'\n');
    }
};

GW_REGISTER_TEST(QuestionPanelTest)
#include "questionpaneltest.moc"

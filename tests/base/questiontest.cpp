// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/question.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace Qt::StringLiterals;

class QuestionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneTimeCode_isGoodForOneLogin_data()
    {
        QTest::addColumn<QStringList>("prompts");
        QTest::addColumn<bool>("every");
        QTest::newRow("password") << QStringList{u"Password: "_s} << true;
        QTest::newRow("passphrase") << QStringList{u"Enter passphrase"_s} << true;
        QTest::newRow("Chinese") << QStringList{u"密码："_s} << true;
        QTest::newRow("code") << QStringList{u"Verification code: "_s} << false;
        QTest::newRow("one-time password") << QStringList{u"One-time password (OATH): "_s} << false;
        QTest::newRow("password and code") << QStringList{u"Password: "_s, u"Code: "_s} << false;
        QTest::newRow("nothing") << QStringList{} << false;
    }
    void oneTimeCode_isGoodForOneLogin()
    {
        QFETCH(QStringList, prompts);
        QFETCH(bool, every);
        SecretQuestion question;
        question.kind = SecretQuestion::Kind::KeyboardInteractive;
        for (const QString &prompt : prompts)
            question.prompts += {UntrustedText(prompt), false};
        QCOMPARE(question.isForEveryLogin(), every);
        for (const auto kind :
             {SecretQuestion::Kind::Password, SecretQuestion::Kind::Passphrase, SecretQuestion::Kind::RootPassword}) {
            question.kind = kind;
            QVERIFY(question.isForEveryLogin());
        }
    }
};

GW_REGISTER_TEST(QuestionTest)
#include "questiontest.moc"

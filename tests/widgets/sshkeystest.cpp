// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/samplessh.h"
#include "tests/support/testmain.h"
#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/ssh/publickeytext.h"
#include "widgets/ssh/sshkeysview.h"
#include "widgets/ssh/sshpage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSignalSpy>

using namespace gw;

/// Who may log in with which key, and the way from passwords to keys.
class SshKeysTest : public QObject {
    Q_OBJECT

    using State = KeyGuide::State;

    static std::unique_ptr<SshKeysView> viewOf(const Facts &facts = sample::manyKeys())
    {
        auto view = std::make_unique<SshKeysView>();
        const auto shared = std::make_shared<const Facts>(facts);
        view->setFacts(shared, std::make_shared<const Review>(review(*shared)));
        view->resize(1000, 700);
        view->show();
        return view;
    }

    template <typename T>
    static T *part(const std::unique_ptr<SshKeysView> &view, const char *name)
    {
        return view->findChild<T *>(QLatin1String(name));
    }

    static void choose(const std::unique_ptr<SshKeysView> &view, const QString &text)
    {
        auto *list = part<RowList>(view, "keyList");
        for (int i = 0; i < list->rowModel()->rowCount(); ++i) {
            const Row &row = list->rowModel()->row(i);
            if (QString(row.lead + row.title).contains(text))
                list->setCurrentIndex(list->rowModel()->index(i));
        }
    }

    static QList<Intent> last(QSignalSpy &spy) { return spy.takeLast().first().value<QList<Intent>>(); }

private Q_SLOTS:
    void everyUser_hasARow_andWeakKeysAreMarked()
    {
        const Facts facts = sample::manyKeys();
        const Review reviewed = review(facts);
        const QList<Row> rows = keyRows(facts, &reviewed, sample::firstSeen(), QString());
        QCOMPARE(rows.size(), 5); // root, dev twice, ops, zhang without one
        const Row &good = rows[1];
        QCOMPARE(good.lead, QStringLiteral("dev"));
        QVERIFY2(good.title.contains(QLatin1String("ed25519 256")), qPrintable(good.title));
        QVERIFY2(good.detail.contains(QLatin1String("~/.ssh/authorized_keys:1")), qPrintable(good.detail));
        QVERIFY2(good.detail.contains(QLatin1String("since ")), qPrintable(good.detail));
        QCOMPARE(good.pill, QStringLiteral("used"));
        const Row &weak = rows[2];
        QVERIFY(weak.severity >= Severity::High);
        QCOMPARE(weak.pill, QStringLiteral("weak"));
        QCOMPARE(rows[4].title, QStringLiteral("no key"));
        QVERIFY(!keyOfRow(facts, rows[4].key));
        QCOMPARE(keyOfRow(facts, weak.key)->key.bits, 1024);
    }

    void filter_keepsTheModelSound()
    {
        const auto view = viewOf();
        auto *list = part<RowList>(view, "keyList");
        const QAbstractItemModelTester tester(list->rowModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto *filter = part<QLineEdit>(view, "keyFilter");
        filter->setText(QStringLiteral("rsa dev"));
        QCOMPARE(list->rowModel()->rowCount(), 1);
        filter->setText(QStringLiteral("nothing like it"));
        QVERIFY(!list->isVisible());
        view->findChild<Button *>(QStringLiteral("emptyAction"))->click();
        QCOMPARE(list->rowModel()->rowCount(), 5);
    }

    void remove_namesTheKeyByItsFingerprint()
    {
        const auto view = viewOf();
        QSignalSpy wished(view.get(), &SshKeysView::changesRequested);
        QVERIFY(!part<Button>(view, "removeKey")->isEnabled());
        choose(view, QStringLiteral("old-ci"));
        part<Button>(view, "removeKey")->click();
        QVERIFY(last(wished) ==
                QList<Intent>({RemoveAuthorizedKey{
                    QStringLiteral("dev"), QStringLiteral("SHA256:1xkqQmKqvY8r0JwqK4Q7xkVvUqj4s8n3mW0h8m5m1g0")}}));
        part<Button>(view, "copyKey")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("SHA256:1xkqQmKqvY8r0JwqK4Q7xkVvUqj4s8n3mW0h8m5m1g0"));
        QSignalSpy rollOut(view.get(), &SshKeysView::rollOutRequested);
        part<Button>(view, "rollOutKey")->click();
        QCOMPARE(rollOut.takeFirst().first().toString(), QStringLiteral("dev"));
        choose(view, QStringLiteral("no key"));
        QVERIFY(!part<Button>(view, "removeKey")->isEnabled());
    }

    void onlyKeyOfOneself_isNotRemovedUnwarned()
    {
        Facts facts = sample::manyKeys();
        for (UserAccount &user : *facts.users) {
            if (user.name == u"dev")
                user.keys->removeLast();
        }
        const auto view = viewOf(facts);
        choose(view, QStringLiteral("lin@desktop"));
        QVERIFY(part<PlainLabel>(view, "removeObjection")->isVisible());
        choose(view, QStringLiteral("deploy"));
        QVERIFY(!part<PlainLabel>(view, "removeObjection")->isVisible());
    }

    void pastedText_isReadAsAKey_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isKey");
        const QString good = QString::fromLatin1(sample::publicLine());
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("key") << good << true;
        QTest::newRow("line end") << good + QStringLiteral("\n") << true;
        QTest::newRow("options") << QStringLiteral("from=\"10.0.0.0/8\",restrict ") + good << true;
        QTest::newRow("quoted blank") << QStringLiteral("command=\"echo hello\" ") + good << true;
        QTest::newRow("cut") << good.left(30) << false;
        QTest::newRow("other words") << QStringLiteral("please add my key") << false;
        QTest::newRow("private") << QStringLiteral("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk") << false;
        QTest::newRow("type does not fit")
            << QString(good).replace(QStringLiteral("ssh-ed25519 "), QStringLiteral("ssh-rsa ")) << false;
    }

    void pastedText_isReadAsAKey()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isKey);
        const PublicKeyText read = publicKeyText(text);
        QCOMPARE(!read.line.isEmpty(), isKey);
        QCOMPARE(read.problem.isEmpty(), isKey || text.isEmpty());
        QVERIFY(!isKey || read.fingerprint.startsWith(QLatin1String("SHA256:")));
        QVERIFY(!read.line.contains('\n'));
    }

    void add_takesAPublicKeyAndNothingElse()
    {
        const auto view = viewOf();
        QSignalSpy wished(view.get(), &SshKeysView::changesRequested);
        choose(view, QStringLiteral("no key")); // zhang
        part<Button>(view, "addKey")->click();
        auto *text = part<QLineEdit>(view, "addKeyText");
        auto *confirm = part<Button>(view, "confirmAddKey");
        QVERIFY(text->isVisible() && !confirm->isEnabled());
        text->setText(QStringLiteral("-----BEGIN OPENSSH PRIVATE KEY-----"));
        QVERIFY(part<PlainLabel>(view, "addKeyProblem")->isVisible() && !confirm->isEnabled());
        view->setPublicKeyText(QString::fromLatin1(sample::publicLine()) + u'\n'); // a file was chosen
        QVERIFY(confirm->isEnabled());
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(last(wished) == QList<Intent>({AddAuthorizedKey{QStringLiteral("zhang"), sample::publicLine()}}));
        QVERIFY(!text->isVisible());
    }

    void keyThatIsThere_isNotAddedAgain()
    {
        Facts facts = sample::manyKeys();
        const QString fingerprint = publicKeyText(QString::fromLatin1(sample::publicLine())).fingerprint;
        for (UserAccount &user : *facts.users) {
            if (user.name == u"dev")
                user.keys->first().fingerprint = UntrustedText(fingerprint);
        }
        const auto view = viewOf(facts);
        part<Button>(view, "addKey")->click();
        part<QLineEdit>(view, "addKeyText")->setText(QString::fromLatin1(sample::publicLine()));
        QCOMPARE(part<QComboBox>(view, "addKeyUser")->currentText(), QStringLiteral("dev"));
        QVERIFY(!part<Button>(view, "confirmAddKey")->isEnabled());
        part<QComboBox>(view, "addKeyUser")->setCurrentText(QStringLiteral("zhang"));
        QVERIFY(part<Button>(view, "confirmAddKey")->isEnabled());
    }

    void newKey_needsThePassphraseTwiceAndForgetsIt()
    {
        const auto view = viewOf();
        view->setKeyProposal(QStringLiteral("id_ed25519_gpu"), QStringLiteral("lin@laptop"));
        QSignalSpy wished(view.get(), &SshKeysView::makeKeyRequested);
        part<Button>(view, "makeKey")->click();
        auto *first = part<QLineEdit>(view, "makeKeyPassphrase");
        auto *again = part<QLineEdit>(view, "makeKeyAgain");
        auto *confirm = part<Button>(view, "confirmMakeKey");
        QCOMPARE(part<QLineEdit>(view, "makeKeyName")->text(), QStringLiteral("id_ed25519_gpu"));
        QCOMPARE(first->echoMode(), QLineEdit::Password);
        first->setText(QStringLiteral("correct horse"));
        QVERIFY(!confirm->isEnabled());
        again->setText(QStringLiteral("correct house"));
        QVERIFY(!confirm->isEnabled());
        again->setText(QStringLiteral("correct horse"));
        part<QLineEdit>(view, "makeKeyName")->setText(QStringLiteral("../id"));
        QVERIFY(!confirm->isEnabled());
        part<QLineEdit>(view, "makeKeyName")->setText(QStringLiteral("id_new"));
        part<QCheckBox>(view, "makeKeyAgent")->setChecked(false);
        confirm->click();
        const auto wish = wished.takeFirst().first().value<KeyWish>();
        QVERIFY(wish == (KeyWish{QStringLiteral("id_new"), QStringLiteral("lin@laptop"), Secret("correct horse"),
                                 KeyWish::Agent::LeaveAlone}));
        QVERIFY(first->text().isEmpty() && again->text().isEmpty());
        QVERIFY(!confirm->isVisible());
    }

    void cancelledKey_forgetsThePassphrase()
    {
        const auto view = viewOf();
        part<Button>(view, "makeKey")->click();
        auto *first = part<QLineEdit>(view, "makeKeyPassphrase");
        first->setText(QStringLiteral("correct horse"));
        QTest::keyClick(first, Qt::Key_Escape);
        QVERIFY(!first->isVisible() && first->text().isEmpty());
    }

    void passwords_areOfferedToBeTurnedOff_onlyOnceTheKeyWasProven()
    {
        const auto view = viewOf();
        QSignalSpy wished(view.get(), &SshKeysView::changesRequested);
        QSignalSpy prove(view.get(), &SshKeysView::proveKeyRequested);
        auto *install = part<Button>(view, "installKey");
        auto *off = part<Button>(view, "passwordsOff");
        QVERIFY(part<Button>(view, "makeKey")->isVisible() && !install->isVisible() && !off->isVisible());

        view->setGuide(sample::guide(State::Todo, State::Todo));
        QVERIFY(!part<Button>(view, "makeKey")->isVisible() && install->isVisible() && !off->isVisible());
        install->click();
        QVERIFY(last(wished) == QList<Intent>({AddAuthorizedKey{QStringLiteral("dev"), sample::publicLine()}}));
        QCOMPARE(prove.size(), 0);

        QVERIFY(part<Button>(view, "useExistingKey")->isVisible()); // another one, while nothing is installed

        for (const State failed : {State::Todo, State::Failed}) {
            view->setGuide(sample::guide(State::Done, failed));
            QVERIFY(!part<Button>(view, "useExistingKey")->isVisible());
            QVERIFY(install->isVisible() && !off->isVisible());
        }
        install->click();
        QCOMPARE(prove.size(), 1);
        QCOMPARE(wished.size(), 0);

        view->setGuide(sample::guide(State::Done, State::Running));
        QVERIFY(!install->isEnabled() && !off->isVisible());
        view->setGuide(sample::guide(State::Done, State::Done));
        QVERIFY(!install->isVisible() && off->isVisible());
        off->click();
        QVERIFY(last(wished) ==
                QList<Intent>({SetSshd{QStringLiteral("PasswordAuthentication"), QStringLiteral("no")},
                               SetSshd{QStringLiteral("KbdInteractiveAuthentication"), QStringLiteral("no")}}));
    }

    void loginWithAKey_hasProvenIt()
    {
        QCOMPARE(guideFor({QStringLiteral("dev"), {}, QStringLiteral("password")}).proven, State::Todo);
        QCOMPARE(guideFor({QStringLiteral("dev"), {}, {}}).proven, State::Todo);
        const KeyGuide guide = guideFor({QStringLiteral("dev"), {}, QStringLiteral("publickey id_ed25519")});
        QCOMPARE(guide.proven, State::Done);
        QCOMPARE(guide.file, QStringLiteral("id_ed25519"));
    }
};

GW_REGISTER_TEST(SshKeysTest)
#include "sshkeystest.moc"

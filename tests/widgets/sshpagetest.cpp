// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/sshpage.h"
#include "tests/scenes/samplessh.h"
#include "tests/support/testmain.h"
#include "tests/widgets/pagestand.h"
#include "widgets/parts/button.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/progressstrip.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/server/sourceview.h"
#include "widgets/ssh/sshdrow.h"
#include "widgets/ssh/sshsettingsview.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace gw;

class SshPageTest : public QObject, private gw::test::PageStand<SshPage> {
    Q_OBJECT

    static std::unique_ptr<SshPage> pageOf(const Facts &facts = sample::loggedInAsDev()) { return shown(facts); }

private Q_SLOTS:
    void nothingLeavesThePage_beforeItIsPlanned()
    {
        const auto page = pageOf();
        QSignalSpy wished(page.get(), &SshPage::changesRequested);
        auto *plan = part<Button>(page, "planChanges");
        QVERIFY(!plan->isEnabled());
        auto *passwords = part<SegmentedControl>(page, "edit.passwordauthentication");
        QCOMPARE(passwords->current(), 0);
        QTest::keyClick(passwords, Qt::Key_Right);
        auto *attempts = part<QLineEdit>(page, "edit.maxauthtries");
        attempts->setFocus();
        attempts->selectAll();
        QTest::keyClicks(attempts, QStringLiteral("3"));
        QCOMPARE(wished.size(), 0);
        QVERIFY(page->hasChanges());
        QCOMPARE(part<PlainLabel>(page, "changeCount")->text(), QStringLiteral("2 changes"));
        plan->click();
        QCOMPARE(wished.size(), 1);
        QVERIFY(planned(wished) ==
                QList<Intent>({SetSshd{QStringLiteral("PasswordAuthentication"), QStringLiteral("no")},
                               SetSshd{QStringLiteral("MaxAuthTries"), QStringLiteral("3")}}));
        QVERIFY2(page->hasChanges(), "only the new facts show that it was done");
    }

    void focusedSetting_isShownInItsFile()
    {
        const auto page = pageOf();
        auto *source = page->findChild<SourceView *>();
        auto *file = part<QComboBox>(page, "sshdFile");
        const auto lineOfCursor = [source] {
            int line = 0, column = 0;
            source->getCursorPosition(&line, &column);
            return source->text(line).trimmed();
        };
        part<QComboBox>(page, "edit.permitrootlogin")->setFocus();
        QCOMPARE(file->currentText(), QStringLiteral("sshd_config"));
        QCOMPARE(lineOfCursor(), QStringLiteral("PermitRootLogin yes"));
        part<SegmentedControl>(page, "edit.passwordauthentication")->setFocus();
        QCOMPARE(file->currentText(), QStringLiteral("sshd_config.d/50-cloud-init.conf"));
        QCOMPARE(lineOfCursor(), QStringLiteral("PasswordAuthentication yes"));
        const QString decides = part<PlainLabel>(page, "decides")->text();
        QVERIFY2(decides.contains(QLatin1String("sshd_config:6")), qPrintable(decides)); // has no effect
        auto *view = part<SegmentedControl>(page, "sshdView");
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(lineOfCursor(), QStringLiteral("passwordauthentication yes"));
    }

    void changedRow_isTakenBackByItself()
    {
        const auto page = pageOf();
        auto *reset = part<Button>(page, "reset.allowusers");
        QVERIFY(!reset->isVisible());
        page->settings()->wish(QStringLiteral("allowusers"), QStringLiteral("ops"));
        page->settings()->wish(QStringLiteral("x11forwarding"), QStringLiteral("no"));
        QVERIFY(reset->isVisible());
        const auto *warning = part<PlainLabel>(page, "warning.allowusers");
        QVERIFY(warning->isVisible());
        QVERIFY2(warning->text().contains(QLatin1String("does not name dev")), qPrintable(warning->text()));
        QVERIFY(part<Button>(page, "planChanges")->isEnabled());
        reset->click();
        QVERIFY(!reset->isVisible() && !warning->isVisible());
        QCOMPARE(part<QLineEdit>(page, "edit.allowusers")->text(), QString());
        QCOMPARE(page->settings()->draft().changes(), 1);
        part<Button>(page, "resetChanges")->click();
        QCOMPARE(page->settings()->draft().changes(), 0);
        QCOMPARE(part<SegmentedControl>(page, "edit.x11forwarding")->current(), 0);
    }

    void wrongValue_isSaidAtItsRowAndCannotBePlanned()
    {
        const auto page = pageOf();
        auto *port = part<QLineEdit>(page, "edit.port");
        port->setFocus();
        port->selectAll();
        QTest::keyClicks(port, QStringLiteral("70000"));
        QVERIFY(part<PlainLabel>(page, "warning.port")->isVisible());
        QVERIFY(!part<Button>(page, "planChanges")->isEnabled());
        QCOMPARE(port->text(), QStringLiteral("70000"));
        QTest::keyClick(port, Qt::Key_Backspace);
        QVERIFY(!part<PlainLabel>(page, "warning.port")->isVisible());
        QVERIFY(part<Button>(page, "planChanges")->isEnabled());
    }

    void typing_isNotRewrittenUnderTheFingers()
    {
        const auto page = pageOf();
        auto *users = part<QLineEdit>(page, "edit.allowusers");
        users->setFocus();
        QTest::keyClicks(users, QStringLiteral("dev,  ops"));
        fill(*page, sample::loggedInAsDev()); // a survey comes in between
        QTest::keyClicks(users, QStringLiteral(" zhang"));
        QCOMPARE(users->text(), QStringLiteral("dev,  ops zhang"));
        QCOMPARE(page->settings()->draft().changedLines(), QStringList{QStringLiteral("AllowUsers dev ops zhang")});
    }

    void filter_keepsWhatHoldsItsWords()
    {
        const auto page = pageOf();
        auto *filter = part<QLineEdit>(page, "settingFilter");
        filter->setText(QStringLiteral("forward agent"));
        QVERIFY(part<SshdRow>(page, "row.allowagentforwarding")->isVisible());
        QVERIFY(!part<SshdRow>(page, "row.port")->isVisible());
        filter->setText(QStringLiteral("50-cloud-init")); // also by place
        QVERIFY(part<SshdRow>(page, "row.passwordauthentication")->isVisible());
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(part<SshdRow>(page, "row.port")->isVisible());
    }

    void profile_writesTheListsAndCustomLetsThemBeEdited()
    {
        const auto page = pageOf();
        auto *profile = part<QComboBox>(page, "edit.algorithms");
        auto *macs = part<QLineEdit>(page, "list.macs");
        QVERIFY(!macs->isVisible());
        part<Button>(page, "unfoldAlgorithms")->click();
        QVERIFY(macs->isVisible() && macs->isReadOnly());
        profile->setCurrentIndex(1);
        Q_EMIT profile->activated(1);
        QVERIFY(!macs->text().contains(QLatin1String("hmac-sha1")));
        QVERIFY(part<PlainLabel>(page, "difference.macs")->text().contains(QLatin1String("hmac-sha1")));
        profile->setCurrentIndex(3);
        Q_EMIT profile->activated(3);
        QVERIFY(!macs->isReadOnly());
        macs->setFocus();
        macs->selectAll();
        QTest::keyClicks(macs, QStringLiteral("hmac-sha2-512-etm@openssh.com"));
        QCOMPARE(page->settings()->draft().wished(QStringLiteral("macs")),
                 QStringLiteral("hmac-sha2-512-etm@openssh.com"));
        part<Button>(page, "reset.kexalgorithms")->click();
        QVERIFY(!page->hasChanges());
    }

    void head_saysWhoIsLoggedIn()
    {
        const auto page = pageOf();
        const auto *who = part<PlainLabel>(page, "sshSession");
        QCOMPARE(who->text(), QStringLiteral("You are logged in as dev from 203.0.113.5."));
        page->setAuthentication(QStringLiteral("publickey id_ed25519"));
        QCOMPARE(who->text(), QStringLiteral("You are logged in as dev from 203.0.113.5 with the key id_ed25519."));
        page->setAuthentication(QStringLiteral("password"));
        QCOMPARE(who->text(), QStringLiteral("You are logged in as dev from 203.0.113.5 with a password."));
        QSignalSpy harden(page.get(), &SshPage::hardenRequested);
        part<Button>(page, "harden")->click();
        QCOMPARE(harden.size(), 1);
    }

    void whileBusy_nothingCanBeChanged()
    {
        const auto page = pageOf();
        page->settings()->wish(QStringLiteral("x11forwarding"), QStringLiteral("no"));
        page->setBusy(QStringLiteral("Making the plan"));
        QVERIFY(page->findChild<ProgressStrip *>()->isVisible());
        QVERIFY(!part<Button>(page, "planChanges")->isEnabled());
        QVERIFY(!part<Button>(page, "harden")->isEnabled());
        page->setBusy({});
        QVERIFY(!page->findChild<ProgressStrip *>()->isVisible());
        QVERIFY(part<Button>(page, "planChanges")->isEnabled());
    }

    void refusal_isShownUntilItIsDismissed()
    {
        const auto page = pageOf();
        auto *notice = part<Notice>(page, "sshProblem");
        QVERIFY(!notice->isVisible());
        page->setProblem(sample::refusedPlan());
        QVERIFY(notice->isVisible());
        QVERIFY(notice->accessibleName().contains(sample::refusedPlan().cause));
        notice->findChild<Button *>(QStringLiteral("noticeDismiss"))->click();
        QVERIFY(!notice->isVisible());
    }

    void withoutRoot_thePageSaysWhatIsMissing()
    {
        const auto page = pageOf(sample::withoutRoot());
        auto *notice = part<Notice>(page, "sshdNotice");
        QVERIFY(notice->isVisible());
        QSignalSpy root(page.get(), &SshPage::rootRequested);
        notice->findChild<Button *>(QStringLiteral("noticeAction.root"))->click();
        QCOMPARE(root.size(), 1);
    }

    void withoutSshd_thePageSaysSo()
    {
        const auto page = pageOf(sample::withoutSshd());
        QVERIFY(part<QWidget>(page, "noSshd")->isVisible());
        QVERIFY(!part<QWidget>(page, "row.port")->isVisible());
        QVERIFY(!part<Button>(page, "harden")->isEnabled());
    }

    void anotherServer_takesNothingOver()
    {
        const auto page = pageOf();
        page->settings()->wish(QStringLiteral("x11forwarding"), QStringLiteral("no"));
        page->setAuthentication(QStringLiteral("publickey id_ed25519"));
        page->setProblem(sample::refusedPlan());
        page->setFacts(nullptr, nullptr);
        fill(*page, sample::loggedInAsDev());
        QVERIFY(!page->hasChanges());
        QVERIFY(!part<Notice>(page, "sshProblem")->isVisible());
        QVERIFY(!part<PlainLabel>(page, "sshSession")->text().contains(QLatin1String("publickey")));
    }

    void protection_isAskedOnceItIsLookedAt()
    {
        const auto page = pageOf();
        QSignalSpy asked(page.get(), &SshPage::protectionRequested);
        auto *views = part<SegmentedControl>(page, "sshViews");
        QTest::keyClick(views, Qt::Key_Right);
        QCOMPARE(asked.size(), 0);
        QTest::keyClick(views, Qt::Key_Right);
        QCOMPARE(asked.size(), 1);
        fill(*page, sample::loggedInAsDev());
        page->setView(SshPage::View::Settings);
        page->setView(SshPage::View::Protection);
        QCOMPARE(asked.size(), 1);
        page->setFacts(nullptr, nullptr); // another server
        fill(*page, sample::loggedInAsDev());
        QCOMPARE(asked.size(), 2);
    }

    void hostileValues_arePlainText()
    {
        const auto page = pageOf(sample::hostileSshd());
        for (const PlainLabel *label : page->findChildren<PlainLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY2(!label->text().contains(QChar(0x1b)) && !label->text().contains(QChar(0x202E)),
                     qPrintable(label->text()));
        }
        for (const QLineEdit *edit : page->findChildren<QLineEdit *>())
            QVERIFY2(!edit->text().contains(QChar(0x1b)), qPrintable(edit->objectName()));
    }
};

GW_REGISTER_TEST(SshPageTest)
#include "sshpagetest.moc"

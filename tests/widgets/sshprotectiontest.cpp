// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/samplessh.h"
#include "tests/support/testmain.h"
#include "widgets/parts/button.h"
#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/ssh/servicerows.h"
#include "widgets/ssh/sshprotectionview.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace gw;

/// fail2ban, and services that run as root or listen to everybody.
class SshProtectionTest : public QObject {
    Q_OBJECT

    static std::unique_ptr<SshProtectionView> viewOf(const Facts &facts)
    {
        auto view = std::make_unique<SshProtectionView>();
        view->setFacts(std::make_shared<const Facts>(facts));
        view->resize(1000, 700);
        view->show();
        return view;
    }

    template <typename T>
    static T *part(const std::unique_ptr<SshProtectionView> &view, const char *name)
    {
        return view->findChild<T *>(QLatin1String(name));
    }

    static QList<Intent> last(QSignalSpy &spy) { return spy.takeLast().first().value<QList<Intent>>(); }

    static QString pill(const std::unique_ptr<SshProtectionView> &view)
    {
        return part<Pill>(view, "fail2banState")->text();
    }

    static LooseService named(const QList<LooseService> &services, const QString &name)
    {
        for (const LooseService &service : services) {
            if (service.name == name)
                return service;
        }
        return {};
    }

private Q_SLOTS:
    void looseServices_areFoundWithWhatStartsThem()
    {
        const QList<LooseService> services = looseServices(sample::loggedInAsDev());
        QCOMPARE(services.size(), 4);
        const LooseService chat = named(services, QStringLiteral("qwen-chat"));
        QVERIFY(chat.startedBy == ConfineService::Kind::Supervisor);
        QVERIFY(chat.runsAsRoot && chat.onAllAddresses);
        QCOMPARE(chat.endpoints, QStringList{QStringLiteral("0.0.0.0:3001")});
        QVERIFY(named(services, QStringLiteral("jupyter.service")).startedBy == ConfineService::Kind::Systemd);
        QVERIFY(named(services, QStringLiteral("qwen-web.service")).startedBy == ConfineService::Kind::Systemd);
        QVERIFY2(!services.last().startedBy, "what cron started cannot be given a user");
        QVERIFY(looseServices(sample::hardened()).isEmpty());
    }

    void silentProgramOfSupervisor_isListedToo()
    {
        Facts facts = sample::loggedInAsDev();
        facts.listeners->clear();
        QCOMPARE(looseServices(facts).size(), 1);
        QVERIFY(looseServices(facts).first().runsAsRoot);
        facts.services.supervisor->first().user = UntrustedText(QStringLiteral("qwen"));
        QVERIFY(looseServices(facts).isEmpty());
    }

    void proposedUser_isANameThatUseraddTakes_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("user");
        QTest::newRow("unit") << QStringLiteral("jupyter.service") << QStringLiteral("jupyter");
        QTest::newRow("program") << QStringLiteral("qwen-chat") << QStringLiteral("qwen-chat");
        QTest::newRow("capitals") << QStringLiteral("vLLM Server") << QStringLiteral("vllm-server");
        QTest::newRow("digits") << QStringLiteral("4090-gui") << QStringLiteral("gui");
        QTest::newRow("nothing left") << QStringLiteral("服务") << QStringLiteral("service");
        QTest::newRow("long") << QString(50, u'a') << QString(32, u'a');
    }

    void proposedUser_isANameThatUseraddTakes()
    {
        QFETCH(const QString, service);
        LooseService loose;
        loose.name = UntrustedText(service);
        QTEST(proposedUser(loose), "user");
    }

    void confine_becomesAnIntent()
    {
        const auto view = viewOf(sample::loggedInAsDev());
        QSignalSpy wished(view.get(), &SshProtectionView::changesRequested);
        auto *list = part<RowList>(view, "looseServices");
        const QAbstractItemModelTester tester(list->rowModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        list->setFocus();
        list->setCurrentIndex(list->rowModel()->index(0));
        QTest::keyClick(list, Qt::Key_Return);
        auto *user = part<QLineEdit>(view, "confineUser");
        QVERIFY(user->isVisible());
        const LooseService service = looseServices(sample::loggedInAsDev()).first();
        QCOMPARE(user->text(), proposedUser(service));
        user->setText(QStringLiteral("root"));
        QVERIFY(!part<Button>(view, "planConfine")->isEnabled());
        user->setText(QStringLiteral("Ops; rm"));
        QVERIFY(!part<Button>(view, "planConfine")->isEnabled());
        user->setText(QStringLiteral("qwen"));
        part<QCheckBox>(view, "confineLoopback")->setChecked(false);
        part<Button>(view, "planConfine")->click();
        QVERIFY(last(wished) ==
                QList<Intent>({ConfineService{*service.startedBy, service.name.raw(), QStringLiteral("qwen"), false}}));
        QVERIFY(!user->isVisible());
    }

    void whatCronStarted_hasNoForm()
    {
        const auto view = viewOf(sample::loggedInAsDev());
        const QList<LooseService> services = looseServices(sample::loggedInAsDev());
        view->confine(services.last().key());
        QVERIFY(!part<QLineEdit>(view, "confineUser")->isVisible());
        QVERIFY(serviceRows(services, {}).last().action.isEmpty());
    }

    void exposure_isShownBeforeAndAfter()
    {
        const auto view = viewOf(sample::loggedInAsDev());
        view->setProtection(sample::protection());
        view->confine(QStringLiteral("systemd/jupyter.service/"));
        const auto *score = part<PlainLabel>(view, "confineScore");
        QVERIFY2(score->text().contains(QLatin1String("9.6/10, unsafe")), qPrintable(score->text()));
        QVERIFY(!part<PlainLabel>(view, "confinedResults")->isVisible());
        Protection later = sample::protection();
        later.units.first().exposure = 4.1;
        view->setProtection(later);
        QVERIFY2(score->text().contains(QStringLiteral("9.6/10, unsafe → 4.1/10, ok")), qPrintable(score->text()));
        QVERIFY(part<PlainLabel>(view, "confinedResults")->text().contains(QLatin1String("jupyter.service")));
    }

    void fail2ban_saysHowItIs()
    {
        const auto dead = viewOf(sample::loggedInAsDev());
        QCOMPARE(pill(dead), QStringLiteral("does not run"));
        QVERIFY(part<QWidget>(dead, "fail2banLog")->isVisible());
        QVERIFY(!part<QWidget>(dead, "banTitle")->isVisible());
        const auto running = viewOf(sample::withFail2ban());
        QCOMPARE(pill(running), QStringLiteral("running"));
        QVERIFY(!part<QWidget>(running, "fail2banLog")->isVisible());
        Facts none = sample::loggedInAsDev();
        none.fail2ban = Gap{Gap::Reason::NotInstalled, {}};
        QCOMPARE(pill(viewOf(none)), QStringLiteral("not installed"));
        none.fail2ban = Gap{Gap::Reason::NeedsRoot, {}};
        const auto unknown = viewOf(none);
        QCOMPARE(pill(unknown), QStringLiteral("not known"));
        QVERIFY(!part<QWidget>(unknown, "protect")->isVisible());
    }

    void protect_namesTheJailsThatWereChosen()
    {
        const auto view = viewOf(sample::loggedInAsDev());
        QSignalSpy wished(view.get(), &SshProtectionView::changesRequested);
        part<QCheckBox>(view, "jail.nginx-botsearch")->click();
        auto *never = part<QLineEdit>(view, "neverBan");
        never->setText(QStringLiteral("10.0.0.0/8, somewhere"));
        QVERIFY(!part<Button>(view, "protect")->isEnabled());
        never->setText(QStringLiteral("10.0.0.0/8, 2001:db8::1"));
        part<Button>(view, "protect")->click();
        QVERIFY(last(wished) ==
                QList<Intent>({ProtectByFail2ban{{QStringLiteral("sshd"), QStringLiteral("nginx-http-auth")},
                                                 {QStringLiteral("10.0.0.0/8"), QStringLiteral("2001:db8::1")}}}));
    }

    void bans_areLifted()
    {
        const auto view = viewOf(sample::withFail2ban());
        QSignalSpy wished(view.get(), &SshProtectionView::changesRequested);
        QSignalSpy asked(view.get(), &SshProtectionView::protectionRequested);
        QVERIFY(part<PlainLabel>(view, "noBans")->isVisible());
        part<Button>(view, "refreshBans")->click();
        QCOMPARE(asked.size(), 1);
        view->setProtection(sample::protection());
        auto *bans = part<RowList>(view, "bans");
        QCOMPARE(bans->rowModel()->rowCount(), 2);
        bans->setCurrentIndex(bans->rowModel()->index(1));
        QTest::keyClick(bans, Qt::Key_Return);
        QVERIFY(last(wished) == QList<Intent>({LiftBan{QStringLiteral("sshd"), QStringLiteral("2001:db8:4::1f")}}));
        view->setProtection(Gap{Gap::Reason::NeedsRoot, {}});
        QVERIFY(part<PlainLabel>(view, "noBans")->text().contains(QLatin1String("needs root")));
    }
};

GW_REGISTER_TEST(SshProtectionTest)
#include "sshprotectiontest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/sampledata.h"
#include "tests/support/testmain.h"
#include "widgets/addserver/addserverpage.h"
#include "widgets/addserver/serverform.h"
#include "widgets/fleet/fleetoverviewpage.h"
#include "widgets/fleet/fleetreviewpage.h"
#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/rowlist.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/parts/statcard.h"
#include "widgets/server/reviewpage.h"
#include "widgets/server/serverpage.h"
#include "widgets/server/sourceview.h"
#include "widgets/settings/settingspage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeView>

using namespace gw;

class PagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // --- fleet

    void fleetOverview_countsWhatTheServersSay()
    {
        FleetOverviewPage page;
        page.setServers(summaries());
        QCOMPARE(page.findChild<StatCard *>(QStringLiteral("statFindings"))->accessibleName().section(u' ', -1),
                 QStringLiteral("14"));
        QCOMPARE(page.findChild<StatCard *>(QStringLiteral("statExposed"))->accessibleName().section(u' ', -1),
                 QStringLiteral("3"));
        QVERIFY(
            page.findChild<StatCard *>(QStringLiteral("statGpus"))->accessibleName().endsWith(QLatin1String("6 / 7")));
    }

    void whatNeedsYou_opensTheFindingByKeyboard()
    {
        FleetOverviewPage page;
        page.setServers(summaries());
        page.show();
        QSignalSpy wished(&page, &FleetOverviewPage::findingRequested);
        auto *list = page.findChild<RowList *>(QStringLiteral("attention"));
        QCOMPARE(list->rowModel()->row(0).severity, Severity::Critical);
        list->setCurrentIndex(list->rowModel()->index(1));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished.first().first().value<HostId>(), HostId(QStringLiteral("h100")));
    }

    void emptyFleet_saysWhatToDo()
    {
        FleetOverviewPage page;
        page.show();
        QSignalSpy wished(&page, &FleetOverviewPage::addServerRequested);
        auto *action = page.findChild<Button *>(QStringLiteral("emptyAction"));
        QVERIFY(action->isVisible());
        action->click();
        QCOMPARE(wished.size(), 1);
    }

    void fleetReview_filtersAsOneTypes_andOpensTheFinding()
    {
        FleetReviewPage page;
        for (const sample::Machine &machine : sample::fleet())
            page.setReview(machine.server, *machine.review);
        page.show();
        QTest::qWait(100);
        auto *table = page.findChild<QTreeView *>(QStringLiteral("fleetFindings"));
        page.findChild<QLineEdit *>(QStringLiteral("findingFilter"))->setText(QStringLiteral("x11"));
        const QModelIndex group = table->model()->index(0, 0);
        QCOMPARE(table->model()->rowCount(group), 1);
        QSignalSpy wished(&page, &FleetReviewPage::findingRequested);
        Q_EMIT table->activated(table->model()->index(0, 0, group));
        QCOMPARE(wished.size(), 1);
        page.findChild<QLineEdit *>(QStringLiteral("findingFilter"))->setText(QStringLiteral("no such thing"));
        auto *clear = page.findChild<Button *>(QStringLiteral("emptyAction"));
        QVERIFY(clear->isVisible());
        clear->click();
        QVERIFY(table->isVisible());
    }

    // --- one server

    void review_showsTheFileAtTheLine_orTheEffectiveValues()
    {
        ReviewPage page;
        const sample::Machine machine = sample::tutorial();
        page.setReview(machine.facts, machine.review);
        page.resize(1000, 600);
        page.show();
        page.showFinding(FindingKey(machine.review->findings[3]));
        auto *source = page.findChild<SourceView *>(QStringLiteral("sourceView"));
        QVERIFY(source->isVisible() && source->isReadOnly());
        QCOMPARE(source->text(20).trimmed(), QStringLiteral("PasswordAuthentication yes"));
        QVERIFY(source->annotation(20).contains(machine.review->findings[3].title));
        QVERIFY(source->markersAtLine(20) & (1u << int(Severity::High)));
        QVERIFY(source->markersAtLine(12) & (1u << int(Severity::High)));
        auto *view = page.findChild<SegmentedControl *>(QStringLiteral("sourceSwitch"));
        QVERIFY(view->isVisible());
        QTest::keyClick(view, Qt::Key_Right);
        QVERIFY(source->text().contains(QLatin1String("kbdinteractiveauthentication yes")));
        int line = 0, index = 0;
        source->getCursorPosition(&line, &index);
        QCOMPARE(source->text(line).trimmed(), QStringLiteral("passwordauthentication yes"));
    }

    void sourceText_showsControlCharacters()
    {
        SourceView view;
        view.setSource("a\x1b[31m\nb\xE2\x80\xAE"
                       "c\n",
                       {{2, 5, 6, Severity::High, QStringLiteral("x")}});
        QCOMPARE(view.text(0), QStringLiteral("a␛[31m\n"));
        QCOMPARE(view.text(1), QStringLiteral("b⟨U+202E⟩c\n"));
    }

    void newSurvey_keepsTheChosenFinding()
    {
        ReviewPage page;
        const sample::Machine machine = sample::tutorial();
        page.setReview(machine.facts, machine.review);
        page.showFinding(FindingKey(machine.review->findings[3]));
        const sample::Machine again = sample::tutorial();
        page.setReview(again.facts, again.review);
        QCOMPARE(page.findChild<PlainLabel *>(QStringLiteral("detailTitle"))->text(),
                 machine.review->findings[3].title);
    }

    void acceptingARisk_needsAReason()
    {
        ReviewPage page;
        const sample::Machine machine = sample::tutorial();
        page.setReview(machine.facts, machine.review);
        page.show();
        QSignalSpy wished(&page, &ReviewPage::acceptRiskRequested);
        page.findChild<Button *>(QStringLiteral("acceptRisk"))->click();
        auto *confirm = page.findChild<Button *>(QStringLiteral("confirmRisk"));
        QVERIFY(!confirm->isEnabled());
        page.findChild<QLineEdit *>(QStringLiteral("riskReason"))->setText(QStringLiteral("workshop"));
        QVERIFY(confirm->isEnabled());
        confirm->click();
        QCOMPARE(wished.size(), 1);
        const auto risk = wished.first().first().value<AcceptedRisk>();
        QCOMPARE(risk.reason, QStringLiteral("workshop"));
        QCOMPARE(risk.rule, machine.review->findings[0].rule);
        QCOMPARE(risk.subject, QStringLiteral("0.0.0.0:3001/tcp"));
        QVERIFY(risk.until > QDate::currentDate());
    }

    void everythingAServerSaid_isPlainText()
    {
        ServerPage page;
        const sample::Machine machine = sample::tutorial();
        auto review = std::make_shared<Review>();
        review->findings = {sample::hostileFinding()};
        page.setServer(machine.server);
        page.setSurvey(machine.facts, review);
        page.setTab(ServerPage::Tab::Review);
        page.show();
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            const bool harmless = label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text());
            QVERIFY2(harmless, qPrintable(label->text()));
            QVERIFY(!label->text().contains(QChar(0x1b)) && !label->text().contains(QChar(0x202e)));
            QVERIFY(!label->toolTip().contains(QLatin1String("<img")));
        }
    }

    void serverPage_showsTheStateItIsTold()
    {
        ServerPage page;
        page.show();
        page.setServer(sample::tutorial().server);
        page.setConnection(Asking{sample::passwordQuestion()});
        QVERIFY(page.question()->isVisible());
        page.setConnection(Failed{sample::unreachable(), true});
        QVERIFY(!page.question()->isVisible());
        auto *retry = page.findChild<Button *>(QStringLiteral("retry"));
        QVERIFY(retry->isVisible());
        QSignalSpy wished(&page, &ServerPage::connectRequested);
        retry->click();
        QCOMPARE(wished.first().first().value<HostId>(), sample::tutorial().server.id);
        page.setProgress(SurveyProgress{3, 9, "x"});
        QVERIFY(!retry->isVisible());
        auto *stop = page.findChild<Button *>(QStringLiteral("stop"));
        QVERIFY(stop->isVisible());
        QSignalSpy stopped(&page, &ServerPage::stopRequested);
        stop->click();
        QCOMPARE(stopped.size(), 1);
    }

    void anotherServer_emptiesThePage()
    {
        ServerPage page;
        const sample::Machine machine = sample::tutorial();
        page.setServer(machine.server);
        page.setConnection(machine.connection);
        page.setSurvey(machine.facts, machine.review);
        page.show();
        Server other;
        other.id = HostId(QStringLiteral("other"));
        other.name = QStringLiteral("other");
        other.target = QStringLiteral("root@other");
        page.setServer(other);
        QCOMPARE(page.findChild<PlainLabel *>(QStringLiteral("serverSubtitle"))->text(), other.target);
        QVERIFY(page.findChild<QWidget *>(QStringLiteral("serverEmpty"))->isVisible());
    }

    void missingRoot_isSaidAndThePasswordOffered()
    {
        ServerPage page;
        const sample::Machine machine = sample::tutorial();
        Facts facts = *machine.facts;
        facts.access.isRoot = false;
        facts.access.asks = Access::Program::Sudo;
        page.setServer(machine.server);
        page.setConnection(machine.connection);
        page.setSurvey(std::make_shared<const Facts>(facts), machine.review);
        page.show();
        auto *enter = page.findChild<Button *>(QStringLiteral("enterRootPassword"));
        QVERIFY(enter->isVisible());
        QSignalSpy wished(&page, &ServerPage::rootRequested);
        enter->click();
        QCOMPARE(wished.size(), 1);
    }

    // --- adding a server

    void adding_connectsNowAndSavesLater()
    {
        AddServerPage page;
        page.setAliases({QStringLiteral("edge-1")});
        page.show();
        QSignalSpy connecting(&page, &AddServerPage::connectRequested);
        auto *target = page.findChild<QLineEdit *>(QStringLiteral("target"));
        target->setText(QStringLiteral("dev@gpu.example.com"));
        page.findChild<QLineEdit *>(QStringLiteral("port"))->setText(QStringLiteral("2222"));
        QTest::keyClick(target, Qt::Key_Return);
        QCOMPARE(connecting.size(), 1);
        const auto asked = connecting.first().first().value<Server>();
        QCOMPARE(asked.target, QStringLiteral("dev@gpu.example.com:2222"));
        QVERIFY(!asked.id.isEmpty());
        auto *save = page.findChild<Button *>(QStringLiteral("save"));
        QVERIFY(!save->isVisible());
        page.setConnection(sample::tutorial().connection);
        QVERIFY(save->isVisible());
        QCOMPARE(page.findChild<QLineEdit *>(QStringLiteral("serverNameEdit"))->text(),
                 QStringLiteral("gpu.example.com"));
        page.findChild<QLineEdit *>(QStringLiteral("serverTagsEdit"))->setText(QStringLiteral("gpu, lab , gpu"));
        QSignalSpy saving(&page, &AddServerPage::saveRequested);
        save->click();
        const auto saved = saving.first().first().value<Server>();
        QCOMPARE(saved.id, asked.id);
        QCOMPARE(saved.tags, (QStringList{QStringLiteral("gpu"), QStringLiteral("lab")}));
    }

    void port_isPutWhereItBelongs_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("target");
        QTest::newRow("host") << QStringLiteral("host") << QStringLiteral("host:2222");
        QTest::newRow("alias of ssh_config") << QStringLiteral("edge-1") << QStringLiteral("edge-1");
        QTest::newRow("IPv6") << QStringLiteral("dev@2001:db8::7") << QStringLiteral("dev@[2001:db8::7]:2222");
        QTest::newRow("IPv6 in brackets") << QStringLiteral("[2001:db8::7]") << QStringLiteral("[2001:db8::7]:2222");
        QTest::newRow("port already there") << QStringLiteral("host:22") << QStringLiteral("host:22");
    }

    void port_isPutWhereItBelongs()
    {
        QFETCH(QString, typed);
        QFETCH(QString, target);
        AddServerPage page;
        page.setAliases({QStringLiteral("edge-1")});
        page.findChild<QLineEdit *>(QStringLiteral("target"))->setText(typed);
        page.findChild<QLineEdit *>(QStringLiteral("port"))->setText(QStringLiteral("2222"));
        QSignalSpy connecting(&page, &AddServerPage::connectRequested);
        page.findChild<Button *>(QStringLiteral("connect"))->click();
        QCOMPARE(connecting.first().first().value<Server>().target, target);
    }

    void addressThatCouldBeAnOption_isRefused()
    {
        AddServerPage page;
        QSignalSpy connecting(&page, &AddServerPage::connectRequested);
        auto *target = page.findChild<QLineEdit *>(QStringLiteral("target"));
        target->setText(QStringLiteral("-oProxyCommand=x"));
        page.findChild<Button *>(QStringLiteral("connect"))->click();
        QCOMPARE(connecting.size(), 0);
        QVERIFY(!page.findChild<QWidget *>(QStringLiteral("addProblem"))->isHidden());
    }

    void editing_keepsTheId()
    {
        AddServerPage page;
        const Server server = sample::tutorial().server;
        page.startEditing(server);
        page.show();
        QSignalSpy saving(&page, &AddServerPage::saveRequested);
        page.findChild<QLineEdit *>(QStringLiteral("serverNameEdit"))->setText(QStringLiteral("renamed"));
        page.findChild<Button *>(QStringLiteral("save"))->click();
        auto expected = server;
        expected.name = QStringLiteral("renamed");
        QCOMPARE(saving.first().first().value<Server>(), expected);
    }

    // --- settings

    void settings_sayEveryChangeOnce()
    {
        SettingsPage page;
        QSignalSpy changed(&page, &SettingsPage::preferencesChanged);
        Preferences preferences;
        preferences.language = QStringLiteral("zh_CN");
        page.setPreferences(preferences);
        QCOMPARE(changed.size(), 0);
        page.findChild<QComboBox *>(QStringLiteral("language"))->setCurrentIndex(1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().value<Preferences>().language, QStringLiteral("en"));
        QTest::keyClick(page.findChild<SegmentedControl *>(QStringLiteral("appearance")), Qt::Key_Right);
        QCOMPARE(changed.last().first().value<Preferences>().appearance, Theme::Mode::Light);
    }

private:
    static QList<ServerSummary> summaries()
    {
        QList<ServerSummary> all;
        for (const sample::Machine &machine : sample::fleet())
            all << machine.summary();
        return all;
    }
};

GW_REGISTER_TEST(PagesTest)
#include "pagestest.moc"

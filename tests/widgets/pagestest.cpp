// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/sampledata.h"
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
#include "widgets/server/overviewrows.h"
#include "widgets/server/reviewpage.h"
#include "widgets/server/serverpage.h"
#include "widgets/server/sourceview.h"
#include "widgets/settings/settingspage.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTreeView>

using namespace gw;

class PagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // --- fleet

    void fleetOverview_countsWhatTheServersSay()
    {
        const auto page = fleetOverview();
        const auto said = [&page](const char *card) {
            return page->findChild<StatCard *>(QLatin1String(card))->accessibleName();
        };
        QTRY_VERIFY2(said("statFindings").endsWith(QStringLiteral(" %1").arg(sample::findings())),
                     qPrintable(said("statFindings")));
        qsizetype exposed = 0;
        for (const ServerSummary &server : sample::summaries())
            exposed += server.exposed.size();
        QVERIFY(exposed >= 3);
        QVERIFY2(said("statExposed").endsWith(QStringLiteral(" %1").arg(exposed)), qPrintable(said("statExposed")));
        QVERIFY2(said("statGpus").endsWith(QLatin1String("6 / 7")), qPrintable(said("statGpus")));
    }

    void beforeTheFirstSurvey_nothingIsCalledFine()
    {
        FleetOverviewPage page;
        page.setServer(summaryOf(sample::tutorial().server, Connecting{}, nullptr, nullptr));
        page.show();
        for (const char *name : {"statExposed", "statFindings", "statCertificates", "statGpus"}) {
            const auto *card = page.findChild<StatCard *>(QLatin1String(name));
            QTRY_COMPARE(card->accessibleDescription(), QStringLiteral("Not surveyed yet"));
            QVERIFY2(card->accessibleName().endsWith(QStringLiteral("\u2013")), qPrintable(card->accessibleName()));
        }
    }

    void whatNeedsYou_opensTheFindingByKeyboard()
    {
        const auto page = fleetOverview();
        page->show();
        QSignalSpy wished(page.get(), &FleetOverviewPage::findingRequested);
        auto *list = page->findChild<RowList *>(QStringLiteral("attention"));
        QTRY_VERIFY(list->rowModel()->rowCount() > 1);
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
        page.findChild<QLineEdit *>(QStringLiteral("findingFilter"))->setText(QStringLiteral("fail2ban h100"));
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
        const Finding &finding = sample::findingOf(machine, "sshd.root-login");
        const int line = finding.where.line - 1;
        page.showFinding(FindingKey(finding));
        auto *source = page.findChild<SourceView *>(QStringLiteral("sourceView"));
        QVERIFY(source->isVisible() && source->isReadOnly());
        QVERIFY2(source->text(line).startsWith(QLatin1String("PermitRootLogin")), qPrintable(source->text(line)));
        QVERIFY(source->annotation(line).contains(finding.title));
        QVERIFY(source->markersAtLine(line) & (1u << int(finding.severity)));
        auto *view = page.findChild<SegmentedControl *>(QStringLiteral("sourceSwitch"));
        QVERIFY(view->isVisible());
        QTest::keyClick(view, Qt::Key_Right);
        QVERIFY(source->text().contains(QLatin1String("passwordauthentication yes")));
        int at = 0, column = 0;
        source->getCursorPosition(&at, &column);
        QVERIFY2(source->text(at).startsWith(QLatin1String("permitrootlogin")), qPrintable(source->text(at)));
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
        const Finding &finding = machine.review->findings[3];
        page.showFinding(FindingKey(finding));
        const sample::Machine again = sample::tutorial();
        page.setReview(again.facts, again.review);
        QCOMPARE(page.findChild<PlainLabel *>(QStringLiteral("detailTitle"))->text(), finding.title);
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
        QCOMPARE(risk.subject, machine.review->findings[0].subject);
        QVERIFY(risk.until > QDate::currentDate());
    }

    void switchedLocale_reachesTheDateField()
    {
        const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        ReviewPage page;
        const sample::Machine machine = sample::tutorial();
        page.setReview(machine.facts, machine.review);
        page.show();
        auto *until = page.findChild<QDateEdit *>(QStringLiteral("riskUntil"));
        const QDate date = until->date();
        QCOMPARE(until->text(), QLocale().toString(date, QStringLiteral("d MMM yyyy")));
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QEvent switched(QEvent::LanguageChange);
        QCoreApplication::sendEvent(page.findChild<QWidget *>(QStringLiteral("findingDetail")), &switched);
        QCOMPARE(until->date(), date);
        QCOMPARE(until->text(), QLocale().toString(date, QStringLiteral("d MMM yyyy")));
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
        QTest::newRow("alias of ssh_config") << QStringLiteral("edge-1") << QStringLiteral("edge-1:2222");
        QTest::newRow("IPv6") << QStringLiteral("dev@2001:db8::7") << QStringLiteral("dev@[2001:db8::7]:2222");
        QTest::newRow("IPv6 in brackets") << QStringLiteral("[2001:db8::7]") << QStringLiteral("[2001:db8::7]:2222");
        QTest::newRow("URL") << QStringLiteral("ssh://host/") << QStringLiteral("ssh://host:2222");
        QTest::newRow("the same port is there") << QStringLiteral("host:2222") << QStringLiteral("host:2222");
        QTest::newRow("another port is there") << QStringLiteral("host:22") << QString();
        QTest::newRow("another port at IPv6") << QStringLiteral("[2001:db8::7]:22") << QString();
    }

    /// An empty target: it is not connected to, and the page says why.
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
        const auto *problem = page.findChild<QWidget *>(QStringLiteral("addProblem"));
        QCOMPARE(connecting.isEmpty() ? QString() : connecting.first().first().value<Server>().target, target);
        QCOMPARE(problem->isHidden(), !target.isEmpty());
    }

    void withoutAPort_theAddressStaysAsTyped()
    {
        for (const char *typed :
             {"host", "dev@host:22", "2001:db8::7", "[2001:db8::7]", "[2001:db8::7]:22", "edge-1"}) {
            AddServerPage page;
            page.findChild<QLineEdit *>(QStringLiteral("target"))->setText(QLatin1String(typed));
            QSignalSpy connecting(&page, &AddServerPage::connectRequested);
            page.findChild<Button *>(QStringLiteral("connect"))->click();
            QCOMPARE(connecting.first().first().value<Server>().target, QLatin1String(typed));
        }
    }

    void editedPort_isKept()
    {
        AddServerPage page;
        Server server = sample::tutorial().server;
        server.target = QStringLiteral("dev@gpu.example.com:2222");
        page.startEditing(server);
        auto *port = page.findChild<QLineEdit *>(QStringLiteral("port"));
        QCOMPARE(port->text(), QStringLiteral("2222"));
        port->setText(QStringLiteral("2200"));
        QSignalSpy saving(&page, &AddServerPage::saveRequested);
        page.findChild<Button *>(QStringLiteral("save"))->click();
        QCOMPARE(saving.first().first().value<Server>().target, QStringLiteral("dev@gpu.example.com:2200"));
    }

    void escape_leavesTheFieldsAndTheForms()
    {
        AddServerPage adding;
        adding.show();
        QSignalSpy cancelled(&adding, &AddServerPage::cancelled);
        QTest::keyClick(adding.findChild<QLineEdit *>(QStringLiteral("target")), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);

        ReviewPage page;
        const sample::Machine machine = sample::tutorial();
        page.setReview(machine.facts, machine.review);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *filter = page.findChild<QLineEdit *>(QStringLiteral("findingFilter"));
        filter->setFocus();
        filter->setText(QStringLiteral("nginx"));
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(filter->text().isEmpty());
        auto *accept = page.findChild<Button *>(QStringLiteral("acceptRisk"));
        accept->click();
        auto *reason = page.findChild<QLineEdit *>(QStringLiteral("riskReason"));
        QVERIFY(reason->isVisible());
        QTest::keyClick(reason, Qt::Key_Escape);
        QVERIFY(!reason->isVisible() && accept->isVisible());
    }

    void whoIsAsked_isNotMadeToWait()
    {
        AddServerPage page;
        page.show();
        page.findChild<QLineEdit *>(QStringLiteral("target"))->setText(QStringLiteral("host"));
        page.findChild<Button *>(QStringLiteral("connect"))->click();
        page.setProgress(SurveyProgress{});
        auto *stop = page.findChild<Button *>(QStringLiteral("stop"));
        QVERIFY(stop->isVisible());
        page.setConnection(Asking{sample::hostKeyQuestion()});
        QVERIFY(!stop->isVisible());
        const auto *steps = page.findChild<RowList *>(QStringLiteral("steps"));
        QVERIFY(!steps->rowModel()->row(0).trailing.isEmpty());
        QVERIFY(steps->rowModel()->row(1).trailing.isEmpty());
    }

    void failedService_saysWhy()
    {
        const sample::Machine machine = sample::tutorial();
        const QList<Row> rows = overview::failedServices(*machine.facts);
        const auto detailOf = [&rows](const char *unit) {
            for (const Row &row : rows) {
                if (row.key == QLatin1String(unit))
                    return row.detail;
            }
            return QString();
        };
        QVERIFY2(detailOf("model-sync.service").contains(QLatin1String("No such file or directory")),
                 qPrintable(detailOf("model-sync.service")));
        QVERIFY2(detailOf("fail2ban.service").contains(QLatin1String("log file")),
                 qPrintable(detailOf("fail2ban.service")));
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
    static std::unique_ptr<FleetOverviewPage> fleetOverview()
    {
        auto page = std::make_unique<FleetOverviewPage>();
        for (const ServerSummary &server : sample::summaries())
            page->setServer(server);
        return page;
    }
};

GW_REGISTER_TEST(PagesTest)
#include "pagestest.moc"

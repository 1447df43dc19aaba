// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/webpage.h"
#include "tests/support/testmain.h"
#include "tests/widgets/webstand.h"
#include "widgets/parts/button.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/progressstrip.h"
#include "widgets/parts/rowlist.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/web/logmodel.h"
#include "widgets/web/logview.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>

using namespace gw;

class WebPageTest : public QObject, private gw::test::WebStand {
    Q_OBJECT

private Q_SLOTS:
    void typedText_becomesOneIntentForEachFile()
    {
        const auto page = pageOf();
        QSignalSpy wished(page.get(), &WebPage::changesRequested);
        QVERIFY(!part<Button>(page, "webPlan")->isEnabled());
        choose(page, "qwen");
        typeBehind(page, "# Only", QStringLiteral(" now"));
        QCOMPARE(wished.size(), 0);
        QVERIFY(page->hasChanges());
        QCOMPARE(part<PlainLabel>(page, "webChangeCount")->text(), QStringLiteral("1 file is changed"));
        QCOMPARE(part<PlainLabel>(page, "webChangedFiles")->text(), QStringLiteral("sites-enabled/qwen-chat"));
        QVERIFY(part<Pill>(page, "webFileState")->isVisible());
        part<Button>(page, "webPlan")->click();
        const QList<Intent> intents = planned(wished);
        QCOMPARE(intents.size(), 1);
        const auto edit = std::get<EditNginxFile>(intents.first());
        QCOMPARE(edit.path, sample::chatFile());
        QVERIFY(edit.text.contains("# Only now the office"));
        QVERIFY(edit.seen.contains("# Only the office"));
        QVERIFY2(page->hasChanges(), "only the new facts show that it was done");
        part<Button>(page, "webReset")->click();
        QVERIFY(!page->hasChanges());
        QVERIFY(editorOf(page)->document().contains("# Only the office"));
    }

    void whatNginxWouldRefuse_isAskedAboutFirst()
    {
        const auto page = pageOf();
        QSignalSpy wished(page.get(), &WebPage::changesRequested);
        choose(page, "qwen");
        typeBehind(page, "proxy_buffering", QStringLiteral("x"));
        QCOMPARE(editorOf(page)->problems().size(), 1);
        QTRY_VERIFY(part<PlainLabel>(page, "webProblemText")->text().contains(QLatin1String("proxy_bufferingx")));
        part<Button>(page, "webPlan")->click();
        QCOMPARE(wished.size(), 0);
        auto *question = part<Notice>(page, "webQuestion");
        QVERIFY(question->isVisible());
        question->findChild<Button *>(QStringLiteral("noticeAction.anyway"))->click();
        QCOMPARE(wished.size(), 1);
        QVERIFY(!question->isVisible());
    }

    void errorsAsk_warningsDoNot()
    {
        const auto page = pageOf();
        QSignalSpy wished(page.get(), &WebPage::changesRequested);
        choose(page, "qwen");
        read(page);
        typeBehind(page, "proxy_pass http://qwen_backend/;", QStringLiteral(" limit_req zone=nosuch;"));
        auto *plan = part<Button>(page, "webPlan");
        plan->click();
        QVERIFY2(wished.isEmpty() && !plan->isEnabled(), "all files are read first");
        read(page);
        QVERIFY(wished.isEmpty() && plan->isEnabled());
        QVERIFY(part<Notice>(page, "webQuestion")->isVisible());
        part<Button>(page, "webReset")->click();
        choose(page, "jupyter");
        typeBehind(page, "server_name", QStringLiteral(" chat.tutorial.test"));
        read(page);
        choose(page, "qwen"); // which nginx reads later
        QCOMPARE(editorOf(page)->problems().size(), 1);
        QVERIFY(messagesOf(editorOf(page)).first().startsWith(QLatin1String("conflicting server name")));
        plan->click();
        QCOMPARE(wished.size(), 1);
    }

    void sites_areListedByNameAndByFile()
    {
        const auto page = pageOf();
        const auto *model = part<RowList>(page, "siteList")->rowModel();
        QStringList titles;
        for (int i = 0; i < model->rowCount(); ++i)
            titles << model->row(i).title;
        QCOMPARE(titles.first(), QStringLiteral("chat.tutorial.test"));
        QVERIFY(titles.contains(QStringLiteral("comfy.tutorial.test")));
        QCOMPARE(model->row(int(titles.indexOf(QStringLiteral("comfy.tutorial.test")))).pill,
                 QStringLiteral("Disabled"));
        QCOMPARE(model->row(int(titles.indexOf(QStringLiteral("lora.tutorial.test")))).pill,
                 QStringLiteral("Maintenance"));
        QTest::keyClick(part<SegmentedControl>(page, "siteOrder"), Qt::Key_Right);
        QVERIFY(model->rowCount() > titles.size()); // also the files without a site
        QVERIFY(model->row(model->rowCount() - 1).key.startsWith(u'/'));
    }

    void filter_keepsSitesThatHoldItsWords()
    {
        const auto page = pageOf();
        QAbstractItemModelTester tester(part<RowList>(page, "siteList")->rowModel());
        const auto *model = part<RowList>(page, "siteList")->rowModel();
        auto *filter = part<QLineEdit>(page, "siteFilter");
        filter->setText(QStringLiteral("443 qwen"));
        QCOMPARE(model->rowCount(), 1);
        filter->setText(QStringLiteral("nothing such"));
        QCOMPARE(model->rowCount(), 0);
        QVERIFY(part<QWidget>(page, "noSites")->isVisible());
        filter->setText(QStringLiteral("comfy"));
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(page->editor()->path().shownName(), QStringLiteral("comfy"));
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(model->rowCount() > 3);
    }

    void actionsOfASite_arePlans()
    {
        const auto page = pageOf();
        QSignalSpy wished(page.get(), &WebPage::changesRequested);
        choose(page, "qwen");
        part<Button>(page, "siteEnable")->click();
        const ChangeSite disable{ChangeSite::Kind::Disable, sample::chatFile(), "chat.tutorial.test"};
        QVERIFY(planned(wished) == QList<Intent>{disable});
        part<Button>(page, "siteMaintenance")->click();
        QVERIFY(std::get<ChangeSite>(planned(wished).first()).kind == ChangeSite::Kind::StartMaintenance);
        choose(page, "lora");
        part<Button>(page, "siteMaintenance")->click();
        QVERIFY(std::get<ChangeSite>(planned(wished).first()).kind == ChangeSite::Kind::EndMaintenance);
        choose(page, "comfy");
        QVERIFY(!part<Button>(page, "siteMaintenance")->isVisible());
        part<Button>(page, "siteEnable")->click();
        QVERIFY(std::get<ChangeSite>(planned(wished).first()).kind == ChangeSite::Kind::Enable);
        part<Button>(page, "siteDelete")->click();
        QVERIFY(std::get<ChangeSite>(planned(wished).first()).kind == ChangeSite::Kind::Delete);
    }

    void newName_isAskedInThePage()
    {
        const auto page = pageOf();
        QSignalSpy wished(page.get(), &WebPage::changesRequested);
        choose(page, "qwen");
        part<Button>(page, "siteDuplicate")->click();
        auto *name = part<QLineEdit>(page, "siteNewName");
        QVERIFY(name->hasFocus());
        QTest::keyClicks(name, QStringLiteral("chat 2"));
        QVERIFY(part<PlainLabel>(page, "siteNameProblem")->isVisible());
        QVERIFY(!part<Button>(page, "siteTakeName")->isEnabled());
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(wished.size(), 0);
        name->setText(QStringLiteral("chat2.tutorial.test"));
        QTest::keyClick(name, Qt::Key_Return);
        const auto change = std::get<ChangeSite>(planned(wished).first());
        QVERIFY(change.kind == ChangeSite::Kind::Duplicate && change.newName == "chat2.tutorial.test");
        QVERIFY(!name->isVisible());
    }

    void refusalOfTheServer_isSaidAtItsLine()
    {
        const auto page = pageOf();
        page->setRefusal(QStringLiteral("2026/11/27 nginx\nnginx: [emerg] unknown directive \"x\" in "
                                        "/etc/nginx/sites-enabled/jupyter:6\nnginx: configuration file test failed\n"));
        QCOMPARE(page->editor()->path().shownName(), QStringLiteral("jupyter"));
        QVERIFY(editorOf(page)->annotation(5).contains(QLatin1String("unknown directive \"x\"")));
        typeBehind(page, "server {", QStringLiteral(" "));
        QTRY_VERIFY(editorOf(page)->annotation(5).isEmpty()); // about another text now
    }

    void newSurvey_keepsWhatWasTyped()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        typeBehind(page, "# Only", QStringLiteral(" now"));
        Facts later = sample::served();
        for (FileFact &file : *later.nginx->tree) {
            if (file.path == sample::chatFile())
                file.content.replace("listen 80;", "listen 8080;");
        }
        fill(*page, later);
        const QByteArray text = editorOf(page)->document();
        QVERIFY(text.contains("# Only now the office") && text.contains("listen 8080;"));
        QVERIFY(page->draft().seen(sample::chatFile()).contains("listen 8080;"));
        for (FileFact &file : *later.nginx->tree) {
            if (file.path == sample::chatFile())
                file.content = text; // it was done
        }
        fill(*page, later);
        QVERIFY(!page->hasChanges());
    }

    void log_isAskedOnceItIsLookedAt()
    {
        const auto page = pageOf();
        QSignalSpy asked(page->logs(), &LogView::logRequested);
        QAbstractItemModelTester tester(page->logs()->findChild<LogModel *>());
        QCOMPARE(asked.size(), 0);
        page->setView(WebPage::View::Logs);
        QCOMPARE(asked.size(), 1);
        QVERIFY(part<QWidget>(page, "noLog")->isVisible());
        page->logs()->setLog(RemotePath(QByteArray("/another")), QByteArray("x\n"));
        QVERIFY(part<QWidget>(page, "noLog")->isVisible());
        page->logs()->setLog(page->logs()->current(), sample::accessLog());
        const auto *lines = page->logs()->findChild<LogModel *>();
        QCOMPARE(lines->rowCount(), 60);
        QVERIFY(lines->index(0).data().toString().contains(QLatin1String("14:32:59"))); // the newest first
        part<QLineEdit>(page, "logFilter")->setText(QStringLiteral("completions 502"));
        QCOMPARE(lines->rowCount(), 12);
        QCOMPARE(part<RowList>(page, "logStatuses")->rowModel()->row(0).title, QStringLiteral("502"));
        QCOMPARE(part<RowList>(page, "logSlow")->rowModel()->row(0).trailing, QStringLiteral("60.00 s"));
        page->setView(WebPage::View::Sites);
        page->setView(WebPage::View::Logs);
        QCOMPARE(asked.size(), 1);
        part<Button>(page, "logRefresh")->click();
        QCOMPARE(asked.size(), 2);
        page->logs()->setLog(page->logs()->current(), Gap{Gap::Reason::Failed, {}});
        QVERIFY(part<QWidget>(page, "noLog")->isVisible());
    }

    void anotherServer_takesNothingOver()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        typeBehind(page, "# Only", QStringLiteral(" now"));
        page->setFacts(nullptr, nullptr);
        QVERIFY(part<QWidget>(page, "noNginx")->isVisible());
        fill(*page, sample::served());
        QVERIFY(!page->hasChanges());
        QVERIFY(!editorOf(page)->document().contains("# Only now"));
    }

    void whileBusy_nothingCanBeChanged()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        typeBehind(page, "# Only", QStringLiteral(" now"));
        page->setBusy(QStringLiteral("Making the plan"));
        QVERIFY(page->findChild<ProgressStrip *>()->isVisible());
        QVERIFY(!part<Button>(page, "webPlan")->isEnabled());
        QVERIFY(!part<Button>(page, "siteEnable")->isEnabled());
        QVERIFY(editorOf(page)->isReadOnly());
        page->setBusy({});
        QVERIFY(part<Button>(page, "webPlan")->isEnabled());
    }

    void withoutNginx_thePageSaysSo()
    {
        const auto page = pageOf(sample::withoutNginx());
        QVERIFY(part<QWidget>(page, "noNginx")->isVisible());
        QVERIFY(!part<QWidget>(page, "siteList")->isVisible());
    }

    void hostileTexts_arePlain()
    {
        const auto page = pageOf(sample::hostileNginx());
        for (const PlainLabel *label : page->findChildren<PlainLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY2(!label->text().contains(QChar(0x1b)) && !label->text().contains(QChar(0x202E)),
                     qPrintable(label->text()));
        }
    }
};

GW_REGISTER_TEST(WebPageTest)
#include "webpagetest.moc"

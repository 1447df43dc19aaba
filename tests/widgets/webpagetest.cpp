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
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

using namespace gw;

class WebPageTest : public QObject, private gw::test::WebStand {
    Q_OBJECT

private Q_SLOTS:
    void newFacts_areReadByAWorker()
    {
        const auto page = shown(sample::served());
        QVERIFY(page->draft().sites().isEmpty());
        QVERIFY(editorOf(page)->document().isEmpty());
        QVERIFY(part<QWidget>(page, "noSites")->isVisible());
        page->editor()->open({sample::chatFile(), 0}); // texts are there already
        QVERIFY(editorOf(page)->document().contains("server {"));
        QVERIFY2(editorOf(page)->problems().isEmpty(), "where the file stands is not known yet");
        read(page);
        QCOMPARE(page->draft().sites().size(), 5);
        QCOMPARE(page->editor()->path(), sample::chatFile());
        // With other facts the sites stay until those have been read, and the chosen one stays chosen.
        choose(page, "lora");
        Facts later = sample::served();
        later.nginx->tree->removeIf(
            [](const FileFact &file) { return file.path.bytes().endsWith("sites-enabled/jupyter"); });
        fill(*page, later);
        QVERIFY(!page->draft().isRead());
        QCOMPARE(page->draft().sites().size(), 5);
        read(page);
        QCOMPARE(page->draft().sites().size(), 4);
        QSignalSpy wished(page.get(), &WebPage::changesRequested);
        part<Button>(page, "siteDelete")->click();
        QCOMPARE(std::get<ChangeSite>(planned(wished).first()).name, QByteArray("lora.tutorial.test"));
    }

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
        QVERIFY2(wished.isEmpty(), "all files are read first");
        read(page);
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
        read(page);
        QTest::keyClick(editorOf(page), Qt::Key_S, Qt::ControlModifier); // as one saves elsewhere
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

    void refusalAtTheLastSurvey_leadsToItsLine()
    {
        const auto page = pageOf(sample::refusedNginx());
        auto *notice = part<Notice>(page, "webNotice");
        QVERIFY(notice->isVisible());
        notice->findChild<Button *>(QStringLiteral("noticeAction.show"))->click();
        QCOMPARE(page->editor()->path().shownName(), QStringLiteral("jupyter"));
    }

    void editedFiles_areMarkedInTheList()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        typeBehind(page, "# Only", QStringLiteral(" now"));
        const auto *model = part<RowList>(page, "siteList")->rowModel();
        QCOMPARE(model->row(0).pill, QStringLiteral("Edited"));
        part<Button>(page, "webReset")->click();
        QVERIFY(model->row(0).pill != QLatin1String("Edited"));
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
        auto *list = part<QListView>(page, "logLines");
        part<QLineEdit>(page, "logFilter")->clear();
        QCOMPARE(lines->index(1).data(LogModel::ToneRole).toInt(), int(Tone::Critical)); // 502
        list->setFocus();
        list->selectionModel()->select({lines->index(0), lines->index(1)}, QItemSelectionModel::Select);
        QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
        const QStringList copied = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(copied.size(), 2);
        QVERIFY(copied[1].contains(QLatin1String("14:32:59"))); // as in the file
        part<QCheckBox>(page, "logFollow")->click();
        QCOMPARE(asked.size(), 3);
        page->logs()->setLog(page->logs()->current(), sample::accessLog()); // nothing new
        QCOMPARE(list->selectionModel()->selectedRows().size(), 2);
        part<QCheckBox>(page, "logFollow")->click();
        page->logs()->setLog(page->logs()->current(),
                             QByteArray("2026/11/27 14:32:10 [warn] 8#8: a [x]\n2026/11/27 14:32:11 [crit] 8#8: b\n"));
        QCOMPARE(lines->index(0).data(LogModel::ToneRole).toInt(), int(Tone::Critical));
        QCOMPARE(lines->index(1).data(LogModel::ToneRole).toInt(), int(Tone::Warning));
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

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/webpage.h"
#include "tests/scenes/sampleweb.h"
#include "tests/support/testmain.h"
#include "widgets/parts/button.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/progressstrip.h"
#include "widgets/parts/rowlist.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/plan/comparisonpanel.h"
#include "widgets/web/logmodel.h"
#include "widgets/web/logview.h"
#include "widgets/web/nginxeditor.h"
#include "widgets/web/problemlist.h"
#include "widgets/web/sitelist.h"
#include "widgets/web/webeditor.h"
#include "widgets/web/webreading.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace gw;

class WebPageTest : public QObject {
    Q_OBJECT

    static void fill(WebPage &page, Facts facts)
    {
        const auto shared = std::make_shared<const Facts>(std::move(facts));
        page.setFacts(shared, std::make_shared<const Review>(review(*shared)));
    }

    static std::unique_ptr<WebPage> pageOf(const Facts &facts = sample::served())
    {
        auto page = std::make_unique<WebPage>();
        fill(*page, facts);
        page->resize(1060, 700);
        page->show();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(page.get());
        return page;
    }

    template <typename T>
    static T *part(const std::unique_ptr<WebPage> &page, const char *name)
    {
        return page->findChild<T *>(QLatin1String(name));
    }

    static NginxEditor *editorOf(const std::unique_ptr<WebPage> &page) { return page->editor()->editor(); }

    static void choose(const std::unique_ptr<WebPage> &page, const char *word)
    {
        for (int i = 0; i < page->draft().sites().size(); ++i) {
            if (page->draft().sites()[i].site.path.bytes().contains(word))
                return page->chooseSite(i);
        }
        QFAIL(word);
    }

    static void typeBehind(const std::unique_ptr<WebPage> &page, const QByteArray &place, const QString &text)
    {
        NginxEditor *editor = editorOf(page);
        editor->setFocus();
        editor->goTo(editor->document().indexOf(place) + place.size());
        QTest::keyClicks(editor, text);
    }

    /// As the desk does once somebody pauses.
    static void read(const std::unique_ptr<WebPage> &page) { page->setReading(webReadingOf(page->draft())); }

    static QStringList messagesOf(const NginxEditor *editor)
    {
        QStringList messages;
        for (const EditorProblem &problem : editor->problems())
            messages.append(problem.message);
        return messages;
    }

    static QList<Intent> planned(QSignalSpy &spy) { return spy.takeFirst().first().value<QList<Intent>>(); }

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

    void whatOnlyAllFilesTell_isSaidInNginxsWords()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        read(page);
        const NginxEditor *editor = editorOf(page);
        QVERIFY2(editor->problems().isEmpty(), qPrintable(messagesOf(editor).join(u'\n')));
        typeBehind(page, "proxy_pass http://qwen_backend/;", QStringLiteral(" limit_req zone=nosuch;"));
        QVERIFY(editor->problems().isEmpty()); // this file alone is well
        read(page);
        QCOMPARE(messagesOf(editor), QStringList{QStringLiteral("zero size shared memory zone \"nosuch\"")});
        const EditorProblem problem = editor->problems().first();
        QCOMPARE(problem.line, int(editor->document().first(editor->document().indexOf("nosuch")).count('\n')) + 1);
        QVERIFY(part<PlainLabel>(page, "webProblemText")->text().contains(QLatin1String("zero size")));
        // It moves along, and goes with what it is about.
        typeBehind(page, "server {", QString());
        QTest::keyClick(editorOf(page), Qt::Key_Return);
        QCOMPARE(editor->problems().first().line, problem.line + 1);
        QCOMPARE(messagesOf(editor).size(), 1);
        page->findChild<Button *>(QStringLiteral("webReset"))->click();
        QVERIFY(editor->problems().isEmpty());
    }

    void whatIsWrong_isListedTheWorstFirst()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        read(page);
        auto *list = page->findChild<ProblemList *>();
        QVERIFY(list->isVisible());
        const qsizetype findings = list->entries().size();
        QVERIFY(findings > 1 && list->entries().first().kind == ProblemList::Entry::Kind::Finding);
        QCOMPARE(findings, editorOf(page)->marks().size());
        typeBehind(page, "proxy_pass http://qwen_backend/;", QStringLiteral(" limit_req zone=nosuch;"));
        QCOMPARE(list->entries().size(), findings); // they moved along
        read(page);
        QVERIFY(list->entries().first().kind == ProblemList::Entry::Kind::Error);
        auto *rows = part<RowList>(page, "problemRows");
        QVERIFY(!rows->isVisible());
        part<Button>(page, "allProblems")->click();
        QVERIFY(rows->isVisible());
        QAbstractItemModelTester tester(rows->rowModel());
        QCOMPARE(rows->rowModel()->rowCount(), list->entries().size());
        QVERIFY(rows->rowModel()->row(0).title.contains(QLatin1String("nosuch")));
        editorOf(page)->goTo(0);
        Q_EMIT rows->rowActivated(QStringLiteral("0"));
        QCOMPARE(editorOf(page)->caret(), editorOf(page)->document().indexOf("zone=nosuch"));
        // An error of another file is told here, too.
        choose(page, "jupyter");
        QVERIFY(part<PlainLabel>(page, "webProblemText")->text().contains(QLatin1String("sites-enabled/qwen-chat:")));
        part<Button>(page, "goToProblem")->click();
        QCOMPARE(page->editor()->path(), sample::chatFile());
    }

    void findings_goOnceTheyAreMended()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        read(page);
        const auto isMarked = [&](const QByteArray &words) {
            const QList<NginxEditor::PlacedMark> marks = editorOf(page)->marks();
            const qsizetype at = editorOf(page)->document().indexOf(words);
            return std::any_of(marks.cbegin(), marks.cend(), [at](const auto &mark) { return mark.span.contains(at); });
        };
        QVERIFY(isMarked("ssl_protocols"));
        const int line = editorOf(page)->lineOf(editorOf(page)->document().indexOf("ssl_protocols"));
        QVERIFY(editorOf(page)->markersAtLine(line - 1) != 0);
        typeBehind(page, "server {", QString());
        QTest::keyClick(editorOf(page), Qt::Key_Return);
        QVERIFY(isMarked("ssl_protocols"));
        QVERIFY(editorOf(page)->markersAtLine(line) != 0);
        editorOf(page)->select({editorOf(page)->document().indexOf("TLSv1 TLSv1.1"),
                                editorOf(page)->document().indexOf("TLSv1.2 TLSv1.3")});
        QTest::keyClick(editorOf(page), Qt::Key_Delete);
        QVERIFY(isMarked("ssl_protocols")); // nobody has looked again
        read(page);
        QVERIFY(!isMarked("ssl_protocols"));
        QVERIFY(page->draft().reading()->findings.size() > 1); // those of other lines stay
    }

    void otherButton_offersWhatCanBeDoneThere()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        NginxEditor *editor = editorOf(page);
        const auto menuAt = [&](const QByteArray &words) {
            editor->select({editor->document().indexOf(words) + 1, editor->document().indexOf(words) + 2});
            delete part<QMenu>(page, "editorMenu");
            Q_EMIT editor->customContextMenuRequested({});
            QStringList offered;
            for (const QAction *action : part<QMenu>(page, "editorMenu")->actions())
                offered += action->isEnabled() && !action->isSeparator() ? action->shortcut().toString() : QString();
            return offered;
        };
        QVERIFY(menuAt("qwen_backend/").contains(QLatin1String("F12")));
        QVERIFY(menuAt("qwen_backend/").contains(QLatin1String("F2")));
        QVERIFY(!menuAt("gzip on").contains(QLatin1String("F12")));
        QVERIFY(!menuAt("gzip on").contains(QLatin1String("F2")));
        QVERIFY(menuAt("gzip on").contains(QLatin1String("Ctrl+Shift+I")));
        page->setBusy(QStringLiteral("Making the plan"));
        QVERIFY(!menuAt("qwen_backend/").contains(QLatin1String("F2")));
        delete part<QMenu>(page, "editorMenu");
    }

    void defaults_areThoseOfTheServersVersion()
    {
        const auto page = pageOf(); // of nginx 1.22.1
        choose(page, "jupyter");
        editorOf(page)->goTo(editorOf(page)->document().indexOf("proxy_pass"));
        page->editor()->setView(WebEditor::View::Form);
        QVERIFY(part<QComboBox>(page, "edit.proxy_http_version")->itemText(0).contains(QLatin1String("1.0")));
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

    void definition_isGoneToAndBackFrom()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        NginxEditor *editor = editorOf(page);
        editor->setFocus();
        const qsizetype from = editor->document().indexOf("qwen_backend/") + 2;
        editor->goTo(from);
        QTest::keyClick(editor, Qt::Key_F12);
        QCOMPARE(page->editor()->path().shown(), QStringLiteral("/etc/nginx/conf.d/upstreams.conf"));
        QCOMPARE(editor->caret(), editor->document().indexOf("qwen_backend"));
        part<Button>(page, "webBack")->click();
        QCOMPARE(page->editor()->path(), sample::chatFile());
        QCOMPARE(editor->caret(), from);
        QVERIFY(!part<Button>(page, "webBack")->isVisible());
    }

    void include_leadsToItsFiles()
    {
        const auto page = pageOf();
        const RemotePath main(QByteArray("/etc/nginx/nginx.conf"));
        page->editor()->open({main, 0});
        NginxEditor *editor = editorOf(page);
        editor->goTo(editor->document().indexOf("mime.types"));
        QTest::keyClick(editor, Qt::Key_F12);
        QCOMPARE(page->editor()->path().shownName(), QStringLiteral("mime.types"));
        part<Button>(page, "webBack")->click();
        QCOMPARE(page->editor()->path(), main);
        editor->goTo(editor->document().indexOf("sites-enabled"));
        QTest::keyClick(editor, Qt::Key_F12);
        QStringList offered;
        for (const QAction *action : part<QMenu>(page, "definitionMenu")->actions())
            offered.append(action->text());
        QVERIFY2(offered.contains(QLatin1String("sites-enabled/lora")), qPrintable(offered.join(u' ')));
        part<QMenu>(page, "definitionMenu")
            ->actions()
            .at(int(offered.indexOf(QLatin1String("sites-enabled/lora"))))
            ->trigger();
        QCOMPARE(page->editor()->path().shownName(), QStringLiteral("lora"));
        delete part<QMenu>(page, "definitionMenu");
    }

    void upstream_isRenamedInAllFiles()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        NginxEditor *editor = editorOf(page);
        editor->goTo(editor->document().indexOf("qwen_backend/"));
        page->editor()->find(EditorBar::Mode::Rename);
        auto *field = part<QLineEdit>(page, "editorBarText");
        QCOMPARE(field->text(), QStringLiteral("qwen_backend"));
        const qsizetype caret = editor->caret();
        QTest::keyClicks(field, QStringLiteral("server")); // a word that stands elsewhere too
        QCOMPARE(editor->caret(), caret);
        field->setText(QStringLiteral("a;b"));
        part<Button>(page, "renameAccept")->click();
        QVERIFY(!page->hasChanges());
        field->setText(QStringLiteral("chat_backend"));
        part<Button>(page, "renameAccept")->click();
        QCOMPARE(page->draft().changed().size(), 2);
        QCOMPARE(editor->document().count("http://chat_backend/"), 2);
        QVERIFY(page->draft()
                    .text(RemotePath(QByteArray("/etc/nginx/conf.d/upstreams.conf")))
                    .startsWith("upstream chat_backend {"));
    }

    void words_areFoundInThisFileAndInAll()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        NginxEditor *editor = editorOf(page);
        editor->setFocus();
        QTest::keyClick(editor, Qt::Key_F, Qt::ControlModifier);
        auto *field = part<QLineEdit>(page, "editorBarText");
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("PROXY_PASS"));
        QCOMPARE(editor->selectedText(), QStringLiteral("proxy_pass"));
        QCOMPARE(part<PlainLabel>(page, "editorBarNote")->text(), QStringLiteral("1 of 2"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(part<PlainLabel>(page, "editorBarNote")->text(), QStringLiteral("2 of 2"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(part<PlainLabel>(page, "editorBarNote")->text(), QStringLiteral("1 of 2"));
        part<Button>(page, "findPrevious")->click();
        QCOMPARE(part<PlainLabel>(page, "editorBarNote")->text(), QStringLiteral("2 of 2"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(editor->hasFocus());
        QTest::keyClick(editor, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        field->clear();
        QTest::keyClicks(field, QStringLiteral("8888"));
        auto *hits = part<RowList>(page, "findHits");
        QCOMPARE(hits->rowModel()->rowCount(), 1);
        Q_EMIT hits->rowActivated(QStringLiteral("0"));
        QCOMPARE(page->editor()->path().shownName(), QStringLiteral("jupyter"));
        QCOMPARE(editor->selectedText(), QStringLiteral("8888"));
    }

    void effectiveView_showsTheBlockOfTheCursor()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        editorOf(page)->goTo(editorOf(page)->document().indexOf("gzip on"));
        page->editor()->setView(WebEditor::View::Effective);
        auto *effective = part<NginxEditor>(page, "effectiveView");
        QVERIFY(effective->isVisible() && effective->isReadOnly());
        QVERIFY2(effective->document().isEmpty(), "nothing is sure yet");
        read(page);
        const QByteArray text = effective->document();
        QVERIFY2(text.startsWith("# In location /, server chat.tutorial.test, http"), text.constData());
        QVERIFY(text.contains("\n# From server chat.tutorial.test\n"));
        QVERIFY(text.contains("\n# add_header X-Frame-Options DENY always;"));
        QVERIFY2(effective->problems().isEmpty(), qPrintable(messagesOf(effective).join(u'\n')));
        // A line leads to where it is set, and back.
        effective->goTo(text.indexOf("tcp_nopush on"));
        QTest::keyClick(effective, Qt::Key_F12);
        QCOMPARE(page->editor()->path().shownName(), QStringLiteral("nginx.conf"));
        QVERIFY(editorOf(page)->document().mid(editorOf(page)->caret()).startsWith("tcp_nopush on;"));
        part<Button>(page, "webBack")->click();
        QCOMPARE(page->editor()->path(), sample::chatFile());
        choose(page, "comfy");
        page->editor()->setView(WebEditor::View::Effective);
        QVERIFY(effective->document().startsWith("# nginx does not read this file"));
    }

    void diffView_showsWhatChanged()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        typeBehind(page, "# Only", QStringLiteral(" now"));
        page->editor()->setView(WebEditor::View::Diff);
        QVERIFY(page->findChild<ComparisonPanel *>()->isVisible());
    }

    void pointer_isToldWhatHoldsHere()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        const NginxEditor *editor = editorOf(page);
        const qsizetype at = editor->document().indexOf("add_header Cache-Control");
        QVERIFY(!editor->hoverText(at).contains(QLatin1String("Effective here")));
        read(page);
        const QString said = editor->hoverText(at);
        QVERIFY2(said.contains(QLatin1String("Effective here: add_header Cache-Control no-cache "
                                             "(/etc/nginx/sites-enabled/qwen-chat:33), set here")),
                 qPrintable(said));
        QVERIFY(said.contains(QLatin1String("Replaces as a whole: add_header Strict-Transport-Security")));
        typeBehind(page, "# Only", QStringLiteral(" now"));
        QVERIFY(!editor->hoverText(at).contains(QLatin1String("Effective here"))); // not sure any more
    }

    void format_isOfTheSelectionOrOfTheFile()
    {
        const auto page = pageOf();
        choose(page, "jupyter");
        NginxEditor *editor = editorOf(page);
        const QByteArray before = editor->document();
        typeBehind(page, "listen", QStringLiteral("   "));
        typeBehind(page, "proxy_pass", QStringLiteral("   "));
        editor->select({0, editor->document().indexOf("server_name")});
        QTest::keyClick(editor, Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(editor->document().contains("    listen 80;"));
        QVERIFY(editor->document().contains("proxy_pass    http"));
        editor->goTo(0);
        part<Button>(page, "webFormat")->click();
        QCOMPARE(editor->document(), before);
        QVERIFY(!page->hasChanges());
        editor->undo();
        QVERIFY(editor->document().contains("proxy_pass    http")); // one step
        typeBehind(page, "listen 80", QStringLiteral("  }"));
        const QByteArray wrong = editor->document();
        part<Button>(page, "webFormat")->click();
        QCOMPARE(editor->document(), wrong); // a file with errors stays
    }

    void form_editsTheTextInPlace()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        editorOf(page)->goTo(editorOf(page)->document().indexOf("auth_basic"));
        page->editor()->setView(WebEditor::View::Form);
        QVERIFY(part<QComboBox>(page, "formBlock")->currentText().contains(QLatin1String("location /v1/")));
        auto *timeout = part<QLineEdit>(page, "edit.proxy_read_timeout");
        QCOMPARE(timeout->text(), QStringLiteral("60s"));
        timeout->setFocus();
        timeout->selectAll();
        QTest::keyClicks(timeout, QStringLiteral("300s; return 1"));
        QTest::keyClick(timeout, Qt::Key_Return);
        QVERIFY(!page->hasChanges());
        timeout->selectAll();
        QTest::keyClicks(timeout, QStringLiteral("300s"));
        QTest::keyClick(timeout, Qt::Key_Return);
        QVERIFY(page->draft().text(sample::chatFile()).contains("        proxy_read_timeout 300s;\n"));
        auto *headers = part<QPlainTextEdit>(page, "edit.add_header");
        QCOMPARE(headers->toPlainText().count(QLatin1Char('\n')), 1);
        auto *gzip = part<QComboBox>(page, "edit.gzip");
        QVERIFY(gzip->currentText().contains(QLatin1String("nginx.conf"))); // from above
        gzip->setCurrentIndex(2);
        Q_EMIT gzip->activated(2);
        QVERIFY(page->draft().text(sample::chatFile()).contains("        gzip off;\n"));
        QCOMPARE(part<PlainLabel>(page, "webChangeCount")->text(), QStringLiteral("1 file is changed"));
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

    void findings_standInTheMarginOfTheirFile()
    {
        const auto page = pageOf();
        page->setFindings(sample::webFindings());
        choose(page, "qwen");
        const auto marks = editorOf(page)->markersAtLine(16);
        QVERIFY(marks & (1u << int(Severity::High)));
        QVERIFY(editorOf(page)
                    ->hoverText(editorOf(page)->document().indexOf("ssl_protocols"))
                    .contains(QLatin1String("TLS 1.0")));
        choose(page, "jupyter");
        QCOMPARE(editorOf(page)->markersAtLine(16), 0u);
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

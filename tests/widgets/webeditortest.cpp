// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/webeditor.h"
#include "tests/support/testmain.h"
#include "tests/widgets/webstand.h"
#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/rowlist.h"
#include "widgets/plan/comparisonpanel.h"
#include "widgets/web/problemlist.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>

using namespace gw;

class WebEditorTest : public QObject, private gw::test::WebStand {
    Q_OBJECT

private Q_SLOTS:
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
        typeBehind(page, "gzip on;", QStringLiteral(" "));
        page->editor()->setView(WebEditor::View::Effective);
        auto *effective = part<NginxEditor>(page, "effectiveView");
        QVERIFY(effective->isVisible() && effective->isReadOnly());
        QVERIFY2(effective->document().startsWith("# All files are being read"), "nothing is sure yet");
        read(page);
        const QByteArray text = effective->document();
        QVERIFY2(text.startsWith("# What holds in location /, server chat.tutorial.test, http"), text.constData());
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

    void form_writesAProfileOfTls()
    {
        const auto page = pageOf(); // OpenSSL 3.0
        choose(page, "qwen");
        editorOf(page)->goTo(editorOf(page)->document().indexOf("ssl_protocols"));
        page->editor()->setView(WebEditor::View::Form);
        part<Button>(page, "tlsModern")->click();
        const QByteArray modern = page->draft().text(sample::chatFile());
        QVERIFY2(modern.contains("    ssl_protocols TLSv1.3;\n"), modern.constData());
        QVERIFY(modern.contains("    ssl_ecdh_curve X25519:prime256v1:secp384r1;\n"));
        QCOMPARE(part<QLineEdit>(page, "edit.ssl_protocols")->text(), QStringLiteral("TLSv1.3"));
        QVERIFY(!part<Button>(page, "tlsModern")->isEnabled()); // it is there
        QVERIFY(part<Button>(page, "tlsIntermediate")->isEnabled());
        read(page);
        QVERIFY2(editorOf(page)->problems().isEmpty(), qPrintable(messagesOf(editorOf(page)).join(u'\n')));
    }

    void form_tellsWhatIsAbove_whileFilesAreBeingRead()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        editorOf(page)->goTo(editorOf(page)->document().indexOf("auth_basic"));
        page->editor()->setView(WebEditor::View::Form);
        auto *timeout = part<QLineEdit>(page, "edit.proxy_read_timeout");
        timeout->setFocus();
        timeout->selectAll();
        QTest::keyClicks(timeout, QStringLiteral("300s"));
        QTest::keyClick(timeout, Qt::Key_Return);
        QVERIFY(!page->draft().isRead());
        QVERIFY(part<QComboBox>(page, "edit.gzip")->currentText().contains(QLatin1String("nginx.conf")));
    }

    void definition_isFoundWhileFilesAreBeingRead()
    {
        const auto page = pageOf();
        choose(page, "qwen");
        NginxEditor *editor = editorOf(page);
        typeBehind(page, "server {", QString());
        QTest::keyClick(editor, Qt::Key_Return);
        const RemotePath upstreams(QByteArray("/etc/nginx/conf.d/upstreams.conf"));
        page->editor()->open({upstreams, 0});
        QTest::keyClicks(editor, QStringLiteral("# x"));
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(!page->draft().isRead());
        choose(page, "qwen");
        editor->goTo(editor->document().indexOf("qwen_backend/") + 2);
        QTest::keyClick(editor, Qt::Key_F12);
        QCOMPARE(page->editor()->path(), upstreams);
        QCOMPARE(editor->caret(), editor->document().indexOf("qwen_backend"));
        const RemotePath main(QByteArray("/etc/nginx/nginx.conf"));
        page->editor()->open({main, 0});
        QTest::keyClick(editor, Qt::Key_Return);
        editor->goTo(editor->document().indexOf("mime.types"));
        QTest::keyClick(editor, Qt::Key_F12);
        QCOMPARE(page->editor()->path().shownName(), QStringLiteral("mime.types"));
    }

    void findings_standInTheMarginOfTheirFile()
    {
        const auto page = pageOf();
        auto reading = std::make_shared<WebReading>(*webReadingOf(page->draft()));
        reading->findings = sample::webFindings();
        page->setReading(reading);
        choose(page, "qwen");
        const auto marks = editorOf(page)->markersAtLine(16);
        QVERIFY(marks & (1u << int(Severity::High)));
        QVERIFY(editorOf(page)
                    ->hoverText(editorOf(page)->document().indexOf("ssl_protocols"))
                    .contains(QLatin1String("TLS 1.0")));
        choose(page, "jupyter");
        QCOMPARE(editorOf(page)->markersAtLine(16), 0u);
    }
};

GW_REGISTER_TEST(WebEditorTest)
#include "webeditortest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/nginxeditor.h"
#include "tests/support/testmain.h"
#include "widgets/web/completionpopup.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace gw;

class NginxEditorTest : public QObject {
    Q_OBJECT

    static std::unique_ptr<NginxEditor> editorOf(const QByteArray &text)
    {
        auto editor = std::make_unique<NginxEditor>();
        editor->resize(700, 400);
        editor->setDocument(text);
        editor->show();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(editor.get());
        editor->setFocus();
        return editor;
    }

    static int styleAt(const NginxEditor &editor, qsizetype offset)
    {
        return int(editor.SendScintilla(QsciScintillaBase::SCI_GETSTYLEAT, ulong(offset)));
    }

private Q_SLOTS:
    void document_isTheBytesOfTheFile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("latin-1") << QByteArray("# caf\xe9\nserver { }\n");
        QTest::newRow("crlf") << QByteArray("server {\r\n\tlisten 80;\r\n}\r\n");
        QTest::newRow("bom and nul") << QByteArray("\xef\xbb\xbf# \0 \n", 8);
        QTest::newRow("no last line end") << QByteArray("a b;");
        QTest::newRow("broken utf-8") << QByteArray("# \xff\xfe\xc3\n");
    }
    void document_isTheBytesOfTheFile()
    {
        QFETCH(QByteArray, text);
        const auto editor = editorOf(text);
        QCOMPARE(editor->document(), text);
        QVERIFY(!editor->isUndoAvailable());
        editor->goTo(text.size());
        QTest::keyClicks(editor.get(), QStringLiteral("#"));
        QCOMPARE(editor->document(), text + '#');
        editor->undo();
        QCOMPARE(editor->document(), text);
    }

    void colours_followTheParser()
    {
        const auto editor = editorOf("server {\n    listen 80;\n    nosuch $host; # x\n}\n");
        const QByteArray text = editor->document();
        QCOMPARE(styleAt(*editor, 0), int(NginxStyle::Block));
        QCOMPARE(styleAt(*editor, text.indexOf("80")), int(NginxStyle::Number));
        QCOMPARE(styleAt(*editor, text.indexOf("nosuch")), int(NginxStyle::Unknown));
        QCOMPARE(styleAt(*editor, text.indexOf("$host")), int(NginxStyle::Variable));
        QCOMPARE(styleAt(*editor, text.indexOf("# x")), int(NginxStyle::Comment));
        QCOMPARE(editor->problems().size(), 1);
        QCOMPARE(editor->problems().first().message, QStringLiteral("unknown directive \"nosuch\""));
        QCOMPARE(editor->problems().first().line, 3);
    }

    void typing_isReadAtOnce()
    {
        const auto editor = editorOf("server {\n    listen 80;\n}\n");
        QSignalSpy edited(editor.get(), &NginxEditor::edited);
        editor->goTo(editor->document().indexOf(';'));
        QTest::keyClicks(editor.get(), QStringLiteral(" ssl"));
        QCOMPARE(edited.size(), 4);
        QVERIFY(editor->problems().isEmpty());
        QTest::keyClick(editor.get(), Qt::Key_Delete); // the ";"
        QCOMPARE(editor->problems().size(), 1);
        QTRY_VERIFY(!editor->annotation(editor->problems().first().line - 1).isEmpty());
    }

    void folds_areBlocks()
    {
        const auto editor = editorOf("server {\n    location / {\n        return 404;\n    }\n}\n");
        const auto level = [&](int line) {
            return int(editor->SendScintilla(QsciScintillaBase::SCI_GETFOLDLEVEL, ulong(line)));
        };
        QVERIFY(level(0) & QsciScintillaBase::SC_FOLDLEVELHEADERFLAG);
        QVERIFY(level(1) & QsciScintillaBase::SC_FOLDLEVELHEADERFLAG);
        QVERIFY(!(level(2) & QsciScintillaBase::SC_FOLDLEVELHEADERFLAG));
        editor->SendScintilla(QsciScintillaBase::SCI_FOLDLINE, 0UL, long(QsciScintillaBase::SC_FOLDACTION_CONTRACT));
        QVERIFY(!editor->SendScintilla(QsciScintillaBase::SCI_GETLINEVISIBLE, 2UL));
        editor->goTo(editor->document().indexOf("return"));
        QVERIFY(editor->SendScintilla(QsciScintillaBase::SCI_GETLINEVISIBLE, 2UL));
    }

    void closingBrace_standsBelowWhatItCloses()
    {
        const auto editor = editorOf("server {\n    location / {\n        return 204;\n}\n");
        editor->goTo(editor->document().indexOf("204;") + 4);
        QTest::keyClick(editor.get(), Qt::Key_Return);
        QTest::keyClicks(editor.get(), QStringLiteral("}"));
        QCOMPARE(editor->document(), QByteArray("server {\n    location / {\n        return 204;\n    }\n}\n"));
        QTest::keyClicks(editor.get(), QStringLiteral(" # {}")); // not on a line of its own
        QVERIFY(editor->document().contains("\n    } # {}\n"));
    }

    void comments_areSwitchedByLines()
    {
        const QByteArray text = "server {\n    listen 80;\n\n        root /a;\n}\n";
        const auto editor = editorOf(text);
        editor->select({text.indexOf("listen"), text.indexOf("/a;")});
        QTest::keyClick(editor.get(), Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(editor->document(), QByteArray("server {\n    # listen 80;\n\n    #     root /a;\n}\n"));
        QTest::keyClick(editor.get(), Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(editor->document(), text);
        editor->undo();
        QVERIFY(editor->document().contains("# listen")); // one step
    }

    void longText_isReadInAPause()
    {
        QByteArray text = "map $a $b {\n";
        for (int i = 0; i < 30'000; ++i)
            text += "    key" + QByteArray::number(i) + " value;\n";
        const auto editor = editorOf(text + "}\n");
        QVERIFY(editor->problems().isEmpty());
        editor->goTo(0);
        QTest::keyClicks(editor.get(), QStringLiteral("}"));
        QCOMPARE(editor->document(), '}' + text + "}\n"); // at once
        QSignalSpy read(editor.get(), &NginxEditor::problemsChanged);
        QVERIFY(read.wait());
        QCOMPARE(editor->problems().size(), 1);
    }

    void completion_isChosenByKeyboard()
    {
        const auto editor = editorOf("server {\n    \n}\n");
        QAbstractItemModelTester tester(editor->completions()->findChild<CompletionModel *>());
        editor->goTo(13);
        QTest::keyClicks(editor.get(), QStringLiteral("server_na"));
        QVERIFY(editor->completions()->isVisible());
        const CompletionModel *model = editor->completions()->model();
        QCOMPARE(model->index(0).data().toString(), QStringLiteral("server_name"));
        const QString documentation = model->index(0).data(CompletionModel::DocumentationRole).toString();
        QVERIFY2(documentation.contains(QLatin1String("Stands in: server")), qPrintable(documentation));
        QTest::keyClick(editor.get(), Qt::Key_Down);
        QTest::keyClick(editor.get(), Qt::Key_Up);
        QTest::keyClick(editor.get(), Qt::Key_Return);
        QVERIFY(!editor->completions()->isVisible());
        QVERIFY(editor->document().contains("    server_name \n"));
        QTest::keyClick(editor.get(), Qt::Key_Space, Qt::ControlModifier);
        QTest::keyClick(editor.get(), Qt::Key_Escape);
        QVERIFY(!editor->completions()->isVisible());
    }

    void hover_tellsMeaningDefaultAndContexts()
    {
        const auto editor = editorOf("server {\n    client_max_body_size 10m;\n}\n");
        editor->setHoverNote([](qsizetype) { return QStringLiteral("effective here: 10m"); });
        const QString text = editor->hoverText(editor->document().indexOf("client_max"));
        for (const char *part : {"Default: 1m", "Stands in: http, server, location", "effective here: 10m"})
            QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    }

    void newLine_isIndentedAsItsBlock()
    {
        const auto editor = editorOf("server {\n}\n");
        editor->goTo(8);
        QTest::keyClick(editor.get(), Qt::Key_Return);
        QTest::keyClicks(editor.get(), QStringLiteral("a;"));
        QTest::keyClick(editor.get(), Qt::Key_Escape);
        QTest::keyClick(editor.get(), Qt::Key_Return);
        QTest::keyClicks(editor.get(), QStringLiteral("b;"));
        QCOMPARE(editor->document(), QByteArray("server {\n    a;\n    b;\n}\n"));
    }

    void changeFromElsewhere_isOneStepBack()
    {
        const auto editor = editorOf("a b;\nc d;\n");
        editor->goTo(1);
        editor->changeDocument("a b;\nx y;\nc d;\n");
        QCOMPARE(editor->document(), QByteArray("a b;\nx y;\nc d;\n"));
        QCOMPARE(editor->caret(), qsizetype(1));
        editor->undo();
        QCOMPARE(editor->document(), QByteArray("a b;\nc d;\n"));
    }

    void tab_movesOnUntilSomebodyTypes()
    {
        QWidget window;
        NginxEditor editor(&window);
        QWidget next(&window);
        next.setFocusPolicy(Qt::StrongFocus);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        editor.setDocument("a;\n");
        editor.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&editor, Qt::Key_Tab);
        QVERIFY(next.hasFocus());
        editor.setFocus(Qt::TabFocusReason);
        QTest::keyClicks(&editor, QStringLiteral("#"));
        QTest::keyClick(&editor, Qt::Key_Tab);
        QVERIFY(editor.hasFocus());
        QTest::keyClick(&editor, Qt::Key_Escape);
        QTest::keyClick(&editor, Qt::Key_Tab);
        QVERIFY(next.hasFocus());
    }

    void refusal_isFoundInWhatNginxPrints()
    {
        const auto refusal = nginxRefusalIn(
            QStringLiteral("nginx: [warn] conflicting server name \"a\" on 0.0.0.0:80, ignored\n"
                           "nginx: [emerg] host not found in upstream \"x\" in /etc/nginx/conf.d/a.conf:7\n"));
        QVERIFY(refusal);
        QCOMPARE(refusal->path, RemotePath(QByteArray("/etc/nginx/conf.d/a.conf")));
        QCOMPARE(refusal->line, 7);
        QCOMPARE(refusal->message, QStringLiteral("host not found in upstream \"x\""));
        // Once it has read where its errors go, it writes them as it logs.
        const auto logged = nginxRefusalIn(QStringLiteral(
            "2026/11/28 01:30:47 [emerg] 807#807: host not found in upstream \"x\" in "
            "/etc/nginx/conf.d/a.conf:7\nnginx: configuration file /etc/nginx/nginx.conf test failed\n"));
        QCOMPARE(logged, refusal);
        QVERIFY(!nginxRefusalIn(QStringLiteral("nginx: [emerg] bind() to 0.0.0.0:80 failed")));
    }

    void oneKey_inTwoThousandLines()
    {
        QByteArray text;
        for (int i = 0; i < 250; ++i)
            text += "server {\n    listen 80;\n    server_name a.example;\n    location / {\n"
                    "        proxy_pass http://app;\n        proxy_set_header Host $host;\n    }\n}\n";
        const auto editor = editorOf(text);
        editor->goTo(text.size() / 2);
        QBENCHMARK
        {
            QTest::keyClicks(editor.get(), QStringLiteral("#"));
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }
};

GW_REGISTER_TEST(NginxEditorTest)
#include "nginxeditortest.moc"

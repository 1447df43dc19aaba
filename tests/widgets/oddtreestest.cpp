// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/widgets/webstand.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/web/siterows.h"

using namespace gw;

/// Trees of nginx as nobody would draw them, but servers have them: the page is as good for them as for any other.
class OddTreesTest : public QObject, private gw::test::WebStand {
    Q_OBJECT

    using Tree = QMap<QByteArray, QByteArray>; ///< path below /etc/nginx → text; nginx.conf is the main file

    static Facts factsOf(const Tree &tree)
    {
        Facts facts = sample::served();
        QList<FileFact> files;
        for (auto file = tree.cbegin(); file != tree.cend(); ++file) {
            const QByteArray path = file.key().startsWith('/') ? file.key() : "/etc/nginx/" + file.key();
            files.append({RemotePath(path), file.value(), 0644, {}, {}});
            if (file.key() == "nginx.conf")
                files.move(files.size() - 1, 0);
        }
        facts.nginx->tree = files;
        facts.nginx->spare.clear();
        facts.nginx->links.clear();
        return facts;
    }

    static QByteArray mainWith(const QByteArray &lines) { return "events {\n}\nhttp {\n" + lines + "}\n"; }

    static QByteArray bigMap()
    {
        QByteArray text = "map $remote_addr $place {\n";
        while (text.size() < 2 * 1024 * 1024)
            text += "    10.0.0.1:" + QByteArray::number(text.size()) + " somewhere;\n";
        return text + "}\n";
    }

private Q_SLOTS:
    void everyTree_isShownAndEditedByteForByte_data()
    {
        QTest::addColumn<Tree>("tree");
        QTest::addColumn<QStringList>("sites");
        QTest::addColumn<QString>("problem"); ///< in the file that has it, the last one
        const QByteArray site = "server {\n    listen 80;\n    server_name a.test;\n}\n";
        const QByteArray reads = mainWith("    include sites/*;\n");
        QTest::newRow("a syntax error in one file of many")
            << Tree{{"nginx.conf", reads}, {"sites/a", site}, {"sites/b", "server {\n    listen 80\n}\n"}}
            << QStringList{"a.test", "Any name on 80"} << "unexpected \"}\"";
        QTest::newRow("latin-1") << Tree{{"nginx.conf", reads}, {"sites/a", "# caf\xe9\n" + site}}
                                 << QStringList{"a.test"} << QString();
        QTest::newRow("crlf and tabs") << Tree{{"nginx.conf", reads},
                                               {"sites/a",
                                                "server {\r\n\tlisten 80;\r\n\tserver_name a.test;\r\n}\r\n"}}
                                       << QStringList{"a.test"} << QString();
        QTest::newRow("two megabytes") << Tree{{"nginx.conf", reads}, {"sites/a", site}, {"sites/map", bigMap()}}
                                       << QStringList{"a.test"} << QString();
        QTest::newRow("no site") << Tree{{"nginx.conf", mainWith("    gzip on;\n")}} << QStringList() << QString();
        QTest::newRow("a site without a name")
            << Tree{{"nginx.conf", mainWith("    server {\n    }\n")}} << QStringList{"Any name on 80"} << QString();
        QTest::newRow("all in conf.d") << Tree{{"nginx.conf", mainWith("    include /etc/nginx/conf.d/*.conf;\n")},
                                               {"conf.d/a.conf", site}}
                                       << QStringList{"a.test"} << QString();
        QTest::newRow("a file elsewhere")
            << Tree{{"nginx.conf", mainWith("    include /srv/sites/*;\n")}, {"/srv/sites/a", site}}
            << QStringList{"a.test"} << QString();
        QTest::newRow("a file that includes itself")
            << Tree{{"nginx.conf", reads}, {"sites/a", site + "include sites/a;\n"}} << QStringList{"a.test"}
            << "includes itself";
        QTest::newRow("an empty file") << Tree{{"nginx.conf", reads}, {"sites/a", ""}} << QStringList() << QString();
        QTest::newRow("entries of a map")
            << Tree{{"nginx.conf", mainWith("    map $uri $x {\n        include m;\n    }\n")},
                    {"m", "/a b;\nserver c;\n"}}
            << QStringList() << QString();
    }
    void everyTree_isShownAndEditedByteForByte()
    {
        QFETCH(Tree, tree);
        QFETCH(QStringList, sites);
        QFETCH(QString, problem);
        const auto page = pageOf(factsOf(tree));
        QStringList names;
        for (const WebSite &site : page->draft().sites())
            names.append(siteName(site.site));
        QCOMPARE(names, sites);
        NginxEditor *editor = editorOf(page);
        QVERIFY(page->draft().has(page->editor()->path())); // one file is open in any case
        for (const RemotePath &path : page->draft().files()) {
            page->editor()->open({path, 0});
            const QByteArray text = editor->document();
            QCOMPARE(text, page->draft().seen(path));
            editor->goTo(text.size());
            QTest::keyClick(editor, Qt::Key_Return);
            QTest::keyClicks(editor, QStringLiteral("#"));
            QCOMPARE(editor->document(), text + (text.contains("\r\n") ? "\r\n#" : "\n#"));
            while (editor->isUndoAvailable())
                editor->undo();
            QCOMPARE(editor->document(), text);
            for (const auto view : {WebEditor::View::Form, WebEditor::View::Effective, WebEditor::View::Diff})
                page->editor()->setView(view);
            page->editor()->setView(WebEditor::View::Source);
        }
        QVERIFY(!page->hasChanges());
        read(page);
        const QString messages = messagesOf(editor).join(u'\n');
        QVERIFY2(problem.isEmpty() ? messages.isEmpty() : messages.contains(problem), qPrintable(messages));
    }
};

GW_REGISTER_TEST(OddTreesTest)
#include "oddtreestest.moc"

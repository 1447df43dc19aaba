// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/format.h"
#include "tests/nginx/checkcases.h"
#include "tests/nginx/treelaws.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QRandomGenerator>

using namespace gw;

namespace {

QByteArray formatted(const QByteArray &text, const NginxLayout &style = {})
{
    return nginxFormatted(NginxTree::parse(text), style);
}

} // namespace

/// White space between tokens changes and nothing else.
class FormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shapes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("wanted");
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &wanted) {
            QTest::newRow(name) << text << wanted;
        };
        row("indentation", "events{}\nhttp {\nserver{\n\tlisten   80 ;\nlocation / { return 404;\n}}}",
            "events {}\nhttp {\n    server {\n        listen 80;\n        location / {\n            return 404;\n"
            "        }\n    }\n}\n");
        row("a directive to a line", "user a;worker_processes 1; pid  p;", "user a;\nworker_processes 1;\npid p;\n");
        row("blocks of one directive", "server { location / { return 404; }\nlocation /a {deny all;} }",
            "server {\n    location / { return 404; }\n    location /a { deny all; }\n}\n");
        row("one blank line where there are any", "a 1;\n\n\n\nb 2;\nc {\n\n\nd 3;\n\n}\n",
            "a 1;\n\nb 2;\nc {\n    d 3;\n}\n");
        row("comments", "# top\na 1;   # behind\nb {# in\n# own\nc 1; } # end",
            "# top\na 1;   # behind\nb { # in\n    # own\n    c 1;\n} # end\n");
        row("comments between words", "a # one\n b # two\n;", "a # one\n    b # two\n    ;\n");
        row("lines that go on", "log_format  m 'a'\n'b'\n  'c';", "log_format m 'a'\n    'b'\n    'c';\n");
        row("lines that go on under a word", "log_format  m 'a'\n              'b';",
            "log_format m 'a'\n             'b';\n");
        row("columns of entries", "map $a $b {\ndefault  0;\n  x        1;   y 2;\n}",
            "map $a $b {\n    default  0;\n    x        1;   y 2;\n}\n");
        row("Lua", "location / {\ncontent_by_lua_block {\n if a then\n   b()\n end }\n}",
            "location / {\n    content_by_lua_block {\n if a then\n   b()\n end }\n}\n");
        row("quoted words of more than one line", "a {\nreturn 200 \"x\n  y\";\n}",
            "a {\n    return 200 \"x\n  y\";\n}\n");
        row("carriage returns", "a{\r\nb 1;\r\n}\r\n", "a {\r\n    b 1;\r\n}\r\n");
        row("no words", " \n\t\n", " \n\t\n");
        row("errors", "a {\n  b  1;\n", "a {\n  b  1;\n");
    }

    void shapes()
    {
        QFETCH(QByteArray, text);
        QTEST(formatted(text), "wanted");
    }

    void levels_areAsTheStyleSays()
    {
        QCOMPARE(formatted("a { b { c 1;\n d 1; } }", {"\t"}), QByteArray("a {\n\tb {\n\t\tc 1;\n\t\td 1;\n\t}\n}\n"));
        QCOMPARE(formatted("a {\nb 1;\n}", {"  "}), QByteArray("a {\n  b 1;\n}\n"));
    }

    void selection_leavesTheRest()
    {
        const QByteArray text = "a  1;\nb {\nc  1;\nd  1;\n}\n";
        const NginxTree tree = NginxTree::parse(text);
        const NginxSpan third = tree.line(3);
        QCOMPARE(nginxEdited(text, nginxFormatting(tree, {third.start, third.end - 1})),
                 QByteArray("a  1;\nb {\n    c 1;\nd  1;\n}\n"));
        QCOMPARE(nginxEdited(text, nginxFormatting(tree, {0, text.size()})), formatted(text));
        QCOMPARE(nginxFormatting(tree, {-5, text.size() + 99}), nginxFormatting(tree));
    }

    void formatted_hasAllTokens_andIsStable_data()
    {
        QTest::addColumn<QByteArray>("indent");
        QTest::newRow("blanks") << QByteArray("    ");
        QTest::newRow("tabs") << QByteArray("\t");
    }

    void formatted_hasAllTokens_andIsStable()
    {
        QFETCH(QByteArray, indent);
        for (const QByteArray &text : test::checkCases()) {
            const QByteArray wrong = test::whatIsWrongWithFormatting(text, indent);
            QVERIFY2(wrong.isEmpty(), wrong.constData());
        }
        for (QDirIterator it(QStringLiteral("/etc/nginx"), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            QFile file(it.next());
            QVERIFY(file.open(QFile::ReadOnly));
            const QByteArray wrong = test::whatIsWrongWithFormatting(file.readAll(), indent);
            QVERIFY2(wrong.isEmpty(), wrong.constData());
        }
    }

    /// White space where it may and may not be, comments, quotes: whatever still parses.
    void disturbedTexts_haveAllTokens_andAreStable()
    {
        static const QByteArrayList pieces = {" ",           "\n",   "\n\n\n", "\r\n", "\t",
                                              " # c\n",      "#c\n", "\n  ",   ";",    "{",
                                              "}",           " {}",  "'a\nb'", " x",   "a_by_lua_block { --}\n}",
                                              "map a b {\n", "\r"};
        const QByteArrayList cases = test::checkCases();
        QRandomGenerator random(20260930);
        int tried = 0;
        for (int round = 0; round < 20000; ++round) {
            QByteArray text = cases[random.bounded(cases.size())];
            for (int count = 1 + random.bounded(6); count > 0; --count)
                text.insert(random.bounded(qint64(text.size() + 1)), pieces[random.bounded(pieces.size())]);
            tried += NginxTree::parse(text).errors().isEmpty();
            const QByteArray wrong = test::whatIsWrongWithFormatting(text, "  ");
            QVERIFY2(wrong.isEmpty(), wrong.constData());
        }
        QVERIFY2(tried > 2000, QByteArray::number(tried).constData());
    }
};

GW_REGISTER_TEST(FormatTest)
#include "formattest.moc"

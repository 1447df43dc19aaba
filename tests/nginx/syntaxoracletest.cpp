// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/config.h"
#include "backend/nginx/version.h"
#include "tests/nginx/installednginx.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace gw;
using test::InstalledNginx;

namespace {

/// What the syntax alone decides: nginx says more (unknown directives, values), and then has accepted the syntax.
bool isOfSyntax(const QByteArray &message)
{
    // A handler says "unexpected \"x\" in condition" and the like.
    const bool isOneByte = message.startsWith("unexpected \"") && message.size() == 14;
    return isOneByte || message.startsWith("unexpected end of file") || message.startsWith("too long parameter") ||
           message.startsWith("too long lua code block") || message.startsWith("Lua code block missing");
}

/// Newer Lua modules than that of Debian 11 add a guess.
QByteArray withoutGuess(const QByteArray &message)
{
    return InstalledNginx::isOfThisComputer()
               ? message
               : QByteArray(message).replace(", the inlined Lua code may be too long", "");
}

/// A server block around `inside`, which starts in line 4.
QByteArray inServer(const QByteArray &inside)
{
    return "events {}\nhttp {\nserver { listen 127.0.0.1:8080;\n" + inside + "\n}\n}\n";
}

QByteArray inHttp(const QByteArray &inside)
{
    return "events {}\nhttp {\n" + inside + "\n}\n";
}

QByteArray many(int count, char c = 'a')
{
    return QByteArray(count, c);
}

} // namespace

/// The same texts to our parser and to the nginx that is installed: verdict, words and line must be the same.
class SyntaxOracleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = InstalledNginx::missing(); !missing.isEmpty())
            test::skipAll(missing);
    }

    void trickyCases_areJudgedAsNginxDoes_data()
    {
        QTest::addColumn<QByteArray>("text");
        int number = 0;
        const auto row = [&number](const QByteArray &text) {
            QTest::addRow("%03d %s (%d bytes)", ++number, text.left(60).simplified().constData(), int(text.size()))
                << text;
        };
        // White space, and what is none.
        row("");
        row("events{}");
        row("events\t{\r\n}\r\n");
        row("\xef\xbb\xbf"
            "events {}\n");
        row("events {}\n\xc2\xa0\n");
        row(inServer("root\xc2\xa0/x;"));
        row(inServer("root \f/x;"));
        row(inServer("root /x\v;"));
        row(inServer("root /\xe4\xf6\xfc;"));
        row(inServer("root /\xd1\x84\xd0\xb0;"));
        row("events {} http { server { listen 127.0.0.1:8080; } }");
        row("events {}\rhttp {}\r");
        // Comments.
        row("events {} # no line end");
        row("# {\nevents {}\n# }\n");
        row(inServer("listen # a\n 127.0.0.1:8081 # b ;\n ;"));
        row(inServer("root /a#b;"));
        row(inServer("root /a #b;\n;"));
        row(inServer("root \"/a\"#b;\n;"));
        row(inServer("location /a {#b\n}#c"));
        row(inServer("root '/a # b';"));
        row(inServer("root \\#a\\ b;"));
        row(inServer("location / { } # { \"\n"));
        // Quotes.
        row(inServer("root \"/a b\";"));
        row(inServer("root '/a\nb';"));
        row(inServer("root \"/a\"b;"));
        row(inServer("root \"/a\"\"b\";"));
        row(inServer("root \"/a\"'b';"));
        row(inServer("root a\"b\";"));
        row(inServer("root a\"b c\";"));
        row(inServer("root \"\";"));
        row(inServer("root \"/a\" ;"));
        row(inServer("root \"/a\"}"));
        row(inServer("location \"/a\"{}"));
        row(inServer("root \"/a\\\"b\";"));
        row(inServer("root \"/a\\\\\";"));
        row(inServer("root \"/a\\\";"));
        row(inServer("root \"/a;\nindex \"b\";"));
        row(inServer("root '/a;"));
        row(inServer("\"root\" '/a';"));
        row(inServer("if (\"$host\" = \"b\") { }"));
        row(inServer("if ($host = \"b\") { return 404; }"));
        row(inServer("if ($host = \"b\" ) { return 404; }"));
        row(inServer("if ($host = b){ return 404; }"));
        row(inServer("if ( $host ) { return 404; }"));
        row("events {} user \"");
        row("events {} user '\n\n");
        // Escapes, variables, braces.
        row(inServer("location ~ ^/a}b$ { }"));
        row(inServer("location ~ ^/a\\{2\\}$ { }"));
        row(inServer("location ~ ^/a{2}$ { }"));
        row(inServer("location ~ \"^/a{2}$\" { }"));
        row(inServer("location /\\{\\;\\}\\ #\\ ab { }"));
        row(inServer("set $a ${host}b;"));
        row(inServer("set $a b${host};"));
        row(inServer("set $a $${host};"));
        row(inServer("set $a b\\${host};"));
        row(inServer("set $a ${host;\n return 200;"));
        row(inServer("return 200 a$;"));
        row(inServer("return 200 '${';"));
        row(inServer("return 200 ${{{ ;"));
        row(inServer("root /a\\\n;"));
        row(inServer("root /a\\"));
        row("events {} user \\");
        // Statements without or with too much of something.
        row("events {}\n;");
        row("events {};\n");
        row("events {}}\n");
        row("}");
        row("{");
        row("{}");
        row(";");
        row("events {");
        row("events { {} }");
        row("events {}\nhttp {\n\n");
        row("events {}\nhttp {\nserver {\n}\n");
        row("events {}\nuser");
        row("events {}\nuser root\n\n");
        row("events {}\nuser root }\n");
        row(inServer("root /a\n}\nindex b;"));
        row(inServer("listen 127.0.0.1:8081\n"));
        row(inServer("location / { root /a }"));
        row(inServer("location / {\n root /a; ;\n}"));
        row(inServer("location / {\n{ root /a; }\n}"));
        // Blocks of entries.
        row(inHttp("map $host $a { default 0; \"b c\" 1; ~^d}e$ 2; '' 3; hostnames; }"));
        row(inHttp("map $host $a { b {\n c 1; } }"));
        row(inHttp("map $host $a { default\n 0 }"));
        row(inHttp("types { text/html html\n htm; }"));
        row(inHttp("types {\n text/html {\n a b; }\n}"));
        row(inHttp("geo $a { default 0; 10.0.0.0/8\n {} }"));
        row(inHttp("split_clients $host $a { 50% b;\n * { } }"));
        row(inHttp("charset_map a b { 80\n { } }"));
        row(inHttp("types { content_by_lua_block { } }"));
        // The 4096 bytes.
        row("events {}\nuser \"" + many(4094) + "\";");
        row("events {}\nuser \"" + many(4095) + "\";");
        row("events {}\nuser \"" + many(4096) + "\";");
        row("events {}\nuser \"\n\n" + many(9000) + "\";");
        row("events {}\nuser '" + many(9000) + "\n;");
        row("events {}\nuser " + many(4094) + ";");
        row("events {}\nuser " + many(4095) + ";");
        row("events {}\nuser " + many(4095) + " ;");
        row("events {}\nuser " + many(4096) + ";");
        row("events {}\nuser " + many(4095));
        row("events {}\nuser " + many(4096));
        row("events {}\nuser " + many(4097));
        row("events {}\n#" + many(4092) + "\n\n");
        row("events {}\n#" + many(4093) + "\n\n");
        row("events {}\n#" + many(4094) + "\n\n");
        row("events {}\n#" + many(4094) + "\n" + many(4096, ' ') + "user a");
        row("events {}\n#" + many(4095) + "\n\n");
        row("events {}\n#" + many(4095));
        row("events {}\n#" + many(4096));
        row("events {}" + many(20000, ' ') + "user a");
        row("events {}" + many(20000, '\n') + "user a }");
    }

    void trickyCases_areJudgedAsNginxDoes()
    {
        QFETCH(QByteArray, text);
        compare(text);
    }

    void luaBlocks_areJudgedAsTheModuleDoes_data()
    {
        QTest::addColumn<QByteArray>("code");
        int number = 0;
        const auto row = [&number](const QByteArray &code) {
            QTest::addRow("%02d %s", ++number, code.left(60).simplified().constData()) << code;
        };
        row("content_by_lua_block { ngx.say(\"}\") }");
        row("content_by_lua_block { ngx.say(\"}\n\") }");
        row("content_by_lua_block { ngx.say(\"\\\n}\") }");
        row("content_by_lua_block { a = '\"}' b = \"'}\" }");
        row("content_by_lua_block { a = \"\\}\\\"}\" }");
        row("content_by_lua_block { [[ } ]] [==[ ]] } ]==] --[[ }\n]] -- }\n}");
        row("content_by_lua_block { -- it's }\n}");
        row("content_by_lua_block { -- x }");
        row("content_by_lua_block { --[==x }\n}");
        row("content_by_lua_block { a = b[c[1]] }");
        row("content_by_lua_block { a = [[ x }\n }");
        row("content_by_lua_block {\n a = --[==[ x ]] }\n }");
        row("content_by_lua_block { {\n{ }\n }");
        row("content_by_lua_block { {\n{ \n \"");
        row("content_by_lua_block { } }");
        row("content_by_lua_block {\n");
        row("content_by_lua_block\n{\nngx.say('x')\n}\nroot /a b \"c\"d;");
        row("\"content_by_lua_block\" { a = '{' }");
        row("set_by_lua_block $a { return {} }");
        row("content_by_lua_block { a = 'it\\'s }' }");
        row("content_by_lua_block { \"\\\"\\\"{ }");
    }

    void luaBlocks_areJudgedAsTheModuleDoes()
    {
        QFETCH(QByteArray, code);
        if (!InstalledNginx::hasLua())
            QSKIP("the Lua module of nginx is not installed");
        compare(InstalledNginx::withLua(inServer("location / {\n" + code + "\n}")));
    }

    /// The module sees code through a buffer: where that ends decides what is a string, a comment, or too long.
    void longLuaCode_isCutWhereTheModuleCutsIt()
    {
        if (!InstalledNginx::hasLua())
            QSKIP("the Lua module of nginx is not installed");
        if (NginxVersion::fromText(InstalledNginx::version()) < NginxVersion{1, 22, 1})
            QSKIP("the Lua module of Debian 11 cuts long code elsewhere than later ones do");
        QRandomGenerator random(20260404);
        const QByteArrayList pieces = {"{",
                                       "}",
                                       "\"}\"",
                                       "'{'",
                                       "-- }\n",
                                       "[[}]]",
                                       "--[[ { ]]",
                                       "]]",
                                       "\\",
                                       "\n",
                                       "x = 1 ",
                                       many(100),
                                       many(700),
                                       many(1500) + ' ',
                                       "--" + many(900) + "}\n",
                                       "\"" + many(600) + "}\"",
                                       "[[" + many(800) + "}]]"};
        for (int round = 0; round < 250; ++round) {
            QByteArray code = "content_by_lua_block {" + many(random.bounded(3000), round % 3 ? ' ' : '\n');
            for (int count = random.bounded(14); count > 0; --count)
                code += pieces[random.bounded(pieces.size())];
            const QByteArray before = '#' + many(random.bounded(4000)) + '\n' + many(random.bounded(300), ' ');
            // Where the module skips code it forgets to count lines.
            compare(InstalledNginx::withLua(
                        inServer(before + "location / {\n" + code + "}\n}" + many(random.bounded(6000), '\n'))),
                    Lines::MayDiffer);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void mutatedTexts_areJudgedAsNginxDoes()
    {
        const QByteArray text =
            inServer("# it's\n  server_name \"a\" 'b' c; location ~ ^/a\\{b}c$ { set $a \"${host} x\"; }\n"
                     "if ($host = \"a\") { return 301 https://$host${uri}; }");
        const QByteArray tricky = "{}{};;\"\"''\\\\#$ \t\r\n)";
        QRandomGenerator random(20260405);
        for (int round = 0; round < 500; ++round) {
            QByteArray mutated = text;
            for (int count = 1 + random.bounded(3); count > 0; --count) {
                const auto at = random.bounded(qint64(mutated.size()));
                const char c = tricky[random.bounded(int(tricky.size()))];
                if (random.bounded(3) == 0)
                    mutated.remove(at, 1);
                else
                    mutated.insert(at, c);
            }
            compare(mutated);
            if (QTest::currentTestFailed())
                return;
        }
    }

private:
    /// Messages about meaning come from the handlers of directives, earlier than the rest of the file is read: up to
    /// their line the syntax must be right.
    enum class Lines { MustAgree, MayDiffer };
    void compare(const QByteArray &text, Lines lines = Lines::MustAgree)
    {
        const InstalledNginx::Verdict theirs = m_nginx.test(text);
        const NginxTree tree = NginxTree::parse(text);
        const NginxError ours = tree.errors().isEmpty() ? NginxError() : tree.errors().first();
        const QByteArray shown = "nginx: " + theirs.message + ':' + QByteArray::number(theirs.line) +
                                 "\nours: " + ours.message + ':' + QByteArray::number(ours.line) + "\n" +
                                 text.left(3000);
        if (isOfSyntax(theirs.message))
            QVERIFY2(withoutGuess(ours.message) == withoutGuess(theirs.message) &&
                         (ours.line == theirs.line || lines == Lines::MayDiffer),
                     shown.constData());
        else if (theirs.isAccepted)
            QVERIFY2(tree.errors().isEmpty(), shown.constData());
        else if (theirs.line > 0)
            QVERIFY2(ours.message.isEmpty() || ours.line >= theirs.line || lines == Lines::MayDiffer,
                     shown.constData());
    }

    InstalledNginx m_nginx;
};

GW_REGISTER_TEST(SyntaxOracleTest)
#include "syntaxoracletest.moc"

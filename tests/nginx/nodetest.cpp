// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/tree.h"
#include "tests/support/testmain.h"

using namespace gw;

namespace {

QByteArrayList namesIn(NginxNode block)
{
    QByteArrayList names;
    for (const NginxNode node : block.directives())
        names.append(node.name());
    return names;
}

NginxTree parsed(const char *text)
{
    return NginxTree::parse(text);
}

} // namespace

/// What a tree says of a text.
class NodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void directive_hasNameArgumentsAndPlaces()
    {
        const NginxTree tree = parsed("\n  add_header # why\n    X-A \"b c\"\n    always;\n");
        const NginxNode node = tree.root().firstChild();
        QCOMPARE(node.name(), QByteArray("add_header"));
        QVERIFY(node.is("add_header") && !node.is("add_heade") && !node.is("add_header_"));
        QCOMPARE(node.arguments(), QByteArrayList({"X-A", "b c", "always"}));
        QCOMPARE(node.argumentCount(), 3);
        QCOMPARE(node.argument(1), QByteArray("b c"));
        QCOMPARE(node.argument(3), QByteArray());
        QCOMPARE(node.writtenArgument(1).toByteArray(), QByteArray("\"b c\""));
        QVERIFY(node.isQuoted(1) && !node.isQuoted(0));
        QCOMPARE(node.place(), (NginxPlace{2, 3}));
        QCOMPARE(node.reportedLine(), 4);
        QCOMPARE(tree.text().mid(node.argumentSpan(2).start, node.argumentSpan(2).size()), QByteArray("always"));
        QCOMPARE(node.text().toByteArray(), tree.text().trimmed());
        QVERIFY(!node.hasBlock() && node.isTerminated());
    }

    void quotedNames_areNames()
    {
        const NginxTree tree = parsed("\"events\" {\"worker_connections\" \"2048\";}");
        QVERIFY(tree.root().child("events"));
        QCOMPARE(tree.root().child("events").child("worker_connections").argument(0), QByteArray("2048"));
        QVERIFY(!parsed("\\\\d;").root().child("\\\\d"));
        QVERIFY(parsed("\\\\d;").root().child("\\d"));
    }

    void blocks_areWalkedInOrder()
    {
        const NginxTree tree = parsed("a; b { c; # x\n d { e; } f; } # y\ng {}");
        QCOMPARE(namesIn(tree.root()), QByteArrayList({"a", "b", "g"}));
        const NginxNode b = tree.root().child("b");
        QCOMPARE(namesIn(b), QByteArrayList({"c", "d", "f"}));
        QCOMPARE(namesIn(b.child("d")), QByteArrayList({"e"}));
        QVERIFY(b.child("d").child("e").parent() == b.child("d"));
        QVERIFY(namesIn(tree.root().child("g")).isEmpty());
        QCOMPARE(tree.root().child("g").body(), NginxNode::Body::Directives);
        QVERIFY(b.isClosed());
        QCOMPARE(tree.node(b.subtreeEnd()).kind(), NginxNode::Kind::Comment);
        QCOMPARE(b.trailingComment().text().toByteArray(), QByteArray("# y"));
        QCOMPARE(b.child("c").trailingComment().text().toByteArray(), QByteArray("# x"));
        QVERIFY(!b.child("f").trailingComment());
        QCOMPARE(b.inside(), (NginxSpan{6, 27}));
        QVERIFY(!tree.root().parent() && !tree.root().next() && !NginxNode());
    }

    void entriesAndLua_areBodiesOfTheirOwn()
    {
        const NginxTree tree = parsed("map $a $b { default x; map y; }\nset_by_lua_block $c { return { '}' } }\n"
                                      "content_by_lua_block {}");
        const NginxNode map = tree.root().child("map");
        QCOMPARE(map.body(), NginxNode::Body::Entries);
        QCOMPARE(namesIn(map), QByteArrayList({"default", "map"}));
        const NginxNode lua = tree.root().child("set_by_lua_block");
        QCOMPARE(lua.body(), NginxNode::Body::Lua);
        QCOMPARE(lua.lua().toByteArray(), QByteArray(" return { '}' } "));
        QCOMPARE(lua.arguments(), QByteArrayList({"$c"}));
        QVERIFY(!lua.firstChild() && lua.isClosed());
        QCOMPARE(tree.root().child("content_by_lua_block").lua().toByteArray(), QByteArray());
        QVERIFY(tree.errors().isEmpty());
    }

    void nodeAt_isTheInnermost()
    {
        const NginxTree tree = parsed("a { b 1; }  c;");
        QCOMPARE(tree.nodeAt(0).name(), QByteArray("a"));
        QCOMPARE(tree.nodeAt(6).name(), QByteArray("b"));
        QCOMPARE(tree.nodeAt(8).name(), QByteArray("a"));
        QCOMPARE(tree.nodeAt(10).kind(), NginxNode::Kind::File);
        QCOMPARE(tree.nodeAt(12).name(), QByteArray("c"));
        QCOMPARE(tree.nodeAt(500).kind(), NginxNode::Kind::File);
        QCOMPARE(tree.tokenAt(4), qsizetype(2));
        QCOMPARE(tree.tokenAt(500), qsizetype(tree.tokens().size()));
    }

    void lines_areThoseOfLineFeeds()
    {
        const NginxTree tree = parsed("a;\r\nb;\rc;\n");
        QCOMPARE(tree.lineCount(), 3);
        QCOMPARE(tree.placeOf(8), (NginxPlace{2, 5}));
        QCOMPARE(tree.line(1), (NginxSpan{0, 4}));
        QCOMPARE(tree.line(3), (NginxSpan{10, 10}));
        QCOMPARE(tree.lineEnding(), QByteArray("\r\n"));
    }

    void copies_outliveTheirOriginal()
    {
        NginxTree copy;
        {
            const NginxTree tree = parsed("a b;");
            copy = tree;
        }
        QCOMPARE(copy.root().child("a").argument(0), QByteArray("b"));
        QCOMPARE(NginxTree().nodeCount(), 1u);
        QCOMPARE(NginxTree().printed(), QByteArray());
    }

    // Recovery: what follows an error is there.

    void missingSemicolonBeforeABrace_endsTheDirective()
    {
        const NginxTree tree = parsed("server {\n listen 80\n}\nserver { a; }");
        QCOMPARE(tree.errors().size(), 1);
        QCOMPARE(tree.errors().first().inFile("/x"), QByteArray("unexpected \"}\" in /x:3"));
        const NginxNode listen = tree.root().firstChild().child("listen");
        QVERIFY(!listen.isTerminated());
        QCOMPARE(listen.arguments(), QByteArrayList({"80"}));
        QCOMPARE(namesIn(tree.root()), QByteArrayList({"server", "server"}));
    }

    void quoteThatNothingCloses_endsWithItsLine()
    {
        const NginxTree tree = parsed("a \"x y;\nb { c \"d\"; }\n");
        QCOMPARE(tree.errors().first().message, QByteArray("unexpected \"d\""));
        QCOMPARE(tree.errors().first().line, 2);
        QCOMPARE(namesIn(tree.root()), QByteArrayList({"a", "b"}));
        QCOMPARE(tree.root().child("a").arguments(), QByteArrayList({"x y"}));
        QCOMPARE(tree.root().child("b").child("c").arguments(), QByteArrayList({"d"}));
        const NginxTree atEnd = parsed("a 'x y;\nb { c d; }\n");
        QCOMPARE(atEnd.errors().size(), 1);
        QCOMPARE(atEnd.errors().first().message, QByteArray("unexpected end of file, expecting \";\" or \"}\""));
        QCOMPARE(atEnd.root().child("b").child("c").arguments(), QByteArrayList({"d"}));
    }

    void tooLongValue_keepsItsShape()
    {
        const QByteArray text = "a \"" + QByteArray(6000, 'x') + "\n\n\"; b;";
        const NginxTree tree = NginxTree::parse(text);
        QCOMPARE(tree.errors().size(), 1);
        QCOMPARE(tree.errors().first().line, 1);
        QCOMPARE(tree.errors().first().column, 4);
        QCOMPARE(tree.root().child("a").argument(0).size(), 6002);
        QVERIFY(tree.root().child("b"));
    }

    void bracesTooManyOrTooFew_leaveTheRest()
    {
        QCOMPARE(namesIn(parsed("a { b; } } c { d; }").root()), QByteArrayList({"a", "c"}));
        const NginxTree open = parsed("a { b { c;\nd; }\n");
        QCOMPARE(open.errors().size(), 1);
        QCOMPARE(open.errors().first().inFile("f"), QByteArray("unexpected end of file, expecting \"}\" in f:3"));
        QVERIFY(!open.root().child("a").isClosed());
        QVERIFY(open.root().child("a").child("b").isClosed());
        const NginxTree nameless = parsed("{ a; } b; ;;; c;");
        QCOMPARE(nameless.root().firstChild().kind(), NginxNode::Kind::Junk);
        QCOMPARE(namesIn(nameless.root().firstChild()), QByteArrayList({"a"}));
        QCOMPARE(namesIn(nameless.root()), QByteArrayList({"b", "c"}));
        QCOMPARE(nameless.errors().size(), 4);
    }

    void luaThatNothingCloses_endsWhereItsIndentationSaysSo()
    {
        const NginxTree tree =
            parsed("server {\n    access_by_lua_block {\n        if x then { {\n    }\n    root /x;\n}\n");
        QCOMPARE(tree.errors().first().message,
                 QByteArray("unexpected end of file, expecting terminating characters for lua code block"));
        QCOMPARE(tree.errors().first().line, 3);
        QCOMPARE(tree.root().child("server").child("root").argument(0), QByteArray("/x"));
    }

    void tooManyErrors_areNotKept()
    {
        QCOMPARE(NginxTree::parse(QByteArray("a;}").repeated(5000)).errors().size(), NginxErrors::most);
    }
};

GW_REGISTER_TEST(NodeTest)
#include "nodetest.moc"

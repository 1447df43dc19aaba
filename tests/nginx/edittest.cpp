// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/edit.h"
#include "tests/support/testmain.h"

using namespace gw;

namespace {

const QByteArray text = "# top\n"
                        "server {\n"
                        "  listen 80; # plain\n"
                        "  server_name a.example  b.example; root /srv;\n"
                        "\n"
                        "  location / { return 404; }\n"
                        "  location /b {\n"
                        "  }\n"
                        "}\n";

NginxNode serverOf(const NginxTree &tree)
{
    return tree.root().child("server");
}

QByteArray edited(const NginxTree &tree, const NginxEdit &edit)
{
    return nginxEdited(tree.text(), {edit});
}

/// `text` with one part replaced.
QByteArray with(const QByteArray &part, const QByteArray &replacement)
{
    QByteArray changed = text;
    changed.replace(part, replacement);
    return changed;
}

} // namespace

/// Only what an edit is about changes.
class EditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void insertedLines_takeIndentationOfTheirNeighbours()
    {
        const NginxTree tree = NginxTree::parse(text);
        const NginxNode server = serverOf(tree);
        QCOMPARE(nginxIndentUnit(tree), QByteArray("  "));
        const QByteArray block = "location /c {\n    if ($a) {\n        return 1;\n    }\n}";
        const QByteArray laid = "  location /c {\n    if ($a) {\n      return 1;\n    }\n  }\n";
        QCOMPARE(edited(tree, nginxInsertedBefore(tree, server.child("location"), block)),
                 with("  location / {", laid + "  location / {"));
        QCOMPARE(edited(tree, nginxInsertedAfter(tree, server.child("listen"), block)),
                 with("# plain\n", "# plain\n" + laid));
        QCOMPARE(edited(tree, nginxInsertedInto(tree, server, NginxPosition::First, "a b;")),
                 with("  listen", "  a b;\n  listen"));
        QCOMPARE(edited(tree, nginxInsertedInto(tree, server, NginxPosition::Last, "a b;")),
                 with("  }\n}\n", "  }\n  a b;\n}\n"));
        QCOMPARE(edited(tree, nginxInsertedInto(tree, tree.root(), NginxPosition::Last, "a b;")), text + "a b;\n");
        QCOMPARE(edited(tree, nginxInsertedInto(tree, tree.root(), NginxPosition::First, "a b;")), "a b;\n" + text);
    }

    void insertedLines_stayOnALineThatOthersShare()
    {
        const NginxTree tree = NginxTree::parse(text);
        const NginxNode server = serverOf(tree);
        QCOMPARE(edited(tree, nginxInsertedAfter(tree, server.child("server_name"), "a b;")),
                 with("b.example;", "b.example; a b;"));
        QCOMPARE(edited(tree, nginxInsertedBefore(tree, server.child("root"), "a b;")),
                 with("root /srv", "a b; root /srv"));
        const NginxNode location = server.child("location");
        QCOMPARE(edited(tree, nginxInsertedInto(tree, location, NginxPosition::Last, "a b;")),
                 with("return 404; }", "return 404; a b; }"));
        QCOMPARE(edited(tree, nginxInsertedInto(tree, location, NginxPosition::First, "a b;")),
                 with("{ return", "{ a b; return"));
    }

    void emptyBlocks_areOpened()
    {
        const NginxTree tree = NginxTree::parse(text);
        QCOMPARE(edited(tree, nginxInsertedInto(tree, tree.nodeAt(text.indexOf("/b")), NginxPosition::Last, "a b;")),
                 with("/b {\n  }", "/b {\n    a b;\n  }"));
        const NginxTree flat = NginxTree::parse("events {}");
        QCOMPARE(edited(flat, nginxInsertedInto(flat, flat.root().firstChild(), NginxPosition::First, "a b;")),
                 QByteArray("events {\n    a b;\n}"));
        const NginxTree commented = NginxTree::parse("server { # x\n\ta;\n}\n");
        QCOMPARE(edited(commented, nginxInsertedInto(commented, serverOf(commented), NginxPosition::First, "b;")),
                 QByteArray("server { # x\n\tb;\n\ta;\n}\n"));
        QCOMPARE(edited(NginxTree(), nginxInsertedInto(NginxTree(), NginxTree().root(), NginxPosition::Last, "a;")),
                 QByteArray("a;\n"));
    }

    void lineEnds_areThoseOfTheFile()
    {
        const NginxTree tree = NginxTree::parse("server {\r\n\tlisten 80;\r\n}\r\n");
        QCOMPARE(
            edited(tree, nginxInsertedInto(tree, serverOf(tree), NginxPosition::Last, "location / {\n    a b;\n}")),
            QByteArray("server {\r\n\tlisten 80;\r\n\tlocation / {\r\n\t\ta b;\r\n\t}\r\n}\r\n"));
        const NginxTree endless = NginxTree::parse("a;\nb;");
        QCOMPARE(edited(endless, nginxInsertedInto(endless, endless.root(), NginxPosition::Last, "c;")),
                 QByteArray("a;\nb;\nc;"));
    }

    void removedDirectives_takeTheirLineAlong()
    {
        const NginxTree tree = NginxTree::parse(text);
        const NginxNode server = serverOf(tree);
        QCOMPARE(edited(tree, nginxRemoved(tree, server.child("listen"))), with("  listen 80; # plain\n", ""));
        QCOMPARE(edited(tree, nginxRemoved(tree, server.child("root"))), with(" root /srv;", ""));
        QCOMPARE(edited(tree, nginxRemoved(tree, server.child("server_name"))),
                 with("server_name a.example  b.example; ", ""));
        QCOMPARE(edited(tree, nginxRemoved(tree, server.child("location"))),
                 with("  location / { return 404; }\n", ""));
        QCOMPARE(edited(tree, nginxRemoved(tree, server.child("location").firstChild())), with(" return 404;", ""));
        QCOMPARE(edited(tree, nginxRemoved(tree, server)), QByteArray("# top\n"));
    }

    void arguments_areReplacedInPlace()
    {
        const NginxTree tree = NginxTree::parse(text);
        const NginxNode names = serverOf(tree).child("server_name");
        QCOMPARE(edited(tree, nginxWithArgument(names, 1, "c d")), with("b.example", "\"c d\""));
        QCOMPARE(edited(tree, nginxWithArguments(names, {"c"})), with(" a.example  b.example", " c"));
        QCOMPARE(edited(tree, nginxWithArguments(names, {})), with(" a.example  b.example", ""));
        QCOMPARE(edited(tree, nginxWithAddedArgument(names, "c")), with("b.example", "b.example c"));
        QCOMPARE(edited(tree, nginxWithoutArgument(names, 0)), with(" a.example", ""));
        QCOMPARE(edited(tree, nginxWithoutArgument(names, 1)), with("  b.example", ""));
        QCOMPARE(edited(tree, nginxRenamed(names, "x")), with("server_name", "x"));
        const NginxTree quoted = NginxTree::parse("a 'b' \"c\";");
        QCOMPARE(edited(quoted, nginxWithArgument(quoted.root().firstChild(), 0, "d'e")),
                 QByteArray("a 'd\\'e' \"c\";"));
        QCOMPARE(edited(quoted, nginxWithArgument(quoted.root().firstChild(), 1, "d")), QByteArray("a 'b' \"d\";"));
        const NginxTree glued = NginxTree::parse("if ($a = \"b\") { c; }");
        const NginxNode condition = glued.root().firstChild();
        QCOMPARE(edited(glued, nginxWithArgument(condition, 3, "d)")), QByteArray("if ($a = \"b\" d) { c; }"));
        QCOMPARE(edited(glued, nginxWithArgument(condition, 2, "d")), QByteArray("if ($a = \"d\") { c; }"));
        QCOMPARE(edited(glued, nginxWithoutArgument(condition, 2)), QByteArray("if ($a = ) { c; }"));
        const NginxTree braced = NginxTree::parse("a $ b{ c; }");
        QCOMPARE(edited(braced, nginxWithoutArgument(braced.root().firstChild(), 1)), QByteArray("a $ { c; }"));
        QCOMPARE(edited(braced, nginxWithArgument(braced.root().firstChild(), 1, "d$")), QByteArray("a $ d$ { c; }"));
        QCOMPARE(edited(braced, nginxWithAddedArgument(braced.root().firstChild(), "d$")),
                 QByteArray("a $ b d$ { c; }"));
        QCOMPARE(nginxDirective("add_header", {"X", "a b", ""}), QByteArray("add_header X \"a b\" \"\";"));
    }

    void severalEdits_areOfOneTree()
    {
        const NginxTree tree = NginxTree::parse(text);
        const NginxNode server = serverOf(tree);
        const QByteArray changed = nginxEdited(
            text,
            {nginxRemoved(tree, server.child("location")), nginxInsertedAfter(tree, server.child("listen"), "a;"),
             nginxInsertedAfter(tree, server.child("listen"), "b;"), nginxWithArgument(server.child("listen"), 0, "81"),
             nginxRenamed(server.child("location").firstChild(), "left out: within what is removed")});
        QByteArray expected = with("listen 80; # plain\n", "listen 81; # plain\n  a;\n  b;\n");
        expected.replace("  location / { return 404; }\n", "");
        QCOMPARE(changed, expected);
        QVERIFY(NginxTree::parse(changed).errors().isEmpty());
    }
};

GW_REGISTER_TEST(EditTest)
#include "edittest.moc"

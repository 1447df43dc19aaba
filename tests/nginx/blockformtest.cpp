// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/blockform.h"
#include "tests/support/testmain.h"

using namespace gw;
using Control = NginxField::Control;

namespace {

const QByteArray text = "server {\n"
                        "    listen 80; # plain\n"
                        "    listen [::]:80;\n"
                        "    gzip  on;\n"
                        "    allow 10.0.0.0/8;\n"
                        "    deny all;\n"
                        "\n"
                        "    location / { }\n"
                        "}\n";

NginxField field(const char *directive)
{
    for (const NginxContext body : {NginxContext::Server, NginxContext::Location, NginxContext::Upstream}) {
        for (const NginxField &each : nginxFields(body)) {
            if (each.directive == directive)
                return each;
        }
    }
    return {};
}

QByteArray edited(const char *directive, const QByteArray &value, const QByteArray &source = text)
{
    const NginxTree tree = NginxTree::parse(source);
    const auto edits = nginxFieldEdits(tree, tree.root().firstChild(), field(directive), value);
    return edits ? nginxEdited(source, *edits) : QByteArray("refused");
}

QByteArray with(const QByteArray &part, const QByteArray &replacement)
{
    return QByteArray(text).replace(part, replacement);
}

} // namespace

class BlockFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fields_areThoseOfTheBlock()
    {
        const auto has = [](NginxContext body, const char *name) {
            const QList<NginxField> fields = nginxFields(body);
            return std::any_of(fields.cbegin(), fields.cend(),
                               [name](const NginxField &each) { return each.directive == name; });
        };
        QVERIFY(has(NginxContext::Server, "listen") && !has(NginxContext::Location, "listen"));
        QVERIFY(has(NginxContext::Location, "proxy_pass") && !has(NginxContext::Server, "proxy_pass"));
        QVERIFY(has(NginxContext::Upstream, "server") && !has(NginxContext::Http, "server"));
        QVERIFY(!has(NginxContext::Upstream, "gzip"));
    }

    void value_isWhatTheBlockSays()
    {
        const NginxTree tree = NginxTree::parse(text);
        const NginxNode server = tree.root().firstChild();
        QCOMPARE(nginxFieldValue(server, field("listen")), QByteArray("80\n[::]:80"));
        QCOMPARE(nginxFieldValue(server, field("allow")), QByteArray("allow 10.0.0.0/8\ndeny all"));
        QCOMPARE(nginxFieldValue(server, field("gzip")), QByteArray("on"));
        QCOMPARE(nginxFieldValue(server, field("root")), QByteArray());
    }

    void edit_changesItsLinesAlone()
    {
        QCOMPARE(edited("gzip", "on"), text);
        QCOMPARE(edited("gzip", "off"), with("gzip  on;", "gzip off;"));
        QCOMPARE(edited("listen", "81\n[::]:80"), with("listen 80;", "listen 81;"));
        QCOMPARE(edited("listen", "80"), with("    listen [::]:80;\n", ""));
        QCOMPARE(edited("listen", "80\n[::]:80\n443 ssl"), with("[::]:80;\n", "[::]:80;\n    listen 443 ssl;\n"));
        QCOMPARE(edited("gzip", ""), with("    gzip  on;\n", ""));
        QCOMPARE(edited("root", "/srv"), with("deny all;\n", "deny all;\n    root /srv;\n"));
        QCOMPARE(edited("allow", "deny 10.0.0.1\nallow 10.0.0.0/8\ndeny all"),
                 with("allow 10.0.0.0/8;\n    deny all;\n", "deny 10.0.0.1;\n    allow 10.0.0.0/8;\n    deny all;\n"));
        QCOMPARE(edited("root", "/srv", "server {\n}\n"), QByteArray("server {\n    root /srv;\n}\n"));
    }

    void valueThatIsMoreThanArguments_isRefused()
    {
        for (const char *value : {"on; return 200", "on }", "on {", "\"on", "on # x", "on;"})
            QCOMPARE(edited("gzip", value), QByteArray("refused"));
        QCOMPARE(edited("allow", "return 200"), QByteArray("refused"));
        QCOMPARE(edited("add_header", "X \"a; b } c\" always").count("add_header X \"a; b } c\" always;"), 1);
    }

    void inherited_isWhatALevelAboveSays()
    {
        const NginxConfig config = NginxConfig::read(
            NginxFiles::of(
                {{RemotePath(QByteArray("/n/nginx.conf")),
                  "http {\n  gzip on;\n  add_header A 1;\n  add_header B 2;\n  server {\n    location / { }\n"
                  "    location /b { add_header C 3; }\n  }\n}\n"}}),
            RemotePath(QByteArray("/n/nginx.conf")));
        const NginxNode location = config.files()[0].tree.root().child("http").child("server").child("location");
        const auto gzip = nginxInherited(config, 0, location, field("gzip"));
        QVERIFY(gzip);
        QCOMPARE(gzip->value, QByteArray("on"));
        QCOMPARE(gzip->line, 2);
        QCOMPARE(nginxInherited(config, 0, location, field("add_header"))->value, QByteArray("A 1\nB 2"));
        QVERIFY(!nginxInherited(config, 0, location, field("root")));
        QVERIFY(!nginxInherited(config, 0, location, field("proxy_pass")));
    }
};

GW_REGISTER_TEST(BlockFormTest)
#include "blockformtest.moc"

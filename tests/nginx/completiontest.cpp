// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/completion.h"
#include "tests/support/testmain.h"

using namespace gw;

namespace {

/// "|" in the text is where somebody types.
NginxCompletions asked(QByteArray text, const NginxSurroundings &around = {})
{
    const qsizetype offset = text.indexOf('|');
    text.remove(offset, 1);
    return nginxCompletions(NginxTree::parse(text), offset, around);
}

QList<QByteArray> offered(const QByteArray &text, const NginxSurroundings &around = {})
{
    QList<QByteArray> texts;
    for (const NginxCompletion &item : asked(text, around).items)
        texts.append(item.text);
    return texts;
}

std::optional<NginxHover> hovered(QByteArray text, const NginxSurroundings &around = {})
{
    const qsizetype offset = text.indexOf('|');
    text.remove(offset, 1);
    return nginxHover(NginxTree::parse(text), offset, around);
}

} // namespace

class CompletionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_areThoseOfTheBlock()
    {
        QVERIFY(offered("|").contains("server"));
        QVERIFY(!offered("|").contains("proxy_pass"));
        QVERIFY(offered("server { | }").contains("listen"));
        QVERIFY(offered("server { location / { proxy_p| } }").contains("proxy_pass"));
        QVERIFY(!offered("server { proxy_pa| }").contains("proxy_pass"));
        QVERIFY(offered("server { location / { root /a; }\n | }").contains("listen"));
        QVERIFY(offered("server {\n lis|\n server_name a;\n}").first() == "listen");
        QVERIFY(offered("server {\n lis|").contains("listen")); // nothing is closed yet
        QCOMPARE(offered("map $a $b { | }"), QList<QByteArray>{"include"});
        QVERIFY(offered("# lis|").isEmpty());
    }

    void names_areThoseOfTheVersion()
    {
        const auto with = [](NginxVersion version) {
            return offered("server { http2| }", {NginxContext::Http, NginxBuild(version), {}, {}});
        };
        QVERIFY(!with({1, 22, 1}).contains("http2"));
        QVERIFY(with({1, 26, 0}).contains("http2"));
    }

    void typedText_isReplaced()
    {
        const NginxCompletions found = asked("server { lis|ten 80; }");
        QCOMPARE(found.typed, NginxSpan({9, 12}));
        QCOMPARE(asked("proxy_pass http://ch|at;").typed, NginxSpan({18, 20}));
        QCOMPARE(asked("add_header X \"a$ho|\";").typed.size(), 3);
    }

    void whatBeginsLikeIt_comesFirst()
    {
        const QList<QByteArray> found = offered("server { location / { gzip| } }");
        QCOMPARE(found.first(), QByteArray("gzip"));
        QVERIFY(found.indexOf("gunzip") < 0);
        const QList<QByteArray> buffers = offered("server { location / { buffering| } }");
        QVERIFY(buffers.contains("proxy_buffering"));
    }

    void arguments_areWhatTheSyntaxNames()
    {
        QCOMPARE(offered("gzip |;"), QList<QByteArray>({"on", "off"}));
        QCOMPARE(offered("server { satisfy a| }"), QList<QByteArray>({"all", "any"}));
        QVERIFY(offered("server { ssl_protocols TLSv1.2 | }").contains("TLSv1.3"));
        QVERIFY(offered("server { listen 443 | }").contains("default_server"));
        QVERIFY(offered("server { location / { limit_req | } }").contains("zone="));
        QVERIFY(!offered("gzip |;").contains("gzip"));
    }

    void upstreamsVariablesAndFiles_areThoseOfTheConfiguration()
    {
        NginxSurroundings around;
        around.config = NginxConfig::read(
            NginxFiles::of({{RemotePath(QByteArray("/n/nginx.conf")), "http { upstream app {} map $uri $kind {} }"}}),
            RemotePath(QByteArray("/n/nginx.conf")));
        around.names = nginxNamesOf(around.config);
        QCOMPARE(offered("server { location / { proxy_pass http://| } }", around), QList<QByteArray>{"app"});
        QCOMPARE(offered("server { add_header X $ki| }", around), QList<QByteArray>{"$kind"});
        QVERIFY(offered("server { add_header X $http_u| }").contains("$http_user_agent") ||
                offered("server { add_header X $http_| }").contains("$http_"));
        QCOMPARE(offered("include |;", around), QList<QByteArray>{"/n/nginx.conf"});
    }

    void hover_tellsWhatIsUnderThePointer()
    {
        QCOMPARE(hovered("server { lis|ten 80; }")->facts->name, QByteArrayView("listen"));
        QCOMPARE(hovered("server { lis|ten 80; }")->standsIn, NginxContext::Server);
        QCOMPARE(hovered("server { proxy_|pass x; }")->facts->name, QByteArrayView("proxy_pass"));
        QCOMPARE(hovered("server { return 301 $ho|st; }")->variable->name, QByteArrayView("$host"));
        QVERIFY(!hovered("server { listen 8|0; }"));
        QVERIFY(!hovered("nothing_such| 1;"));
    }
};

GW_REGISTER_TEST(CompletionTest)
#include "completiontest.moc"

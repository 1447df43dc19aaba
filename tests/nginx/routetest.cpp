// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/routetext.h"
#include "tests/support/testmain.h"

#include <QJsonArray>

using namespace gw;

namespace {

using Kind = NginxAnswer::Kind;

NginxConfig configOf(const QByteArray &text)
{
    return NginxConfig::ofOneFile(RemotePath(QByteArray("/etc/nginx/nginx.conf")), text);
}

NginxRequest request(const QByteArray &url)
{
    return NginxRequest::fromUrl(url).value_or(NginxRequest());
}

QJsonObject json(const QByteArray &config, const QByteArray &url)
{
    const NginxConfig read = configOf(config);
    return routeJson(routeOf(read, request(url)));
}

QByteArray compact(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.sliced(1).chopped(1);
}

const QByteArray site = "http {\n"
                        "upstream llm { server 10.0.0.1:8000; server 10.0.0.2:8000 backup; }\n"
                        "server {\n"
                        "    listen 80; server_name a.test *.b.test;\n"
                        "    location /v1/ { proxy_pass http://llm/api/; }\n"
                        "    location ~* \\.png$ { root /srv/pictures; }\n"
                        "    location = /gone { return 410 \"no more\"; }\n"
                        "    location /old { return 301 https://$host/new; }\n"
                        "    location /status { stub_status; }\n"
                        "    location /app/ { root /srv; try_files $uri /index.html; }\n"
                        "    location = /index.html { root /srv; }\n"
                        "}\n"
                        "server { listen 443 ssl; server_name tls.test; return 444; }\n"
                        "}\n";

} // namespace

/// What the tracer takes and tells, without any nginx.
class RouteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void url_becomesRequest_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *url, const char *expected) {
            QTest::newRow(url) << QByteArray(url) << QByteArray(expected);
        };
        row("http://a.test/b?c=d#e", "http a.test 80 [] /b?c=d");
        row("https://a.test", "https a.test 443 [] /");
        row("HTTPS://a.test:8443/", "https a.test:8443 8443 [] /");
        row("http://a.test:80/", "http a.test 80 [] /");
        row("a.test/x", "http a.test 80 [] /x");
        row("a.test?x", "http a.test 80 [] /?x");
        row("http://user:word@a.test/", "http a.test 80 [] /");
        row("http://192.0.2.1/", "http 192.0.2.1 80 [192.0.2.1] /");
        row("http://[::1]:81/", "http [::1]:81 81 [::1] /");
        row("ftp://a.test/", "none");
        row("http:///x", "none");
        row("http://a.test:/x", "none");
        row("http://a.test:99999/", "none");
        row("http://[::1/", "none");
        row("", "none");
    }

    void url_becomesRequest()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, expected);
        const auto found = NginxRequest::fromUrl(url);
        QByteArray shown = "none";
        if (found)
            shown = (found->scheme == NginxRequest::Scheme::Https ? "https " : "http ") + found->host + ' ' +
                    QByteArray::number(found->port) + " [" + found->address + "] " + found->target;
        QCOMPARE(shown, expected);
    }

    void upstream_hasItsServersAndTheUriSentOn()
    {
        const QJsonObject route = json(site, "http://a.test/v1/models?x=1");
        QCOMPARE(compact(route[u"server"]),
                 QByteArray(R"({"file":"/etc/nginx/nginx.conf","line":3,"names":["a.test","*.b.test"]})"));
        QCOMPARE(compact(route[u"location"]),
                 QByteArray(R"({"file":"/etc/nginx/nginx.conf","line":5,"modifier":"","pattern":"/v1/"})"));
        QCOMPARE(route[u"uri"].toString(), QStringLiteral("/api/models?x=1"));
        QCOMPARE(compact(route[u"upstream"]), QByteArray(R"(["10.0.0.1:8000","10.0.0.2:8000"])"));
        QCOMPARE(route[u"upstreamName"].toString(), QStringLiteral("llm"));
        QVERIFY(!route.contains(u"root") && !route.contains(u"return") && !route.contains(u"error"));
    }

    void file_hasItsPath()
    {
        const QJsonObject route = json(site, "http://x.b.test/a/B.PNG");
        QCOMPARE(compact(route[u"location"]),
                 QByteArray(R"({"file":"/etc/nginx/nginx.conf","line":6,"modifier":"~*","pattern":"\\.png$"})"));
        QCOMPARE(route[u"root"].toString(), QStringLiteral("/srv/pictures/a/B.PNG"));
        QCOMPARE(route[u"uri"].toString(), QStringLiteral("/a/B.PNG"));
        QVERIFY(!route.contains(u"upstream") && !route.contains(u"return"));
    }

    void return_hasItsStatus()
    {
        const QJsonObject gone = json(site, "http://a.test/gone");
        QCOMPARE(gone[u"return"].toInt(), 410);
        QCOMPARE(gone[u"text"].toString(), QStringLiteral("no more"));
        QCOMPARE(gone[u"location"].toObject()[u"modifier"].toString(), QStringLiteral("="));
        const QJsonObject old = json(site, "http://a.test/old/x");
        QCOMPARE(old[u"return"].toInt(), 301);
        QCOMPARE(old[u"redirect"].toString(), QStringLiteral("https://a.test/new"));
        const QJsonObject closed = json(site, "https://tls.test/");
        QCOMPARE(closed[u"return"].toInt(), 444);
        QVERIFY(closed[u"location"].isNull());
    }

    void whatNothingAnswers_saysWhy()
    {
        const QJsonObject port = json(site, "http://a.test:8080/");
        QCOMPARE(port[u"error"].toString(), QStringLiteral("not-reached"));
        QVERIFY(port[u"server"].isNull() && port[u"location"].isNull());
        const QByteArray plain = "server { listen 443; } server { listen 444 ssl; ssl_reject_handshake on; }";
        QCOMPARE(json(plain, "https://a.test/")[u"error"].toString(), QStringLiteral("tls-refused"));
        QCOMPARE(json(plain, "https://a.test:444/")[u"error"].toString(), QStringLiteral("tls-refused"));
        QCOMPARE(json(site, "http://a.test:443/")[u"return"].toInt(), 400);
        QCOMPARE(json(site, "http://a.test/status")[u"module"].toString(), QStringLiteral("stub_status"));
    }

    void https_goesToTheServerOfItsName()
    {
        const QByteArray two = "server { listen 443 ssl; ssl_reject_handshake on; }\n"
                               "server { listen 443 ssl; server_name a.test; return 204; }\n";
        QCOMPARE(json(two, "https://a.test/")[u"return"].toInt(), 204);
        QCOMPARE(json(two, "https://b.test/")[u"error"].toString(), QStringLiteral("tls-refused"));
        // Who sends no name, as to an address in numbers, gets the default server.
        QCOMPARE(json(two, "https://192.0.2.1/")[u"error"].toString(), QStringLiteral("tls-refused"));
    }

    void fileNobodyKnows_isQuestionWithItsOtherAnswer()
    {
        const NginxConfig config = configOf(site);
        const NginxRoute route = routeOf(config, request("http://a.test/app/x"));
        QCOMPARE(route.answer.kind, Kind::File);
        QCOMPARE(route.answer.path, QByteArray("/srv/index.html"));
        const auto question = std::ranges::find(route.questions, QByteArray("/srv/app/x"), &NginxQuestion::subject);
        QVERIFY(question != route.questions.end());
        QVERIFY(!question->isAssumed && question->otherwise);
        QCOMPARE(question->otherwise->answer.path, QByteArray("/srv/app/x"));
        QVERIFY(questionLine(*question).contains(QStringLiteral("/srv/app/x")));
    }

    void knownFiles_leaveNoQuestion()
    {
        const NginxConfig config = configOf(site);
        NginxRouteOptions options;
        options.files = [](const QByteArray &path) {
            return path == "/srv/index.html" ? NginxRouteOptions::Path::File : NginxRouteOptions::Path::Nothing;
        };
        const NginxRouter router(config, options);
        QCOMPARE(router.route(request("http://a.test/app/x")).answer.path, QByteArray("/srv/index.html"));
        QVERIFY(router.route(request("http://a.test/app/x")).questions.isEmpty());
        const NginxRoute missing = router.route(request("http://a.test/b.png"));
        QCOMPARE(missing.answer.kind, Kind::Response);
        QCOMPARE(missing.answer.status, 404);
    }

    void conditionOnWhatIsNotKnown_isQuestion()
    {
        const NginxConfig config = configOf("server { if ($http_user_agent ~ curl) { return 403; } return 204; }");
        NginxRequest asked = request("http://a.test/");
        const NginxRoute route = routeOf(config, asked);
        QCOMPARE(route.answer.status, 204);
        QVERIFY(!route.answer.isSure);
        QCOMPARE(route.questions.size(), 1);
        QCOMPARE(route.questions.first().otherwise->answer.status, 403);
        asked.headers.insert("user-agent", "curl/8");
        const NginxRoute known = routeOf(config, asked);
        QCOMPARE(known.answer.status, 403);
        QVERIFY(known.answer.isSure && known.questions.isEmpty());
    }

    void addressNobodyNamed_isQuestion()
    {
        const NginxConfig config = configOf("server { listen 80; return 201; }\n"
                                            "server { listen 192.0.2.1:80; return 202; }\n");
        const NginxRoute route = routeOf(config, request("http://a.test/"));
        QCOMPARE(route.answer.status, 201);
        QCOMPARE(route.questions.first().kind, NginxQuestion::Kind::Address);
        QCOMPARE(route.questions.first().otherwise->answer.status, 202);
        QCOMPARE(routeOf(config, request("http://192.0.2.1/")).answer.status, 202);
    }

    void siteAlone_isEnough()
    {
        QCOMPARE(json("server { server_name a; location / { proxy_pass http://127.0.0.1:7860; } }",
                      "http://a/x")[u"upstream"]
                     .toArray(),
                 QJsonArray{QStringLiteral("127.0.0.1:7860")});
    }

    void lines_sayServerLocationAndAnswer()
    {
        const NginxConfig config = configOf(site);
        const QString text = routeLines(routeOf(config, request("http://a.test/v1/x"))).join(QLatin1Char('\n'));
        QVERIFY(text.contains(QStringLiteral("Server: a.test *.b.test (/etc/nginx/nginx.conf:3)")));
        QVERIFY(text.contains(QStringLiteral("Location: /v1/ (/etc/nginx/nginx.conf:5)")));
        QVERIFY(text.contains(QStringLiteral(
            "passed on to http://llm (10.0.0.1:8000, 10.0.0.2:8000) as /api/x (/etc/nginx/nginx.conf:5)")));
    }

    void controlCharacters_areMadeVisible()
    {
        const NginxConfig config = configOf("server { return 200 \"\x1b[2J\"; }");
        const QString text = routeLines(routeOf(config, request("http://a/"))).join(QLatin1Char('\n'));
        QVERIFY(!text.contains(QChar(0x1b)));
    }

    void endlessRewrites_end()
    {
        QCOMPARE(json("server { location / { rewrite ^ /a last; } }", "http://a/")[u"return"].toInt(), 500);
        QCOMPARE(json("server { error_page 404 /x; recursive_error_pages on; return 404; }", "http://a/")[u"server"]
                     .isNull(),
                 false);
    }

    void mapsOfMaps_endInTime()
    {
        QByteArray text = "map $v0 $v0 { default $v0; }\n";
        for (int i = 1; i < 60; ++i) {
            const QByteArray before = "$v" + QByteArray::number(i - 1);
            text += "map $uri $v" + QByteArray::number(i) + " { volatile; default " + before + before + "; }\n";
        }
        const NginxConfig config = configOf("http { " + text + " server { return 200 $v59; } }");
        const NginxRoute route = routeOf(config, request("http://a/"));
        QCOMPARE(route.answer.status, 200);
        QVERIFY(!route.answer.isSure);
    }

    void deepNesting_isBounded()
    {
        QByteArray text = "server { ";
        for (int i = 0; i < 3000; ++i)
            text += "location / { ";
        const NginxConfig config = configOf(text + "return 204; " + QByteArray(3001, '}'));
        QVERIFY(routeOf(config, request("http://a/")).locations.size() <= 101);
    }

    void steps_areBounded()
    {
        QByteArray text = "server { ";
        for (int i = 0; i < 2000; ++i)
            text += "set $a b; if (-f /x" + QByteArray::number(i) + ") { set $a c; } ";
        const NginxConfig config = configOf(text + "return 204; }");
        const NginxRoute route = routeOf(config, request("http://a/"));
        QCOMPARE(route.answer.status, 204);
        QVERIFY(route.isCut);
        QCOMPARE(route.steps.size(), NginxRouter::mostSteps);
        QCOMPARE(route.questions.size(), NginxRouter::mostQuestions);
    }
};

GW_REGISTER_TEST(RouteTest)
#include "routetest.moc"

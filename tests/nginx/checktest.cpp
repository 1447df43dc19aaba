// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/check.h"
#include "tests/nginx/checkcases.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace gw;

namespace {

NginxConfig configOf(const QByteArray &text)
{
    return NginxConfig::ofOneFile(RemotePath("/etc/nginx/nginx.conf"), text);
}

QByteArrayList textsOf(const QList<NginxComplaint> &complaints)
{
    QByteArrayList texts;
    for (const NginxComplaint &complaint : complaints)
        texts.append(complaint.text());
    return texts;
}

/// Nanoseconds, the least of some runs.
qint64 cost(const QByteArray &text)
{
    const NginxConfig config = configOf(text);
    qint64 least = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        checked(config);
        least = std::min(least, timer.nsecsElapsed());
    }
    return least;
}

} // namespace

/// What is said beyond nginx's first error, and what is not. The words are compared with nginx's in checkoracletest.
class CheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allErrors_areSaid_inTheOrderOfNginx()
    {
        const QByteArray text = test::inServer("rot /a;\nlocation / {\nindex;\n}\n}\nallow x;");
        QCOMPARE(textsOf(checked(configOf(text))),
                 QByteArrayList({"[emerg] unknown directive \"rot\" in /etc/nginx/nginx.conf:4",
                                 "[emerg] invalid number of arguments in \"index\" directive in "
                                 "/etc/nginx/nginx.conf:6",
                                 "[emerg] invalid parameter \"x\" in /etc/nginx/nginx.conf:9",
                                 "[emerg] unexpected \"}\" in /etc/nginx/nginx.conf:11"}));
    }

    void complaints_areAboutBytes()
    {
        const QByteArray text = test::inHttp("sendfile on;\ngzip_comp_level  99;");
        const QList<NginxComplaint> complaints = checked(configOf(text));
        QCOMPARE(complaints.size(), 1);
        const NginxSpan span = complaints.first().span;
        QCOMPARE(text.mid(span.start, span.size()), QByteArray("99"));
        QCOMPARE(complaints.first().error.line, 4);
        QCOMPARE(complaints.first().error.column, 18);
    }

    void whatAModuleMayHave_isNotRefused()
    {
        const QByteArray use = test::inServer("waf on;\nreturn 200 $waf_score;");
        QVERIFY(hasEmergency(checked(configOf(use))));
        QCOMPARE(checked(configOf("load_module modules/ngx_http_waf_module.so;\n" + use)), QList<NginxComplaint>());
    }

    void whatAnIncludeMayHave_isNotMissed()
    {
        QCOMPARE(checked(configOf("include modules/*.conf;\nhttp { server { return 200 $a; include a; } }")),
                 QList<NginxComplaint>());
    }

    void whatAVersionLacks_isRefusedForIt()
    {
        const QByteArray text = test::inHttp("http2 on;");
        QCOMPARE(checked(configOf(text)), QList<NginxComplaint>());
        QCOMPARE(checked(configOf(text), NginxBuild({1, 25, 1})), QList<NginxComplaint>());
        QVERIFY(hasEmergency(checked(configOf(text), NginxBuild({1, 22, 1}))));
    }

    void cost_isLinear_data()
    {
        QTest::addColumn<QByteArray>("unit"); // %1 is another number each time
        QTest::addColumn<bool>("isInServer");
        const auto row = [](const char *name, bool isInServer, const QByteArray &unit) {
            QTest::newRow(name) << unit << isInServer;
        };
        row("servers of one address", false, "server { listen 80; server_name a%1; }\n");
        row("servers of many addresses", false, "server { listen unix:/%1; }\n");
        row("servers with certificates", false,
            "server { listen 80 ssl; ssl_certificate a; ssl_certificate_key a; }\n");
        row("upstreams", false, "upstream u%1 { server 127.0.0.1:81; }\n");
        row("zones", false, "limit_req_zone $host zone=z%1:1m rate=1r/s;\n");
        row("logs", false, "log_format f%1 a;\naccess_log a f%1;\n");
        row("maps", false, "map $host $a%1 { a.b %1; }\n");
        row("locations", true, "location /a%1 { }\n");
        row("patterns", true, "location ~ ^/a%1/(.*)$ { }\n");
        row("variables", true, "set $a%1 $host;\n");
        row("services", true, "location /%1 { proxy_pass http://127.0.0.1:81/%1; }\n");
        row("errors", true, "unknown%1 a;\n");
    }

    void cost_isLinear()
    {
        QFETCH(QByteArray, unit);
        QFETCH(bool, isInServer);
        const auto many = [&](int count) {
            QByteArray inside;
            for (int i = 0; i < count; ++i)
                inside += QByteArray(unit).replace("%1", QByteArray::number(i));
            return isInServer ? test::inServer(inside) : test::inHttp(inside);
        };
        // Eight times as much: 64 times the cost if each looked at all the others.
        const double growth = double(cost(many(8000))) / double(cost(many(1000)));
        QVERIFY2(growth < 24, QByteArray::number(growth).constData());
    }
};

GW_REGISTER_TEST(CheckTest)
#include "checktest.moc"

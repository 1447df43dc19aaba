// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/sites.h"
#include "tests/support/testmain.h"

using namespace gw;

namespace {

NginxConfig configOf(const QMap<QByteArray, QByteArray> &files)
{
    QMap<RemotePath, QByteArray> contents;
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        contents.insert(RemotePath("/etc/nginx/" + it.key()), it.value());
    return NginxConfig::read(NginxFiles::of(contents), RemotePath(QByteArray("/etc/nginx/nginx.conf")));
}

QByteArray listened(const QByteArray &arguments)
{
    const auto listen = nginxListenFrom(arguments.split(' '));
    return listen ? listen->text() : QByteArray("refused");
}

} // namespace

class SitesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listen_isReadAsNginxDoes_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QByteArray>("address");
        const auto row = [](const char *arguments, const char *address) {
            QTest::newRow(arguments) << QByteArray(arguments) << QByteArray(address);
        };
        row("80", "*:80");
        row("*:8080", "*:8080");
        row("127.0.0.1", "127.0.0.1:80");
        row("127.0.0.1:8000", "127.0.0.1:8000");
        row("[::]:443 ssl", "[::]:443");
        row("[::1]", "[::1]:80");
        row("localhost:81", "localhost:81");
        row("unix:/run/web.sock", "unix:/run/web.sock");
        row("8000-8010", "*:8000-8010");
        row("0", "refused");
        row("70000", "refused");
        row("[::1:80", "refused");
        row("127.0.0.1:http", "refused");
    }
    void listen_isReadAsNginxDoes()
    {
        QFETCH(QByteArray, arguments);
        QTEST(listened(arguments), "address");
    }

    void listen_saysWhatIsSpokenThere()
    {
        const auto listen = nginxListenFrom({"443", "ssl", "http2", "default_server"});
        QVERIFY(listen->isTls && listen->isHttp2 && listen->isDefault && !listen->isQuic);
        QVERIFY(nginxListenFrom({"443", "quic", "reuseport"})->isTls);
    }

    void serversOfOneFileThatShareAName_areOneSite()
    {
        const NginxConfig config = configOf(
            {{"nginx.conf", "events {}\nhttp { root /srv; include sites/*; }\nstream { server { listen 1; } }\n"},
             {"sites/a", "server { listen 80; server_name a.example www.a.example; return 301 https://$host; }\n"
                         "server { listen 443 ssl; server_name a.example; ssl_certificate /a.pem; }\n"
                         "server { server_name b.example; root /b; }\n"},
             {"sites/c",
              "server { server_name a.example; }\nserver { listen 8080 default_server; server_name _; }\n"}});
        const QList<NginxSite> sites = nginxSites(config);
        QCOMPARE(sites.size(), 4);
        QCOMPARE(sites[0].names, QList<QByteArray>({"a.example", "www.a.example"}));
        QCOMPARE(sites[0].servers.size(), 2);
        QCOMPARE(sites[0].certificate, QByteArray("/a.pem"));
        QCOMPARE(sites[0].root, QByteArray("/srv"));
        QCOMPARE(sites[0].path, RemotePath(QByteArray("/etc/nginx/sites/a")));
        QVERIFY(sites[0].isTls() && !sites[1].isTls());
        QCOMPARE(sites[1].names, QList<QByteArray>{"b.example"});
        QCOMPARE(sites[1].line(), 3);
        QCOMPARE(sites[1].root, QByteArray("/b"));
        QCOMPARE(sites[1].listens().first().text(), QByteArray("*:80"));
        QCOMPARE(sites[2].path, RemotePath(QByteArray("/etc/nginx/sites/c")));
        QVERIFY(sites[3].names.isEmpty());
        QVERIFY(sites[3].listens().first().isDefault);
    }

    void backends_nameTheServersOfTheirUpstream()
    {
        const NginxConfig config =
            configOf({{"nginx.conf",
                       "http {\nupstream chat { server 127.0.0.1:3001; server 127.0.0.1:3002 backup; keepalive 2; }\n"
                       "server {\n  location /v1/ { proxy_pass http://chat/; }\n"
                       "  location /u/ { proxy_pass http://unix:/run/app.sock:/x/; }\n"
                       "  location / { if ($a) { fastcgi_pass 127.0.0.1:9000; } proxy_pass $target; }\n}\n}\n"}});
        const QList<NginxBackend> backends = nginxSites(config).first().backends;
        QCOMPARE(backends.size(), 4);
        QCOMPARE(backends[0].address, QByteArray("chat"));
        QVERIFY(backends[0].isUpstream);
        QCOMPARE(backends[0].servers, QList<QByteArray>({"127.0.0.1:3001", "127.0.0.1:3002"}));
        QCOMPARE(backends[0].line, 4);
        QCOMPARE(backends[1].address, QByteArray("unix:/run/app.sock"));
        QCOMPARE(backends[2].address, QByteArray("127.0.0.1:9000"));
        QCOMPARE(backends[3].address, QByteArray("$target"));
    }

    void tlsAndHttp2_areAlsoDirectives()
    {
        const NginxConfig config =
            configOf({{"nginx.conf", "http { ssl_certificate /all.pem; server { listen 443 ssl; http2 on; }\n"
                                     "server { listen 444; ssl on; } }\n"}});
        const QList<NginxSite> sites = nginxSites(config);
        QVERIFY(sites[0].listens().first().isHttp2);
        QCOMPARE(sites[0].certificate, QByteArray("/all.pem"));
        QVERIFY(sites[1].isTls());
    }

    void fileThatIsNotIncluded_hasItsSitesToo()
    {
        const QList<NginxSite> sites = nginxSitesIn(RemotePath(QByteArray("/etc/nginx/sites-available/x")),
                                                    "server { server_name x.example; }\nupstream u {}\n");
        QCOMPARE(sites.size(), 1);
        QCOMPARE(sites[0].names, QList<QByteArray>{"x.example"});
    }
};

GW_REGISTER_TEST(SitesTest)
#include "sitestest.moc"

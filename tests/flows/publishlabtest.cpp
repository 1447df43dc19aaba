// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/labclient.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using gw::test::LabClient;
using gw::test::LabServer;
using gw::test::Ran;
using gw::test::runToEnd;

/// From naked ports to sites behind a door, on a real server, seen from outside.
class PublishLabTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::own(u"tutorial"_s, u"publish"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_server.get()});
        m_asFound = webFiles();
    }
    void cleanupTestCase()
    {
        m_client.reset();
        m_server.reset();
    }

    void before_everybodyReachesTheNakedPorts()
    {
        for (const char *address : {"7860/", "3001/health", "8888/api"})
            QCOMPARE(seen(u"http://%1:%2"_s.arg(m_server->address(), QLatin1String(address))), QByteArray("200"));
    }

    void webUi_isBehindAPassword_withWebSocket()
    {
        const Ran ran = publish({u"--service"_s, u"127.0.0.1:7860"_s, u"--domain"_s, u"webui.tutorial.test"_s,
                                 u"--user"_s, u"ada"_s, u"--health"_s, u"--enable-firewall"_s},
                                "open sesame\n");
        QVERIFY2(ran.exitCode == 0, ran.all().right(3000).constData());
        const QString url = u"https://webui.tutorial.test/"_s;
        QCOMPARE(seen(url), QByteArray("401"));
        QCOMPARE(seen(url, u"-u 'ada:wrong'"_s), QByteArray("401"));
        QCOMPARE(seen(url, u"-u 'ada:open sesame'"_s), QByteArray("200"));
        QCOMPARE(seen(u"http://webui.tutorial.test/"_s), QByteArray("301"));
        QCOMPARE(seen(url + u"gatewright-health"_s), QByteArray("200"));
        QCOMPARE(seen(url + u"queue/join"_s,
                      u"-u 'ada:open sesame' --http1.1 "
                      "-H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' "
                      "-H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='"_s),
                 QByteArray("101"));
        QCOMPARE(nakedPort(7860), QByteArray("000"));
        QVERIFY2(ran.all().contains("opens a WebSocket") && ran.all().contains("answered 101"),
                 ran.all().right(700).constData());
        QCOMPARE(nakedPort(3001), QByteArray("000")); // the firewall denies what nobody allowed
    }

    void vllm_isThereForOneNetwork_andStreams()
    {
        const QString near = m_server->value(u"CLIENT"_s) + u"/32"_s;
        const Ran ran =
            publish({u"--service"_s, u"127.0.0.1:3001"_s, u"--domain"_s, u"api.tutorial.test"_s, u"--network"_s, near,
                     u"--origin"_s, u"https://app.tutorial.test"_s, u"--to-loopback"_s},
                    {});
        QVERIFY2(ran.exitCode == 0, ran.all().right(3000).constData());
        QVERIFY2(ran.all().contains("answers piece by piece") && ran.all().contains("came in "), ran.all().constData());
        QCOMPARE(m_server->must(u"ss -Hltn 'sport = :3001' | awk '{ print $4 }'"_s).trimmed(),
                 QByteArray("127.0.0.1:3001"));
        const QString url = u"https://api.tutorial.test/"_s;
        QCOMPARE(seen(url + u"v1/models"_s), QByteArray("200"));
        // Preflight: the origin of the list is named, another one is not.
        const QString preflight =
            u"-X OPTIONS -D - -H 'Access-Control-Request-Method: POST' -H 'Origin: https://%1' "_s;
        const QByteArray allowed = seen(url + u"v1/models"_s, preflight.arg(u"app.tutorial.test"_s)).toLower();
        QVERIFY2(allowed.contains("access-control-allow-origin: https://app.tutorial.test"), allowed.constData());
        const QByteArray refused = seen(url + u"v1/models"_s, preflight.arg(u"evil.test"_s)).toLower();
        QVERIFY2(refused.contains("http/") && !refused.contains("access-control-allow-origin"), refused.constData());
        // Each piece with the time at which it came.
        const QByteArray pieces =
            shell(curl(url + u"v1/chat/completions"_s,
                       u"-N -H 'Content-Type: application/json' -d '{\"stream\":true,\"messages\":"
                       "[{\"role\":\"user\",\"content\":\"count\"}]}'"_s) +
                  u" | while read -r line; do [ -z \"$line\" ] || date +%s%N; done"_s);
        const QByteArrayList times = pieces.trimmed().split('\n');
        QVERIFY2(times.size() >= 3, pieces.constData());
        QVERIFY2(times.last().toLongLong() - times.first().toLongLong() > 20'000'000, pieces.constData());
    }

    void jupyter_keepsItsWebSocket_behindTheDoor()
    {
        const Ran ran =
            publish({u"--service"_s, u"127.0.0.1:8888"_s, u"--domain"_s, u"lab.tutorial.test"_s, u"--user"_s, u"ada"_s},
                    "open sesame\n");
        QVERIFY2(ran.exitCode == 0, ran.all().right(3000).constData());
        QCOMPARE(seen(u"https://lab.tutorial.test/api"_s), QByteArray("401"));
        QCOMPARE(seen(u"https://lab.tutorial.test/api"_s, u"-u 'ada:open sesame'"_s), QByteArray("200"));
        QCOMPARE(nakedPort(8888), QByteArray("000"));
    }

    void serviceBelowASite_isBehindItsDoor()
    {
        const Ran ran = publish(
            {u"--service"_s, u"127.0.0.1:3001"_s, u"--domain"_s, u"webui.tutorial.test"_s, u"--path"_s, u"/chat/"_s},
            {});
        QVERIFY2(ran.exitCode == 0, ran.all().right(3000).constData());
        const QString url = u"https://webui.tutorial.test/"_s;
        QCOMPARE(seen(url + u"chat/health"_s), QByteArray("401"));
        QCOMPARE(seen(url + u"chat/v1/models"_s, u"-u 'ada:open sesame'"_s), QByteArray("200"));
        QCOMPARE(seen(url + u"chat"_s, u"-u 'ada:open sesame'"_s), QByteArray("301"));
        QCOMPARE(seen(url, u"-u 'ada:open sesame'"_s), QByteArray("200")); // the site is still there
    }

    void password_standsNowhereButAsAHash()
    {
        const QByteArray found = m_server
                                     ->exec(u"grep -rl 'open sesame' /etc /var/lib/gatewright /var/log 2>/dev/null; "
                                            "stat -c '%a %U %G' /etc/nginx/gatewright/webui.tutorial.test.htpasswd"_s)
                                     .out;
        QCOMPARE(found.trimmed(), QByteArray("640 root www-data"));
        const Ran journal = m_client->ctl({u"history"_s, u"--format"_s, u"json"_s});
        QVERIFY(!journal.out.contains("open sesame"));
        QVERIFY(!journal.out.contains("$2y$"));
    }

    void undone_everythingIsAsItWas()
    {
        for (const QString &number : {u"4"_s, u"3"_s, u"2"_s, u"1"_s}) {
            const Ran ran = m_client->ctl({u"undo"_s, number, u"--yes"_s, u"--keep-if-proven"_s});
            QVERIFY2(ran.exitCode == 0, ran.all().right(3000).constData());
        }
        QCOMPARE(webFiles(), m_asFound);
        QCOMPARE(seen(u"http://%1:7860/"_s.arg(m_server->address())), QByteArray("200"));
    }

private:
    Ran publish(const QStringList &options, const QByteArray &passwords) const
    {
        return runToEnd(
            LabClient::ctlProgram(),
            m_client->ctlArguments(QStringList{u"publish"_s, LabClient::target(*m_server, u"root"_s),
                                               u"--self-signed"_s, u"--apply"_s, u"--yes"_s, u"--keep-if-proven"_s} +
                                   options),
            passwords, m_client->environment());
    }
    QString curl(const QString &url, const QString &options) const
    {
        return u"curl -ks --max-time 10 --connect-to ::%1: %2 '%3'"_s.arg(m_server->address(), options, url);
    }
    /// From this computer, which the server sees as any other.
    static QByteArray shell(const QString &line) { return runToEnd(u"sh"_s, {u"-c"_s, line}).out; }
    /// The status that somebody outside gets.
    QByteArray seen(const QString &url, const QString &options = {}) const
    {
        const QString body = options.contains(u"-D -"_s) ? u"-o /dev/null"_s : u"-o /dev/null -w '%{http_code}'"_s;
        return shell(curl(url, body + u' ' + options)).trimmed();
    }
    QByteArray nakedPort(int port) const
    {
        return shell(
            u"curl -s --max-time 3 -o /dev/null -w '%{http_code}' http://%1:%2/"_s.arg(m_server->address()).arg(port));
    }
    QByteArray webFiles() const
    {
        return m_server->must(u"find /etc/nginx /etc/ufw /etc/supervisor -type f -exec sha256sum {} + | sort -k2; "
                              "find /etc/nginx -printf '%p %y %m %u %g %l\\n' | sort; ufw status"_s);
    }

    std::unique_ptr<LabServer> m_server;
    std::unique_ptr<LabClient> m_client;
    QByteArray m_asFound;
};

GW_REGISTER_TEST(PublishLabTest)
#include "publishlabtest.moc"

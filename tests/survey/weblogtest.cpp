// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/weblog.h"
#include "backend/shell/localshell.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace gw;

class WebLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void line_isReadInTheCombinedFormat()
    {
        const auto line = accessLineFrom(
            R"(203.0.113.9 - lin [27/Nov/2026:14:32:10 +0000] "GET /v1/models HTTP/1.1" 200 512 "-" "curl/8" rt=0.125)");
        QVERIFY(line);
        QCOMPARE(line->client, QByteArray("203.0.113.9"));
        QCOMPARE(line->request, QByteArray("GET /v1/models HTTP/1.1"));
        QCOMPARE(line->status, 200);
        QCOMPARE(line->bytes, 512);
        QCOMPARE(line->seconds, std::optional(0.125));
        QVERIFY(!accessLineFrom(R"(203.0.113.9 - - [27/Nov/2026:14:32:10 +0000] "GET / HTTP/1.1" 200 12 "-" "a b")")
                     ->seconds);
        QCOMPARE(accessLineFrom(R"(::1 - - [x] "GET / HTTP/1.1" 499 0 "-" "a" 61.002)")->seconds,
                 std::optional(61.002));
        QCOMPARE(accessLineFrom(R"(::1 - - [x] "\x16\x03" 400 0)")->status, 400);
    }

    void otherLines_areNone()
    {
        for (const char *line : {"", "2026/11/27 14:32:10 [error] 7#7: *1 open() failed", "a [b] \"c",
                                 "a - - [b] \"c\" x 1", "a - - [b] \"c\" 9999 1", "{\"json\": 1}"})
            QVERIFY2(!accessLineFrom(line), line);
    }

    void summary_countsAndSorts()
    {
        const auto line = [](const char *client, int status, std::optional<double> seconds = {}) {
            return AccessLine{client, "", "", status, 0, seconds};
        };
        const AccessSummary summary =
            accessSummary({line("a", 200, 1.0), line("b", 200), line("b", 404, 3.0), line("c", 200, 2.0)}, 2);
        QCOMPARE(summary.lines, 4);
        QCOMPARE(summary.clients, QList<LogCount>({{"b", 2}, {"a", 1}}));
        QCOMPARE(summary.statuses, (QMap<int, int>{{200, 3}, {404, 1}}));
        QCOMPARE(summary.slowest.size(), 2);
        QCOMPARE(summary.slowest.first().client, QByteArray("b"));
    }

    void files_areThoseOfTheConfiguration()
    {
        const auto of = [](const QByteArray &text) {
            return webLogFiles(NginxConfig::ofOneFile(RemotePath(QByteArray("/n")), text));
        };
        const WebLogFiles files =
            of("error_log /a/e.log warn; http { access_log /a/a.log main; server { access_log off; "
               "access_log /a/a.log; access_log /a/$host.log; access_log syslog:server=x; } }");
        QCOMPARE(files.access, QList<RemotePath>{RemotePath(QByteArray("/a/a.log"))});
        QCOMPARE(files.errors, QList<RemotePath>{RemotePath(QByteArray("/a/e.log"))});
        QCOMPARE(of("").access, QList<RemotePath>{RemotePath(QByteArray("/var/log/nginx/access.log"))});
    }

    void tail_isBounded()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("it's a.log")));
        QVERIFY(file.open(QFile::WriteOnly));
        for (int i = 0; i < 20000; ++i)
            file.write("line " + QByteArray::number(i) + '\n');
        file.close();
        LocalShell shell;
        const auto tail = askLogTail(shell, {}, RemotePath(file.fileName()), {});
        QVERIFY2(tail, qPrintable(tail ? QString() : tail.error().text()));
        QCOMPARE(tail->count('\n'), 5000);
        QVERIFY(tail->endsWith("line 19999\n"));
    }
};

GW_REGISTER_TEST(WebLogTest)
#include "weblogtest.moc"

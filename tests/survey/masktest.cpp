// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/survey/answers.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace gw;

/// Secrets of configuration files stay on the server: masked by the script, before anything is sent.
class MaskTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    void write(const QString &path, const QByteArray &content) { gw::test::writeUnder(m_folder.path(), path, content); }

    QByteArray masked(const QString &path, const QByteArray &line)
    {
        write(path, "# first\n" + line + "\n# last\n");
        const auto answer = surveyFolder(m_folder.path(), {});
        if (!answer)
            return answer.error().text().toUtf8();
        const Facts facts = factsFrom(*answer);
        for (const FileFact *file : configurationFiles(facts)) {
            const QByteArrayList lines = file->content.split('\n');
            if (file->path.bytes() == path.toUtf8() && lines.size() >= 3 && lines[2] == "# last")
                return lines[1];
        }
        return "the lines did not keep their numbers";
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        write(QStringLiteral("/etc/passwd"), "anna:x:1000:1000::/home/anna:/bin/bash\n");
    }

    void cronLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("sent");
        const QByteArray at("0 3 * * * root ");
        const auto row = [&](const char *name, const char *line, const char *sent) {
            QTest::newRow(name) << QByteArray(at + line) << QByteArray(at + sent);
        };
        row("mysqldump", "mysqldump -pcanary db", "mysqldump -p**** db");
        row("mysqldump, quoted", "mysqldump -u root -p'can ary' --port 3", "mysqldump -u root -p'****' --port 3");
        row("long option", "wget --password=canary https://x/", "wget --password=**** https://x/");
        row("curl", "curl -u user:canary https://x/", "curl -u user:**** https://x/");
        row("curl, long", "curl --user \"user:canary\" x && mkdir -p /a", "curl --user \"user:****\" x && mkdir -p /a");
        row("sshpass", "sshpass -p canary ssh x", "sshpass -p **** ssh x");
        row("nothing secret", "certbot renew --post-hook \"nginx -s reload\"",
            "certbot renew --post-hook \"nginx -s reload\"");
    }
    void cronLine()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, sent);
        QCOMPARE(masked(QStringLiteral("/etc/crontab"), line), sent);
    }

    void nginxLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("sent");
        const auto row = [](const char *line, const char *sent) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(sent);
        };
        row("proxy_set_header Authorization \"Bearer canary\";", "proxy_set_header Authorization \"Bearer ****\";");
        row("proxy_set_header Authorization \"Bearer $token\";", "proxy_set_header Authorization \"Bearer $token\";");
        row("proxy_set_header Authorization $http_authorization;",
            "proxy_set_header Authorization $http_authorization;");
        row("proxy_set_header X-Api-Key canary;", "proxy_set_header X-Api-Key ****;");
        row("proxy_pass http://u:canary@host/;", "proxy_pass http://u:****@host/;");
        row("set $api_token 'canary';", "set $api_token '****';");
        row("if ($http_authorization != \"Bearer canary\") { return 403; }",
            "if ($http_authorization != \"Bearer ****\") { return 403; }");
        row("map $http_authorization $ok { \"Bearer canary\" 1; }",
            "map $http_authorization $ok { \"Bearer ****\" 1; }");
        row("secure_link_secret canary;", "secure_link_secret ****;");
        row("auth_basic \"Basic authentication\";", "auth_basic \"Basic authentication\";");
        row("ssl_certificate_key /etc/ssl/private/x.key;", "ssl_certificate_key /etc/ssl/private/x.key;");
        row("proxy_cache_key $scheme$host$request_uri;", "proxy_cache_key $scheme$host$request_uri;");
    }
    void nginxLine()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, sent);
        QCOMPARE(masked(QStringLiteral("/etc/nginx/nginx.conf"), line), sent);
    }

    void environmentOfAKey_isMasked()
    {
        write(QStringLiteral("/home/anna/.ssh/authorized_keys"),
              "environment=\"TOKEN=can\\\"ary\",no-pty ssh-ed25519 "
              "AAAAC3NzaC1lZDI1NTE5AAAAIEU5pIr6xJqJ3FJxJnQDo1u5m7tU3x3C9pBq7gQmQm1x anna\n");
        const auto answer = surveyFolder(m_folder.path(), {});
        QVERIFY(answer);
        const Facts facts = factsFrom(*answer);
        const AuthorizedKey key = facts.users->first().keys->value(0);
        QCOMPARE(key.options.raw(), QStringLiteral("environment=\"TOKEN=****\",no-pty"));
        QCOMPARE(key.bits, 256);
        for (const SurveySection &section : answer->sections)
            QVERIFY2(!section.content.contains("ary"), section.name.constData());
    }
};

GW_REGISTER_TEST(MaskTest)
#include "masktest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/siteedit.h"
#include "tests/nginx/installednginx.h"
#include "tests/support/testmain.h"

using namespace gw;

namespace {

const QByteArray siteText = "# chat\n"
                            "server {\n"
                            "\tif ($host = chat.example) {\n"
                            "\t\treturn 301 https://$host$request_uri;\n"
                            "\t} # managed by Certbot\n"
                            "\tlisten 80 default_server reuseport;\n"
                            "\tserver_name chat.example www.chat.example;\n"
                            "\treturn 301 https://chat.example$request_uri;\n"
                            "}\n"
                            "upstream app { server 127.0.0.1:3000; }\n"
                            "server {\n"
                            "\tlisten 81;\n"
                            "\tserver_name chat.example;\n"
                            "\troot /srv/chat.example;\n"
                            "\tlocation / { proxy_pass http://app; }\n"
                            "}\n"
                            "server { server_name other.example; }\n";

using Edits = QList<NginxEdit> (*)(const NginxTree &, const NginxSite &);

QByteArray edited(const QByteArray &text, Edits edits)
{
    const NginxTree tree = NginxTree::parse(text);
    return nginxEdited(text, edits(tree, nginxSitesIn({}, text).first()));
}

QByteArray renamed(const QByteArray &text, const QByteArray &name)
{
    const NginxTree tree = NginxTree::parse(text);
    return nginxEdited(text, nginxSiteRenamed(tree, nginxSitesIn({}, text).first(), name));
}

/// What nginx says of it in `http`.
void nginxAccepts(const QByteArray &text)
{
    if (!test::InstalledNginx::missing().isEmpty())
        return;
    test::InstalledNginx nginx;
    const auto verdict =
        nginx.test("events {}\nhttp {\naccess_log off;\n" + QByteArray(text).replace("listen 8", "listen 198") + "}\n");
    QVERIFY2(verdict.isAccepted, verdict.printed.constData());
}

} // namespace

class SiteEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void maintenance_comesFirstAndKeepsAcme()
    {
        const QByteArray text = edited(siteText, nginxMaintenance);
        QVERIFY(nginxSitesIn({}, text).first().isInMaintenance);
        QVERIFY(!nginxSitesIn({}, text).last().isInMaintenance);
        QVERIFY(text.indexOf("return 503") < text.indexOf("return 301"));
        QVERIFY(text.contains("/\\.well-known/acme-challenge/"));
        QCOMPARE(text.count("error_page 503"), 2); // of both its servers
        QCOMPARE(edited(text, nginxMaintenance), text);
        nginxAccepts(text);
    }

    void endOfMaintenance_leavesNoByteBehind()
    {
        for (const QByteArray &text : {siteText, QByteArray("server {\r\n  listen 80;\r\n}\r\n"),
                                       QByteArray("server { # main\n\tlisten 80;\n}\n"),
                                       QByteArray("server {\n\n    # first\n    listen 80;\n}")}) {
            QCOMPARE(edited(edited(text, nginxMaintenance), nginxWithoutMaintenance), text);
        }
    }

    void rename_changesHostsAndNoPaths()
    {
        const QByteArray text = renamed(siteText, "talk.example");
        QByteArray wanted = siteText;
        wanted.replace("$host = chat", "$host = talk")
            .replace("server_name chat", "server_name talk")
            .replace("https://chat", "https://talk");
        QCOMPARE(text, wanted);
        QVERIFY(text.contains("www.chat.example") && text.contains("/srv/chat.example"));
        nginxAccepts(text);
    }

    void copy_standsBesideTheOriginal()
    {
        const NginxTree tree = NginxTree::parse(siteText);
        const QByteArray copy = nginxSiteCopy(tree, nginxSitesIn({}, siteText).first(), "talk.example");
        QVERIFY(!copy.contains("upstream") && !copy.contains("reuseport") && !copy.contains("default_server"));
        QVERIFY(copy.contains("listen 80;") && copy.contains("server_name talk.example"));
        nginxAccepts(siteText + copy);
    }

    void copyOfANamelessSite_getsAName()
    {
        const QByteArray text = "server {\n    listen 80 default_server;\n}\n";
        const NginxTree tree = NginxTree::parse(text);
        QCOMPARE(nginxSiteCopy(tree, nginxSitesIn({}, text).first(), "a.example"),
                 QByteArray("server {\n    server_name a.example;\n    listen 80;\n}\n"));
    }

    void removedSite_leavesTheOthers()
    {
        const QByteArray text = edited(siteText, nginxSiteRemoved);
        QCOMPARE(text, QByteArray(
                           "# chat\nupstream app { server 127.0.0.1:3000; }\nserver { server_name other.example; }\n"));
    }

    void hostName_isWhatServerNameTakes()
    {
        for (const char *name : {"a.example", "*.a.example", ".a.example", "a_b", "xn--fiq228c"})
            QVERIFY2(nginxIsHostName(name), name);
        for (const char *name : {"", "a b", "a;", "-a", "a..b", "a.*", "a/b", "~a", "$a", "\"a\""})
            QVERIFY2(!nginxIsHostName(name), name);
    }
};

GW_REGISTER_TEST(SiteEditTest)
#include "siteedittest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/certificates/selfsigned.h"
#include "backend/nginx/check.h"
#include "backend/plan/undo.h"
#include "backend/survey/websites.h"
#include "tests/plan/plannedserver.h"
#include "tests/plan/publishsample.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace gw;
using namespace gw::test;

namespace {

/// Of the whole configuration, with what publishing writes, and with `text` at `path` where one is given.
QByteArray complaintsWith(const Facts &facts, const Publish &wish, const QByteArray &version, const QByteArray &path,
                          const QByteArray &text)
{
    QMap<QByteArray, QByteArray> files{{"/etc/nginx/nginx.conf", publishMainFile}};
    if (!path.isEmpty())
        files.insert(path, text);
    for (const PublishFile &file : publishFiles(facts, wish)) {
        if (file.linkTarget.isEmpty() && !file.isPart)
            files.insert(file.path.bytes(), file.text);
    }
    for (const PublishFile &file : publishFiles(facts, wish)) {
        if (!file.linkTarget.isEmpty())
            files.insert(file.path.bytes(), files.value(file.linkTarget));
    }
    NginxDump dump;
    dump.files.append({RemotePath(QByteArray("/etc/nginx/nginx.conf")), publishMainFile});
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        if (file.key() != "/etc/nginx/nginx.conf" && !file.key().contains("sites-available"))
            dump.files.append({RemotePath(file.key()), file.value()});
    }
    const NginxConfig config = NginxConfig::read(dump);
    QByteArray said;
    for (const NginxProblem &problem : config.problems())
        said += problem.error.inFile(config.files()[problem.file].path.bytes()) + '\n';
    for (const NginxComplaint &complaint : checked(config, NginxBuild(NginxVersion::fromText(version))))
        said += complaint.text() + '\n';
    return said;
}

QByteArray complaints(const Facts &facts, const Publish &wish, const QByteArray &version)
{
    return complaintsWith(facts, wish, version, {}, {});
}

} // namespace

/// What is published is behind a door, and nginx of every age takes it.
class PublishTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void site_isWhatAPersonWouldHaveWritten()
    {
        Publish wish = publishedLora();
        wish.networks = {u"192.168.10.0/24"_s};
        wish.satisfy = Publish::Satisfy::Any;
        const QList<PublishFile> files = publishFiles(publishServer(), wish);
        QCOMPARE(files.first().path, RemotePath(QByteArray("/etc/nginx/sites-available/lora.example.com")));
        QCOMPARE(QString::fromUtf8(files.first().text),
                 QString::fromUtf8(R"(# Written by Gatewright: lora.example.com leads to 127.0.0.1:7860.

server {
    listen 80;
    listen [::]:80;
    server_name lora.example.com;

    # Certificates are renewed through here, whoever may enter.
    location ^~ /.well-known/acme-challenge/ {
        root /var/www/html;
        default_type text/plain;
    }
    location / {
        return 301 https://$host$request_uri;
    }
}

server {
    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    server_name lora.example.com;

    ssl_certificate     /etc/letsencrypt/live/lora.example.com/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/lora.example.com/privkey.pem;
    include snippets/gatewright-tls.conf;

    include snippets/gatewright-security-headers.conf;
    add_header Strict-Transport-Security "max-age=63072000" always;

    access_log /var/log/nginx/lora.example.com.access.log gatewright;
    error_log /var/log/nginx/lora.example.com.error.log;

    satisfy any;
    allow 192.168.10.0/24;
    deny all;
    auth_basic "lora.example.com";
    auth_basic_user_file /etc/nginx/gatewright/lora.example.com.htpasswd;

    client_max_body_size 512m;

    gzip on;
    gzip_vary on;
    gzip_proxied any;
    gzip_min_length 1024;
    gzip_types text/css text/javascript application/javascript image/svg+xml font/ttf;

    location / {
        proxy_pass http://127.0.0.1:7860;
        include snippets/gatewright-proxy.conf;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection $gatewright_connection;
        proxy_set_header Authorization "";
        proxy_read_timeout 300s;
        proxy_send_timeout 300s;
        proxy_buffering off;
    }
}
)"));
    }

    void everyVersionOfNginx_takesEverySite_data()
    {
        QTest::addColumn<QByteArray>("nginx");
        QTest::addColumn<QByteArray>("openSsl");
        QTest::newRow("1.18") << "1.18.0"_ba
                              << "OpenSSL 1.1.1n"_ba;
        QTest::newRow("1.22") << "1.22.1"_ba
                              << "OpenSSL 3.0.17"_ba;
        QTest::newRow("1.26") << "1.26.3"_ba
                              << "OpenSSL 3.5.1"_ba;
        QTest::newRow("1.29") << "1.29.3"_ba
                              << "OpenSSL 3.5.1"_ba;
    }
    void everyVersionOfNginx_takesEverySite()
    {
        QFETCH(QByteArray, nginx);
        QFETCH(QByteArray, openSsl);
        const Facts facts = publishServer(nginx, openSsl);
        for (const PublishKind kind :
             {PublishKind::OpenAi, PublishKind::WebUi, PublishKind::Jupyter, PublishKind::ComfyUi, PublishKind::Ollama,
              PublishKind::OpenWebUi, PublishKind::Other, PublishKind::Static}) {
            Publish wish = publishPreset(kind);
            wish.target = kind == PublishKind::Static ? u"/var/www/site"_s : u"127.0.0.1:7860"_s;
            wish.domains = {u"a.example.com"_s, u"b.example.com"_s};
            wish.path = kind == PublishKind::WebUi || kind == PublishKind::Static ? u"/lora/"_s : u"/"_s;
            QCOMPARE(complaints(facts, wish, nginx), QByteArray());
            wish.tls = publishedLora().tls;
            QCOMPARE(complaints(facts, wish, nginx), QByteArray());
        }
        QCOMPARE(complaints(facts, publishedWithEverything(), nginx), QByteArray());
        const QByteArray text = publishFiles(facts, publishedWithEverything()).first().text;
        QCOMPARE(text.contains("http2 on;"), nginx >= QByteArray("1.26"));
        QCOMPARE(text.contains("ssl http2"), nginx < QByteArray("1.26"));
    }

    void curvesThatOpenSslLacks_areNotNamed()
    {
        const auto tls = [](const QByteArray &openSsl) {
            for (const PublishFile &file : publishFiles(publishServer("1.22.1", openSsl), publishedLora())) {
                if (file.path.bytes().endsWith("gatewright-tls.conf"))
                    return file.text;
            }
            return QByteArray();
        };
        QVERIFY(tls("OpenSSL 3.0.17").contains("ssl_ecdh_curve X25519:"));
        QVERIFY(!tls("OpenSSL 3.0.17").contains("MLKEM"));
        QVERIFY(!tls("OpenSSL 3.4.9").contains("MLKEM"));
        QVERIFY(tls("OpenSSL 3.5.0").contains("X25519MLKEM768"));
    }

    void whoAnswersUnknownNames_staysSo()
    {
        const QByteArray old = "server {\n    listen 443 ssl; # TLS\n    server_name zoo.example.com;\n"
                               "    ssl_certificate a.pem;\n    ssl_certificate_key a.key;\n}\n";
        const PlannedServer server(publishServer("1.22.1", "OpenSSL 3.0.17", old));
        const QString step = u"write /etc/nginx/sites-enabled/old"_s;
        const Plan plan = server.planned({publishedLora()});
        const auto edit =
            std::find_if(plan.steps.cbegin(), plan.steps.cend(), [&](const Step &each) { return each.id == step; });
        QVERIFY(edit != plan.steps.cend());
        QCOMPARE(std::get<WriteFile>(edit->change).after,
                 QByteArray(old).replace("listen 443 ssl;", "listen 443 ssl default_server;"));

        Publish plain = publishedLora(); // on no socket of the other
        plain.tls = {};
        QVERIFY(!idsOf(server.planned({plain})).contains(step));
        const QByteArray said = QByteArray(old).replace("443 ssl;", "443 default_server ssl;");
        QVERIFY(!idsOf(PlannedServer(publishServer("1.22.1", "OpenSSL 3.0.17", said)).planned({publishedLora()}))
                     .contains(step));
    }

    void siteThatAnswersUnknownNames_doesSoWhenItIsWrittenAnew()
    {
        Facts facts = publishServer();
        QByteArray text = publishFiles(facts, publishedLora()).first().text;
        QVERIFY(!text.contains("default_server")); // it is alone
        const RemotePath path(QByteArray("/etc/nginx/sites-enabled/lora.example.com"));
        text.replace("listen 443 ssl http2;", "listen 443 ssl http2 default_server;");
        facts.nginx->tree->append({path, text, 0644, {}, {}});
        QCOMPARE(QString::fromUtf8(publishFiles(facts, publishedLora()).first().text), QString::fromUtf8(text));
        facts.nginx->tree->append({RemotePath(QByteArray("/etc/nginx/sites-enabled/zoo")),
                                   "server {\n    listen [::]:443 ssl;\n    server_name zoo.example.com;\n}\n",
                                   0644,
                                   {},
                                   {}});
        const QList<PublishFile> files = publishFiles(facts, publishedLora());
        QCOMPARE(files.first().text.count("default_server"), 2); // of both families by now
        QVERIFY(
            std::none_of(files.cbegin(), files.cend(), [](const PublishFile &file) { return !file.seen.isEmpty(); }));
    }

    void lineThatSeveralServersRead_isLeftAlone()
    {
        Facts facts = publishServer("1.22.1", "OpenSSL 3.0.17",
                                    "server {\n    include listen.conf;\n    server_name a.example.com;\n}\n"
                                    "server {\n    include listen.conf;\n    server_name b.example.com;\n}\n");
        facts.nginx->tree->append(
            {RemotePath(QByteArray("/etc/nginx/listen.conf")), "listen 80;\nlisten 443 ssl;\n", 0644, {}, {}});
        for (const PublishFile &file : publishFiles(facts, publishedLora()))
            QVERIFY(file.seen.isEmpty());
    }

    void plan_opensClosesAndProves()
    {
        const Plan plan = PlannedServer(publishServer()).planned({publishedLora()});
        const QStringList ids = idsOf(plan);
        QVERIFY(ids.contains(u"write /etc/nginx/sites-available/lora.example.com"_s));
        QVERIFY(ids.contains(u"link /etc/nginx/sites-enabled/lora.example.com"_s));
        QVERIFY(ids.contains(u"check nginx"_s));
        QVERIFY(ids.contains(u"allow port 80"_s));
        QVERIFY(ids.contains(u"allow port 443"_s));
        QVERIFY(ids.last().startsWith(u"close port 7860"_s));
        SiteProof asks{u"https://lora.example.com/"_s, 401, {}, {}, {}};
        SiteProof letsIn{u"https://lora.example.com/"_s, 0, {}, u"ada"_s, u"correct horse"_s};
        QVERIFY(proves(plan, asks));
        QVERIFY(proves(plan, letsIn));
        QVERIFY(proves(plan, PortProof{7860, PortProof::Expect::Closed}));
        for (const Step &step : plan.steps) {
            if (changedFile(step.change).bytes().endsWith(".htpasswd")) {
                QCOMPARE(secrecyOf(step.change), Secrecy::Secret);
                QCOMPARE(std::get<WriteFile>(step.change).attributes, (FileAttributes{0640, "root", "www-data"}));
            }
        }
    }

    void ownFolder_comesAndGoesWithTheChange()
    {
        const QString step = u"make folder /etc/nginx/gatewright"_s;
        const Plan plan = PlannedServer(publishServer()).planned({publishedLora()});
        QVERIFY(plan.steps.first().id == step || idsOf(plan).contains(step));
        ChangeRecord record;
        record.number = 1;
        record.outcome = Outcome::Kept;
        record.plan = plan;
        const auto undo = undoPlan(record, {});
        QVERIFY(undo.has_value());
        QCOMPARE(std::get<RunCommand>(undo->steps.last().change).line,
                 QByteArray("rmdir '/etc/nginx/gatewright' 2>/dev/null || :"));
        const PlannedServer again =
            PlannedServer(publishServer())
                .file("/etc/nginx/gatewright/lora.example.com.htpasswd", "bob:$apr1$salt$hash\n");
        QVERIFY(!idsOf(again.planned({publishedLora()})).contains(step));
        Publish open = publishedLora();
        open.logins.clear();
        QVERIFY(!idsOf(PlannedServer(publishServer()).planned({open})).contains(step));
    }

    void doorByAddress_isProvenFromWhereWeAre()
    {
        Publish wish = publishedLora();
        wish.logins.clear();
        wish.networks = {u"10.0.5.0/24"_s};
        QVERIFY(proves(PlannedServer(publishServer()).planned({wish}),
                       SiteProof{u"https://lora.example.com/"_s, 0, {}, {}, {}}));
        wish.networks = {u"10.9.0.0/16"_s};
        QVERIFY(proves(PlannedServer(publishServer()).planned({wish}),
                       SiteProof{u"https://lora.example.com/"_s, 403, {}, {}, {}}));
    }

    void service_movesToLoopback_whereItIsStartedByAFile()
    {
        Facts facts = publishServer();
        SupervisorProgram program;
        program.name = UntrustedText(u"lora"_s);
        program.command = UntrustedText(u"python3 gui.py --listen"_s);
        program.file = RemotePath(QByteArray("/etc/supervisor/conf.d/lora.conf"));
        facts.services.supervisor = QList{program};
        (*facts.listeners)[0].commandLine = program.command;
        PlannedServer server(facts);
        server.file(program.file.bytes(), "[program:lora]\ncommand=python3 gui.py --listen\n");
        Publish wish = publishedLora();
        QVERIFY(!idsOf(server.planned({wish})).contains(u"write /etc/supervisor/conf.d/lora.conf"_s));
        wish.toLoopback = true;
        const Plan plan = server.planned({wish});
        QCOMPARE(writtenBy(plan, program.file.bytes()), QByteArray("[program:lora]\ncommand=python3 gui.py\n"));
        QVERIFY(idsOf(plan).contains(u"wait for port 7860"_s));
        QVERIFY(!PlannedServer(publishServer()).refusal({wish}).isEmpty()); // nobody knows who starts it
    }

    void belowASite_itBecomesAPartOfIt()
    {
        const QByteArray site = "# by hand\nserver {\n  listen 80;\n  server_name web.example.com;\n"
                                "  add_header X-Frame-Options DENY always;\n"
                                "  location ~ \\.js$ { root /srv; } # scripts\n  location / { root /srv; }\n}\n";
        PlannedServer server(publishServer("1.22.1", "OpenSSL 3.0.17", site));
        const QByteArray path = "/etc/nginx/sites-enabled/old";
        server.file(path, site);
        Publish wish = publishedLora();
        wish.domains = {u"web.example.com"_s};
        wish.path = u"/lora/"_s;
        wish.corsOrigins = {u"https://app.example.org"_s};
        const Plan plan = server.planned({wish});
        const QByteArray text = writtenBy(plan, path);
        QCOMPARE(text.first(site.size() - 2), site.first(site.size() - 2)); // what stood there stands there
        QVERIFY2(text.contains("  location ^~ /lora/ {\n"), text.constData());
        QVERIFY(text.contains("add_header X-Frame-Options DENY always;") && text.count("X-Frame-Options") == 2);
        QVERIFY(text.contains("gatewright/web.example.com,lora.htpasswd;"));
        QVERIFY(writtenBy(plan, "/etc/nginx/conf.d/gatewright-web.example.com,lora.conf").contains("map $http_origin"));
        QVERIFY(!idsOf(plan).contains(u"allow port 443"_s)); // the site has no TLS, and gets none
        QVERIFY(proves(plan, SiteProof{u"http://web.example.com/lora/"_s, 401, {}, {}, {}}));
        QCOMPARE(complaintsWith(server.facts(), wish, "1.22.1", path, text), QByteArray());

        // Asked for again it is written again, beside others.
        server.file(path, text);
        wish.corsOrigins.clear();
        wish.target = u"127.0.0.1:7861"_s;
        Publish other = wish;
        other.path = u"/chat/"_s;
        const QByteArray again = writtenBy(server.planned({wish}), path);
        QCOMPARE(again.count("location ^~ /lora/"), 1);
        QVERIFY(again.contains("127.0.0.1:7861/;") && !again.contains("127.0.0.1:7860"));
        server.file(path, again);
        const QByteArray both = writtenBy(server.planned({other}), path);
        QVERIFY(both.contains("location ^~ /lora/") && both.contains("location ^~ /chat/"));

        server.file(path, QByteArray(site).replace("location / {", "location /lora/ {"));
        QVERIFY(!server.refusal({wish}).isEmpty()); // the path is taken
    }

    void siteWrittenAnew_keepsItsParts()
    {
        const PlannedServer fresh(publishServer());
        const QByteArray path = "/etc/nginx/sites-available/lora.example.com";
        const QByteArray site = writtenBy(fresh.planned({publishedLora()}), path);
        Facts facts = publishServer("1.22.1", "OpenSSL 3.0.17", site);
        (*facts.nginx->tree)[1].path = RemotePath(QByteArray("/etc/nginx/sites-enabled/lora.example.com"));
        PlannedServer server(facts);
        server.file("/etc/nginx/sites-enabled/lora.example.com", site).file(path, site);
        Publish part = publishedLora();
        part.path = u"/chat/"_s;
        const QByteArray both = writtenBy(server.planned({part}), "/etc/nginx/sites-enabled/lora.example.com");
        QVERIFY2(both.contains("location ^~ /chat/"), both.constData());
        server.file(path, both);
        Publish changed = publishedLora();
        changed.uploadMegabytes = 77;
        const QByteArray anew = writtenBy(server.planned({changed}), path);
        QVERIFY(anew.contains("client_max_body_size 77m"));
        const qsizetype begin = both.indexOf("    location = /chat {");
        QCOMPARE(anew.mid(anew.indexOf("    location = /chat {")), both.mid(begin));
    }

    void doorOfTheSite_isTheDoorOfItsParts()
    {
        const QByteArray site = "server {\n    listen 80;\n    server_name web.example.com;\n    auth_basic x;\n"
                                "    auth_basic_user_file /etc/nginx/users;\n}\n";
        PlannedServer server(publishServer("1.22.1", "OpenSSL 3.0.17", site));
        server.file("/etc/nginx/sites-enabled/old", site);
        Publish wish = publishedLora();
        wish.domains = {u"web.example.com"_s};
        wish.path = u"/lora/"_s;
        wish.logins.clear();
        QVERIFY(proves(server.planned({wish}), SiteProof{u"http://web.example.com/lora/"_s, 401, {}, {}, {}}));
    }

    void withoutAFirewall_thePortIsNotSaidToBeClosed()
    {
        Facts facts = publishServer();
        facts.firewall.ufwStatus = UntrustedText(u"Status: inactive\n"_s);
        const PortProof closed{7860, PortProof::Expect::Closed};
        const Plan open = PlannedServer(facts).planned({publishedLora()});
        QVERIFY(!proves(open, closed));
        QVERIFY(open.warnings.join(u' ').contains(u"port 7860 stays open"_s));
        Publish wish = publishedLora();
        wish.enableFirewall = true;
        const Plan behind = PlannedServer(facts).planned({wish});
        QVERIFY(proves(behind, closed) && commandsOf(behind).contains("ufw --force enable"));
        QVERIFY(!commandsOf(PlannedServer(publishServer()).planned({wish})).contains("ufw --force enable"));
    }

    void conversation_isProvenWhereItIsKnown()
    {
        using Try = SiteProof::Try;
        const SiteProof socket{
            u"https://lora.example.com/queue/join"_s, 0, {}, u"ada"_s, u"correct horse"_s, Try::WebSocket};
        QVERIFY(proves(PlannedServer(publishServer()).planned({publishedLora()}), socket));
        Publish model = publishPreset(PublishKind::OpenAi);
        model.target = u"127.0.0.1:3001"_s;
        model.domains = {u"api.example.com"_s};
        model.networks = {u"10.0.5.0/24"_s};
        const SiteProof words{u"http://api.example.com/v1/chat/completions"_s, 0, {}, {}, {}, Try::Stream};
        QVERIFY(proves(PlannedServer(publishServer()).planned({model}), words));
        model.networks = {u"10.9.0.0/16"_s}; // nobody here is let in
        QVERIFY(!proves(PlannedServer(publishServer()).planned({model}), words));
    }

    void badWishes_areRefusedWithTheReason_data()
    {
        QTest::addColumn<Publish>("wish");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QString &reason, const std::function<void(Publish &)> &change) {
            Publish wish = publishedLora();
            change(wish);
            QTest::newRow(name) << wish << reason;
        };
        row("no name", u"By what name"_s, [](Publish &it) { it.domains.clear(); });
        row("bad name", u"is no name of a host"_s, [](Publish &it) { it.domains = {u"a b;"_s}; });
        row("taken name", u"served already by /etc/nginx/sites-enabled/old:1"_s,
            [](Publish &it) { it.domains = {u"old.example.com"_s}; });
        row("bad target", u"is no service"_s, [](Publish &it) { it.target = u"127.0.0.1:7860; include x"_s; });
        row("port", u"is no service"_s, [](Publish &it) { it.target = u"127.0.0.1:70000"_s; });
        row("path", u"is no path"_s, [](Publish &it) { it.path = u"/a"_s; });
        row("path with braces", u"is no path"_s, [](Publish &it) { it.path = u"/a{/"_s; });
        row("network", u"is no address"_s, [](Publish &it) { it.networks = {u"all; deny x"_s}; });
        row("user", u"is no name to log in with"_s, [](Publish &it) { it.logins[0].user = u"a:b"_s; });
        row("no password", u"has no password yet"_s, [](Publish &it) { it.logins[0].hash.clear(); });
        row("origin", u"is no origin"_s, [](Publish &it) { it.corsOrigins = {u"*"_s}; });
        row("root's folder", u"nginx may not enter /root"_s, [](Publish &it) {
            it.kind = PublishKind::Static;
            it.target = u"/root/build"_s;
        });
        row("port of another", u"Port 7860 is taken by python3"_s, [](Publish &it) { it.httpPort = 7860; });
    }
    void badWishes_areRefusedWithTheReason()
    {
        QFETCH(Publish, wish);
        QFETCH(QString, reason);
        const Facts facts =
            publishServer("1.22.1", "OpenSSL 3.0.17", "server {\n    server_name old.example.com;\n}\n");
        const QString said = PlannedServer(facts).refusal({wish});
        QVERIFY2(said.contains(reason), qPrintable(said));
    }

    void foreignFile_isNotWrittenOver()
    {
        PlannedServer server(publishServer());
        server.file("/etc/nginx/sites-available/lora.example.com", "# mine\n");
        QVERIFY(server.refusal({publishedLora()}).contains(u"exists already, and is not ours"_s));
    }

    void serverWithoutNginx_getsIt()
    {
        Facts facts = publishServer();
        facts.nginx = Gap{Gap::Reason::NotInstalled, {}};
        const Plan plan = PlannedServer(facts).planned({publishedLora()});
        const QStringList ids = idsOf(plan);
        QCOMPARE(ids.first(), u"install nginx"_s);
        QVERIFY(ids.contains(u"restart nginx.service"_s));
    }

    void selfSigned_isBelievedByItsFingerprintAlone()
    {
        const auto pair = selfSigned({u"lora.example.com"_s, u"10.0.0.1"_s});
        QVERIFY2(pair, pair ? "" : qPrintable(pair.error().text()));
        const auto read = certificatesFromPem(pair->certificate);
        QVERIFY(read);
        QCOMPARE(read->first().names, (QList{UntrustedText(u"lora.example.com"_s), UntrustedText(u"10.0.0.1"_s)}));
        QVERIFY(read->first().selfSigned);
        Publish wish = publishedLora();
        wish.tls = {PublishTls::Source::Own, {}, {}, pair->certificate, pair->key};
        const Plan plan = PlannedServer(publishServer()).planned({wish});
        QVERIFY(proves(plan, SiteProof{u"https://lora.example.com/"_s, 401, read->first().sha256, {}, {}}));
        QVERIFY(!publishFiles(publishServer(), wish).first().text.contains("Strict-Transport-Security"));
        QVERIFY(!selfSigned({u"a,DNS:b"_s}));
        QVERIFY(!selfSigned({}));
    }

    void comments_fitTheNarrowestPreview()
    {
        constexpr qsizetype room = 66; // signs beside the form in a window of 1280 pixels
        Publish part = publishedWithEverything();
        part.path = u"/lora/"_s;
        Publish ollama = publishedWithEverything();
        ollama.kind = PublishKind::Ollama;
        for (const Publish &wish : {publishedWithEverything(), part, ollama}) {
            for (const PublishFile &file : publishFiles(publishServer(), wish)) {
                for (const QByteArray &line : file.text.split('\n')) {
                    const bool hasNames = line.contains(" leads to "); // as long as they are
                    if (line.trimmed().startsWith('#') && !hasNames)
                        QVERIFY2(line.size() <= room, line.constData());
                }
            }
        }
    }
};

GW_REGISTER_TEST(PublishTest)
#include "publishtest.moc"

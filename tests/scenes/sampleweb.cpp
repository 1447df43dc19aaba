// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/sampleweb.h"

#include "backend/nginx/siteedit.h"

namespace gw::sample {
namespace {

FileFact fact(const QByteArray &path, const QByteArray &content)
{
    FileFact made;
    made.path = RemotePath(path);
    made.content = content;
    return made;
}

FileFact &file(Facts &facts, const RemotePath &path)
{
    for (FileFact &each : *facts.nginx->tree) {
        if (each.path == path)
            return each;
    }
    qFatal("The tutorial has no %s", path.bytes().constData());
}

Finding finding(const char *rule, Severity severity, int line, const char *title)
{
    Finding made;
    made.rule = RuleId(QString::fromLatin1(rule));
    made.severity = severity;
    made.where = {chatFile(), line, 0, 0, 0};
    made.title = QString::fromUtf8(title);
    return made;
}

} // namespace

RemotePath chatFile()
{
    return RemotePath(QByteArray("/etc/nginx/sites-enabled/qwen-chat"));
}

Facts served()
{
    Facts facts = *tutorial().facts;
    facts.nginx->links = {{chatFile(), "/etc/nginx/sites-available/qwen-chat"}};
    facts.nginx->spare = {fact("/etc/nginx/sites-available/comfy",
                               "server {\n    listen 80;\n    server_name comfy.tutorial.test;\n\n    location / {\n"
                               "        proxy_pass http://127.0.0.1:8188;\n    }\n}\n")};
    FileFact &lora = file(facts, RemotePath(QByteArray("/etc/nginx/sites-enabled/lora")));
    const NginxTree tree = NginxTree::parse(lora.content);
    lora.content = nginxEdited(lora.content, nginxMaintenance(tree, nginxSitesIn(lora.path, lora.content).first()));
    return facts;
}

Facts withoutNginx()
{
    Facts facts = *tutorial().facts;
    facts.nginx = Gap{Gap::Reason::NotInstalled, {}};
    return facts;
}

Facts withWebUi()
{
    Facts facts = served();
    for (Listener &listener : *facts.listeners) {
        if (listener.port != webUiPort)
            continue;
        AiService lora;
        lora.kind = AiService::Kind::LoraScripts;
        lora.pid = listener.pid;
        facts.aiServices->append(lora);
        listener.unit = UntrustedText(QStringLiteral("lora-scripts.service"));
    }
    return facts;
}

Facts refusedNginx()
{
    Facts facts = served();
    facts.nginx->testPassed = false;
    facts.nginx->testResult =
        UntrustedText(QStringLiteral("nginx: [emerg] invalid number of arguments in \"listen\" directive in "
                                     "/etc/nginx/sites-enabled/jupyter:2"));
    FileFact &jupyter = file(facts, RemotePath(QByteArray("/etc/nginx/sites-enabled/jupyter")));
    jupyter.content.replace("listen 80;", "listen;");
    return facts;
}

Facts hostileNginx()
{
    Facts facts = served();
    const QByteArray evil = "<img src=x><b>\u202Egnp.exe\x1b]0;title\x07&amp;\xff\xfe and no blank between any of it";
    facts.nginx->tree->append(
        fact("/etc/nginx/sites-enabled/" + QByteArray(evil).replace('/', "_"),
             "server {\n    server_name \"" + evil + "\";\n    listen 80;\n# \u202E " + evil + "\n}\n"));
    return facts;
}

Facts manySites()
{
    Facts facts = served();
    for (int i = 0; i < 400; ++i) {
        const QByteArray name = "customer-" + QByteArray::number(i) + ".research.example.com";
        facts.nginx->tree->append(
            fact("/etc/nginx/sites-enabled/" + name,
                 "server {\n    listen 80;\n    server_name " + name + ";\n    root /srv/" + name + ";\n}\n"));
    }
    return facts;
}

QList<Finding> webFindings()
{
    return {finding("nginx.tls-versions", Severity::High, 17, "TLS 1.0 and 1.1 are accepted"),
            finding("nginx.add-header-redefinition", Severity::High, 47, "Security headers are lost in /v1/"),
            finding("nginx.http2-syntax", Severity::Info, 12, "http2 on listen is deprecated")};
}

QByteArray accessLog()
{
    const QByteArrayList requests{"GET / HTTP/2.0\" 200 5312 \"-\" \"Mozilla/5.0\" rt=0.003",
                                  "POST /v1/chat/completions HTTP/1.1\" 200 48210 \"-\" \"OpenAI/Python\" rt=41.207",
                                  "GET /v1/models HTTP/1.1\" 401 179 \"-\" \"curl/8.5.0\" rt=0.001",
                                  "GET /.env HTTP/1.1\" 404 153 \"-\" \"-\" rt=0.000",
                                  "POST /v1/completions HTTP/1.1\" 502 552 \"-\" \"OpenAI/Python\" rt=60.001"};
    const QByteArrayList clients{"203.0.113.5", "203.0.113.5", "198.51.100.23", "198.51.100.23", "2001:db8:4::1f"};
    QByteArray log;
    for (int i = 0; i < 60; ++i) {
        const QByteArray second = QByteArray::number(i).rightJustified(2, '0');
        log += clients[i * 7 % 5] + " - - [27/Nov/2026:14:32:" + second + " +0000] \"" + requests[i * 3 % 5] + '\n';
    }
    return log;
}

} // namespace gw::sample

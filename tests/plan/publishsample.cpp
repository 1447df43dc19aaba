// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/plan/publishsample.h"

using namespace Qt::StringLiterals;

namespace gw::test {

const QByteArray publishMainFile = "user www-data;\nevents {\n}\nhttp {\n    include /etc/nginx/conf.d/*.conf;\n"
                                   "    include /etc/nginx/sites-enabled/*;\n}\n";

Facts publishServer(const QByteArray &nginx, const QByteArray &openSsl, const QByteArray &site)
{
    Facts facts;
    facts.takenAt = QDateTime::currentDateTimeUtc();
    facts.access.user = UntrustedText(u"root"_s);
    facts.access.isRoot = true;
    facts.access.clientAddress = UntrustedText(u"10.0.5.7"_s);
    facts.system.osId = UntrustedText(u"debian"_s);
    facts.system.initSystem = UntrustedText(u"systemd"_s);
    NginxFacts web;
    web.version = UntrustedText::fromBytes(nginx);
    web.tlsLibrary = UntrustedText::fromBytes(openSsl);
    QList<FileFact> tree{{RemotePath(QByteArray("/etc/nginx/nginx.conf")), publishMainFile, 0644, {}, {}}};
    if (!site.isEmpty())
        tree.append({RemotePath(QByteArray("/etc/nginx/sites-enabled/old")), site, 0644, {}, {}});
    web.tree = tree;
    facts.nginx = web;
    SystemdUnit unit;
    unit.name = UntrustedText(u"nginx.service"_s);
    unit.activeState = UntrustedText(u"active"_s);
    facts.services.units = QList{unit};
    Listener service;
    service.address = QHostAddress(u"0.0.0.0"_s);
    service.port = 7860;
    service.process = UntrustedText(u"python3"_s);
    Listener ssh;
    ssh.address = QHostAddress(u"::"_s);
    ssh.port = 22;
    ssh.process = UntrustedText(u"sshd"_s);
    facts.listeners = QList{service, ssh};
    facts.firewall.ufwStatus = UntrustedText(u"Status: active\nDefault: deny (incoming), allow (outgoing)\n\n"
                                             "22/tcp                     ALLOW IN    Anywhere\n"
                                             "7860/tcp                   ALLOW IN    Anywhere\n"_s);
    return facts;
}

Publish publishedLora()
{
    Publish wish = publishPreset(PublishKind::WebUi);
    wish.target = u"127.0.0.1:7860"_s;
    wish.domains = {u"lora.example.com"_s};
    wish.tls = {PublishTls::Source::Files,
                RemotePath(QByteArray("/etc/letsencrypt/live/lora.example.com/fullchain.pem")),
                RemotePath(QByteArray("/etc/letsencrypt/live/lora.example.com/privkey.pem")),
                {},
                {}};
    wish.logins = {{u"ada"_s, "$2y$06$abcdefghijklmnopqrstuuJr8mJ3xk0oV4nBqYkL1c3mZ8x7w6v5u"_ba, u"correct horse"_s}};
    return wish;
}

Publish publishedWithEverything()
{
    Publish wish = publishedLora();
    wish.networks = {u"192.168.10.0/24"_s, u"2001:db8::/32"_s};
    wish.satisfy = Publish::Satisfy::Any;
    wish.corsOrigins = {u"https://app.example.org"_s, u"https://b.example.org:8443"_s};
    wish.requestsPerSecond = 10;
    wish.cacheAssets = wish.compression = wish.health = wish.status = wish.webSocket = wish.streaming = true;
    return wish;
}

} // namespace gw::test

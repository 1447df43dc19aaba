// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/websites.h"
#include "tests/support/testmain.h"

using namespace gw;

namespace {

FileFact fact(const char *path, const QByteArray &content)
{
    FileFact made;
    made.path = RemotePath(QByteArray(path));
    made.content = content;
    return made;
}

Facts served()
{
    Facts facts;
    NginxFacts nginx;
    nginx.version = UntrustedText(QStringLiteral("1.22.1"));
    nginx.tree = QList<FileFact>{fact("/etc/nginx/nginx.conf", "http { include sites-enabled/*; }\n"),
                                 fact("/etc/nginx/sites-enabled/a",
                                      "upstream app { server 127.0.0.1:3000; server 10.0.0.2:3000; }\n"
                                      "server { listen 443 ssl; server_name a.example;\n"
                                      " ssl_certificate /etc/letsencrypt/live/a.example/fullchain.pem;\n"
                                      " location / { proxy_pass http://127.0.0.1:8000; }\n"
                                      " location /b { proxy_pass http://localhost:8001/; }\n"
                                      " location /c { proxy_pass http://app; } }\n")};
    nginx.spare = {fact("/etc/nginx/sites-available/old", "server { server_name old.example; }\n")};
    facts.nginx = nginx;
    Listener listener;
    listener.port = 8001;
    facts.listeners = QList<Listener>{listener};
    Lineage lineage;
    lineage.name = UntrustedText(QStringLiteral("a.example"));
    CertificateInfo certificate;
    certificate.serial = UntrustedText(QStringLiteral("01"));
    lineage.certificate = certificate;
    facts.certificates.lineages = QList<Lineage>{lineage};
    return facts;
}

} // namespace

class WebSitesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void siteThatNoIncludeReads_isDisabled()
    {
        const QList<WebSite> sites = webSites(served());
        QCOMPARE(sites.size(), 2);
        QVERIFY(sites[0].isEnabled && !sites[1].isEnabled);
        QCOMPARE(sites[1].site.names, QList<QByteArray>{"old.example"});
    }

    void certificate_isFoundByItsFileOrLineage()
    {
        Facts facts = served();
        QCOMPARE(webSites(facts)[0].certificate->serial.raw(), QStringLiteral("01"));
        CertificateInfo other;
        other.serial = UntrustedText(QStringLiteral("02"));
        facts.certificates.files =
            QList<CertificateFile>{{RemotePath(QByteArray("/etc/letsencrypt/live/a.example/fullchain.pem")), other}};
        QCOMPARE(webSites(facts)[0].certificate->serial.raw(), QStringLiteral("02"));
        facts.certificates = {};
        QVERIFY(!webSites(facts)[0].certificate);
    }

    void backendWithoutListener_isSilent()
    {
        Facts facts = served();
        const QList<NginxBackend> silent = webSites(facts)[0].silent;
        QCOMPARE(silent.size(), 1); // the upstream has a server elsewhere
        QCOMPARE(silent[0].address, QByteArray("127.0.0.1:8000"));
        const QList<NginxBackend> answered = webSites(facts)[0].answered;
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered[0].address, QByteArray("localhost:8001"));
        Listener listener;
        listener.port = 8000;
        facts.listeners = QList<Listener>{listener};
        QCOMPARE(webSites(facts)[0].silent, answered);
        QCOMPARE(webSites(facts)[0].answered, silent);
        facts.listeners = Gap{};
        QVERIFY(webSites(facts)[0].silent.isEmpty());
    }

    void build_isThatOfTheServer()
    {
        QCOMPARE(nginxBuildOf(served()).version(), NginxVersion({1, 22, 1}));
        QVERIFY(!nginxBuildOf({}).version().isSet());
    }
};

GW_REGISTER_TEST(WebSitesTest)
#include "websitestest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/effective.h"
#include "tests/support/testmain.h"

using namespace gw;
using Origin = EffectiveDirective::Origin;

namespace {

NginxConfig configOf(const QByteArray &text)
{
    return NginxConfig::ofOneFile(RemotePath(QByteArray("/etc/nginx/nginx.conf")), text);
}

/// The n-th block with that body, from 0.
NginxSetting block(const NginxEffective &effective, NginxContext context, int number = 0)
{
    const QList<NginxSetting> blocks = effective.blocks(context);
    if (number >= blocks.size())
        qFatal("no such block");
    return blocks[number];
}

/// "add_header X b @4" for each.
QByteArray shown(const QList<NginxSetting> &settings)
{
    QByteArrayList parts;
    for (const NginxSetting &setting : settings)
        parts.append(setting.name() + ' ' + setting.arguments().join(' ') + " @" + QByteArray::number(setting.line()));
    return parts.join("; ");
}

QByteArray names(const QList<EffectiveDirective> &directives)
{
    QByteArrayList parts;
    for (const EffectiveDirective &directive : directives)
        parts.append(directive.name);
    return parts.join(' ');
}

} // namespace

class EffectiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void value_goesOnUntilALevelBelowSaysOtherwise()
    {
        const NginxConfig config = configOf("http {\n"
                                            "gzip on; client_max_body_size 1m;\n"
                                            "server {\n"
                                            "gzip off;\n"
                                            "location /a {\n"
                                            "location /a/b { client_max_body_size 9m; }\n"
                                            "} } server { } }\n");
        const NginxEffective effective(config);
        const NginxSetting outer = block(effective, NginxContext::Location, 0);
        const NginxSetting inner = block(effective, NginxContext::Location, 1);
        const EffectiveDirective gzip = effective.of(inner, "gzip");
        QCOMPARE(shown(gzip.settings), QByteArray("gzip off @4"));
        QCOMPARE(shown(gzip.overridden), QByteArray("gzip on @2"));
        QCOMPARE(gzip.origin, Origin::Above);
        QCOMPARE(gzip.value(), QByteArray("off"));
        QVERIFY(!effective.isOn(inner, "gzip"));
        QVERIFY(effective.isOn(block(effective, NginxContext::Server, 1), "gzip"));
        QCOMPARE(effective.of(inner, "client_max_body_size").origin, Origin::Here);
        QCOMPARE(effective.value(inner, "client_max_body_size"), QByteArray("9m"));
        QCOMPARE(effective.value(outer, "client_max_body_size"), QByteArray("1m"));
        QCOMPARE(effective.setting(outer, "gzip").path(), RemotePath(QByteArray("/etc/nginx/nginx.conf")));
    }

    void unsetDirective_hasItsDefault()
    {
        const NginxConfig config = configOf("http { server { } }");
        const NginxEffective effective(config);
        const NginxSetting server = block(effective, NginxContext::Server);
        const EffectiveDirective gzip = effective.of(server, "gzip");
        QCOMPARE(gzip.origin, Origin::Default);
        QVERIFY(!gzip.isSet() && !gzip.setting() && gzip.facts);
        QCOMPARE(gzip.value(), QByteArray("off"));
        QCOMPARE(effective.value(server, "server_tokens"), QByteArray("on"));
        QCOMPARE(effective.value(server, "no_such_directive"), QByteArray());
        QVERIFY(names(effective.defaultsIn(server)).contains("client_max_body_size"));
        QVERIFY(!names(effective.defaultsIn(server)).contains("worker_connections"));
    }

    void list_isReplacedAsAWhole()
    {
        const NginxConfig config = configOf("http {\n"
                                            "add_header A 1; add_header B 2;\n"
                                            "server {\n"
                                            "location /a { }\n"
                                            "location /b { add_header C 3;\n"
                                            "if ($x) { add_header D 4; }\n"
                                            "if ($y) { set $z 1; } } } }\n");
        const NginxEffective effective(config);
        QCOMPARE(shown(effective.of(block(effective, NginxContext::Location, 0), "add_header").settings),
                 QByteArray("add_header A 1 @2; add_header B 2 @2"));
        const EffectiveDirective b = effective.of(block(effective, NginxContext::Location, 1), "add_header");
        QCOMPARE(shown(b.settings), QByteArray("add_header C 3 @5"));
        QCOMPARE(shown(b.overridden), QByteArray("add_header A 1 @2; add_header B 2 @2"));
        const EffectiveDirective d = effective.of(block(effective, NginxContext::LocationIf, 0), "add_header");
        QCOMPARE(shown(d.settings), QByteArray("add_header D 4 @6"));
        QCOMPARE(d.overridden.size(), 3);
        QCOMPARE(shown(effective.of(block(effective, NginxContext::LocationIf, 1), "add_header").settings),
                 QByteArray("add_header C 3 @5"));
    }

    void headersMerge_whereTheyAreToldTo()
    {
        const NginxConfig config = configOf("http { add_header A 1;\n"
                                            "server { add_header_inherit merge; add_header B 2;\n"
                                            "location /a { add_header C 3;\n"
                                            "location /a/b { add_header_inherit off;\n"
                                            "location /a/b/c { add_header E 5; } } }\n"
                                            "location /d { add_header_inherit on; add_header F 6; } } }\n");
        const NginxEffective effective(config);
        const EffectiveDirective server = effective.of(block(effective, NginxContext::Server), "add_header");
        QCOMPARE(shown(server.settings), QByteArray("add_header A 1 @1; add_header B 2 @2"));
        QCOMPARE(server.origin, Origin::Both);
        QCOMPARE(shown(effective.of(block(effective, NginxContext::Location, 0), "add_header").settings),
                 QByteArray("add_header A 1 @1; add_header B 2 @2; add_header C 3 @3"));
        const EffectiveDirective cut = effective.of(block(effective, NginxContext::Location, 1), "add_header");
        QVERIFY(!cut.isSet());
        QCOMPARE(cut.overridden.size(), 3);
        QCOMPARE(shown(effective.of(block(effective, NginxContext::Location, 2), "add_header").settings),
                 QByteArray("add_header E 5 @5"));
        QCOMPARE(shown(effective.of(block(effective, NginxContext::Location, 3), "add_header").settings),
                 QByteArray("add_header F 6 @6"));
    }

    void addedDirectives_pileUp()
    {
        const NginxConfig config = configOf("http { more_set_headers \"A: 1\";\n"
                                            "server { location / { more_set_headers \"B: 2\"; } } }");
        const NginxEffective effective(config);
        const EffectiveDirective headers = effective.of(block(effective, NginxContext::Location), "more_set_headers");
        QCOMPARE(headers.settings.size(), 2);
        QCOMPARE(headers.origin, Origin::Both);
        QVERIFY(headers.overridden.isEmpty());
    }

    void allowAndDeny_areOneList()
    {
        const NginxConfig config = configOf("http { allow 10.0.0.0/8; deny all;\n"
                                            "server { location /a { deny 1.2.3.4; }\n"
                                            "location /b { limit_except GET { allow all; } } } }");
        const NginxEffective effective(config);
        const EffectiveDirective rules = effective.of(block(effective, NginxContext::Location, 0), "allow");
        QCOMPARE(shown(rules.settings), QByteArray("deny 1.2.3.4 @2"));
        QCOMPARE(rules.overridden.size(), 2);
        QCOMPARE(shown(effective.of(block(effective, NginxContext::Location, 1), "deny").settings),
                 QByteArray("allow 10.0.0.0/8 @1; deny all @1"));
        QCOMPARE(shown(effective.of(block(effective, NginxContext::LimitExcept), "deny").settings),
                 QByteArray("allow all @3"));
    }

    void rootAndAlias_shareOnePlace()
    {
        const NginxConfig config = configOf("http { root /a;\n"
                                            "server { location /b/ { alias /c/;\n"
                                            "location /b/d/ { location /b/d/e/ { root /f; } } } } }");
        const NginxEffective effective(config);
        const EffectiveDirective alias = effective.of(block(effective, NginxContext::Location, 0), "root");
        QCOMPARE(alias.name, QByteArray("alias"));
        QCOMPARE(shown(alias.overridden), QByteArray("root /a @1"));
        QCOMPARE(effective.of(block(effective, NginxContext::Location, 1), "alias").value(), QByteArray("/c/"));
        QCOMPARE(effective.of(block(effective, NginxContext::Location, 2), "alias").value(), QByteArray("/f"));
        QCOMPARE(effective.of(block(effective, NginxContext::Server), "alias").name, QByteArray("root"));
    }

    void whatPasses_staysInItsLocation()
    {
        const NginxConfig config = configOf("http { server { try_files a =404;\n"
                                            "location /a { proxy_pass http://b; internal; try_files c =404;\n"
                                            "if ($x) { set $y 1; }\n"
                                            "limit_except GET { deny all; }\n"
                                            "location /a/d { } } } }");
        const NginxEffective effective(config);
        const QByteArray pass = "proxy_pass http://b @2";
        QCOMPARE(shown(effective.of(block(effective, NginxContext::LocationIf), "proxy_pass").settings), pass);
        QCOMPARE(shown(effective.of(block(effective, NginxContext::LimitExcept), "proxy_pass").settings), pass);
        const NginxSetting inner = block(effective, NginxContext::Location, 1);
        QVERIFY(!effective.of(inner, "proxy_pass").isSet());
        QCOMPARE(shown(effective.of(inner, "proxy_pass").notInherited), pass);
        QCOMPARE(effective.of(inner, "try_files").notInherited.size(), 2);
        QVERIFY(!effective.setting(block(effective, NginxContext::LocationIf), "try_files"));
        QVERIFY(effective.setting(inner, "internal"));
    }

    void blocksOfOtherKinds_takeNothingFromAround()
    {
        const NginxConfig config = configOf("error_log /e; worker_processes 4; events { }\n"
                                            "http { keepalive_timeout 5; upstream u { server a; }\n"
                                            "map $a $b { keepalive_timeout x; } server { } }");
        const NginxEffective effective(config);
        QVERIFY(!effective.of(block(effective, NginxContext::Upstream), "keepalive_timeout").isSet());
        const NginxSetting server = block(effective, NginxContext::Server);
        QCOMPARE(effective.value(server, "keepalive_timeout"), QByteArray("5"));
        QCOMPARE(effective.value(server, "error_log"), QByteArray("/e"));
        QVERIFY(!effective.of(server, "worker_processes").isSet());
        QCOMPARE(effective.contextOf(config.root()), NginxContext::Main);
        QCOMPARE(names(effective.in(block(effective, NginxContext::Upstream))), QByteArray("server"));
    }

    void rewritePhase_isThatOfTheServerThenThatOfTheLocation()
    {
        const NginxConfig config = configOf("http { server { set $a 1;\n"
                                            "location /a { rewrite b c;\n"
                                            "location /a/b { return 200;\n"
                                            "if ($a) { break; } } }\n"
                                            "if ($d) { return 404; } } }");
        const NginxEffective effective(config);
        const QByteArray all = "set $a 1 @1; if ($d) @5; return 200 @3; if ($a) @4";
        QCOMPARE(shown(effective.rewritePhase(block(effective, NginxContext::Location, 1))), all);
        QCOMPARE(shown(effective.rewritePhase(block(effective, NginxContext::LocationIf))), all);
        QCOMPARE(shown(effective.rewritePhase(block(effective, NginxContext::Server))),
                 QByteArray("set $a 1 @1; if ($d) @5"));
        QCOMPARE(shown(effective.rewritePhase(block(effective, NginxContext::ServerIf))),
                 QByteArray("set $a 1 @1; if ($d) @5"));
    }

    void everything_inOneCall()
    {
        const NginxConfig config = configOf("http { gzip on; gzip_types a b; types { x y; } map $a $b { c d; }\n"
                                            "access_log off; access_log /x;\n"
                                            "server { listen 80; server_name a; ssl_protocols TLSv1.3; if ($q) { }\n"
                                            "location / { gzip off; proxy_pass http://x; location /a { } } } }");
        const NginxEffective effective(config);
        const NginxSetting location = block(effective, NginxContext::Location, 0);
        QCOMPARE(names(effective.in(location)),
                 QByteArray("gzip_types types access_log ssl_protocols gzip proxy_pass"));
        QCOMPARE(names(effective.in(block(effective, NginxContext::Http))),
                 QByteArray("gzip gzip_types types map access_log"));
        QCOMPARE(names(effective.in(block(effective, NginxContext::Server))),
                 QByteArray("gzip gzip_types types access_log listen server_name ssl_protocols"));
        for (const EffectiveDirective &directive : effective.in(location))
            QCOMPARE(shown(directive.settings), shown(effective.of(location, directive.name).settings));
    }

    void fileAlone_isGuessedFromWhatStandsInIt()
    {
        const auto contextOf = [](const QByteArray &text) {
            const NginxConfig config = configOf(text);
            return NginxEffective(config).contextOf(config.root());
        };
        QCOMPARE(contextOf("events { } http { }"), NginxContext::Main);
        QCOMPARE(contextOf(""), NginxContext::Main);
        QCOMPARE(contextOf("upstream u { server a; } server { listen 80; }"), NginxContext::Http);
        QCOMPARE(contextOf("listen 80; location / { }"), NginxContext::Server);
        QCOMPARE(contextOf("proxy_pass http://a; proxy_http_version 1.1;"), NginxContext::Location);
        QCOMPARE(contextOf("server 127.0.0.1:80; keepalive 3;"), NginxContext::Upstream);
        QCOMPARE(contextOf("http { server { } } proxy_pass a;"), NginxContext::Main);
    }

    void directiveNobodyKnows_isTakenToGoOn()
    {
        const NginxConfig config = configOf("http { strange_thing on; server { location / { } strange { odd 1; } } }");
        const NginxEffective effective(config);
        const EffectiveDirective strange = effective.of(block(effective, NginxContext::Location), "strange_thing");
        QCOMPARE(strange.origin, Origin::Above);
        QVERIFY(!strange.facts);
        QCOMPARE(effective.contextOf(effective.blocks(NginxContext::Foreign).first()), NginxContext::Foreign);
    }

    void quotedNames_areTheSame()
    {
        const NginxConfig config = configOf("http { \"gzip\" on; server { } }");
        const NginxEffective effective(config);
        QVERIFY(effective.isOn(block(effective, NginxContext::Server), "gzip"));
    }

    void manyBlocks_costNoMoreEach()
    {
        QByteArray text = "http { gzip on;\n";
        for (int i = 0; i < 3000; ++i)
            text += "server { listen 80; location / { add_header A b; } }\n";
        const NginxConfig config = configOf(text + '}');
        const NginxEffective effective(config);
        qsizetype found = 0;
        for (const NginxSetting &location : effective.blocks(NginxContext::Location))
            found += effective.in(location).size();
        QCOMPARE(found, 3000 * 2);
    }
};

GW_REGISTER_TEST(EffectiveTest)
#include "effectivetest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/directives.h"
#include "tests/support/testmain.h"

#include <QSet>

using namespace gw;
using Ending = DirectiveUse::Ending;
using Verdict = DirectiveCheck::Verdict;

class DirectivesTest : public QObject {
    Q_OBJECT

    static const DirectiveTable &table() { return DirectiveTable::nginx(); }

    static Verdict verdict(const char *name, NginxContext context, int arguments, Ending ending = Ending::Semicolon,
                           const NginxBuild &build = {})
    {
        return table().check({name, context, arguments, ending}, build).verdict;
    }

    static NginxBuild at(const char *version) { return NginxBuild(NginxVersion::fromText(version)); }

    static const DirectiveFacts &facts(const char *name, NginxContext context)
    {
        const DirectiveFacts *found = table().find(name, context);
        if (!found)
            qFatal("no directive %s there", name);
        return *found;
    }

    /// As Debian 12 prints it, shortened.
    static NginxBuild debian()
    {
        return NginxBuild::fromPrinted(
            "nginx version: nginx/1.22.1\nbuilt with OpenSSL 3.0.15 3 Sep 2024\nTLS SNI support enabled\n"
            "configure arguments: --with-cc-opt='-g -O2 -fPIC' --with-http_ssl_module --with-http_v2_module "
            "--with-mail_ssl_module --with-stream_ssl_module --without-http_browser_module "
            "--with-http_geoip_module=dynamic --with-mail=dynamic --with-stream=dynamic\n");
    }

private Q_SLOTS:
    void table_knowsEveryModule()
    {
        QVERIFY(table().directives().size() > 1500);
        QVERIFY(table().modules().size() > 150);
        QVERIFY(table().variables().size() > 200);
        QVERIFY(table().modules().size() <= NginxBuild::maxModules);
    }

    void everyRow_isWhole()
    {
        QSet<std::pair<QByteArray, int>> seen;
        for (const DirectiveFacts &facts : table().directives()) {
            const QByteArray name = facts.name.toByteArray();
            QVERIFY2(!name.isEmpty() && facts.contexts != 0, name.constData());
            QVERIFY2(facts.arguments.exact || facts.arguments.atLeast <= 2, name.constData());
            QVERIFY2(facts.module < table().modules().size(), name.constData());
            QVERIFY2(!facts.removed.isSet() || facts.since < facts.removed, name.constData());
            QVERIFY2(!facts.deprecated.isSet() || facts.since <= facts.deprecated, name.constData());
            QVERIFY2(!facts.removed.isSet() || facts.deprecated <= facts.removed, name.constData());
            QVERIFY2(!facts.text.contains('\t') && facts.text.size() < 300, name.constData());
            for (int context = 0; context <= int(NginxContext::Foreign); ++context) {
                if (!facts.standsIn(NginxContext(context)) || facts.edition != Edition::Free || facts.contexts + 1 == 0)
                    continue;
                QVERIFY2(!seen.contains({name, context}), name.constData());
                seen.insert({name, context});
            }
        }
    }

    void everyContext_isOpenedByABlock()
    {
        QSet<int> opened{int(NginxContext::Main), int(NginxContext::Foreign)};
        for (const DirectiveFacts &facts : table().directives()) {
            for (int context = 0; context < int(NginxContext::Entries); ++context) {
                if (facts.isBlock() && facts.standsIn(NginxContext(context)))
                    opened.insert(int(facts.bodyIn(NginxContext(context))));
            }
        }
        for (int context = 0; context <= int(NginxContext::Foreign); ++context)
            QVERIFY2(opened.contains(context), QByteArray::number(context).constData());
    }

    void ifInLocation_hasItsOwnContext()
    {
        QCOMPARE(facts("if", NginxContext::Server).bodyIn(NginxContext::Server), NginxContext::ServerIf);
        QCOMPARE(facts("if", NginxContext::Location).bodyIn(NginxContext::Location), NginxContext::LocationIf);
        QCOMPARE(facts("server", NginxContext::Stream).bodyIn(NginxContext::Stream), NginxContext::StreamServer);
        QVERIFY(!facts("server", NginxContext::Upstream).isBlock());
    }

    void check_speaksAsNginx_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("context");
        QTest::addColumn<int>("arguments");
        QTest::addColumn<bool>("block");
        QTest::addColumn<QByteArray>("words");

        const auto row = [](const char *name, NginxContext context, int arguments, bool block, const char *words) {
            QTest::addRow("%s/%d/%d/%d", name, int(context), arguments, block)
                << QByteArray(name) << int(context) << arguments << block << QByteArray(words);
        };
        row("root", NginxContext::Http, 1, false, "");
        row("root", NginxContext::Main, 1, false, "\"root\" directive is not allowed here");
        row("root", NginxContext::Server, 2, false, "invalid number of arguments in \"root\" directive");
        row("root", NginxContext::Server, 1, true, "directive \"root\" is not terminated by \";\"");
        row("server", NginxContext::Http, 0, false, "directive \"server\" has no opening \"{\"");
        row("rooot", NginxContext::Server, 1, false, "unknown directive \"rooot\"");
        // The ending is looked at before the arguments, the context before both.
        row("root", NginxContext::Server, 5, true, "directive \"root\" is not terminated by \";\"");
        row("root", NginxContext::Events, 5, true, "\"root\" directive is not allowed here");
        row("gzip", NginxContext::Http, 2, false, "invalid number of arguments in \"gzip\" directive");
        row("include", NginxContext::Events, 1, false, "");
        row("include", NginxContext::Upstream, 0, false, "invalid number of arguments in \"include\" directive");
        row("gzip_types", NginxContext::Http, 60, false, "");
        row("log_format", NginxContext::Http, 1, false, "invalid number of arguments in \"log_format\" directive");
        row("location", NginxContext::LocationIf, 1, true, "\"location\" directive is not allowed here");
        row("anything", NginxContext::Entries, 9, false, "");
    }

    void check_speaksAsNginx()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, context);
        QFETCH(int, arguments);
        QFETCH(bool, block);
        QFETCH(QByteArray, words);
        const DirectiveCheck check =
            table().check({name, NginxContext(context), arguments, block ? Ending::Block : Ending::Semicolon});
        QCOMPARE(DirectiveCheck::words(check.verdict, name), words);
        QCOMPARE(check.isError(), !words.isEmpty());
    }

    void olderServer_doesNotKnowNewerDirectives()
    {
        QCOMPARE(verdict("http2", NginxContext::Server, 1), Verdict::Right);
        QCOMPARE(verdict("http2", NginxContext::Server, 1, Ending::Semicolon, at("1.25.1")), Verdict::Right);
        const DirectiveCheck old = table().check({"http2", NginxContext::Server, 1}, at("1.22.1"));
        QCOMPARE(old.verdict, Verdict::Unknown);
        QVERIFY(old.facts && old.facts->since == NginxVersion::fromText("1.25.1"));
    }

    void removedDirective_isUnknownFromThenOn()
    {
        QCOMPARE(verdict("ssl", NginxContext::Server, 1, Ending::Semicolon, at("1.25.0")), Verdict::Right);
        QCOMPARE(verdict("ssl", NginxContext::Server, 1, Ending::Semicolon, at("1.25.1")), Verdict::Unknown);
        QVERIFY(facts("ssl", NginxContext::Server).isDeprecatedIn(NginxVersion::fromText("1.15.0")));
        QVERIFY(!facts("ssl", NginxContext::Server).isDeprecatedIn(NginxVersion::fromText("1.14.2")));
    }

    void newerServerThanTheTable_mayHaveAnything()
    {
        QCOMPARE(verdict("brand_new", NginxContext::Server, 1, Ending::Semicolon, at("99.0.0")), Verdict::Uncertain);
        QCOMPARE(verdict("root", NginxContext::Server, 9, Ending::Semicolon, at("99.0.0")), Verdict::WrongArguments);
    }

    void build_knowsItsModules()
    {
        const NginxBuild build = debian();
        QCOMPARE(build.version(), NginxVersion::fromText("1.22.1"));
        QVERIFY(!build.isCommercial());
        QCOMPARE(verdict("ssl_certificate", NginxContext::Server, 1, Ending::Semicolon, build), Verdict::Right);
        QCOMPARE(verdict("dav_methods", NginxContext::Server, 1, Ending::Semicolon, build), Verdict::Unknown);
        QCOMPARE(verdict("ancient_browser", NginxContext::Server, 1, Ending::Semicolon, build), Verdict::Unknown);
        QCOMPARE(verdict("stream", NginxContext::Main, 0, Ending::Block, build), Verdict::Unknown);
        QCOMPARE(verdict("ssl_preread", NginxContext::StreamServer, 1, Ending::Semicolon, build), Verdict::Unknown);
        QCOMPARE(verdict("auth_jwt", NginxContext::Server, 1, Ending::Semicolon, build), Verdict::Unknown);
        QCOMPARE(verdict("more_set_headers", NginxContext::Server, 1, Ending::Semicolon, build), Verdict::Unknown);
    }

    void loadedModule_bringsItsDirectives()
    {
        NginxBuild build = debian();
        build.load("modules/ngx_stream_module.so");
        build.load("/usr/lib/nginx/modules/ngx_http_headers_more_filter_module.so");
        QCOMPARE(verdict("stream", NginxContext::Main, 0, Ending::Block, build), Verdict::Right);
        QCOMPARE(verdict("more_set_headers", NginxContext::Server, 1, Ending::Semicolon, build), Verdict::Right);
        QCOMPARE(verdict("more_set_cookies", NginxContext::Server, 1, Ending::Semicolon, build), Verdict::Uncertain);
        QCOMPARE(verdict("misspelt", NginxContext::Server, 1, Ending::Semicolon, build), Verdict::Unknown);
    }

    void unknownModule_makesEveryUnknownDirectivePossible()
    {
        NginxBuild build;
        QCOMPARE(verdict("frobnicate", NginxContext::Server, 1, Ending::Semicolon, build), Verdict::Unknown);
        build.load("modules/ngx_http_frobnicate_module.so");
        QCOMPARE(verdict("frobnicate", NginxContext::Server, 1, Ending::Semicolon, build), Verdict::Uncertain);
        QCOMPARE(verdict("root", NginxContext::Server, 2, Ending::Semicolon, build), Verdict::WrongArguments);
        const NginxBuild added = NginxBuild::fromPrinted(
            "nginx version: nginx/1.26.0\nconfigure arguments: --prefix=/etc/nginx --add-module=/src/x\n");
        QCOMPARE(verdict("frobnicate", NginxContext::Server, 1, Ending::Semicolon, added), Verdict::Uncertain);
    }

    void commercialBuild_hasCommercialDirectives()
    {
        const NginxBuild build = NginxBuild::fromPrinted(
            "nginx version: nginx/1.27.2 (nginx-plus-r33)\nconfigure arguments: --with-http_ssl_module\n");
        QVERIFY(build.isCommercial());
        QCOMPARE(verdict("auth_jwt", NginxContext::Server, 1, Ending::Semicolon, build), Verdict::Right);
        QCOMPARE(facts("auth_jwt", NginxContext::Server).edition, Edition::Plus);
    }

    void inheritance_isOfItsKind()
    {
        QCOMPARE(facts("root", NginxContext::Server).inheritance, Inheritance::Value);
        QCOMPARE(facts("add_header", NginxContext::Server).inheritance, Inheritance::List);
        QCOMPARE(facts("proxy_set_header", NginxContext::Server).inheritance, Inheritance::List);
        QCOMPARE(facts("fastcgi_param", NginxContext::Server).inheritance, Inheritance::List);
        QCOMPARE(facts("error_page", NginxContext::Server).inheritance, Inheritance::List);
        QCOMPARE(facts("access_log", NginxContext::Server).inheritance, Inheritance::List);
        QCOMPARE(facts("allow", NginxContext::Server).inheritance, Inheritance::List);
        QCOMPARE(facts("index", NginxContext::Server).inheritance, Inheritance::List);
        QCOMPARE(facts("gzip_types", NginxContext::Server).inheritance, Inheritance::List);
        QCOMPARE(facts("try_files", NginxContext::Server).inheritance, Inheritance::Own);
        QCOMPARE(facts("return", NginxContext::Server).inheritance, Inheritance::Own);
        QCOMPARE(facts("listen", NginxContext::Server).inheritance, Inheritance::Own);
        QCOMPARE(facts("proxy_pass", NginxContext::Location).inheritance, Inheritance::Unnamed);
        QCOMPARE(facts("more_set_headers", NginxContext::Location).inheritance, Inheritance::Added);
        QCOMPARE(facts("proxy_read_timeout", NginxContext::Location).inheritance, Inheritance::Value);
    }

    void repeated_isAnErrorOnlyWhereNginxSaysSo()
    {
        for (const char *once :
             {"root", "try_files", "proxy_pass", "gzip", "client_max_body_size", "keepalive_timeout"})
            QVERIFY2(facts(once, NginxContext::Location).once, once);
        for (const char *again :
             {"add_header", "index", "allow", "access_log", "error_page", "limit_req", "rewrite", "return"})
            QVERIFY2(!facts(again, NginxContext::Location).once, again);
    }

    void completion_listsEachNameOnce()
    {
        const QList<const DirectiveFacts *> names = table().allowedIn(NginxContext::Location, at("1.22.1"));
        QVERIFY(names.size() > 400);
        for (qsizetype i = 1; i < names.size(); ++i)
            QVERIFY(names[i - 1]->name < names[i]->name);
        for (const DirectiveFacts *facts : names)
            QVERIFY(facts->standsIn(NginxContext::Location) && facts->existsIn(NginxVersion::fromText("1.22.1")));
    }

    void variables_areOfTheirProtocol()
    {
        QCOMPARE(table().variable("$host", NginxContext::Server)->module, "ngx_http_core_module");
        QVERIFY(!table().variable("$host", NginxContext::StreamServer));
        QCOMPARE(table().variable("$remote_addr", NginxContext::StreamServer)->module, "ngx_stream_core_module");
        QVERIFY(table().variable("$http_x_forwarded_for", NginxContext::Http)->isFamily());
        QVERIFY(!table().variable("$http_", NginxContext::Http));
        QVERIFY(!table().variable("$hots", NginxContext::Http));
        QVERIFY(!table().variable("$request_port", NginxContext::Http, at("1.22.1")));
        QVERIFY(table().variable("$request_port", NginxContext::Http));
    }

    void version_isFoundInText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<int>>("parts");
        QTest::newRow("plain") << QByteArray("1.22.1") << QList{1, 22, 1};
        QTest::newRow("banner") << QByteArray("nginx version: nginx/1.18.0 (Ubuntu)") << QList{1, 18, 0};
        QTest::newRow("more parts") << QByteArray("1.25.3.2") << QList{1, 25, 3};
        QTest::newRow("two parts") << QByteArray("1.22") << QList{0, 0, 0};
        QTest::newRow("too large") << QByteArray("99999999.1.1") << QList{0, 0, 0};
        QTest::newRow("empty") << QByteArray() << QList{0, 0, 0};
        QTest::newRow("later") << QByteArray("v2, nginx/1.2.3") << QList{1, 2, 3};
    }

    void version_isFoundInText()
    {
        QFETCH(QByteArray, text);
        QFETCH(QList<int>, parts);
        const NginxVersion version = NginxVersion::fromText(text);
        QCOMPARE((QList<int>{version.major, version.minor, version.patch}), parts);
        QCOMPARE(version.isSet(), parts != QList({0, 0, 0}));
    }
};

GW_REGISTER_TEST(DirectivesTest)
#include "directivestest.moc"

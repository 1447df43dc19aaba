// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/effectivehere.h"
#include "tests/support/testmain.h"

using namespace gw;

namespace {

using Manner = EffectiveHere::Manner;

/// A configuration in which "|" marks the byte that is asked about.
struct Marked {
    explicit Marked(QByteArray text) : offset(text.indexOf('|'))
    {
        text.remove(offset, 1);
        config = NginxConfig::ofOneFile(RemotePath(QByteArray("/n")), text);
    }
    QList<EffectiveHere> all(QByteArrayView name = {}) const
    {
        return effectiveHere(NginxEffective(config), 0, offset, name);
    }
    EffectiveHere one(QByteArrayView name = {}) const { return all(name).value(0); }

    qsizetype offset;
    NginxConfig config;
};

QByteArray said(const EffectiveHere &here)
{
    return here.lines().join(QStringLiteral(" | ")).toUtf8();
}

} // namespace

class EffectiveHereTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfInheritance_isNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("manner");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *tag, const char *text, const char *name, Manner manner, const char *said) {
            QTest::newRow(tag) << QByteArray(text) << QByteArray(name) << int(manner) << QByteArray(said);
        };
        row("value, set", "http {\n server {\n gz|ip on; } }", "", Manner::Set,
            "Effective here: gzip on (/n:3), set here | Default: off");
        row("value, overrides", "http { gzip on;\n server { gz|ip off; } }", "", Manner::Overrides,
            "Effective here: gzip off (/n:2), set here | Overrides: gzip on (/n:1) | Default: off");
        row("value, inherited", "http { gzip on;\n server { location / { | } } }", "gzip", Manner::Inherited,
            "Effective here: gzip on (/n:1), inherited | Default: off");
        row("value, default", "http { server { | } }", "gzip", Manner::Default,
            "Effective here: gzip off, the default");
        row("no default", "http { server { | } }", "add_header", Manner::Default,
            "Effective here: add_header is not set");
        row("list, replaces", "http { add_header A 1; add_header B 2;\n server { add_h|eader C 3; } }", "",
            Manner::ReplacesAll,
            "Effective here: add_header C 3 (/n:2), set here"
            " | Replaces as a whole: add_header A 1 (/n:1); add_header B 2 (/n:1)");
        row("list, inherited", "http { proxy_set_header A 1; proxy_set_header B 2;\n server { | } }",
            "proxy_set_header", Manner::Inherited,
            "Effective here: proxy_set_header A 1 (/n:1); proxy_set_header B 2 (/n:1), inherited"
            " | Default: Host $proxy_host; Connection close");
        row("list, merged", "http { add_header A 1;\n server { add_header_inherit merge; add_header B 2; | } }",
            "add_header", Manner::Adds,
            "Effective here: add_header A 1 (/n:1); add_header B 2 (/n:2), those from above and those set here "
            "together");
        row("list, cut", "http { add_header A 1;\n server { add_header_inherit off; | } }", "add_header", Manner::Cut,
            "Effective here: add_header is not set | Kept out by the inherit directive: add_header A 1 (/n:1)");
        row("added", "http { more_set_headers a;\n server { more_set_headers b; | } }", "more_set_headers",
            Manner::Adds,
            "Effective here: more_set_headers a (/n:1); more_set_headers b (/n:2),"
            " those from above and those set here together");
        row("own", "server {\n location / { try_files a =404;\n location /b { | } } }", "try_files",
            Manner::NotInherited,
            "Effective here: try_files is not set | Holds only where it stands: try_files a =404 (/n:2)");
        row("unnamed, into if", "server { location / { proxy_pass http://a;\n if ($x) { | } } }", "proxy_pass",
            Manner::Inherited, "Effective here: proxy_pass http://a (/n:1), inherited");
        row("unnamed, not into locations", "server { location / { proxy_pass http://a;\n location /b { | } } }",
            "proxy_pass", Manner::NotInherited,
            "Effective here: proxy_pass is not set | Holds only where it stands: proxy_pass http://a (/n:1)");
        row("shared place", "server { root /a;\n location / { ali|as /b; } }", "", Manner::Overrides,
            "Effective here: alias /b (/n:2), set here | Overrides: root /a (/n:1)");
        row("of the level around a block", "http { gzip on;\n serv|er { gzip off; } }", "gzip", Manner::Set,
            "Effective here: gzip on (/n:1), set here | Default: off");
        row("unknown directive", "http { strange a;\n server { | } }", "strange", Manner::Inherited,
            "Effective here: strange a (/n:1), inherited");
    }

    void everyKindOfInheritance_isNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, name);
        QFETCH(int, manner);
        const Marked marked(text);
        const EffectiveHere here = marked.one(name);
        QCOMPARE(int(here.manner()), manner);
        QTEST(said(here), "said");
    }

    void placesWithoutDirectives_haveNothing()
    {
        QVERIFY(Marked("http { map $a $b { x| y; } }").all("gzip").isEmpty());
        QVERIFY(Marked("http { # com|ment\n }").all().isEmpty());
        QVERIFY(Marked("http { server { | } }").all().isEmpty());
        QVERIFY(!Marked("http { # com|ment\n }").all("gzip").isEmpty());
        QVERIFY(Marked("|").all().isEmpty());
        QVERIFY(effectiveHere(NginxEffective(Marked("|").config), 3, 0, "gzip").isEmpty());
    }

    void unclosedBlock_isStillBlock()
    {
        QCOMPARE(Marked("http { gzip on; server { |").one("gzip").manner(), Manner::Inherited);
    }

    void fileReadTwice_hasTwoAnswers()
    {
        NginxFiles files;
        files.content = [](const RemotePath &path) {
            const bool isMain = path == RemotePath(QByteArray("/n/nginx.conf"));
            return NginxFiles::Content{isMain ? "http { server { gzip on; location /a { include common; }\n"
                                                "location /b { gzip off; include common; } } }"
                                              : "expires 1d;\nif ($x) { expires 2d; }\n",
                                       0};
        };
        const NginxConfig config = NginxConfig::read(files, RemotePath(QByteArray("/n/nginx.conf")));
        const NginxEffective effective(config);
        const QList<EffectiveHere> outermost = effectiveHere(effective, 1, 0, "gzip");
        QCOMPARE(outermost.size(), 2);
        QCOMPARE(outermost[0].directive.value(), QByteArray("on"));
        QCOMPARE(outermost[1].directive.value(), QByteArray("off"));
        const qsizetype second = config.files()[1].tree.text().indexOf("2d");
        const QList<EffectiveHere> inner = effectiveHere(effective, 1, second);
        QCOMPARE(inner.size(), 2);
        QCOMPARE(said(inner[1]), QByteArray("Effective here: expires 2d (/n/common:2), set here"
                                            " | Overrides: expires 1d (/n/common:1) | Default: off"));
    }

    void longList_isCounted()
    {
        QByteArray text = "http { ";
        for (int i = 0; i < 20; ++i)
            text += "add_header A b; ";
        const Marked marked(text + "| }");
        QVERIFY(said(marked.one("add_header")).contains("14 more"));
    }
};

GW_REGISTER_TEST(EffectiveHereTest)
#include "effectiveheretest.moc"

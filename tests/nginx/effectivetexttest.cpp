// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/effectivetext.h"
#include "tests/support/testmain.h"

using namespace gw;

namespace {

QByteArray withoutDefaults(const QByteArray &text)
{
    const qsizetype at = text.indexOf("\n# Set nowhere");
    return at < 0 ? text : text.first(at);
}

/// Blanks before a place count once.
QByteArray simple(QByteArray text)
{
    while (text.contains("   #"))
        text.replace("   #", "  #");
    return text;
}

/// Of a configuration in which "|" marks the byte that is asked about.
struct Marked {
    explicit Marked(QByteArray marked) : offset(marked.indexOf('|'))
    {
        config = NginxConfig::ofOneFile(RemotePath(QByteArray("/n")), marked.remove(offset, 1));
        made = effectiveTextAt(NginxEffective(config), 0, offset);
    }

    qsizetype offset;
    NginxConfig config;
    EffectiveText made;
};

QByteArray textAt(const QByteArray &marked)
{
    return Marked(marked).made.text;
}

} // namespace

class EffectiveTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void directives_standByTheBlockThatSetsThem()
    {
        const Marked asked("http {\n"
                           "    gzip on;\n"
                           "    add_header A \"1 2\";\n"
                           "    server {\n"
                           "        server_name a.test;\n"
                           "        root /srv;\n"
                           "        location /x {\n"
                           "            |add_header B 1;\n"
                           "        }\n"
                           "    }\n"
                           "}\n");
        const EffectiveText &made = asked.made;
        QCOMPARE(simple(withoutDefaults(made.text)),
                 QByteArray("# What holds in location /x, server a.test, http (n:7):\n"
                            "\n"
                            "# Set here\n"
                            "add_header B 1;  # n:8\n"
                            "\n"
                            "# From server a.test\n"
                            "root /srv;  # n:6\n"
                            "\n"
                            "# From http\n"
                            "gzip on;  # n:2\n"
                            "\n"
                            "# Set above and replaced on the way: does not hold here\n"
                            "# add_header A \"1 2\";  # n:3\n"));
        QVERIFY(made.text.contains("\ngzip_comp_level 1;\n"));
        QVERIFY(!made.text.contains("\ngzip off;\n"));
        QVERIFY(!made.text.contains("\nfastcgi_buffering"));
        QCOMPARE(made.lines.size(), made.text.count('\n'));
        QVERIFY(!made.lines[0]);
        QCOMPARE(made.lines[3].line(), 8);
        QCOMPARE(made.lines[6].line(), 6);
        QCOMPARE(made.lines[12].line(), 3);
    }

    void rewritesOfServerAndLocation_comeFirst()
    {
        const QByteArray text = textAt("server {\n"
                                       "    set $a 1;\n"
                                       "    location / {\n"
                                       "        |if ($a) { return 403; }\n"
                                       "        return 404;\n"
                                       "    }\n"
                                       "}\n");
        QCOMPARE(simple(withoutDefaults(text)), QByteArray("# What holds in location /, server (n:3):\n"
                                                           "\n"
                                                           "# Runs first, in this order\n"
                                                           "set $a 1;  # n:2\n"
                                                           "if ($a) { …; }  # n:4\n"
                                                           "return 404;  # n:5\n"));
    }

    void entriesAndTheFileItself_areOfTheBlockAround()
    {
        QVERIFY(textAt("http { map $a $b { |x y; } gzip on; }").startsWith("# What holds in http (n:1):\n"));
        QVERIFY(textAt("user a;\n|").contains("# What holds in the outermost level:\n\n# Set here\nuser a;"));
        QVERIFY(textAt("|").startsWith("# What holds in the outermost level:\n"));
    }

    void fileReadTwice_isShownInEachPlace()
    {
        NginxDump dump;
        dump.files = {{RemotePath(QByteArray("/n")), "http {\n server { server_name a; gzip on; include /i; }\n"
                                                     " server { server_name b; include /i; }\n}\n"},
                      {RemotePath(QByteArray("/i")), "root /r;\n"}};
        const EffectiveText made = effectiveTextAt(NginxEffective(NginxConfig::read(dump)), 1, 0);
        const QByteArray text = made.text;
        QVERIFY(text.startsWith("# What holds in server a, http (n:2):\n"));
        QVERIFY(text.contains("\n\n# What holds in server b, http (n:3):\n"));
        QCOMPARE(text.count("root /r;"), 2);
        QCOMPARE(text.count("gzip on;"), 1);
        QCOMPARE(made.lines.size(), text.count('\n'));
    }

    void hostileText_isMadeVisible()
    {
        const QByteArray text = textAt("server { server_name \"\u202E\x1b\n# a\"; |root /; }");
        QVERIFY(!text.contains("\u202E") && !text.contains('\x1b'));
        QVERIFY(!text.contains("\n# a"));
    }
};

GW_REGISTER_TEST(EffectiveTextTest)
#include "effectivetexttest.moc"

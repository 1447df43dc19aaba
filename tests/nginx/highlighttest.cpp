// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/highlight.h"
#include "tests/support/testmain.h"

using namespace gw;

namespace {

/// A letter for each style, in the order of NginxStyle.
constexpr char letters[] = ".DBUNSVR;#LX";

QByteArray painted(const QByteArray &text, NginxContext file = NginxContext::Main)
{
    const NginxTree tree = NginxTree::parse(text);
    QByteArray styles = nginxStyles(tree, nginxContextsOf(tree, file));
    for (char &style : styles)
        style = letters[int(style)];
    return styles;
}

NginxConfig configOf(const QMap<QByteArray, QByteArray> &files)
{
    QMap<RemotePath, QByteArray> contents;
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        contents.insert(RemotePath("/n/" + it.key()), it.value());
    return NginxConfig::read(NginxFiles::of(contents), RemotePath(QByteArray("/n/nginx.conf")));
}

} // namespace

class HighlightTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyByte_hasItsStyle_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("styles");
        const auto row = [](const char *name, const char *text, const char *styles) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(styles);
        };
        row("directive", "listen 80 ssl;", "DDDDDD.NN....;");
        row("unknown", "listne 80;", "UUUUUU.NN;");
        row("elsewhere", "proxy_pass x;", "UUUUUUUUUU..;");
        row("block", "location / { }", "BBBBBBBB...;.;");
        row("units", "client_max_body_size 10m;", "DDDDDDDDDDDDDDDDDDDD.NNN;");
        row("variable", "set $a \"b$c d${e}\";", "DDD.VV.SSVVSSVVVVS;");
        row("comment", "# x $y\nroot /a; # z", "######.DDDD...;.###");
        row("regex", "location ~* \\.php$ {}", "BBBBBBBB.RRRRRRRRR.;;");
        row("rewrite", "rewrite ^/a(.*)$ /b;", "DDDDDDD.RRRRRRRR...;");
        row("name", "server_name a ~^b$;", "DDDDDDDDDDD...RRRR;");
        row("junk", "root /a; }", "DDDD...;.X");
        row("unclosed", "root \"a", "DDDD.XX");
    }
    void everyByte_hasItsStyle()
    {
        QFETCH(QByteArray, text);
        QTEST(painted(text, NginxContext::Server), "styles");
    }

    void nameIsJudgedWhereItStands()
    {
        QCOMPARE(painted("events{a 1;}"), QByteArray("BBBBBB;U.N;;"));
        QCOMPARE(painted("http{map $a $b{~^x y;}}").mid(5), QByteArray("BBB.VV.VV;RRR..;;;"));
        QVERIFY(painted("foreign { anything 1; }").contains("DDDDDDDD"));
    }

    void folds_areTheBlocksOfSeveralLines()
    {
        const auto folds = nginxFolds(NginxTree::parse("a {\n  b { c; }\n  d {\n    e;\n  }\n}\nf;\n"));
        QList<int> levels;
        QList<bool> opens;
        for (const NginxFold &fold : folds) {
            levels << fold.level;
            opens << fold.opens;
        }
        QCOMPARE(levels.first(7), QList<int>({0, 1, 1, 2, 2, 1, 0}));
        QCOMPARE(opens.first(7), QList<bool>({true, false, true, false, false, false, false}));
    }

    void unclosedBlock_foldsToTheEnd()
    {
        const auto folds = nginxFolds(NginxTree::parse("a {\n  b;\n"));
        QVERIFY(folds[0].opens);
        QCOMPARE(folds[1].level, 1);
    }

    void includedFile_standsWhereItsIncludeDoes()
    {
        const NginxConfig config = configOf({{"nginx.conf", "http { include a; }\nstream { include s; }\n"},
                                             {"a", "server { location / { include b; } }\n"},
                                             {"b", "\n"},
                                             {"s", "server { }\n"}});
        const auto contextOf = [&config](const char *name) {
            return nginxContextOfFile(config, config.fileAt(RemotePath(QByteArray("/n/") + name)));
        };
        QCOMPARE(contextOf("nginx.conf"), NginxContext::Main);
        QCOMPARE(contextOf("a"), NginxContext::Http);
        QCOMPARE(contextOf("b"), NginxContext::Location);
        QCOMPARE(contextOf("s"), NginxContext::Stream);
        QCOMPARE(nginxContextOfFile(config, -1), NginxContext::Http);
    }
};

GW_REGISTER_TEST(HighlightTest)
#include "highlighttest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nginx/treelaws.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>

using namespace gw;
using test::whatIsWrong;

namespace {

const QByteArray sample = "# a comment\n"
                          "user www-data; worker_processes auto;\r\n"
                          "events { worker_connections 768; }\n"
                          "http {\n"
                          "\tmap $http_upgrade $connection { default upgrade; '' close; }\n"
                          "    log_format main '$remote_addr - \"$request\" '\n"
                          "                    '\"${status}\" \\'x\\'';\n"
                          "    server { # here\n"
                          "        listen 80 default_server # between\n"
                          "            reuseport;\n"
                          "        location ~ ^/(?<a>\\w+)/x}\\{y$ { return 301 https://$host/${a}b; }\n"
                          "        location /lua { content_by_lua_block { -- it's }\n"
                          "            ngx.say(\"}\", [==[ ]] } ]==], '{') if x then { y = {} } end }\n"
                          "        }\n"
                          "        if ($a = \"b\") { set $c \"\"; }\n"
                          "    }\n"
                          "}\n";

QByteArray mutated(QByteArray text, QRandomGenerator &random)
{
    static const QByteArray tricky = "{}{};;\"\"''\\\\##$ \t\r\n\n[]=-)a\xa0\xef\xbb\xbf\x0c";
    for (int count = 1 + random.bounded(4); count > 0; --count) {
        const auto at = random.bounded(qint64(text.size() + 1));
        const QByteArray piece(1, random.bounded(4) ? tricky[random.bounded(int(tricky.size()))]
                                                    : char(random.bounded(256)));
        switch (random.bounded(4)) {
        case 0: text.insert(at, piece); break;
        case 1: text.remove(at, 1 + random.bounded(3)); break;
        case 2: text.replace(at, 1, piece); break;
        default: text.insert(at, text.mid(random.bounded(qint64(text.size() + 1)), random.bounded(60))); break;
        }
    }
    return text;
}

} // namespace

/// printed(parsed(text)) == text, whatever the text is; and the tree is a tree.
class RoundTripTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileBelowEtcNginx_isAcceptedAndPrintedBack()
    {
        QDirIterator files(QStringLiteral("/etc/nginx"), QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        for (; files.hasNext(); ++count) {
            QFile file(files.next());
            QVERIFY(file.open(QFile::ReadOnly));
            const QByteArray text = file.readAll();
            const NginxTree tree = NginxTree::parse(text);
            QVERIFY2(!whatIsWrong(tree, text), qPrintable(file.fileName()));
            QVERIFY2(tree.errors().isEmpty(), qPrintable(file.fileName()));
        }
        if (count == 0)
            QSKIP("nginx is not installed");
    }

    void usualText_hasNoErrors()
    {
        const NginxTree tree = NginxTree::parse(sample);
        QVERIFY2(tree.errors().isEmpty(), tree.errors().isEmpty() ? "" : tree.errors().first().message.constData());
        QCOMPARE(whatIsWrong(tree, sample), nullptr);
    }

    void everyPrefix_isPrintedBack()
    {
        for (qsizetype size = 0; size <= sample.size(); ++size) {
            const QByteArray text = sample.first(size);
            QVERIFY2(!whatIsWrong(NginxTree::parse(text), text), text.constData());
        }
    }

    void everyByte_mayStandAnywhere()
    {
        for (int byte = 0; byte < 256; ++byte) {
            for (const qsizetype at : {qsizetype(0), qsizetype(12), qsizetype(40), sample.indexOf("map"),
                                       sample.indexOf("'$remote"), sample.indexOf("ngx.say"), sample.size()}) {
                QByteArray text = sample;
                text.insert(at, char(byte));
                QVERIFY2(!whatIsWrong(NginxTree::parse(text), text), text.constData());
            }
        }
    }

    void mutatedTexts_arePrintedBack()
    {
        QRandomGenerator random(20260402);
        QByteArray text = sample;
        for (int round = 0; round < 12000; ++round) {
            text = round % 40 == 0 || text.size() > 6000 ? sample : mutated(text, random);
            const char *const wrong = whatIsWrong(NginxTree::parse(text), text);
            QVERIFY2(!wrong, QByteArray(QByteArray(wrong) + ": " + text).constData());
        }
    }

    void randomBytes_arePrintedBack()
    {
        QRandomGenerator random(20260403);
        for (int round = 0; round < 3000; ++round) {
            QByteArray text;
            for (int size = random.bounded(200); size > 0; --size)
                text += round % 2 ? char(random.bounded(256)) : "{};\"'\\#$ \n\ra"[random.bounded(12)];
            const char *const wrong = whatIsWrong(NginxTree::parse(text), text);
            QVERIFY2(!wrong, text.toHex().constData());
        }
    }

    void hostileNesting_costsNoStack()
    {
        for (const QByteArray &unit : {QByteArray("a{"), QByteArray("{"), QByteArray("}"), QByteArray("a;"),
                                       QByteArray("\"\\\""), QByteArray("x_by_lua_block{"),
                                       QByteArray("x_by_lua_block{[[\n"), QByteArray("\"{\\"), QByteArray("'a\n\"")}) {
            const QByteArray text = unit.repeated(300000);
            const NginxTree tree = NginxTree::parse(text);
            QVERIFY2(tree.printed() == text, unit.constData());
            QVERIFY(tree.errors().size() <= NginxErrors::most);
        }
    }
};

GW_REGISTER_TEST(RoundTripTest)
#include "roundtriptest.moc"

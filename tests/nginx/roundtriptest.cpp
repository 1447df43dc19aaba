// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/tree.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>

using namespace gw;

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

/// Everything that has to hold of the tree of any text.
const char *whatIsWrong(const NginxTree &tree, const QByteArray &text)
{
    if (tree.printed() != text)
        return "the text is not printed back";
    qsizetype end = 0;
    for (const NginxToken &token : tree.tokens()) {
        if (token.start < end)
            return "tokens overlap";
        for (qsizetype i = end; i < token.start; ++i) {
            if (!QByteArrayView(" \t\r\n").contains(text[i]))
                return "a byte is in no token";
        }
        end = token.end();
    }
    for (; end < text.size(); ++end) {
        if (!QByteArrayView(" \t\r\n").contains(text[end]))
            return "a byte at the end is in no token";
    }
    qsizetype start = 0;
    for (quint32 i = 1; i < tree.nodeCount(); ++i) {
        const NginxNode node = tree.node(i);
        const NginxSpan span = node.span();
        const NginxSpan around = node.parent().inside();
        if (span.start < start || span.isEmpty())
            return "nodes are not in reading order";
        if (span.start < around.start || span.end > around.end)
            return "a node is not inside its block";
        if (node.next() && node.next().span().start < span.end)
            return "siblings overlap";
        if (node.isDirective() && node.nameSpan().isEmpty())
            return "a directive without a name";
        if (tree.nodeAt(span.start) != node)
            return "a node is not found at its first byte";
        start = span.start + 1;
    }
    for (const NginxError &error : tree.errors()) {
        if (error.offset < 0 || error.offset > text.size() || error.message.isEmpty() ||
            tree.placeOf(error.offset).line != error.line)
            return "an error is nowhere";
    }
    return nullptr;
}

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

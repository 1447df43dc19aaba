// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/words.h"
#include "backend/nginx/tree.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace gw;

/// Values and how they are written.
class WordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void escapes_areDecodedAsNginxDoes_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *written, const char *value) {
            QTest::newRow(written) << QByteArray(written) << QByteArray(value);
        };
        row("plain", "plain");
        row("\"a b\"", "a b");
        row("'a b'", "a b");
        row("\"\"", "");
        row("''", "");
        row("\"a'b\"", "a'b");
        row("a\"b\"", "a\"b\"");
        row("\"a\\\"b\"", "a\"b");
        row("'a\\'b'", "a'b");
        row("'a\\\"b'", "a\"b");
        row("a\\tb\\rc\\nd", "a\tb\rc\nd");
        row("a\\\\b", "a\\b");
        row("^/\\d+\\.php$", "^/\\d+\\.php$");
        row("\\{\\;\\}", "\\{\\;\\}");
        row("a\\ b", "a\\ b");
        row("\\#a", "\\#a");
        row("${a}b", "${a}b");
        row("a${b}", "a${b}");
        row("a#b", "a#b");
        row("a}b", "a}b");
        row("\xc2\xa0", "\xc2\xa0");
    }

    void escapes_areDecodedAsNginxDoes()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, value);
        const NginxTree tree = NginxTree::parse("x " + written + ";");
        QCOMPARE(tree.root().firstChild().argumentCount(), 1);
        QCOMPARE(tree.root().firstChild().argument(0), value);
        QVERIFY(tree.errors().isEmpty());
    }

    void plainValues_areWrittenWithoutQuotes()
    {
        for (const char *value :
             {"80", "http://127.0.0.1:8000/", "$host", "a${b}c", "^/\\d+$", "~*", "\\.php$", "a}b", "a#b"})
            QCOMPARE(nginxSpelled(value), QByteArray(value));
        QCOMPARE(nginxSpelled(""), QByteArray("\"\""));
        QCOMPARE(nginxSpelled("max-age=1; x"), QByteArray("\"max-age=1; x\""));
        QCOMPARE(nginxSpelled("{\"a\": 1}"), QByteArray("'{\"a\": 1}'"));
        QCOMPARE(nginxSpelled("${a}"), QByteArray("\"${a}\""));
        QCOMPARE(nginxSpelled("#a"), QByteArray("\"#a\""));
        QCOMPARE(nginxSpelled("it's \"it\""), QByteArray("\"it's \\\"it\\\"\""));
    }

    void whatIsSpelled_isReadBack()
    {
        QRandomGenerator random(20260401);
        const QByteArray alphabet = QByteArray("ab\\\\\\\"\"''{}; \t\r\n#$t\xa0\xff)") + '\0';
        for (int round = 0; round < 20000; ++round) {
            QByteArray value;
            for (int length = random.bounded(8); length > 0; --length)
                value += alphabet[random.bounded(int(alphabet.size()))];
            for (const NginxQuotes quotes : {NginxQuotes::WhereNeeded, NginxQuotes::Double, NginxQuotes::Single}) {
                const QByteArray text = "x " + nginxSpelled(value, quotes) + " y;";
                const NginxTree tree = NginxTree::parse(text);
                const NginxNode node = tree.root().firstChild();
                QVERIFY2(tree.errors().isEmpty(), text.toHex().constData());
                QVERIFY2(node.argumentCount() == 2 && node.argument(0) == value && node.argument(1) == "y",
                         text.toHex().constData());
            }
        }
    }
};

GW_REGISTER_TEST(WordsTest)
#include "wordstest.moc"

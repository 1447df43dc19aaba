// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/regex.h"
#include "tests/regex/patterngenerator.h"
#include "tests/support/testmain.h"

using namespace gw;
using test::PatternGenerator;
using test::PatternKind;

/// The parser beside PCRE2.
class ParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void randomPattern_isValidWherePcreSaysSo_data()
    {
        QTest::addColumn<PatternKind>("kind");
        QTest::addColumn<int>("count");
        QTest::newRow("regular") << PatternKind::Regular << 3000;
        QTest::newRow("any") << PatternKind::Any << 6000;
        QTest::newRow("torn") << PatternKind::Torn << 12000;
    }
    void randomPattern_isValidWherePcreSaysSo()
    {
        QFETCH(PatternKind, kind);
        QFETCH(int, count);
        PatternGenerator generator(20261127);
        int valid = 0;
        int sameWords = 0;
        int refused = 0;
        for (int time = 0; time < count; ++time) {
            const QByteArray pattern = generator.pattern(kind);
            const RegexCase letters = generator.oneIn(3) ? RegexCase::Insensitive : RegexCase::Sensitive;
            const QRegularExpression theirs = test::pcre(pattern, letters);
            const ParsedRegex ours = parsedRegex(pattern, letters);
            const RegexError *error = std::get_if<RegexError>(&ours);
            const QString said = error ? error->words : QString();
            QVERIFY2(theirs.isValid() == !error,
                     qPrintable(QString::fromLatin1(pattern) + u": " + theirs.errorString() + u" / " + said));
            if (error) {
                ++refused;
                sameWords += error->words == theirs.errorString() ? 1 : 0;
                QVERIFY(error->offset >= 0 && error->offset <= pattern.size());
                continue;
            }
            ++valid;
            const Regex &regex = std::get<Regex>(ours);
            QVERIFY2(regex.captureCount == theirs.captureCount(), pattern.constData());
            const QStringList names = theirs.namedCaptureGroups(); // by number, "" for those without
            for (int group = 1; group < names.size(); ++group) {
                QByteArray name;
                for (const RegexName &one : regex.names)
                    name = one.group == group ? one.name : name;
                QVERIFY2(name == names[group].toLatin1(), pattern.constData());
            }
        }
        qInfo("%d patterns: %d valid, %d refused, %d of them in PCRE's words", count, valid, refused, sameWords);
        QVERIFY(valid > count / 20);
        QVERIFY(sameWords * 100 >= refused * 98);
    }

    void refusedPattern_saysPcresWordsAndPlace_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("offset");
        const auto row = [](const char *pattern, int code, int offset) {
            QTest::newRow(pattern) << QByteArray(pattern) << code << offset;
        };
        // asked of libpcre2-8 10.42
        row("\\", 101, 1);
        row("\\c", 102, 2);
        row("\\i", 103, 2);
        row("a{3,2}", 104, 5);
        row("a{70000}", 105, 7);
        row("[a", 106, 2);
        row("[z-a]", 108, 3);
        row("a**", 109, 2);
        row("^*", 109, 1);
        row("(?z)", 111, 2);
        row("[:alpha:]", 112, 0);
        row("[[.a.]]", 113, 1);
        row("(", 114, 1);
        row("(?1)", 115, 3);
        row("\\5", 115, 1);
        row("a(?#foo", 118, 7);
        row(")", 122, 0);
        row("(?<=a*)b", 125, 0);
        row("(?<=a{2,3})b", 125, 0);
        row("(?(?a)b)", 128, 2);
        row("[[:foo:]]", 130, 3);
        row("\\x{100}", 134, 6);
        row("\\N{abc}", 137, 2);
        row("(?C256)", 138, 6);
        row("(?Pz)", 141, 3);
        row("(?<n", 142, 4);
        row("(?<n>a)(?<n>b)", 143, 12);
        row("(?<1n>a)", 144, 3);
        row("(?<nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn>a)", 148, 37);
        row("[a-\\d]", 150, 5);
        row("[\\d-z]", 150, 3);
        row("\\400", 151, 4);
        row("(?(DEFINE)a|b)", 154, 3);
        row("\\o", 155, 1);
        row("\\g", 157, 2);
        row("(?Rx)", 158, 3);
        row("(*FOO)", 160, 5);
        row("(?<>a)", 162, 3);
        row("\\o{8}", 164, 3);
        row("(?|(?<a>x)|(?<b>y))", 165, 16);
        row("(*MARK)", 166, 6);
        row("\\x{g}", 167, 3);
        row("\\k", 169, 2);
        row("\\x{}", 178, 3);
        row("(?C\"a)", 181, 3);
        row("(?i-i-s)", 194, 5);
        row("(*foo:a)", 195, 5);
        row("(?=a\\Kb)", 199, 8);
    }
    void refusedPattern_saysPcresWordsAndPlace()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(int, code);
        QFETCH(int, offset);
        const ParsedRegex parsed = parsedRegex(pattern);
        const RegexError *error = std::get_if<RegexError>(&parsed);
        QVERIFY(error);
        QCOMPARE(int(error->kind), int(RegexError::Kind::Refused));
        QCOMPARE(error->code, code);
        QCOMPARE(int(error->offset), offset);
        if (code != 134 && code != 151) // Qt's characters are wider
            QCOMPARE(error->words, test::pcre(pattern).errorString());
    }

    void whatIsNotUnderstood_isSaid()
    {
        for (const char *pattern :
             {"(*UTF)a", "(*UCP)\\w", "(*CRLF)a$", "\\p{Greek}", "(*sr:a)", "(?*a)", "(*napla:a)"}) {
            const ParsedRegex parsed = parsedRegex(pattern);
            const RegexError *error = std::get_if<RegexError>(&parsed);
            QVERIFY2(error && error->kind == RegexError::Kind::NotUnderstood, pattern);
            QVERIFY(!error->words.isEmpty());
        }
    }

    /// Each case of the man page pcre2pattern: what one place of the pattern consumes.
    void oneByte_isTheSetOfTheManPage_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *pattern, const char *bytes) {
            QTest::newRow(pattern) << QByteArray(pattern) << QByteArray(bytes);
        };
        row("\\a", "\a");
        row("\\cA", "\1");
        row("\\c{", ";");
        row("\\e", "\33");
        row("\\015", "\r");
        row("\\o{015}", "\r");
        row("\\xd", "\r");
        row("\\x{0d}", "\r");
        row("\\11", "\t");
        row("\\d", "0123456789");
        row("\\h", "\t \xA0");
        row("\\v", "\n\v\f\r\x85");
        row("\\s", "\t\n\v\f\r ");
        row("[aeiou]", "aeiou");
        row("[]a]", "]a");
        row("[\\]a]", "]a");
        row("[d-f]", "def");
        row("[W-\\]]", "WXYZ[\\]");
        row("[a-]", "a-");
        row("[-a]", "a-");
        row("[\\b]", "\b");
        row("[\\d\\Qa-\\E]", "0123456789a-");
        row("[[:digit:]_]", "0123456789_");
        row("[[:blank:]]", "\t ");
        row("[^\\x01-\\xff\\x00b]", "");
        row("[^\\W_0-9A-Za-w]", "xyz");
        row("(?i)a", "aA");
        row("(?i)[a-b]", "aAbB");
        row("(?i)\\x62", "bB");
        row("(?xx)[ a\tb ]", "ab");
        row("(?x) a # what", "a");
        row("\\Q*\\E", "*");
        row("\\^", "^");
        row("{", "{");
        row("]", "]");
        row("}", "}");
    }
    void oneByte_isTheSetOfTheManPage()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, bytes);
        const Regex regex = test::tree(pattern);
        const RegexNode &root = regex.rootNode();
        QCOMPARE(int(root.kind), int(RegexNodeKind::Bytes));
        ByteSet expected;
        for (const char byte : bytes)
            expected.add(quint8(byte));
        QVERIFY(regex.setOf(root) == expected);
    }

    void group_isNumberedAsPcreNumbersIt()
    {
        QCOMPARE(test::tree("the ((red|white) (king|queen))").captureCount, 3);
        QCOMPARE(test::tree("the ((?:red|white) (king|queen))").captureCount, 2);
        QCOMPARE(test::tree("(?|(a)|(b)(c)|(d))(e)").captureCount, 3);
        QCOMPARE(test::tree("(?n)(a)(?<b>b)").captureCount, 1);
        QCOMPARE(test::tree("(?<a>x)(?'b'y)(?P<c>z)").names, QList<RegexName>({{"a", 1}, {"b", 2}, {"c", 3}}));
        QCOMPARE(test::tree("(?J)(?<a>x)|(?<a>y)").names, QList<RegexName>({{"a", 1}, {"a", 2}}));
        QCOMPARE(test::tree("\\(\\)[(](?#()").captureCount, 0);
    }

    void node_standsBehindItsChildren_andHoldsTheirText()
    {
        PatternGenerator generator(7);
        for (int time = 0; time < 2000; ++time) {
            const QByteArray pattern = generator.pattern(PatternKind::Any);
            const ParsedRegex parsed = parsedRegex(pattern);
            const Regex *regex = std::get_if<Regex>(&parsed);
            if (!regex)
                continue;
            for (size_t at = 0; at < regex->nodes.size(); ++at) {
                const RegexNode &node = regex->nodes[at];
                QVERIFY(node.begin <= node.end && node.end <= quint32(pattern.size()));
                for (const quint32 child : regex->childrenOf(node)) {
                    QVERIFY(child < at);
                    QVERIFY2(regex->nodes[child].begin >= node.begin && regex->nodes[child].end <= node.end,
                             pattern.constData());
                }
            }
        }
    }

    void hostilePattern_isBounded()
    {
        const ParsedRegex deep = parsedRegex(QByteArray(5000, '('));
        QCOMPARE(std::get<RegexError>(deep).code, 119);
        QCOMPARE(test::tree(QByteArray(250, '(') + QByteArray(250, ')')).captureCount, 250);
        const ParsedRegex large = parsedRegex(QByteArray(20000, 'a'));
        QCOMPARE(int(std::get<RegexError>(large).kind), int(RegexError::Kind::TooLarge));
        QCOMPARE(test::tree(QByteArray("()").repeated(8000)).captureCount, 8000);
    }
};

GW_REGISTER_TEST(ParserTest)
#include "parsertest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/content.h"
#include "tests/regex/patterngenerator.h"
#include "tests/support/testmain.h"

using namespace gw;
using test::PatternGenerator;
using test::PatternKind;

namespace {

ByteSet bytesOf(const QByteArray &text)
{
    ByteSet set;
    for (const char byte : text)
        set.add(quint8(byte));
    return set;
}

/// What the content claims of a text that was matched; empty: all of it holds.
QByteArray wrongIn(const RegexContent &content, const QByteArray &text)
{
    const ByteSet bytes = bytesOf(text);
    if (!(bytes & ~content.may).isEmpty())
        return "may";
    if (!(content.must & ~bytes).isEmpty())
        return "must";
    if (!text.isEmpty() && !content.canBeginWith(quint8(text.front())))
        return "first";
    if (!text.isEmpty() && !content.canEndWith(quint8(text.back())))
        return "last";
    if (quint32(text.size()) < content.least || quint32(text.size()) > content.most)
        return "length";
    return {};
}

} // namespace

class ContentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void claim_holdsForEveryMatchOfPcre()
    {
        PatternGenerator generator(31);
        int matches = 0;
        int groups = 0;
        for (int time = 0; time < 4000; ++time) {
            const QByteArray pattern = generator.pattern(time % 2 == 0 ? PatternKind::Regular : PatternKind::Any);
            const ParsedRegex parsed = parsedRegex(pattern);
            const Regex *regex = std::get_if<Regex>(&parsed);
            if (!regex)
                continue;
            const QRegularExpression theirs = test::pcre(pattern);
            const std::optional<QByteArray> only = onlyMatch(*regex);
            const QByteArray prefix = literalPrefix(*regex);
            for (int subjects = 0; subjects < 12; ++subjects) {
                const QByteArray subject =
                    only && subjects < 2 ? *only + (subjects == 0 ? "" : "\n") : generator.subject();
                const QRegularExpressionMatch match = theirs.match(QString::fromLatin1(subject));
                if (!match.hasMatch()) {
                    QVERIFY2(!only || subject != *only, pattern.constData());
                    continue;
                }
                ++matches;
                if (only)
                    QVERIFY2(subject == *only || subject == *only + '\n', pattern.constData());
                QVERIFY2(subject.startsWith(prefix), pattern.constData());
                if (isAnchoredAtStart(*regex))
                    QVERIFY2(match.capturedStart() == 0, pattern.constData());
                if (isAnchoredAtEnd(*regex))
                    QVERIFY2(match.capturedEnd() == subject.size() ||
                                 (subject.endsWith('\n') && match.capturedEnd() == subject.size() - 1),
                             pattern.constData());
                for (int group = 0; group <= regex->captureCount; ++group) {
                    if (match.capturedStart(group) < 0)
                        continue;
                    ++groups;
                    const QByteArray wrong = wrongIn(contentOf(*regex, group), match.captured(group).toLatin1());
                    const QByteArray what =
                        wrong + " of $" + QByteArray::number(group) + ' ' + pattern + " on " + subject;
                    QVERIFY2(wrong.isEmpty(), what.constData());
                }
            }
        }
        qInfo("%d matches, %d groups", matches, groups);
        QVERIFY(matches > 3000);
    }

    void onlyMatch_isOneLiteral_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("only");
        const auto row = [](const char *pattern, const char *only) {
            QTest::newRow(pattern) << QByteArray(pattern) << QByteArray(only);
        };
        row("^/x$", "/x");
        row("^/x\\.html$", "/x.html");
        row("\\A/a{3}\\z", "/aaa");
        row("^(?:/(x))$", "/x");
        row("^\\Q/a.b\\E$", "/a.b");
        row("^/[x]$", "/x");
        row("^/x", "-");
        row("/x$", "-");
        row("^/x.html$", "-");
        row("^/(x|y)$", "-");
        row("^/x?$", "-");
        row("(?i)^/x$", "-");
        row("(?m)^/x$", "-");
        row("^(?!/x)/x$", "-");
        row("^$", "");
    }
    void onlyMatch_isOneLiteral()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, only);
        QCOMPARE(onlyMatch(test::tree(pattern)).value_or("-"), only);
    }

    void literalPrefix_isWhatEverySubjectBeginsWith()
    {
        QCOMPARE(literalPrefix(test::tree("^/api/v\\d+/(.*)$")), "/api/v");
        QCOMPARE(literalPrefix(test::tree("^(?:/a(?<b>b+))c")), "/ab");
        QCOMPARE(literalPrefix(test::tree("/api/")), "");
        QCOMPARE(literalPrefix(test::tree("^/a|^/b")), "");
        QCOMPARE(literalPrefix(test::tree("^/a", RegexCase::Insensitive)), "/");
    }

    void group_canHoldALineFeed_whereItsSetAllowsIt()
    {
        const auto holds = [](const char *pattern, int group = 1) {
            return contentOf(test::tree(pattern), group).canContain('\n');
        };
        QVERIFY(!holds("^/(.*)$"));
        QVERIFY(holds("^/((?s).*)$"));
        QVERIFY(holds("^/([^/]*)$"));
        QVERIFY(holds("(?s)^/(.*)$"));
        QVERIFY(holds("^/(\\s|a)"));
        QVERIFY(!holds("^/([^/\\s]*)$"));
        QVERIFY(!holds("^/(\\w+|[a-z.]*)$"));
        QVERIFY(!holds("^/((?:(?!\\n)[\\s\\S])*)"));
        QVERIFY(!holds("^/([^/\\n]+)/([^/]*)$", 1));
        QVERIFY(holds("^/([^/\\n]+)/([^/]*)$", 2));
        QVERIFY(contentOf(test::tree("^/(.*)$"), 1).canContain('\r'));
        QVERIFY(holds("^/(?<path>(?:a|(?&any))*)(?(DEFINE)(?<any>[^b]))"));
    }

    void group_mustAndCanContain()
    {
        const Regex regex = test::tree("^/files(/(?:a|b)/x)(.*)(c?)$");
        QVERIFY(contentOf(regex, 1).mustBeginWith('/'));
        QVERIFY(contentOf(regex, 1).mustContain('x'));
        QVERIFY(!contentOf(regex, 1).mustContain('a'));
        QVERIFY(contentOf(regex, 1).canContain('a'));
        QVERIFY(!contentOf(regex, 1).canContain('c'));
        QCOMPARE(contentOf(regex, 1).least, 4U);
        QCOMPARE(contentOf(regex, 1).most, 4U);
        QVERIFY(contentOf(regex, 2).canBeEmpty());
        QVERIFY(!contentOf(regex, 2).mustBeginWith('/'));
        QCOMPARE(contentOf(regex, 3).most, 1U);
        QVERIFY(contentOf(regex).mustContain('f'));
        QCOMPARE(contentOf(regex, 9).least, RegexContent::unbounded);
    }

    void nestedCaptures_arePairs()
    {
        using Pairs = QList<std::pair<int, int>>;
        QCOMPARE(nestedCaptures(test::tree("^/(a)/(b)$")), Pairs());
        QCOMPARE(nestedCaptures(test::tree("^/((a)b)$")), Pairs({{1, 2}}));
        QCOMPARE(nestedCaptures(test::tree("(a(?:b(c(d))))(e)")), Pairs({{1, 2}, {1, 3}, {2, 3}}));
    }

    void anchored_isEveryBranch()
    {
        QVERIFY(isAnchoredAtStart(test::tree("^a|^b")));
        QVERIFY(!isAnchoredAtStart(test::tree("^a|b")));
        QVERIFY(!isAnchoredAtStart(test::tree("(?m)^a")));
        QVERIFY(isAnchoredAtStart(test::tree("(?:(?=x)(?:^x))+y")));
        QVERIFY(!isAnchoredAtStart(test::tree("(?:^)?y")));
        QVERIFY(isAnchoredAtEnd(test::tree("\\.(?:php|html)$")));
        QVERIFY(!isAnchoredAtEnd(test::tree("\\.php$|x")));
        QVERIFY(!isAnchoredAtEnd(test::tree("\\.php")));
        QVERIFY(!isAnchoredAtEnd(test::tree("a\\$")));
    }
};

GW_REGISTER_TEST(ContentTest)
#include "contenttest.moc"

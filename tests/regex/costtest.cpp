// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/cost.h"
#include "backend/regex/trial.h"
#include "tests/regex/patterngenerator.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace gw;
using test::PatternGenerator;
using test::PatternKind;
using Growth = RegexCost::Growth;

/// Every verdict is held against the steps that PCRE2 itself needs.
class CostTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exponential_growsByAFactorWithEveryFewPumps_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        for (const char *pattern : {"(a+)+$",
                                    "^(a+)+$",
                                    "(a|a)*b",
                                    "(a|aa)+$",
                                    "(a*)*b",
                                    "^(\\w+\\s?)*$",
                                    "^(\\d+)*$",
                                    "(x+x+)+y",
                                    "^(([a-z])+.)+[A-Z]([a-z])+$",
                                    "^/(?:[a-z]+)*/x$",
                                    "^(?:.*/)*x$",
                                    "^(a|b|ab)*c$",
                                    "^https?://([^/]+\\.)*example\\.com",
                                    "^(a{1,30}){1,30}$",
                                    "(?:(a+)+b|a*)",
                                    "^(?=(a+)+$)",
                                    "^(?>(a+)+b)",
                                    "^/((?:\\w|-|_)+)+\\.html$",
                                    "^(?i:[a-z]|[A-Z])*$",
                                    "^(?:[^?]*&?)*$",
                                    "^(\\s*\\w+\\s*)+;$",
                                    "^(?:(?:a?b?)+)+c$",
                                    "^/(?:[\\w.-]+/?)+\\.php$",
                                    "^(([a-zA-Z0-9]+)([.-]?))*@example$",
                                    "(?x) ^ ( [a-z] + \\d* ) * $"})
            QTest::newRow(pattern) << QByteArray(pattern);
    }
    void exponential_growsByAFactorWithEveryFewPumps()
    {
        QFETCH(QByteArray, pattern);
        const Regex regex = test::tree(pattern);
        const RegexCost cost = costOf(regex);
        QCOMPARE(int(cost.growth), int(Growth::Exponential));
        QVERIFY(cost.isShown);
        constexpr quint32 most = 4000000;
        double last = stepsFor(regex, cost.attack(2), most);
        int times = 2;
        int factors = 0;
        while (last < most / 8 && times < 80) {
            times += 6;
            const quint32 steps = stepsFor(regex, cost.attack(times), most);
            factors += steps >= 2 * last || steps >= most ? 1 : 0;
            last = steps;
        }
        QVERIFY2(last >= most / 8, "less than a hundred pumps cost half a million steps");
        QVERIFY(factors >= 1);
        QVERIFY(cost.attack(times).size() < 1000);
    }

    void polynomial_growsByItsDegree_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<int>("degree");
        QTest::newRow("three stars") << QByteArray("^a*a*a*$") << 3;
        QTest::newRow("four stars") << QByteArray("^a*a*a*a*$") << 4;
        QTest::newRow("dots") << QByteArray("^.*.*.*x$") << 3;
        QTest::newRow("trimmed") << QByteArray("^\\s*(\\S+)\\s*=\\s*(.*?)\\s*$") << 3;
        QTest::newRow("path info") << QByteArray("^(.+\\.php)(/.+)$") << 2;
        QTest::newRow("names") << QByteArray("^/(\\w*)(\\w*)(\\w*)\\.html$") << 3;
    }
    void polynomial_growsByItsDegree()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(int, degree);
        const Regex regex = test::tree(pattern);
        const RegexCost cost = costOf(regex);
        QCOMPARE(int(cost.growth), int(Growth::Polynomial));
        QCOMPARE(cost.degree, degree);
        QVERIFY(cost.isShown);
        constexpr quint32 most = 50000000;
        for (const int times : {24, 48}) {
            const double small = stepsFor(regex, cost.attack(times), most);
            const double large = stepsFor(regex, cost.attack(2 * times), most);
            // PCRE2 does not count the bytes that the last item runs over: one degree less may be seen
            const double shown = std::log2(large / small);
            QVERIFY2(shown > degree - 1.6 && shown < degree + 0.6, QByteArray::number(shown).constData());
        }
    }

    void oneLoopThatIsTriedEverywhere_isQuadratic()
    {
        for (const char *pattern : {"a+$", "\\s+$", "[0-9]+x", "^a*a*$"}) {
            const RegexCost cost = costOf(test::tree(pattern));
            QVERIFY2(cost.growth == Growth::Polynomial && cost.degree == 2 && !cost.isShown, pattern);
        }
    }

    void harmlessPattern_isLinear_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        for (const char *pattern : {"^/x$",
                                    "\\.php$",
                                    "\\.(?:jpe?g|gif|png|ico)$",
                                    "^/api/(v\\d+)/(.*)$",
                                    "^/(?!admin)([^/]+)/(.*)$",
                                    "^(?:[^/]+/)*[^/]+$",
                                    "^(?:[^/]*/)*$",
                                    "^([\\w.-]+)\\.example\\.com$",
                                    "^/[^/]+/[^/]+/?$",
                                    "foo|foobar",
                                    "^/files/(\\d{4})-(\\d{2})/.*\\.(?:tar\\.)?gz$",
                                    "[0-9a-f]{32}",
                                    "^(a++)+$",
                                    "^(?>a+)+$",
                                    "^(a+)++b",
                                    "^(?>(a+)+)b",
                                    "^(?:a|b)*c$",
                                    "^(?:ab|cd)+$",
                                    "^~?/(?<user>\\w+)/(?<rest>.*)$",
                                    "/\\.(?!well-known)",
                                    "(?i)^/wp-admin",
                                    "^(?:www\\.)?(?<domain>.+)$",
                                    "(?:\\.(?:bak|conf|sql|sw[op])|~)$",
                                    "^/(?:a{1,3}b)*$",
                                    "^([a-z]+,)*[a-z]+$",
                                    "(a+)+",
                                    "^https?://(?:[a-z0-9-]+\\.)*example\\.com$"})
            QTest::newRow(pattern) << QByteArray(pattern);
    }
    void harmlessPattern_isLinear()
    {
        QFETCH(QByteArray, pattern);
        const RegexCost cost = costOf(test::tree(pattern));
        QCOMPARE(int(cost.growth), int(Growth::Linear));
    }

    void references_areUnknown()
    {
        QCOMPARE(int(costOf(test::tree("^(.*)-\\1$")).growth), int(Growth::Unknown));
        QCOMPARE(int(costOf(test::tree("^\\((?:[^()]|(?R))*\\)$")).growth), int(Growth::Unknown));
    }

    /// Whatever is said of a random pattern, PCRE2 does not refute it: a linear one stays cheap on random long
    /// subjects.
    void linearVerdict_holdsOnRepeatedSubjects()
    {
        PatternGenerator generator(77);
        int linear = 0;
        int costly = 0;
        for (int time = 0; time < 500; ++time) {
            const QByteArray pattern = generator.pattern(PatternKind::Regular);
            const ParsedRegex parsed = parsedRegex(pattern);
            const Regex *regex = std::get_if<Regex>(&parsed);
            if (!regex)
                continue;
            const RegexCost cost = costOf(*regex);
            costly += cost.growth == Growth::Exponential ? 1 : 0;
            if (cost.growth != Growth::Linear)
                continue;
            ++linear;
            for (int tries = 0; tries < 4; ++tries) {
                const QByteArray subject = generator.subject() + generator.subject().repeated(40) + generator.subject();
                QVERIFY2(RegexTrial(*regex, 100000).outcome(subject) != RegexTrial::Outcome::TooCostly,
                         pattern.constData());
            }
        }
        qInfo("%d linear, %d exponential", linear, costly);
        QVERIFY(linear > 200 && costly > 2);
    }

    void hostilePattern_isJudgedWithinABound()
    {
        const auto judged = [](const QByteArray &pattern) {
            const Regex regex = test::tree(pattern);
            return costOf(regex).growth;
        };
        judged(QByteArray("(?:").repeated(240) + "a*" + QByteArray(")*").repeated(240));
        judged(QByteArray("[^x]*").repeated(700) + "y");
        judged("(?:" + QByteArray("(a?)").repeated(900) + ")*");
        judged("^(?:(?:(?:a{1,99}){1,99}){1,99}){1,99}$");
        judged("^" + QByteArray("(?:a|").repeated(200) + QByteArray(")*").repeated(200));
        judged(QByteArray("a?").repeated(1000) + QByteArray("a").repeated(1000));
        QCOMPARE(int(judged("^(?:a{500}){500}$")), int(Growth::Unknown));
    }
};

GW_REGISTER_TEST(CostTest)
#include "costtest.moc"

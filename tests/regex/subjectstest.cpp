// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/subjects.h"
#include "backend/regex/content.h"
#include "backend/regex/subjectmachine.h"
#include "tests/regex/patterngenerator.h"
#include "tests/support/testmain.h"

#include <numeric>

using namespace gw;
using test::PatternGenerator;
using test::PatternKind;
using Is = RegexAnswer::Is;

namespace {

/// All strings of up to four of these bytes.
QList<QByteArray> shortSubjects()
{
    QList<QByteArray> all{QByteArray()};
    for (qsizetype at = 0; at < all.size(); ++at) {
        if (all[at].size() == 4)
            break;
        for (const char byte : {'a', 'b', '/', '\n'})
            all.append(all[at] + byte);
    }
    return all;
}

bool matches(const QByteArray &pattern, const QByteArray &subject)
{
    return test::pcre(pattern).match(QString::fromLatin1(subject)).hasMatch();
}

/// The answer is Yes, and both PCRE and we say so of its witness.
bool isShown(const RegexAnswer &answer, const QByteArrayList &all, const QByteArrayList &none = {})
{
    return answer.is == Is::Yes &&
           std::all_of(all.begin(), all.end(), [&](const auto &one) { return matches(one, answer.witness); }) &&
           std::none_of(none.begin(), none.end(), [&](const auto &one) { return matches(one, answer.witness); });
}

RegexAnswer ask(const QByteArrayList &all, const QByteArrayList &none)
{
    QList<Regex> trees;
    for (const QByteArray &pattern : all + none)
        trees.append(test::tree(pattern));
    std::vector<const Regex *> pointers;
    for (const Regex &regex : std::as_const(trees))
        pointers.push_back(&regex);
    const std::span<const Regex *const> both(pointers);
    return subjectThat(both.first(size_t(all.size())), both.subspan(size_t(all.size())));
}

} // namespace

class SubjectsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void machine_acceptsWhatPcreMatches()
    {
        PatternGenerator generator(99);
        const QList<QByteArray> subjects = shortSubjects();
        int exact = 0;
        int wide = 0;
        for (int time = 0; time < 1500; ++time) {
            const QByteArray pattern = generator.pattern(time % 3 == 0 ? PatternKind::Any : PatternKind::Regular);
            const ParsedRegex parsed = parsedRegex(pattern);
            const Regex *regex = std::get_if<Regex>(&parsed);
            if (!regex)
                continue;
            const Automaton automaton = automatonOf(*regex, AutomatonUse::Language);
            if (automaton.isTooLarge)
                continue;
            ++(automaton.isExact ? exact : wide);
            std::vector<quint8> alphabet(256);
            std::iota(alphabet.begin(), alphabet.end(), quint8(0));
            SubjectMachine machine(automaton, alphabet);
            const QRegularExpression theirs = test::pcre(pattern);
            for (int tries = 0; tries < 25; ++tries) {
                const QByteArray subject =
                    generator.oneIn(2) ? subjects[generator.below(int(subjects.size()))] : generator.subject();
                quint32 state = SubjectMachine::start;
                for (const char byte : subject)
                    state = machine.step(state, quint8(byte));
                const bool ours = machine.accepts(state);
                const bool pcre = theirs.match(QString::fromLatin1(subject)).hasMatch();
                const QByteArray what = pattern + " on " + subject.toPercentEncoding();
                QVERIFY2(automaton.isExact ? ours == pcre : ours || !pcre, what.constData());
            }
        }
        qInfo("%d patterns exactly, %d widened", exact, wide);
        QVERIFY(exact > 700 && wide > 50);
    }

    void answer_agreesWithAllShortSubjects()
    {
        PatternGenerator generator(5);
        const QList<QByteArray> subjects = shortSubjects();
        QMap<int, int> counts;
        for (int time = 0; time < 400; ++time) {
            const QByteArray a = generator.pattern(time % 4 == 0 ? PatternKind::Any : PatternKind::Regular);
            const QByteArray b = generator.pattern(time % 5 == 0 ? PatternKind::Any : PatternKind::Regular);
            const ParsedRegex treeA = parsedRegex(a);
            const ParsedRegex treeB = parsedRegex(b);
            if (!std::get_if<Regex>(&treeA) || !std::get_if<Regex>(&treeB))
                continue;
            const RegexAnswer both = canBothMatch(std::get<Regex>(treeA), std::get<Regex>(treeB));
            const RegexAnswer within = isWithin(std::get<Regex>(treeA), std::get<Regex>(treeB));
            ++counts[int(both.is)];
            ++counts[10 + int(within.is)];
            const QByteArray pair = a + "   " + b;
            if (both.is == Is::Yes)
                QVERIFY2(isShown(both, {a, b}), pair.constData());
            if (within.is == Is::No)
                QVERIFY2(matches(a, within.witness) && !matches(b, within.witness), pair.constData());
            const QRegularExpression theirA = test::pcre(a);
            const QRegularExpression theirB = test::pcre(b);
            for (const QByteArray &subject : subjects) {
                const QString text = QString::fromLatin1(subject);
                if (!theirA.match(text).hasMatch())
                    continue;
                const bool isInB = theirB.match(text).hasMatch();
                QVERIFY2(both.is != Is::No || !isInB, pair.constData());
                QVERIFY2(within.is != Is::Yes || isInB, pair.constData());
            }
        }
        qInfo("both: %d yes, %d no, %d unknown; within: %d yes, %d no, %d unknown", counts[0], counts[1], counts[2],
              counts[10], counts[11], counts[12]);
        QVERIFY(counts[2] + counts[12] < (counts[0] + counts[1]) / 4);
    }

    void example_matches()
    {
        PatternGenerator generator(12);
        int shown = 0;
        int asked = 0;
        for (int time = 0; time < 800; ++time) {
            const QByteArray pattern = generator.pattern(PatternKind::Any);
            const ParsedRegex parsed = parsedRegex(pattern);
            const Regex *regex = std::get_if<Regex>(&parsed);
            if (!regex)
                continue;
            const RegexAnswer answer = exampleOf(*regex);
            ++asked;
            shown += answer.is == Is::Yes ? 1 : 0;
            QVERIFY2(answer.is != Is::Yes || matches(pattern, answer.witness), pattern.constData());
        }
        qInfo("%d of %d", shown, asked);
        QVERIFY(shown * 10 > asked * 7);
    }

    void origin_thatIsAcceptedButNotOurs_isFound_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<bool>("isBad");
        QTest::newRow("dot") << QByteArray("^https://www.example.com$") << true;
        QTest::newRow("no end") << QByteArray("^https://www\\.example\\.com") << true;
        QTest::newRow("no start") << QByteArray("https://www\\.example\\.com$") << false; // no Origin holds another URL
        QTest::newRow("any prefix") << QByteArray("^https?://.*example\\.com$") << true;
        QTest::newRow("subdomains") << QByteArray("^https?://([a-z]+\\.)?example\\.com$") << false;
        QTest::newRow("alternatives") << QByteArray("^https://a\\.example\\.com$|example\\.com") << true;
        QTest::newRow("optional port") << QByteArray("^https://example\\.com(:\\d+)?$") << false;
        QTest::newRow("class instead of group") << QByteArray("^https://[example.com]+$") << true;
    }
    void origin_thatIsAcceptedButNotOurs_isFound()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(bool, isBad);
        const QByteArray ours = "^https?://(?:[^/:@]+\\.)?example\\.com(?::\\d+)?$";
        const QByteArray origin = "^https?://[a-z0-9.-]+(?::\\d+)?\\z";
        const RegexAnswer answer = ask({pattern, origin}, {ours});
        QCOMPARE(int(answer.is), int(isBad ? Is::Yes : Is::No));
        if (isBad)
            QVERIFY(isShown(answer, {pattern, origin}, {ours}));
    }

    void location_isShadowed_whereTheOnesBeforeTakeAll()
    {
        const QByteArray uri = "^/[^\\0]*\\z";
        QCOMPARE(int(ask({"^/images/.*\\.png$", uri}, {"^/images/"}).is), int(Is::No));
        QCOMPARE(int(ask({"\\.php$", uri}, {"\\.(?:php|html)$"}).is), int(Is::No));
        QCOMPARE(int(ask({"\\.(?:php|html)$", uri}, {"\\.php$"}).is), int(Is::Yes));
        QCOMPARE(int(ask({"^/(?:a|b)$", uri}, {"^/a$", "^/b$"}).is), int(Is::No));
        QCOMPARE(int(ask({"^/(?:a|b|c)$", uri}, {"^/a$", "^/b$"}).is), int(Is::Yes));
        QCOMPARE(int(ask({"^/x", uri}, {"^/"}).is), int(Is::No));
        QCOMPARE(int(ask({"x", uri}, {"^/(?!y)"}).is), int(Is::Yes)); // "/yx" stays
        QCOMPARE(int(isWithin(test::tree("^/a$"), test::tree("^/A$", RegexCase::Insensitive)).is), int(Is::Yes));
        QCOMPARE(int(isWithin(test::tree("^/A$", RegexCase::Insensitive), test::tree("^/a$")).is), int(Is::No));
    }

    void notRegular_isUnknownRatherThanWrong()
    {
        QCOMPARE(int(canBothMatch(test::tree("^(a+)b\\1$"), test::tree("^a+ba+$")).is), int(Is::Yes));
        QCOMPARE(int(canBothMatch(test::tree("^(?!/a)"), test::tree("^/a$")).is), int(Is::Unknown));
        QCOMPARE(int(isWithin(test::tree("^aa$"), test::tree("^(a)\\1$")).is), int(Is::Unknown));
        QCOMPARE(int(canBothMatch(test::tree("^(?>a*)ab"), test::tree("a")).is),
                 int(Is::No)); // a possessive loop is exact
        QCOMPARE(int(canBothMatch(test::tree("^a*+a"), test::tree("a")).is), int(Is::No));
    }

    void hostilePattern_isUnknownWithinTheBudget()
    {
        const QByteArrayList patterns{"^(?:a|b)*a(?:a|b){40}$",
                                      "^(?:(?:(?:a{1,99}){1,99}){1,99}){1,99}$",
                                      "(?:" + QByteArray("(a?)").repeated(900) + ")*",
                                      QByteArray("[^x]*").repeated(800) + "y",
                                      "^" + QByteArray("(?:a|").repeated(200) + QByteArray(")*").repeated(200),
                                      QByteArray("(?:").repeated(240) + "a*" + QByteArray(")*").repeated(240)};
        for (const QByteArray &pattern : patterns) {
            const Regex regex = test::tree(pattern);
            const Regex *const only[] = {&regex};
            const Regex other = test::tree("^(?:a|b)*b(?:a|b){39}$");
            const Regex *const none[] = {&other};
            subjectThat(only, none, {.states = 3000, .work = 1000000}); // ends
            contentOf(regex);
        }
    }
};

GW_REGISTER_TEST(SubjectsTest)
#include "subjectstest.moc"

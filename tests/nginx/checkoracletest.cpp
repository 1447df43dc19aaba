// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/directives.h"
#include "tests/nginx/checkcases.h"
#include "tests/nginx/judgement.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QRegularExpression>

using namespace gw;
using test::InstalledNginx;
using test::Judgement;

namespace {

/// The line that nginx names in the last of them; none: it has read all.
int lineOf(const QByteArrayList &lines)
{
    static const QRegularExpression place(QStringLiteral(" in /[^\\n]*:([0-9]+)$"));
    const QRegularExpressionMatch match = place.match(lines.isEmpty() ? QString() : QString::fromLatin1(lines.last()));
    return match.hasMatch() ? match.captured(1).toInt() : std::numeric_limits<int>::max();
}

bool isPlain(const QByteArray &word)
{
    return std::ranges::none_of(word, [](char c) { return QByteArrayView("{};\"'#").contains(c); });
}

} // namespace

/// What we say of a configuration against what the nginx that is installed says with -t: warnings and the first
/// emergency, word for word, with file and line.
class CheckOracleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = InstalledNginx::missing(); !missing.isEmpty())
            test::skipAll(missing);
        m_build = NginxBuild::fromPrinted(InstalledNginx::version());
        QVERIFY(m_build.isKnown());
    }

    void cases_areJudgedAsNginxDoes_data()
    {
        QTest::addColumn<QByteArray>("text");
        int number = 0;
        for (const QByteArray &text : test::checkCases())
            QTest::addRow("%03d %s", ++number, text.simplified().mid(0, 120).constData()) << text;
        QVERIFY(number >= 120);
    }

    void cases_areJudgedAsNginxDoes()
    {
        QFETCH(QByteArray, text);
        const Judgement judgement = judged(m_nginx, text, m_build);
        QVERIFY2(judgement.areSame(), judgement.shown(text).constData());
    }

    /// Whatever nginx accepts is accepted; and without knowing the build, too.
    void casesThatNginxAccepts_areAcceptedByAnyBuild()
    {
        for (const QByteArray &text : test::checkCases()) {
            if (!judged(m_nginx, text, m_build).isAccepted)
                continue;
            for (const NginxBuild &build : {NginxBuild(), NginxBuild(m_build.version())}) {
                const Judgement alone{{}, ourLines(m_nginx, text, build), true};
                QVERIFY2(alone.haveSameVerdict(), alone.shown(text).constData());
            }
        }
    }

    /// Variables that nginx has on its own are refused by no version that has them.
    void variables_areNeverRefusedWrongly()
    {
        int alike = 0;
        for (const VariableFacts &facts : DirectiveTable::nginx().variables()) {
            const QByteArray name =
                facts.isFamily() ? facts.name.chopped(4).toByteArray() + "alpn" : facts.name.toByteArray();
            const QByteArray text = test::inLocation("return 200 \"" + name + "\";");
            const Judgement judgement = judged(m_nginx, text, m_build);
            QVERIFY2(!judgement.isAccepted || judgement.haveSameVerdict(), judgement.shown(text).constData());
            alike += judgement.areSame();
        }
        qInfo("%d of %d variables judged alike", alike, int(DirectiveTable::nginx().variables().size()));
    }

    /// Words of one case in the place of words of another: whatever we refuse first, nginx refuses first.
    void mixedCases_areNeverRefusedWrongly()
    {
        const QByteArrayList cases = test::checkCases();
        QByteArrayList words;
        QByteArrayList plain; // those without syntax
        for (const QByteArray &text : cases) {
            for (const QByteArray &word : text.simplified().split(' '))
                (isPlain(word) ? plain : words).append(word);
        }
        QRandomGenerator random(quint32(qEnvironmentVariableIntValue("GW_CHECK_SEED") + 20260901));
        const int rounds = qEnvironmentVariableIntValue("GW_CHECK_ROUNDS");
        const QByteArray log = '"' + QFile::encodeName(m_nginx.folder()) + "/$";
        int refused = 0;
        int missed = 0;
        for (int round = 0; round < (rounds ? rounds : 300); ++round) {
            QByteArrayList mixed = cases[random.bounded(cases.size())].simplified().split(' ');
            for (int count = 1 + random.bounded(2); count > 0; --count) {
                QByteArray &word = mixed[random.bounded(mixed.size())];
                const QByteArrayList &others = isPlain(word) ? plain : words;
                word = others[random.bounded(others.size())];
            }
            const QByteArray text = mixed.join('\n');
            Judgement judgement = judged(m_nginx, text, m_build);
            // Relative paths are made absolute in some words.
            for (QByteArray &line : judgement.theirs)
                line.replace(log, "\"$");
            if (judgement.isCutShort())
                continue;
            const bool isMissed = !judgement.isAccepted && !judgement.areSame() &&
                                  (!judgement.isRefusedByUs() || lineOf(judgement.theirs) < lineOf(judgement.ours));
            const QByteArray shown = judgement.shown(text);
            QVERIFY2(isMissed || !judgement.isRefusedByUs() || judgement.areSame(), shown.constData());
            refused += judgement.isRefusedByUs() && !isMissed;
            missed += isMissed;
            if (!judgement.areSame() && rounds)
                qInfo("%s", shown.constData());
        }
        qInfo("%d refused by both alike, %d by nginx alone or earlier", refused, missed);
    }

    /// Every directive in every place with words that some directive takes: the same.
    void directivesWithAnyWords_areNeverRefusedWrongly()
    {
        static const QByteArrayList words =
            QByteArray("on off 1 0 10m 1k 5s any all a a.b '' 'b\tc' /a $host $a $host$uri a$ 127.0.0.1 127.0.0.1:81 "
                       "http://127.0.0.1:81 unix:s 10.0.0.0/8 200 4 8k zone=z:1m zone=z a=b =404 ~a ~( *.html error "
                       "default max -1 "
                       "none")
                .split(' ');
        static const std::pair<NginxContext, QByteArray> places[] = {
            {NginxContext::Main, "%1\nevents {}\n"},
            {NginxContext::Events, "events {\n%1\n}\n"},
            {NginxContext::Http, test::inHttp("%1\nserver { listen 127.0.0.1:8080; }")},
            {NginxContext::Server, test::inServer("%1")},
            {NginxContext::Location, test::inLocation("%1")},
            {NginxContext::LocationIf, test::inLocation("if ($host) {\n%1\n}")},
            {NginxContext::Upstream, test::inHttp("upstream u { server 127.0.0.1:81;\n%1\n}")},
        };
        const std::span<const DirectiveFacts> directives = DirectiveTable::nginx().directives();
        QRandomGenerator random(quint32(qEnvironmentVariableIntValue("GW_CHECK_SEED") + 20260902));
        const int rounds = qEnvironmentVariableIntValue("GW_CHECK_ROUNDS");
        int alike = 0;
        int missed = 0;
        for (int round = 0; round < (rounds ? rounds : 300);) {
            const auto &[context, around] = places[random.bounded(int(std::size(places)))];
            const DirectiveFacts &facts = directives[std::size_t(random.bounded(int(directives.size())))];
            const int count = random.bounded(5);
            const bool isThere = DirectiveTable::nginx().find(facts.name, context, m_build) == &facts;
            if (!isThere || facts.isBlock() || !facts.arguments.accepts(count) || facts.name == "include" ||
                facts.name == "load_module")
                continue;
            ++round;
            QByteArray directive = facts.name.toByteArray();
            for (int i = 0; i < count; ++i)
                directive += ' ' + words[random.bounded(words.size())];
            const QByteArray text = QByteArray(around).replace("%1", directive += ';');
            const Judgement judgement = judged(m_nginx, text, m_build);
            if (judgement.isCutShort())
                continue;
            const QByteArray shown = judgement.shown(text);
            const bool isMissed = !judgement.isAccepted && !judgement.isRefusedByUs();
            QVERIFY2(isMissed || judgement.haveSameVerdict(), shown.constData());
            alike += judgement.areSame();
            missed += isMissed;
            if (!judgement.areSame() && rounds)
                qInfo("%s", shown.constData());
        }
        qInfo("%d judged alike, %d refused by nginx alone", alike, missed);
    }

private:
    InstalledNginx m_nginx;
    NginxBuild m_build;
};

GW_REGISTER_TEST(CheckOracleTest)
#include "checkoracletest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/remedy.h"
#include "backend/nginx/check.h"
#include "tests/findings/nginx/nginxcase.h"
#include "tests/findings/serverfacts.h"
#include "tests/nginx/installednginx.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QSet>
#include <algorithm>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

/// Findings by what stands where they are, for a fix moves lines: how often each is there.
using Tally = QMap<QString, int>;

QList<Finding> findingsIn(const RuleOutcome &outcome)
{
    const auto *findings = std::get_if<QList<Finding>>(&outcome);
    return findings ? *findings : QList<Finding>();
}

/// Of what this review asks, and of that rule.
Tally tallyOf(const NginxView &view, const QString &own)
{
    Tally tally;
    for (const Rule &rule : nginxRules()) {
        if (!rule.profiles.testFlag(view.reviewScope().profile) && own != QLatin1String(rule.id))
            continue;
        for (const Finding &finding : findingsIn(outcomeOf(*rule.nginx, view)))
            ++tally[QLatin1String(rule.id) + u": "_s + finding.effective.raw()];
    }
    return tally;
}

int countOf(const Tally &tally, const QString &rule)
{
    int count = 0;
    for (auto each = tally.cbegin(); each != tally.cend(); ++each)
        count += each.key().startsWith(rule + u": "_s) ? each.value() : 0;
    return count;
}

/// Holes of an old nginx in what a fix switches on are not of the fix.
QStringList addedIn(const Tally &after, const Tally &before)
{
    QStringList added;
    for (auto each = after.cbegin(); each != after.cend(); ++each) {
        if (each.value() > before.value(each.key()) && !each.key().startsWith(u"nginx.cves: "_s))
            added.append(each.key());
    }
    return added;
}

/// Every byte that no edit names, in its order.
QByteArray spliced(const QByteArray &text, QList<NginxEdit> edits)
{
    std::stable_sort(edits.begin(), edits.end(),
                     [](const NginxEdit &a, const NginxEdit &b) { return a.start < b.start; });
    QByteArray result;
    qsizetype from = 0;
    for (const NginxEdit &edit : edits) {
        result += text.mid(from, edit.start - from) + edit.text;
        from = edit.start + edit.removed;
    }
    return result + text.mid(from);
}

QStringList emergenciesOf(const QByteArray &text, const NginxBuild &build = {})
{
    QStringList list;
    const NginxConfig config = NginxConfig::ofOneFile(RemotePath(QByteArray("/n")), text);
    for (const NginxComplaint &complaint : checked(config, build)) {
        if (complaint.severity == NginxComplaint::Severity::Emergency)
            list.append(QString::fromUtf8(complaint.error.message));
    }
    return list;
}

} // namespace

/// After every fix, of every case that has one: the file parses, the finding is gone, none has come, the rest is byte
/// for byte as it was, and nginx accepts it.
class NginxFixTest : public QObject {
    Q_OBJECT

    const QList<NginxCase> m_cases = nginxCases();
    std::unique_ptr<InstalledNginx> m_nginx;
    QSet<QString> m_rules;
    int m_fixes = 0;
    int m_accepted = 0;
    int m_together = 0;

    bool accepts(const QByteArray &text) { return m_nginx && m_nginx->test(text).isAccepted; }

    void verifyFix(const NginxCase &nginxCase, const NginxView &view, const Tally &before, const Finding &finding)
    {
        const QList<NginxEdit> edits = rule(nginxCase.rule).nginx->fix(view, finding);
        if (edits.isEmpty())
            return;
        ++m_fixes;
        m_rules.insert(nginxCase.rule);
        const QByteArray fixed = nginxEdited(nginxCase.text, edits);
        const auto why = [&](const QString &what) {
            return QString(what + u"\nfixed:\n"_s + QString::fromUtf8(fixed)).toUtf8();
        };
        QVERIFY2(fixed != nginxCase.text, why(u"nothing was changed"_s).constData());
        QCOMPARE(fixed, spliced(nginxCase.text, edits));
        const Facts facts = nginxCase.facts(fixed);
        const Known<NginxView> after = NginxView::of(facts, nginxCase.scope);
        QVERIFY2(after->config().problems().isEmpty(), why(u"it does not parse"_s).constData());
        const Tally tally = tallyOf(*after, nginxCase.rule);
        QVERIFY2(countOf(tally, nginxCase.rule) < countOf(before, nginxCase.rule),
                 why(u"the finding is still there"_s).constData());
        QVERIFY2(addedIn(tally, before).isEmpty(), why(addedIn(tally, before).join(u'\n')).constData());
        verifyAccepted(nginxCase, fixed);
    }

    void verifyAccepted(const NginxCase &nginxCase, const QByteArray &fixed)
    {
        const QStringList refusals = emergenciesOf(fixed);
        QVERIFY2(refusals.isEmpty() || !emergenciesOf(nginxCase.text).isEmpty(), qPrintable(refusals.join(u'\n')));
        // The case, or what its version takes, needs another nginx.
        const bool isOfOther = !nginxCase.version.isEmpty() &&
                               !emergenciesOf(fixed, NginxBuild::fromPrinted(InstalledNginx::version())).isEmpty();
        if (isOfOther || !accepts(nginxCase.text))
            return;
        const InstalledNginx::Verdict verdict = m_nginx->test(fixed);
        QVERIFY2(verdict.isAccepted, QByteArray(verdict.printed + fixed).constData());
        ++m_accepted;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!InstalledNginx::missing().isEmpty())
            return;
        m_nginx = std::make_unique<InstalledNginx>();
        const QString folder = m_nginx->folder();
        QCOMPARE(
            QProcess::execute(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-nodes"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                                             u"ec_paramgen_curve:prime256v1"_s, u"-subj"_s, u"/CN=test"_s, u"-keyout"_s,
                                             folder + u"/key.pem"_s, u"-out"_s, folder + u"/cert.pem"_s}),
            0);
    }

    /// Else the oracle says nothing.
    void everyCase_isTakenByNginx()
    {
        if (!m_nginx)
            QSKIP(qPrintable(InstalledNginx::missing()));
        QByteArray others;
        for (const NginxCase &nginxCase : m_cases) {
            const InstalledNginx::Verdict verdict = m_nginx->test(nginxCase.text);
            if (verdict.isAccepted == nginxCase.isRefused)
                others += nginxCase.rule.toUtf8() + ": " + nginxCase.name.toUtf8() + '\n' + verdict.printed;
        }
        QVERIFY2(others.isEmpty(), others.constData());
    }

    void everyFix_mendsItsFindingAndNothingElse_data()
    {
        QTest::addColumn<qsizetype>("index");
        for (qsizetype i = 0; i < m_cases.size(); ++i) {
            if (!m_cases[i].expected.isEmpty() && rule(m_cases[i].rule).nginx->fix)
                QTest::addRow("%s: %s", qPrintable(m_cases[i].rule), qPrintable(m_cases[i].name)) << i;
        }
    }
    void everyFix_mendsItsFindingAndNothingElse()
    {
        QFETCH(qsizetype, index);
        const NginxCase &nginxCase = m_cases[index];
        const Facts facts = nginxCase.facts();
        const Known<NginxView> view = NginxView::of(facts, nginxCase.scope);
        const Tally before = tallyOf(*view, nginxCase.rule);
        for (const Finding &finding : findingsIn(outcomeOf(*rule(nginxCase.rule).nginx, *view))) {
            verifyFix(nginxCase, *view, before, finding);
            if (QTest::currentTestFailed())
                return;
        }
    }

    /// As somebody who fixes all of a file at once.
    void allFixesOfAFile_goTogether()
    {
        for (const NginxCase &nginxCase : m_cases) {
            const Facts facts = nginxCase.facts();
            QList<Finding> findings = review(facts, {}, QDate(2026, 1, 15), nginxCase.scope).findings;
            findings.removeIf([](const Finding &finding) { return !finding.fixable; });
            const QList<Intent> intents = remediesFor(facts, findings);
            QCOMPARE(intents.isEmpty(), findings.isEmpty());
            if (intents.isEmpty())
                continue;
            QCOMPARE(intents.size(), 1);
            const QByteArray fixed = std::get<EditNginxFile>(intents.first()).text;
            const NginxConfig config = NginxConfig::ofOneFile(RemotePath(QByteArray("/n")), fixed);
            QVERIFY2(config.problems().isEmpty(), fixed.constData());
            verifyAccepted(nginxCase, fixed);
            if (QTest::currentTestFailed())
                return;
            ++m_together;
        }
    }

    void cleanupTestCase()
    {
        qInfo("%lld rules that mend, %d fixes, %d of all texts taken by nginx as before; %d files with all their fixes",
              static_cast<long long>(m_rules.size()), m_fixes, m_accepted, m_together);
    }

    void everyRuleThatMends_hasACaseOfIt()
    {
        QStringList without;
        for (const Rule &each : nginxRules()) {
            if (each.nginx->fix && !m_rules.contains(QLatin1String(each.id)))
                without.append(QString::fromLatin1(each.id));
        }
        QCOMPARE(without, QStringList());
    }
};

GW_REGISTER_TEST(NginxFixTest)
#include "nginxfixtest.moc"

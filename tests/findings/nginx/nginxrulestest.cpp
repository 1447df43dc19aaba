// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "tests/findings/nginx/nginxcase.h"
#include "tests/nginx/installednginx.h"
#include "tests/support/testmain.h"

#include <algorithm>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

/// As far as the case says it: the severity it names may be one of several.
bool fits(const QList<Finding> &found, QList<ExpectedFinding> expected)
{
    if (found.size() != expected.size())
        return false;
    return std::all_of(found.cbegin(), found.cend(), [&](const Finding &finding) {
        const auto match = std::find_if(expected.begin(), expected.end(), [&](const ExpectedFinding &each) {
            return each.line == finding.where.line &&
                   each.severities.split(u'/').contains(severityId(finding.severity));
        });
        if (match == expected.end())
            return false;
        expected.erase(match);
        return true;
    });
}

QString listOf(const QList<Finding> &findings)
{
    QStringList list;
    for (const Finding &finding : findings)
        list.append(u"%1 %2 (%3)"_s.arg(finding.where.line).arg(severityId(finding.severity), finding.title));
    return list.join(u", "_s);
}

} // namespace

/// Each rule about nginx on its own cases: what it must find, line for line, and what it must not.
class NginxRulesTest : public QObject {
    Q_OBJECT

    const QList<NginxCase> m_cases = nginxCases();

private Q_SLOTS:
    void everyCase_hasTheFindingsItNames_andNoOthers_data()
    {
        QTest::addColumn<qsizetype>("index");
        for (qsizetype i = 0; i < m_cases.size(); ++i)
            QTest::addRow("%s: %s", qPrintable(m_cases[i].rule), qPrintable(m_cases[i].name)) << i;
    }
    void everyCase_hasTheFindingsItNames_andNoOthers()
    {
        QFETCH(qsizetype, index);
        const NginxCase &nginxCase = m_cases[index];
        const QList<Finding> findings = findingsIn(nginxCase);
        const QString wanted = gw::test::listOf(nginxCase.expected);
        QVERIFY2(fits(findings, nginxCase.expected), qPrintable(u"wanted: %1\nfound:  %2\n%3"_s.arg(
                                                         wanted, listOf(findings), QString::fromUtf8(nginxCase.text))));
        for (const Finding &finding : findings) {
            QVERIFY(!finding.title.isEmpty() && !finding.explanation.isEmpty());
            QVERIFY(!finding.proof.isEmpty() && !finding.effective.isEmpty());
            QVERIFY2(!finding.title.contains(u"%1"_s) && !finding.explanation.contains(u"%1"_s),
                     qPrintable(finding.explanation));
        }
    }

    void everyRule_hasCasesOfBothKinds()
    {
        QStringList without;
        for (const Rule &rule : nginxRules()) {
            const auto isOf = [&](const NginxCase &each, bool finds) {
                return each.rule == QLatin1String(rule.id) && each.expected.isEmpty() != finds;
            };
            const bool finds =
                std::any_of(m_cases.cbegin(), m_cases.cend(), [&](const NginxCase &each) { return isOf(each, true); });
            const bool passes =
                std::any_of(m_cases.cbegin(), m_cases.cend(), [&](const NginxCase &each) { return isOf(each, false); });
            if (!finds || !passes)
                without.append(QString::fromLatin1(rule.id));
        }
        QCOMPARE(without, QStringList());
    }
};

GW_REGISTER_TEST(NginxRulesTest)
#include "nginxrulestest.moc"

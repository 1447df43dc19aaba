// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/review.h"
#include "tests/flows/labclient.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using gw::test::LabClient;
using gw::test::LabServer;
using gw::test::Ran;

namespace {

/// `rule` about `subject` (a place in a file where it has none).
struct Named {
    QString rule;
    QString subject;
};

QJsonArray findingsOf(const Ran &ran)
{
    return QJsonDocument::fromJson(ran.out).array();
}

QString listOf(const QJsonArray &findings)
{
    QStringList lines;
    for (const QJsonValue &finding : findings)
        lines += u"%1 %2 %3:%4 %5"_s.arg(finding[u"severity"].toString(), finding[u"rule"].toString(),
                                         finding[u"file"].toString(), QString::number(finding[u"line"].toInt()),
                                         finding[u"subject"].toString());
    return lines.join(u'\n');
}

QJsonObject findingNamed(const QJsonArray &findings, const Named &wanted)
{
    for (const QJsonValue &finding : findings) {
        const QString place = finding[u"subject"].toString() + u' ' + finding[u"file"].toString();
        if (finding[u"rule"].toString() == wanted.rule && place.contains(wanted.subject))
            return finding.toObject();
    }
    return {};
}

bool isGrave(const QString &severity)
{
    return severity == u"medium"_s || severity == u"high"_s || severity == u"critical"_s;
}

} // namespace

/// `gatewrightctl review` as a newcomer runs it, on servers as they are found and as they should be.
class ReviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_tutorial = LabServer::shared(u"tutorial"_s);
        m_hardened = LabServer::shared(u"hardened"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_tutorial.get(), m_hardened.get()});
    }

    void tutorial_namesWhatTutorialsLeaveBehind_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QStringList>("severities");
        const QStringList grave{u"high"_s, u"critical"_s};
        QTest::newRow("vLLM") << u"exposure.open-port"_s << u"3001/tcp"_s << grave;
        QTest::newRow("chat proxy") << u"exposure.open-port"_s << u"8000/tcp"_s << grave;
        QTest::newRow("Jupyter") << u"exposure.open-port"_s << u"8888/tcp"_s << grave;
        QTest::newRow("WebUI") << u"exposure.open-port"_s << u"7860/tcp"_s << grave;
        QTest::newRow("Jupyter without password")
            << u"ai.jupyter-no-password"_s << u"jupyter_server_config.py"_s << grave;
        QTest::newRow("passwords") << u"sshd.password-authentication"_s << u"50-cloud-init.conf"_s << grave;
        QTest::newRow("root login") << u"sshd.root-login"_s << u"/etc/ssh/sshd_config"_s << grave;
        QTest::newRow("supervisor") << u"services.supervisor-root"_s << u"qwen-chat"_s << grave;
        QTest::newRow("fail2ban") << u"services.fail2ban-dead"_s << u"fail2ban"_s << grave;
        QTest::newRow("weak key") << u"sshd.weak-authorized-key"_s << u"/home/dev/.ssh/authorized_keys"_s << grave;
        QTest::newRow("certificate") << u"certificates.expiring"_s << u"chat.tutorial.test"_s
                                     << QStringList{u"medium"_s, u"high"_s, u"critical"_s};
        QTest::newRow("failed unit") << u"services.failed-unit"_s << u"model-sync.service"_s
                                     << QStringList{u"medium"_s};
    }

    void tutorial_namesWhatTutorialsLeaveBehind()
    {
        QFETCH(QString, rule);
        QFETCH(QString, subject);
        QFETCH(QStringList, severities);
        const QJsonArray findings = findingsOf(tutorialReview());
        const QJsonObject finding = findingNamed(findings, {rule, subject});
        QVERIFY2(!finding.isEmpty(), qPrintable(listOf(findings)));
        QVERIFY2(severities.contains(finding[u"severity"].toString()), qPrintable(finding[u"severity"].toString()));
        QVERIFY(!finding[u"title"].toString().isEmpty());
        QVERIFY(!finding[u"explanation"].toString().isEmpty());
        QVERIFY(!finding[u"source"].toString().isEmpty());
        const QJsonArray proof = finding[u"proof"].toArray();
        QVERIFY(!proof.isEmpty());
        QVERIFY(!proof[0][u"command"].toString().isEmpty());
        QVERIFY(!proof[0][u"output"].toString().isEmpty());
    }

    void findingsAtTheBar_giveExitCode1() { QCOMPARE(tutorialReview().exitCode, 1); }

    void jsonReport_holdsTheContract()
    {
        const QJsonArray findings = findingsOf(tutorialReview());
        QVERIFY(!findings.isEmpty());
        for (const QJsonValue &finding : findings) {
            QVERIFY(finding[u"rule"].toString().contains(u'.'));
            QVERIFY(gw::severityFromId(finding[u"severity"].toString()).has_value());
            QVERIFY(finding[u"file"].isString());
            QVERIFY(finding[u"line"].isDouble());
            QVERIFY(finding[u"title"].isString());
            QVERIFY(finding[u"explanation"].isString());
            QVERIFY(finding[u"fixable"].isBool());
            QVERIFY2(!finding[u"file"].toString().isEmpty() || !finding[u"subject"].toString().isEmpty(),
                     qPrintable(u"it says nowhere where: "_s + finding[u"title"].toString()));
        }
    }

    /// The line that a finding names is the line that the server has there.
    void places_areRealLines()
    {
        int looked = 0;
        for (const QJsonValue &finding : findingsOf(tutorialReview())) {
            const QString file = finding[u"file"].toString();
            const int line = finding[u"line"].toInt();
            if (line == 0 || !finding[u"rule"].toString().startsWith(u"sshd."_s) || !file.contains(u"sshd_config"_s))
                continue;
            const QString there =
                QString::fromUtf8(m_tutorial->must(u"sed -n %1p '%2'"_s.arg(line).arg(file))).simplified();
            const QString keyword = finding[u"effective"].toString().section(u' ', 0, 0);
            QVERIFY2(!there.isEmpty(), qPrintable(file));
            if (finding[u"rule"].toString() == u"sshd.password-authentication"_s)
                QCOMPARE(there.toLower(), u"passwordauthentication yes"_s);
            if (finding[u"rule"].toString() == u"sshd.root-login"_s)
                QCOMPARE(there.toLower(), u"permitrootlogin yes"_s);
            ++looked;
        }
        QVERIFY(looked >= 2);
    }

    void hardened_hasNothingOfMediumOrAbove()
    {
        const Ran ran = m_client->ctl({u"review"_s, hardenedTarget(), u"--format"_s, u"json"_s, u"--no-store"_s});
        QVERIFY2(ran.exitCode == 0, ran.all().constData());
        const QJsonArray findings = findingsOf(ran);
        for (const QJsonValue &finding : findings)
            QVERIFY2(!isGrave(finding[u"severity"].toString()), qPrintable(listOf(findings)));
    }

    /// As root by sudo, nothing may be left unlooked at.
    void hardened_isCheckedWhole()
    {
        const Ran ran = m_client->ctl({u"review"_s, hardenedTarget(), u"--no-store"_s});
        QVERIFY2(ran.out.contains(" 0 not checked"), ran.all().constData());
    }

    void sarifReport_hasTheStructureOfTheStandard()
    {
        const Ran ran = m_client->ctl({u"review"_s, tutorialTarget(), u"--format"_s, u"sarif"_s, u"--no-store"_s});
        QCOMPARE(ran.exitCode, 1);
        const QJsonObject log = QJsonDocument::fromJson(ran.out).object();
        QCOMPARE(log[u"version"].toString(), u"2.1.0"_s);
        QVERIFY(log[u"$schema"].toString().contains(u"sarif"_s));
        QCOMPARE(log[u"runs"].toArray().size(), 1);
        const QJsonObject run = log[u"runs"][0].toObject();
        const QJsonArray rules = run[u"tool"][u"driver"][u"rules"].toArray();
        QCOMPARE(rules.size(), gw::rules().size());
        const QJsonArray results = run[u"results"].toArray();
        QCOMPARE(results.size(), findingsOf(tutorialReview()).size());
        for (const QJsonValue &result : results) {
            QCOMPARE(rules[result[u"ruleIndex"].toInt()][u"id"].toString(), result[u"ruleId"].toString());
            QVERIFY((QStringList{u"error"_s, u"warning"_s, u"note"_s}.contains(result[u"level"].toString())));
            QVERIFY(!result[u"message"][u"text"].toString().isEmpty());
            QCOMPARE(result[u"locations"].toArray().size(), 1);
        }
    }

    void htmlReport_needsNothingFromOutside()
    {
        const Ran ran = m_client->ctl({u"review"_s, tutorialTarget(), u"--format"_s, u"html"_s, u"--no-store"_s});
        QCOMPARE(ran.exitCode, 1);
        const QString page = QString::fromUtf8(ran.out);
        QVERIFY(page.contains(u"3001"_s));
        static const QRegularExpression loads(
            u"<script|<iframe|<object|<embed|<link|<base|\\son[a-z]+\\s*=|javascript:|(?:src|href|action|srcset|data)\\s*=\\s*[\"']?\\s*(?:https?:)?//|url\\(|@import"_s,
            QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch match = loads.match(page);
        QVERIFY2(!match.hasMatch(), qPrintable(page.mid(match.capturedStart() - 40, 120)));
    }

    void withoutRoot_everyGapSaysSo()
    {
        const Ran ran = m_client->ctl({u"survey"_s, devTarget(), u"--no-store"_s});
        QVERIFY2(ran.exitCode == 0, ran.all().constData());
        QVERIFY(ran.err.contains("root"));
        const QJsonObject facts = QJsonDocument::fromJson(ran.out).object();
        QCOMPARE(facts[u"access"][u"isRoot"].toBool(true), false);
        QCOMPARE(facts[u"access"][u"asksForPassword"].toString(), u"sudo"_s);
        for (const QJsonValue &gap :
             {facts[u"sudoRules"], facts[u"sshd"][u"effective"], facts[u"firewall"][u"ufwStatus"],
              facts[u"firewall"][u"nftables"], facts[u"fail2ban"][u"jails"], facts[u"users"][0][u"hasPassword"]}) {
            QCOMPARE(gap[u"reason"].toString(), u"needs-root"_s);
            QCOMPARE(gap[u"missing"].toString(), u"needs root"_s);
        }
        // What anybody may see is there.
        QVERIFY(facts[u"listeners"].isArray());
        QVERIFY(facts[u"users"].isArray());
        QCOMPARE(facts[u"system"][u"osId"].toString(), u"debian"_s);
        QVERIFY(!facts[u"sshd"][u"files"].toArray().isEmpty());
    }

    void survey_hasEverySection_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("root") << tutorialTarget();
        QTest::newRow("nobody special") << devTarget();
    }

    void survey_hasEverySection()
    {
        QFETCH(QString, target);
        const Ran ran = m_client->ctl({u"survey"_s, target, u"--no-store"_s});
        const QJsonObject facts = QJsonDocument::fromJson(ran.out).object();
        QStringList expected = gw::toJson(gw::Facts()).keys();
        QCOMPARE(facts.keys(), expected);
        QStringList unasked;
        collectGaps(facts, {}, u"not-asked"_s, unasked);
        QVERIFY2(unasked.isEmpty(), qPrintable(unasked.join(u' ')));
    }

    void withoutRoot_rulesAreNotCheckedInsteadOfPassed()
    {
        const Ran ran = m_client->ctl({u"review"_s, devTarget(), u"--no-store"_s});
        QCOMPARE(ran.exitCode, 1);
        const QByteArray report = ran.out.mid(ran.out.indexOf("Not checked"));
        QVERIFY2(report.contains("needs root"), ran.all().constData());
        QVERIFY(report.contains("users.sudo-without-password"));
        QVERIFY(!report.contains(" 0 not checked"));
    }

    /// Root's own crontab holds the renewal: who cannot read it must not claim that there is none.
    void withoutRoot_nothingIsClaimedThatRootWouldNotSee()
    {
        const QJsonArray asRoot = findingsOf(tutorialReview());
        const QJsonArray asDev =
            findingsOf(m_client->ctl({u"review"_s, devTarget(), u"--format"_s, u"json"_s, u"--no-store"_s}));
        QStringList invented;
        for (const QJsonValue &finding : asDev) {
            const QString file = finding[u"file"].toString();
            const Named same{finding[u"rule"].toString(), file.isEmpty() ? QString() : file};
            if (findingNamed(asRoot, same).isEmpty())
                invented += same.rule + u' ' + same.subject;
        }
        QVERIFY2(invented.isEmpty(), qPrintable(invented.join(u'\n')));
    }

private:
    QString tutorialTarget() const { return LabClient::target(*m_tutorial, u"root"_s); }
    QString devTarget() const { return LabClient::target(*m_tutorial, u"dev"_s); }
    QString hardenedTarget() const { return LabClient::target(*m_hardened, u"ops"_s); }

    const Ran &tutorialReview()
    {
        if (m_review.exitCode < 0)
            m_review = m_client->ctl({u"review"_s, tutorialTarget(), u"--format"_s, u"json"_s, u"--no-store"_s});
        return m_review;
    }

    static void collectGaps(const QJsonValue &value, const QString &path, const QString &reason, QStringList &found)
    {
        if (value.isObject() && value[u"reason"].toString() == reason && value[u"missing"].isString())
            found += path;
        const QJsonObject members = value.toObject();
        for (auto member = members.begin(); member != members.end(); ++member)
            collectGaps(member.value(), path + u'.' + member.key(), reason, found);
        const QJsonArray elements = value.toArray();
        for (qsizetype i = 0; i < elements.size(); ++i)
            collectGaps(elements[i], path + u'.' + QString::number(i), reason, found);
    }

    std::unique_ptr<LabServer> m_tutorial;
    std::unique_ptr<LabServer> m_hardened;
    std::unique_ptr<LabClient> m_client;
    Ran m_review;
};

GW_REGISTER_TEST(ReviewTest)
#include "reviewtest.moc"

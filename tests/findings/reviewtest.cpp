// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/review.h"
#include "tests/findings/factsbuilder.h"
#include "tests/support/testmain.h"

#include <QSet>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 1, 15);

/// A server with one supervisor program that runs as root, defined in a file whose content is known.
Facts withSupervisorRoot(const QByteArray &file = {})
{
    return FactsBuilder()
        .with([&](Facts &facts) {
            SupervisorProgram program;
            program.name = UntrustedText(u"qwen-chat"_s);
            program.command = UntrustedText(u"python3 serve.py"_s);
            program.file = RemotePath(QByteArray("/etc/supervisor/conf.d/qwen.conf"));
            program.line = 2;
            facts.services.supervisor = QList<SupervisorProgram>{program};
            if (!file.isEmpty()) {
                FileFact fact;
                fact.path = program.file;
                fact.content = file;
                facts.services.supervisorFiles = {fact};
            }
        })
        .facts();
}

QStringList idsOf(const QList<Finding> &findings)
{
    QStringList ids;
    for (const Finding &finding : findings)
        ids += finding.rule.text();
    return ids;
}

bool contains(const QList<RuleStatus> &rules, const QString &id)
{
    return std::any_of(rules.cbegin(), rules.cend(), [&](const RuleStatus &rule) { return rule.rule.text() == id; });
}

const Finding *find(const QList<Finding> &findings, const QString &id)
{
    for (const Finding &finding : findings) {
        if (finding.rule.text() == id)
            return &finding;
    }
    return nullptr;
}

const QString supervisorRoot = u"services.supervisor-root"_s;

} // namespace

class ReviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rules_areSortedUniqueAndComplete()
    {
        QString last;
        for (const Rule &rule : rules()) {
            const QString id = QString::fromLatin1(rule.id);
            QVERIFY2(last < id, rule.id);
            QVERIFY2(QRegularExpression(u"^[a-z0-9]+\\.[a-z0-9-]+$"_s).match(id).hasMatch(), rule.id);
            QVERIFY2(rule.title && *rule.title && rule.source && *rule.source && rule.check, rule.id);
            last = id;
        }
        QVERIFY(rules().size() > 20);
    }

    void everyRuleOfTheProfile_endsInExactlyOneList_theOthersInNone()
    {
        for (const ReviewProfile profile : {ReviewProfile::Recommended, ReviewProfile::Strict, ReviewProfile::Cis}) {
            const Review result = review(withSupervisorRoot(), {}, today, {profile});
            QSet<QString> open;
            for (const Finding &finding : result.findings)
                open.insert(finding.rule.text());
            for (const Rule &rule : rules()) {
                const QString id = QString::fromLatin1(rule.id);
                const int lists = int(open.contains(id)) + int(contains(result.passed, id)) +
                                  int(contains(result.notChecked, id)) + int(contains(result.notApplicable, id));
                QVERIFY2(lists == int(rule.profiles.testFlag(profile)), rule.id);
            }
        }
    }

    void scope_asksOnlyWhatItNames_whateverTheProfile()
    {
        const auto asked = [](const QStringList &only) {
            const Review result = review(withSupervisorRoot(), {}, today, {.only = only});
            QStringList ids = idsOf(result.findings);
            for (const auto *list : {&result.passed, &result.notChecked, &result.notApplicable}) {
                for (const RuleStatus &status : *list)
                    ids += status.rule.text();
            }
            return ids;
        };
        QCOMPARE(asked({supervisorRoot}), QStringList{supervisorRoot});
        QCOMPARE(asked({u"nginx.merge-slashes-on"_s}), QStringList{u"nginx.merge-slashes-on"_s});
        const QStringList ofTopic = asked({u"services"_s});
        QVERIFY(ofTopic.contains(supervisorRoot) && ofTopic.size() > 3);
        QVERIFY(std::all_of(ofTopic.cbegin(), ofTopic.cend(),
                            [](const QString &id) { return id.startsWith(u"services."_s); }));
    }

    void unknownFacts_areNeverPassed()
    {
        // Nothing was asked at all: what passes then passes blindly. Comments are looked for in the files that are
        // there.
        for (const RuleStatus &rule : review(Facts(), {}, today).passed)
            QVERIFY2(rule.rule.topic() == u"review"_s || rule.rule.text() == u"system.reboot-required"_s,
                     qPrintable(rule.rule.text()));
    }

    void findings_areOrderedWorstFirst()
    {
        const Review result = review(withSupervisorRoot(), {}, today);
        QVERIFY(result.findings.size() > 1);
        for (qsizetype i = 1; i < result.findings.size(); ++i) {
            const Finding &before = result.findings[i - 1];
            const Finding &after = result.findings[i];
            QVERIFY(before.severity > after.severity ||
                    (before.severity == after.severity && !(after.rule < before.rule)));
        }
        QCOMPARE(result.worst(), std::optional(result.findings.first().severity));
        QCOMPARE(result, review(withSupervisorRoot(), {}, today));
    }

    void findings_carryRuleAndSource()
    {
        const Review result = review(withSupervisorRoot(), {}, today);
        const Finding *finding = find(result.findings, supervisorRoot);
        QVERIFY(finding);
        QVERIFY(!finding->source.isEmpty() && !finding->explanation.isEmpty() && !finding->proof.isEmpty());
        QCOMPARE(finding->subject, u"qwen-chat"_s);
        QCOMPARE(finding->where.line, 2);
    }

    void acceptedRisk_leavesTheOpenList()
    {
        const AcceptedRisk risk{RuleId(supervisorRoot), u"qwen-chat"_s, u"moves next week"_s, today, u"ann"_s};
        const Review result = review(withSupervisorRoot(), {risk}, today);
        QVERIFY(!find(result.findings, supervisorRoot));
        QCOMPARE(result.accepted.size(), 1);
        QCOMPARE(result.accepted.first().risk, risk);
        QVERIFY(!contains(result.passed, supervisorRoot));
    }

    void acceptedRiskForAFile_matchesItsPath()
    {
        const AcceptedRisk risk{RuleId(supervisorRoot), u"/etc/supervisor/conf.d/qwen.conf"_s, u"lab"_s, {}, {}};
        QCOMPARE(review(withSupervisorRoot(), {risk}, today).accepted.size(), 1);
    }

    void acceptedRiskForAnotherSubject_acceptsNothing()
    {
        const AcceptedRisk risk{RuleId(supervisorRoot), u"other"_s, u"lab"_s, today, {}};
        QVERIFY(find(review(withSupervisorRoot(), {risk}, today).findings, supervisorRoot));
    }

    void endedAcceptance_opensTheFindingAgain_andSaysSo()
    {
        const AcceptedRisk risk{RuleId(supervisorRoot), {}, u"moves next week"_s, today.addDays(-1), {}};
        const Review result = review(withSupervisorRoot(), {risk}, today);
        const Finding *finding = find(result.findings, supervisorRoot);
        QVERIFY(finding);
        QVERIFY(finding->explanation.contains(u"moves next week"_s));
        QVERIFY(finding->explanation.contains(u"ended"_s));
        QVERIFY(result.accepted.isEmpty());
    }

    void comment_onTheLineOrTheLineAbove_accepts_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<bool>("accepted");
        const QByteArray comment = "; gatewright: accept services.supervisor-root runs in a sandbox\n";
        QTest::newRow("line above") << QByteArray(comment + "[program:qwen-chat]\n") << true;
        QTest::newRow("same line")
            << QByteArray("\n[program:qwen-chat] # gatewright: accept services.supervisor-root sandboxed\n") << true;
        QTest::newRow("below") << QByteArray("\n[program:qwen-chat]\n" + comment) << false;
        QTest::newRow("other rule")
            << QByteArray("# gatewright: accept services.runs-as-root sandboxed\n[program:qwen-chat]\n") << false;
        QTest::newRow("no reason") << QByteArray("# gatewright: accept services.supervisor-root\n[program:qwen-chat]\n")
                                   << false;
    }
    void comment_onTheLineOrTheLineAbove_accepts()
    {
        QFETCH(QByteArray, file);
        QFETCH(bool, accepted);
        const Review result = review(withSupervisorRoot(file), {}, today);
        QCOMPARE(find(result.findings, supervisorRoot) == nullptr, accepted);
        QCOMPARE(result.accepted.size(), accepted ? 1 : 0);
        if (accepted)
            QVERIFY(result.accepted.first().risk.reason.contains(u"sandbox"_s));
    }

    void commentWithoutAReason_isAFinding()
    {
        const Review result = review(
            withSupervisorRoot("# gatewright: accept services.supervisor-root\n[program:qwen-chat]\n"), {}, today);
        const Finding *finding = find(result.findings, u"review.accept-without-reason"_s);
        QVERIFY(finding);
        QCOMPARE(finding->severity, Severity::Info);
        QCOMPARE(finding->where.line, 1);
    }

    void commentForARuleThatDoesNotExist_isAFinding()
    {
        const Review result =
            review(withSupervisorRoot("# gatewright: accept services.supervisor-rot typo\n"), {}, today);
        QVERIFY(find(result.findings, u"review.accept-unknown-rule"_s));
    }

    void commentInAFileOfNginx_acceptsWhatStandsThere_whateverTheProfile()
    {
        const auto reviewed = [](const QByteArray &text, ReviewProfile profile) {
            Facts facts;
            NginxFacts nginx;
            nginx.tree = QList<FileFact>{{RemotePath("/etc/nginx/nginx.conf"_ba), text, 0644, {}, {}}};
            facts.nginx = nginx;
            return review(facts, {}, today, {.profile = profile, .only = {u"nginx"_s, u"review"_s}});
        };
        const QByteArray text = "# gatewright: accept nginx.worker-user-root the lab throws it away\nuser root;\n"
                                "events {}\nhttp {\n"
                                "    keepalive_timeout 65; # gatewright: accept nginx.timeouts long polls\n}\n";
        for (const ReviewProfile profile : {ReviewProfile::Recommended, ReviewProfile::Strict, ReviewProfile::Cis}) {
            const Review result = reviewed(text, profile);
            QVERIFY(!find(result.findings, u"nginx.worker-user-root"_s));
            QCOMPARE(result.accepted.size(), profile == ReviewProfile::Cis ? 2 : 1);
            QVERIFY(!find(result.findings, u"review.accept-without-effect"_s));
        }
        const Review moved = reviewed("# gatewright: accept nginx.worker-user-root why\n\nuser root;\nevents {}\n",
                                      ReviewProfile::Recommended);
        QVERIFY(find(moved.findings, u"nginx.worker-user-root"_s));
        QVERIFY(find(moved.findings, u"review.accept-without-effect"_s));
    }

    void commentAnywhereInTheFile_acceptsWhatADefaultDoes()
    {
        const auto reviewOf = [](const QByteArray &config) {
            return review(FactsBuilder().sshdConfig(config).facts(), {}, today);
        };
        const QByteArray comment("# gatewright: accept sshd.max-auth-tries agents hold many keys\n");
        QVERIFY(!idsOf(reviewOf("PermitRootLogin no\n\n" + comment + "UsePAM yes\n").findings)
                     .contains(u"sshd.max-auth-tries"_s));
        // In a Match block it says nothing about the file.
        const Review inBlock = reviewOf("PermitRootLogin no\nMatch User a\n" + comment + "X11Forwarding no\n");
        QVERIFY(idsOf(inBlock.findings).contains(u"sshd.max-auth-tries"_s));
        QVERIFY(find(inBlock.findings, u"review.accept-without-effect"_s));
    }

    void commentThatHitsNothing_isAFinding()
    {
        const QByteArray comment("# gatewright: accept sshd.max-auth-tries agents hold many keys\n");
        const Review mended = review(FactsBuilder().sshdConfig(comment + "MaxAuthTries 3\n").facts(), {}, today);
        const Finding *finding = find(mended.findings, u"review.accept-without-effect"_s);
        QVERIFY(finding);
        QCOMPARE(finding->severity, Severity::Info);
        QCOMPARE(finding->where.line, 1);
        const Review hit = review(FactsBuilder().sshdConfig(comment + "MaxAuthTries 30\n").facts(), {}, today);
        QVERIFY(!find(hit.findings, u"review.accept-without-effect"_s));
        // Where the rule could not look, nobody knows.
        const Review blind =
            review(FactsBuilder()
                       .sshdConfig(comment + "MaxAuthTries 3\n")
                       .with([](Facts &facts) {
                           facts.unreadFiles = {{UnreadFile::Topic::Sshd,
                                                 RemotePath(QByteArray("/etc/ssh/sshd_config.d/x.conf")),
                                                 Gap{Gap::Reason::NeedsRoot, {}}}};
                       })
                       .facts(),
                   {}, today);
        QVERIFY(!find(blind.findings, u"review.accept-without-effect"_s));
    }

    void withNothingToLookAt_noRulePasses()
    {
        Facts empty;
        empty.fromFolder = true;
        empty.users = QList<UserAccount>{};
        empty.certificates.files = QList<CertificateFile>{};
        empty.certificates.lineages = QList<Lineage>{};
        empty.services.schedule = QList<ScheduledJob>{};
        const Review result = review(empty, {}, today);
        QVERIFY2(result.passed.isEmpty(),
                 qPrintable(result.passed.isEmpty() ? QString() : result.passed[0].rule.text()));
        QVERIFY(result.findings.isEmpty());
    }

    void commentInSshdConfig_accepts()
    {
        const Facts facts =
            FactsBuilder()
                .sshdConfig("# gatewright: accept sshd.root-login only from the console network\n"
                            "PermitRootLogin yes\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n")
                .facts();
        const Review result = review(facts, {}, today);
        QVERIFY(!idsOf(result.findings).contains(u"sshd.root-login"_s));
        QVERIFY(std::any_of(result.accepted.cbegin(), result.accepted.cend(), [](const AcceptedFinding &accepted) {
            return accepted.finding.rule.text() == u"sshd.root-login"_s;
        }));
    }
};

GW_REGISTER_TEST(ReviewTest)
#include "reviewtest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"
#include "tests/findings/factsbuilder.h"
#include "tests/support/testmain.h"

using namespace gw;
using gw::test::FactsBuilder;
using gw::test::findingsOf;
using gw::test::outcomeOf;

namespace {

/// The well-kept configuration without its line for `keyword`, with `lines` at the end.
FactsBuilder changed(const QByteArray &keyword, const QByteArray &lines)
{
    QByteArray text;
    for (const QByteArray &line : test::hardenedSshdConfig().split('\n')) {
        if (!line.startsWith(QByteArray(keyword + ' ')))
            text += line + '\n';
    }
    return FactsBuilder().sshdConfig(text + lines);
}

} // namespace

/// Who gets in, and by what: root, passwords, keyboard-interactive.
class SshdLoginRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rootLogin_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("yes") << QByteArray("PermitRootLogin yes\n") << "high";
        QTest::newRow("no") << QByteArray("PermitRootLogin no\n") << "passed";
        QTest::newRow("prohibit-password") << QByteArray("PermitRootLogin prohibit-password\n") << "info";
        QTest::newRow("the old spelling") << QByteArray("PermitRootLogin without-password\n") << "info";
        QTest::newRow("default") << QByteArray() << "info";
        QTest::newRow("opened in a Match block")
            << QByteArray("PermitRootLogin no\nMatch User root\nPermitRootLogin yes\n") << "high";
        QTest::newRow("opened for a private network")
            << QByteArray("PermitRootLogin no\nMatch Address 10.0.0.0/8\nPermitRootLogin yes\n") << "medium";
        QTest::newRow("opened for the world, said as a network")
            << QByteArray("PermitRootLogin no\nMatch Address 0.0.0.0/0\nPermitRootLogin yes\n") << "high";
        QTest::newRow("opened for everybody but one network")
            << QByteArray("PermitRootLogin no\nMatch Address *,!10.0.0.0/8\nPermitRootLogin yes\n") << "high";
        QTest::newRow("closed in a Match block")
            << QByteArray("PermitRootLogin no\nMatch User bob\nPermitRootLogin no\n") << "passed";
    }

    void rootLogin()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, outcome);
        QCOMPARE(outcomeOf(sshd::rootLogin, FactsBuilder().sshdConfig(QByteArray("UsePAM yes\n" + lines)).facts()),
                 outcome);
    }

    void rootLogin_thatListsKeepOut_weighsLess_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("not allowed") << QByteArray("AllowUsers operator\n") << "medium";
        QTest::newRow("group not allowed") << QByteArray("AllowGroups ssh-users\n") << "medium";
        QTest::newRow("denied") << QByteArray("DenyUsers root\n") << "medium";
        QTest::newRow("allowed by a pattern") << QByteArray("AllowUsers operator r*\n") << "high";
        QTest::newRow("allowed from one network") << QByteArray("AllowUsers root@10.0.0.0/8\n") << "high";
        QTest::newRow("denied from one network") << QByteArray("DenyUsers root@10.0.0.0/8\n") << "high";
        QTest::newRow("somebody else denied") << QByteArray("DenyUsers games\n") << "high";
    }

    void rootLogin_thatListsKeepOut_weighsLess()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, outcome);
        QCOMPARE(
            outcomeOf(sshd::rootLogin, FactsBuilder().sshdConfig(QByteArray("PermitRootLogin yes\n" + lines)).facts()),
            outcome);
    }

    void finding_namesTheLineThatDecides()
    {
        const Facts facts = FactsBuilder()
                                .sshdConfig("Include /etc/ssh/sshd_config.d/*.conf\nPermitRootLogin no\n")
                                .sshdDropIn("50-cloud.conf", "# cloud\n  PermitRootLogin yes # really\n")
                                .facts();
        const Finding finding = findingsOf(sshd::rootLogin, facts).value(0);
        QCOMPARE(finding.where.file, RemotePath(QByteArray("/etc/ssh/sshd_config.d/50-cloud.conf")));
        QCOMPARE(finding.where.line, 2);
        QCOMPARE(finding.where.column, 3);
        QCOMPARE(finding.where.endColumn, 3 + int(qstrlen("PermitRootLogin yes")));
        QCOMPARE(finding.effective.raw(), QStringLiteral("permitrootlogin yes"));
        QCOMPARE(finding.proof.value(0).command, QStringLiteral("sshd -T | grep -i '^permitrootlogin '"));
        QCOMPARE(finding.proof.value(0).output.raw(), QStringLiteral("permitrootlogin yes"));
    }

    void finding_saysWhenADefaultDecides()
    {
        const Finding finding =
            findingsOf(sshd::passwordAuthentication, changed("PasswordAuthentication", {}).facts()).value(0);
        QCOMPARE(finding.where.file, RemotePath(QByteArray("/etc/ssh/sshd_config")));
        QCOMPARE(finding.where.line, 0);
        QVERIFY(finding.explanation.contains(
            QLatin1String("No line sets PasswordAuthentication: the default of OpenSSH 9.2 holds.")));
    }

    void finding_inMatchBlock_standsAtItsLine()
    {
        const Facts facts =
            FactsBuilder().sshdLines("Match User backup Address 10.0.0.0/8\n  PasswordAuthentication yes\n").facts();
        const QList<Finding> findings = findingsOf(sshd::passwordAuthentication, facts);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].where.line, 15);
        QCOMPARE(findings[0].severity, Severity::Medium);
        QVERIFY(findings[0].title.contains(QLatin1String("Match user backup address 10.0.0.0/8")));
        QCOMPARE(findings[0].proof.value(0).command, QStringLiteral("sed -n 14p /etc/ssh/sshd_config"));
        QCOMPARE(findings[0].proof.value(0).output.raw(), QStringLiteral("Match User backup Address 10.0.0.0/8"));
        QCOMPARE(findings[0].effective.raw(), QStringLiteral("passwordauthentication yes"));
    }

    void finding_inMatchBlock_isProvenByAUserWhoWasAskedFor()
    {
        const Facts facts = FactsBuilder()
                                .user(QStringLiteral("bob"), {QStringLiteral("sftp")})
                                .sshdLines("Match Group sftp\nPasswordAuthentication yes\n")
                                .facts();
        const Finding finding = findingsOf(sshd::passwordAuthentication, facts).value(0);
        QCOMPARE(finding.proof.value(0).command,
                 QStringLiteral(
                     "sshd -T -C user=bob,host=203.0.113.1,addr=203.0.113.1 | grep -i '^passwordauthentication '"));
        QCOMPARE(finding.proof.value(0).output.raw(), QStringLiteral("passwordauthentication yes"));
    }

    void finding_withoutEffectiveValues_isWorkedOutAndSaysSo()
    {
        const Facts facts = changed("PasswordAuthentication", "PasswordAuthentication yes\n").notRoot().facts();
        const Finding finding = findingsOf(sshd::passwordAuthentication, facts).value(0);
        QCOMPARE(finding.severity, Severity::High);
        QVERIFY(finding.explanation.contains(QLatin1String("Worked out from the files")));
        QVERIFY(finding.where.line > 0);
        QVERIFY(finding.proof.value(0).command.startsWith(QLatin1String("grep -HinE ")));
        QCOMPARE(finding.proof.value(0).output.raw(),
                 QStringLiteral("/etc/ssh/sshd_config:%1:PasswordAuthentication yes").arg(finding.where.line));
    }

    void finding_whereFilesAndSshdDisagree_namesNoLine()
    {
        const Facts facts = FactsBuilder()
                                .with([](Facts &changing) {
                                    changing.sshd->effective->values[QStringLiteral("permitrootlogin")] = {
                                        UntrustedText(QStringLiteral("yes"))};
                                })
                                .facts();
        const Finding finding = findingsOf(sshd::rootLogin, facts).value(0);
        QCOMPARE(finding.effective.raw(), QStringLiteral("permitrootlogin yes"));
        QCOMPARE(finding.where.line, 0);
        QVERIFY(finding.explanation.contains(QLatin1String("The files give another value")));
    }

    void passwords_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("yes") << QByteArray("PasswordAuthentication yes\n") << "high";
        QTest::newRow("default") << QByteArray() << "high";
        QTest::newRow("no") << QByteArray("PasswordAuthentication no\n") << "passed";
        QTest::newRow("key needed as well")
            << QByteArray("PasswordAuthentication yes\nAuthenticationMethods publickey,password\n") << "passed";
        QTest::newRow("keys only, by methods")
            << QByteArray("PasswordAuthentication yes\nAuthenticationMethods publickey\n") << "passed";
        QTest::newRow("password alone is one of the ways")
            << QByteArray("PasswordAuthentication yes\nAuthenticationMethods publickey password\n") << "high";
        QTest::newRow("opened for a user")
            << QByteArray("PasswordAuthentication no\nMatch User bob\nPasswordAuthentication yes\n") << "high";
        QTest::newRow("opened for a user with a key as well")
            << QByteArray("PasswordAuthentication no\nMatch User bob\nPasswordAuthentication yes\n"
                          "AuthenticationMethods publickey,password\n")
            << "passed";
        QTest::newRow("a block that an earlier one wins over")
            << QByteArray("PasswordAuthentication no\nMatch User b*\nPasswordAuthentication no\nMatch User "
                          "bob\nPasswordAuthentication yes\n")
            << "passed";
        QTest::newRow("a block that never applies")
            << QByteArray("PasswordAuthentication no\nMatch User !bob\nPasswordAuthentication yes\n") << "passed";
        QTest::newRow("Match all") << QByteArray("PasswordAuthentication no\nMatch all\nPasswordAuthentication yes\n")
                                   << "high";
    }

    void passwords()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, outcome);
        const FactsBuilder builder = changed("PasswordAuthentication", lines);
        QCOMPARE(outcomeOf(sshd::passwordAuthentication, builder.facts()), outcome);
        QCOMPARE(outcomeOf(sshd::passwordAuthentication, FactsBuilder(builder).fail2banRunning().facts()),
                 outcome == QLatin1String("high") ? QStringLiteral("medium") : outcome);
    }

    void fail2ban_countsOnlyWhenItWatchesSshd()
    {
        const auto with = [](const std::function<void(Fail2banFacts &)> &change) {
            return changed("PasswordAuthentication", {})
                .fail2banRunning()
                .with([change](Facts &facts) { change(*facts.fail2ban); })
                .facts();
        };
        QCOMPARE(outcomeOf(sshd::passwordAuthentication, with([](Fail2banFacts &fail2ban) {
                               fail2ban.activeState = UntrustedText(QStringLiteral("failed"));
                           })),
                 QStringLiteral("high"));
        QCOMPARE(outcomeOf(sshd::passwordAuthentication, with([](Fail2banFacts &fail2ban) {
                               fail2ban.jails = QList<UntrustedText>{UntrustedText(QStringLiteral("nginx-botsearch"))};
                           })),
                 QStringLiteral("high"));
    }

    void keyboardInteractive_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("no") << QByteArray("KbdInteractiveAuthentication no\n") << "passed";
        QTest::newRow("default") << QByteArray() << "high";
        QTest::newRow("yes") << QByteArray("KbdInteractiveAuthentication yes\n") << "high";
        QTest::newRow("the old name") << QByteArray("ChallengeResponseAuthentication yes\n") << "high";
        QTest::newRow("second factor after a key")
            << QByteArray(
                   "KbdInteractiveAuthentication yes\nAuthenticationMethods publickey,keyboard-interactive:pam\n")
            << "passed";
        QTest::newRow("alone by methods")
            << QByteArray(
                   "KbdInteractiveAuthentication yes\nAuthenticationMethods publickey keyboard-interactive:pam\n")
            << "high";
        QTest::newRow("opened for a user")
            << QByteArray("KbdInteractiveAuthentication no\nMatch User bob\nKbdInteractiveAuthentication yes\n")
            << "high";
    }

    void keyboardInteractive()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, outcome);
        QCOMPARE(outcomeOf(sshd::keyboardInteractivePasswords, changed("KbdInteractiveAuthentication", lines).facts()),
                 outcome);
    }

    void keyboardInteractive_withoutPam_asksNobody()
    {
        const Facts facts = FactsBuilder().sshdConfig("PasswordAuthentication no\nUsePAM no\n").facts();
        QCOMPARE(outcomeOf(sshd::keyboardInteractivePasswords, facts), QStringLiteral("passed"));
    }

    void keyboardInteractive_besidePasswords_isNotSaidTwice()
    {
        const Facts facts = FactsBuilder().sshdConfig("UsePAM yes\n").facts();
        QCOMPARE(outcomeOf(sshd::keyboardInteractivePasswords, facts), QStringLiteral("passed"));
        QCOMPARE(outcomeOf(sshd::passwordAuthentication, facts), QStringLiteral("high"));
    }

    void keyboardInteractive_switchedOnByALine_isSaidBesidePasswords()
    {
        const Facts facts = FactsBuilder().sshdConfig("UsePAM yes\nChallengeResponseAuthentication yes\n").facts();
        const Finding finding = findingsOf(sshd::keyboardInteractivePasswords, facts).value(0);
        QCOMPARE(finding.severity, Severity::High);
        QCOMPARE(finding.where.line, 2);
    }

    void whoMayLogIn_isWrittenDown()
    {
        QCOMPARE(outcomeOf(sshd::allowUsers, changed("AllowUsers", {}).facts()), QStringLiteral("low"));
        for (const char *line :
             {"AllowUsers operator\n", "AllowGroups ssh\n", "DenyUsers games\n", "DenyGroups nologin\n"})
            QCOMPARE(outcomeOf(sshd::allowUsers, changed("AllowUsers", line).facts()), QStringLiteral("passed"));
    }
};

GW_REGISTER_TEST(SshdLoginRulesTest)
#include "sshdloginrulestest.moc"

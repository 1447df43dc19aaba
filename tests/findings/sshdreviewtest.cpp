// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"
#include "tests/findings/factsbuilder.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>

using namespace gw;
using gw::test::FactsBuilder;
using gw::test::outcomeOf;

namespace {

/// rule id → outcome
QMap<QString, QString> outcomes(const Facts &facts)
{
    QMap<QString, QString> all;
    for (const Rule &rule : sshdRules())
        all.insert(QString::fromLatin1(rule.id), outcomeOf(rule, facts));
    return all;
}

QStringList rulesWith(const Facts &facts, const QStringList &wanted)
{
    QStringList rules;
    const QMap<QString, QString> all = outcomes(facts);
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (wanted.contains(it.value()))
            rules.append(it.key());
    }
    return rules;
}

const QStringList serious{QStringLiteral("medium"), QStringLiteral("high"), QStringLiteral("critical")};

} // namespace

/// All rules about sshd at once, over whole servers.
class SshdReviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rules_haveGoodNamesAndTexts()
    {
        static const QRegularExpression name(QStringLiteral("^sshd\\.[a-z0-9]+(-[a-z0-9]+)*$"));
        QSet<QString> ids;
        for (const Rule &rule : sshdRules()) {
            const QString id = QString::fromLatin1(rule.id);
            QVERIFY2(name.match(id).hasMatch(), rule.id);
            QVERIFY2(!ids.contains(id), rule.id);
            ids.insert(id);
            QVERIFY2(qstrlen(rule.title) > 10 && qstrlen(rule.source) > 5, rule.id);
        }
        QVERIFY(ids.size() >= 50);
    }

    void wellKeptServer_hasNothingOfMediumOrAbove_data()
    {
        QTest::addColumn<QString>("version");
        QTest::newRow("Debian 12") << "OpenSSH_9.2p1 Debian-2+deb12u5";
        QTest::newRow("Debian 13") << "OpenSSH_10.0p2 Debian-7";
        QTest::newRow("Debian 11") << "OpenSSH_8.4p1 Debian-5+deb11u3";
        QTest::newRow("Ubuntu 22.04") << "OpenSSH_8.9p1 Ubuntu-3ubuntu0.10";
        QTest::newRow("Ubuntu 24.04") << "OpenSSH_9.6p1 Ubuntu-3ubuntu13.5";
    }

    void wellKeptServer_hasNothingOfMediumOrAbove()
    {
        QFETCH(QString, version);
        const FactsBuilder builder = FactsBuilder().sshdVersion(version);
        QCOMPARE(rulesWith(builder.facts(), serious), QStringList());
        QCOMPARE(rulesWith(FactsBuilder(builder).notRoot().facts(), serious), QStringList());
    }

    void rootWithKeyOnly_isStillWellKept()
    {
        const QByteArray text =
            test::hardenedSshdConfig().replace("PermitRootLogin no", "PermitRootLogin prohibit-password");
        QCOMPARE(rulesWith(FactsBuilder().sshdConfig(text).facts(), serious), QStringList());
    }

    void hardeningByDropIn_isStillWellKept()
    {
        const Facts facts =
            FactsBuilder()
                .sshdConfig(test::debianSshdConfig())
                .sshdDropIn("10-hardening.conf",
                            "PermitRootLogin no\nPasswordAuthentication no\nAllowUsers operator\nLoginGraceTime 30\n"
                            "MaxAuthTries 4\nX11Forwarding no\n")
                .facts();
        QCOMPARE(rulesWith(facts, serious), QStringList());
    }

    void freshDebian_isBlamedForPasswordsOnly()
    {
        const Facts facts = FactsBuilder().sshdConfig(test::debianSshdConfig()).facts();
        QCOMPARE(rulesWith(facts, serious), QStringList{QStringLiteral("sshd.password-authentication")});
    }

    void tutorialServer_isFoundOut()
    {
        const Facts facts =
            FactsBuilder()
                .sshdConfig(test::debianSshdConfig() + "PermitRootLogin yes\nPasswordAuthentication no\n"
                                                       "ChallengeResponseAuthentication yes\n")
                .sshdDropIn("50-cloud-init.conf", "PasswordAuthentication yes\n")
                .facts();
        const QStringList found =
            rulesWith(facts, {QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high")});
        for (const char *rule :
             {"sshd.root-login", "sshd.password-authentication", "sshd.shadowed-setting", "sshd.deprecated-keyword"})
            QVERIFY2(found.contains(QLatin1String(rule)), rule);
    }

    void serverWithoutSshd_isNotBlamed()
    {
        for (const Rule &rule : sshdRules()) {
            if (QLatin1String(rule.id).endsWith(QLatin1String("-authorized-key")))
                continue; // keys lie in the homes, with or without sshd
            QCOMPARE(outcomeOf(rule, FactsBuilder().withoutSshd().facts()), QStringLiteral("not applicable"));
            QCOMPARE(outcomeOf(rule, FactsBuilder().withoutSshd(Gap::Reason::NeedsRoot).facts()),
                     QStringLiteral("not checked"));
        }
    }

    void withoutFilesAndValues_nothingPasses()
    {
        const Facts facts =
            FactsBuilder().notRoot().with([](Facts &changing) { changing.sshd->files.clear(); }).facts();
        for (const Rule &rule : sshdRules()) {
            if (!QLatin1String(rule.id).endsWith(QLatin1String("-authorized-key")))
                QCOMPARE(outcomeOf(rule, facts), QStringLiteral("not checked"));
        }
    }

    void hiddenDropIn_leavesNothingCertainWithoutSshd()
    {
        const auto hide = [](Facts &changing) {
            changing.unreadFiles = {{UnreadFile::Topic::Sshd,
                                     RemotePath(QByteArray("/etc/ssh/sshd_config.d/50-cloud-init.conf")),
                                     Gap{Gap::Reason::NeedsRoot, {}}}};
        };
        const Facts byFiles = FactsBuilder().sshdConfig("PermitRootLogin yes\n").notRoot().with(hide).facts();
        QCOMPARE(outcomeOf(sshd::rootLogin, byFiles), QStringLiteral("not checked"));
        const auto why = std::get<NotChecked>(sshd::rootLogin.check(byFiles));
        QCOMPARE(why.reason, QStringLiteral("/etc/ssh/sshd_config.d/50-cloud-init.conf: needs root"));
        // Host keys and the version do not depend on it.
        QCOMPARE(outcomeOf(sshd::hostKeyStrength, byFiles), QStringLiteral("passed"));
        // sshd -T knows the values, but not what a hidden Match block does: what is found is said, nothing passes.
        const Facts asked = FactsBuilder().sshdConfig("PermitRootLogin yes\n").with(hide).facts();
        QCOMPARE(outcomeOf(sshd::rootLogin, asked), QStringLiteral("high, the rest not checked"));
        QCOMPARE(outcomeOf(sshd::emptyPasswords, asked), QStringLiteral("not checked"));
    }

    void sshdThatDoesNotRun_concernsNoRule_data()
    {
        QTest::addColumn<QString>("seen");
        QTest::addColumn<bool>("runs");
        QTest::newRow("nothing") << "nothing" << false;
        QTest::newRow("another program on port 22") << "dropbear" << false;
        QTest::newRow("one with a configuration of its own") << "own" << false;
        QTest::newRow("its process") << "process" << true;
        QTest::newRow("its port, the process is hidden") << "port" << true;
        QTest::newRow("its unit") << "unit" << true;
        QTest::newRow("its socket unit") << "socket" << true;
        QTest::newRow("we came in over it") << "client" << true;
        QTest::newRow("a folder") << "folder" << true;
        QTest::newRow("sockets are not known") << "unknown" << true;
    }
    void sshdThatDoesNotRun_concernsNoRule()
    {
        QFETCH(QString, seen);
        QFETCH(bool, runs);
        const Facts facts =
            FactsBuilder()
                .sshdConfig("PermitRootLogin yes\n")
                .with([&](Facts &changing) {
                    Listener web;
                    web.address = QHostAddress(QStringLiteral("0.0.0.0"));
                    web.port = 80;
                    web.process = UntrustedText(QStringLiteral("nginx"));
                    changing.listeners = QList<Listener>{web};
                    Listener ssh = web;
                    ssh.port = 22;
                    const bool isSshd = seen == QLatin1String("process") || seen == QLatin1String("own");
                    ssh.process = UntrustedText(isSshd                              ? QStringLiteral("sshd")
                                                : seen == QLatin1String("dropbear") ? QStringLiteral("dropbear")
                                                                                    : QString());
                    if (seen == QLatin1String("own"))
                        ssh.commandLine = UntrustedText(QStringLiteral("sshd -D -f /tmp/sshd_config"));
                    if (isSshd || seen == QLatin1String("dropbear") || seen == QLatin1String("port"))
                        changing.listeners->append(ssh);
                    SystemdUnit unit;
                    unit.name = UntrustedText(QStringLiteral("ssh.service"));
                    unit.activeState =
                        UntrustedText(seen == QLatin1String("unit") ? QStringLiteral("active") : QString());
                    changing.services.units = QList<SystemdUnit>{unit};
                    changing.sshd->socketActivated = seen == QLatin1String("socket");
                    if (seen == QLatin1String("client"))
                        changing.access.clientAddress = UntrustedText(QStringLiteral("203.0.113.9"));
                    changing.fromFolder = seen == QLatin1String("folder");
                    if (seen == QLatin1String("unknown"))
                        changing.listeners = Gap{Gap::Reason::NotAsked, {}};
                })
                .facts();
        QCOMPARE(outcomeOf(sshd::rootLogin, facts), runs ? QStringLiteral("high") : QStringLiteral("not applicable"));
        for (const Rule &rule : sshdRules()) {
            if (!runs)
                QCOMPARE(outcomeOf(rule, facts), QStringLiteral("not applicable"));
        }
    }

    void emptyPasswordThatLetsIn_isCritical_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("outcome");
        const QByteArray open("PermitEmptyPasswords yes\nPasswordAuthentication yes\n");
        QTest::newRow("an account") << open << "anna"
                                    << "critical";
        QTest::newRow("no such account") << open << ""
                                         << "high";
        QTest::newRow("root may not log in") << open + "PermitRootLogin no\n"
                                             << "root"
                                             << "high";
        QTest::newRow("root may log in") << open + "PermitRootLogin yes\n"
                                         << "root"
                                         << "critical";
        QTest::newRow("keys only") << QByteArray("PermitEmptyPasswords yes\nPasswordAuthentication "
                                                 "no\nKbdInteractiveAuthentication no\n")
                                   << "anna"
                                   << "high";
        QTest::newRow("not allowed") << open + "AllowUsers bert\n"
                                     << "anna"
                                     << "high";
        QTest::newRow("allowed by a pattern") << open + "AllowUsers an*@10.0.0.1\n"
                                              << "anna"
                                              << "critical";
        QTest::newRow("denied") << open + "DenyUsers anna\n"
                                << "anna"
                                << "high";
        QTest::newRow("sshd refuses") << QByteArray("PasswordAuthentication yes\n") << "anna"
                                      << "passed";
    }
    void emptyPasswordThatLetsIn_isCritical()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, name);
        QFETCH(QString, outcome);
        const Facts facts = FactsBuilder()
                                .sshdConfig(lines)
                                .user(QStringLiteral("anna"))
                                .with([&](Facts &changing) {
                                    for (UserAccount &user : *changing.users)
                                        user.emptyPassword = user.name == name;
                                })
                                .facts();
        QCOMPARE(outcomeOf(sshd::emptyPasswords, facts), outcome);
    }

    void valuesWithoutFiles_areEnough()
    {
        const Facts facts = FactsBuilder()
                                .sshdConfig("PermitRootLogin yes\n")
                                .with([](Facts &changing) { changing.sshd->files.clear(); })
                                .facts();
        const RuleOutcome outcome = sshd::rootLogin.check(facts);
        const Finding finding = std::get<QList<Finding>>(outcome).value(0);
        QCOMPARE(finding.severity, Severity::High);
        QCOMPARE(finding.where.line, 0);
        QVERIFY(!finding.explanation.contains(QLatin1String("No line sets")));
    }

    void everyFinding_saysWhatWhereAndWhy()
    {
        const Facts facts =
            FactsBuilder()
                .sshdConfig(
                    "PermitRootLogin yes\nPermitRootLogin no\nStrictModes no\nX11Forwarding yes\nX11UseLocalhost no\n"
                    "GatewayPorts yes\nPermitTunnel yes\nUseDNS yes\nCiphers +3des-cbc\nMACs +hmac-md5\n"
                    "HostbasedAuthentication yes\nProtocol 2\nMatch User !a\nPermitTTY no\n"
                    "Match User bob\nPermitEmptyPasswords yes\n")
                .sshdVersion(QStringLiteral("OpenSSH_9.2p1 Debian-2"))
                .facts();
        int count = 0;
        for (const Rule &rule : sshdRules()) {
            const RuleOutcome outcome = rule.check(facts);
            const auto *findings = std::get_if<QList<Finding>>(&outcome);
            for (const Finding &finding : findings ? *findings : QList<Finding>()) {
                ++count;
                QVERIFY2(!finding.title.isEmpty() && !finding.title.endsWith(QLatin1Char('.')), rule.id);
                QVERIFY2(finding.explanation.size() > 40 && finding.explanation.endsWith(QLatin1Char('.')), rule.id);
                QVERIFY2(!finding.where.file.isEmpty(), rule.id);
                QVERIFY2(!finding.explanation.contains(QLatin1String("%1")), rule.id);
            }
        }
        QVERIFY(count > 25);
    }

    void hostileText_isShownHarmless()
    {
        const Facts facts =
            FactsBuilder()
                .sshdLines("Evil\x1b[31mKeyword yes\nMatch User \"a\x07\xe2\x80\xae%1\"\nPasswordAuthentication yes\n")
                .notRoot()
                .facts();
        for (const Rule &rule : sshdRules()) {
            const RuleOutcome outcome = rule.check(facts);
            const auto *findings = std::get_if<QList<Finding>>(&outcome);
            for (const Finding &finding : findings ? *findings : QList<Finding>()) {
                QStringList texts{finding.title, finding.explanation, finding.subject, finding.source};
                for (const Evidence &evidence : finding.proof)
                    texts.append(evidence.command);
                for (const QString &text : texts) {
                    for (const QChar c : text)
                        QVERIFY2(c.category() != QChar::Other_Control && c.category() != QChar::Other_Format, rule.id);
                }
            }
        }
    }

    void anyInput_isSurvived()
    {
        QRandomGenerator random(7);
        const QByteArrayList words{"Match",
                                   "User",
                                   "!a",
                                   "all",
                                   "Include",
                                   "/etc/ssh/sshd_config",
                                   "PermitRootLogin",
                                   "yes",
                                   "Port",
                                   "\"",
                                   "=",
                                   "#",
                                   "KexAlgorithms",
                                   "-",
                                   "+",
                                   "^",
                                   "Address",
                                   "10.0.0.0/8",
                                   "*",
                                   "\xff",
                                   "MACs",
                                   ",",
                                   "LoginGraceTime",
                                   "99999999999",
                                   "MaxStartups",
                                   "1:2",
                                   "ListenAddress",
                                   "[",
                                   "RekeyLimit",
                                   "9G",
                                   "Group"};
        for (int run = 0; run < 100; ++run) {
            QByteArray text;
            for (int i = random.bounded(60); i > 0; --i)
                text += words[random.bounded(int(words.size()))] + (random.bounded(4) ? " " : "\n");
            const QMap<QString, QString> all = outcomes(FactsBuilder().sshdConfig(text).notRoot().facts());
            QCOMPARE(all.size(), sshdRules().size());
        }
    }
};

GW_REGISTER_TEST(SshdReviewTest)
#include "sshdreviewtest.moc"

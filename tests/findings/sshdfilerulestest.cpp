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

AuthorizedKey key(const char *type, int bits, Known<bool> everUsed = true)
{
    AuthorizedKey made;
    made.file = RemotePath(QByteArray("/home/alice/.ssh/authorized_keys"));
    made.line = 3;
    made.type = UntrustedText(QString::fromLatin1(type));
    made.bits = bits;
    made.fingerprint = UntrustedText(QStringLiteral("SHA256:abc"));
    made.comment = UntrustedText(QStringLiteral("alice@laptop"));
    made.everUsed = everUsed;
    return made;
}

Facts withKey(const AuthorizedKey &key)
{
    return FactsBuilder().user(QStringLiteral("alice"), {QStringLiteral("alice")}, {key}).facts();
}

} // namespace

/// What stands in the files: lines without effect, old names, lines that sshd refuses, permissions, keys.
class SshdFileRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shadowedSetting_data()
    {
        QTest::addColumn<QByteArray>("mainText");
        QTest::addColumn<QByteArray>("dropIn");
        QTest::addColumn<QString>("outcome");
        const QByteArray include("Include /etc/ssh/sshd_config.d/*.conf\n");
        QTest::newRow("a cloud image reopens passwords") << include + "PasswordAuthentication no\n"
                                                         << QByteArray("PasswordAuthentication yes\n") << "medium";
        QTest::newRow("a drop-in closes what the main file opens") << include + "X11Forwarding yes\n"
                                                                   << QByteArray("X11Forwarding no\n") << "passed";
        QTest::newRow("both say the same") << include + "PasswordAuthentication no\n"
                                           << QByteArray("PasswordAuthentication NO\n") << "passed";
        QTest::newRow("the same in two spellings") << include + "PermitRootLogin prohibit-password\n"
                                                   << QByteArray("PermitRootLogin without-password\n") << "passed";
        QTest::newRow("appended to the end of the file")
            << include + "PermitRootLogin yes\nUsePAM yes\nPermitRootLogin no\n"
            << QByteArray() << "medium";
        QTest::newRow("contradiction within one file") << include + "PermitRootLogin no\nPermitRootLogin yes\n"
                                                       << QByteArray() << "low";
        QTest::newRow("longer time wins") << include + "LoginGraceTime 30\n"
                                          << QByteArray("LoginGraceTime 0\n") << "medium";
        QTest::newRow("no order between values") << include + "Banner /etc/issue\n"
                                                 << QByteArray("Banner /etc/issue.net\n") << "info";
        QTest::newRow("lists add up") << include + "AllowUsers a\nAllowUsers b\nPort 22\n"
                                      << QByteArray("AllowUsers c\nPort 2222\n") << "passed";
        QTest::newRow("a Match block is no contradiction")
            << include + "PasswordAuthentication no\nMatch User b\nPasswordAuthentication yes\n"
            << QByteArray() << "passed";
        QTest::newRow("the old name counts as the new one")
            << include + "KbdInteractiveAuthentication no\n"
            << QByteArray("ChallengeResponseAuthentication yes\n") << "medium";
    }

    void shadowedSetting()
    {
        QFETCH(QByteArray, mainText);
        QFETCH(QByteArray, dropIn);
        QFETCH(QString, outcome);
        QCOMPARE(outcomeOf(sshd::shadowedSetting,
                           FactsBuilder().sshdConfig(mainText).sshdDropIn("50-cloud-init.conf", dropIn).facts()),
                 outcome);
    }

    void shadowedSetting_pointsAtTheLineWrittenInVain()
    {
        const Facts facts = FactsBuilder()
                                .sshdConfig("Include /etc/ssh/sshd_config.d/*.conf\n\nPasswordAuthentication no\n")
                                .sshdDropIn("50-cloud-init.conf", "PasswordAuthentication yes\n")
                                .facts();
        const Finding finding = findingsOf(sshd::shadowedSetting, facts).value(0);
        QCOMPARE(finding.where.file.shown(), QStringLiteral("/etc/ssh/sshd_config"));
        QCOMPARE(finding.where.line, 3);
        QVERIFY(finding.explanation.contains(QLatin1String("/etc/ssh/sshd_config.d/50-cloud-init.conf:1")));
        QCOMPARE(finding.effective.raw(), QStringLiteral("passwordauthentication yes"));
    }

    void deprecatedKeyword_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("outcome");
        const QString now = QStringLiteral("OpenSSH_9.2p1 Debian-2+deb12u5");
        QTest::newRow("old name") << QByteArray("ChallengeResponseAuthentication no\n") << now << "low";
        QTest::newRow("old name on an old server")
            << QByteArray("ChallengeResponseAuthentication no\n") << "OpenSSH_8.4p1 Debian-5+deb11u3"
            << "passed";
        QTest::newRow("without effect") << QByteArray("UsePrivilegeSeparation sandbox\n") << now << "low";
        QTest::newRow("ignored") << QByteArray("Protocol 2\n") << now << "low";
        QTest::newRow("still in use then") << QByteArray("Protocol 2\n") << "OpenSSH_6.6"
                                           << "passed";
        QTest::newRow("old key types") << QByteArray("PubkeyAcceptedKeyTypes +ssh-rsa\n") << now << "low";
        QTest::newRow("new names") << QByteArray("KbdInteractiveAuthentication no\nPubkeyAcceptedAlgorithms +ssh-rsa\n")
                                   << now << "passed";
        QTest::newRow("a keyword of Debian's") << QByteArray("DebianBanner no\n") << now << "passed";
    }

    void deprecatedKeyword()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, version);
        QFETCH(QString, outcome);
        QCOMPARE(outcomeOf(sshd::deprecatedKeyword, FactsBuilder().sshdLines(line).sshdVersion(version).facts()),
                 outcome);
    }

    void fileThatIsIncludedTwice_isBlamedOnce()
    {
        const Facts facts =
            FactsBuilder()
                .sshdConfig(
                    "Include /etc/ssh/sshd_config.d/*.conf\nInclude /etc/ssh/sshd_config.d/a.conf\nUsePAM yes\n")
                .sshdDropIn("a.conf", "Protocol 2\nMatch User bob\nPermitEmptyPasswords yes\n")
                .facts();
        QCOMPARE(findingsOf(sshd::deprecatedKeyword, facts).size(), 1);
        QCOMPARE(findingsOf(sshd::emptyPasswords, facts).size(), 1);
        QCOMPARE(outcomeOf(sshd::shadowedSetting, facts), QStringLiteral("passed"));
    }

    void refusedConfiguration_isHigh()
    {
        const Facts facts = FactsBuilder()
                                .withoutEffective(Gap::Reason::Failed)
                                .with([](Facts &changing) {
                                    changing.sshd->testPassed = false;
                                    changing.sshd->testResult = UntrustedText(QStringLiteral(
                                        "/etc/ssh/sshd_config: line 12: Bad configuration option: PermitRootLogn\n"
                                        "/etc/ssh/sshd_config: terminating, 1 bad configuration options\n"));
                                })
                                .facts();
        const Finding finding = findingsOf(sshd::invalidConfiguration, facts).value(0);
        QCOMPARE(finding.severity, Severity::High);
        QCOMPARE(finding.where.file.shown(), QStringLiteral("/etc/ssh/sshd_config"));
        QCOMPARE(finding.where.line, 12);
    }

    void acceptedConfiguration_passes_whateverOurReaderSays()
    {
        QCOMPARE(outcomeOf(sshd::invalidConfiguration, FactsBuilder().sshdLines("PatchedKeyword yes\n").facts()),
                 QStringLiteral("passed"));
    }

    void withoutRoot_theFilesAreRead()
    {
        QCOMPARE(outcomeOf(sshd::invalidConfiguration, FactsBuilder().notRoot().facts()),
                 QStringLiteral("not checked"));
        const QList<Finding> findings =
            findingsOf(sshd::invalidConfiguration,
                       FactsBuilder().notRoot().sshdLines("PermitRootLogn no\nMatch User a\nPort 23\n").facts());
        QCOMPARE(findings.size(), 2);
        QCOMPARE(findings[0].where.line, 14);
        QCOMPARE(findings[1].where.line, 16);
    }

    void folder_isReadWithoutSshd()
    {
        const FactsBuilder folder = FactsBuilder().withoutEffective(Gap::Reason::NotAsked).with([](Facts &facts) {
            facts.fromFolder = true;
            facts.access = Access{};
            facts.sshd->testPassed = false;
            facts.sshd->version = UntrustedText();
        });
        QCOMPARE(outcomeOf(sshd::invalidConfiguration, folder.facts()), QStringLiteral("passed"));
        QCOMPARE(outcomeOf(sshd::invalidConfiguration, FactsBuilder(folder).sshdLines("LoginGraceTime 5x\n").facts()),
                 QStringLiteral("high"));
        QCOMPARE(outcomeOf(sshd::rootLogin, FactsBuilder(folder).sshdConfig("PermitRootLogin yes\n").facts()),
                 QStringLiteral("high"));
    }

    void filePermissions()
    {
        const auto with = [](int mode, const char *owner) {
            return FactsBuilder()
                .sshdDropIn("10-own.conf", "UseDNS no\n")
                .with([=](Facts &facts) {
                    facts.sshd->files.last().mode = mode;
                    facts.sshd->files.last().owner = UntrustedText(QString::fromLatin1(owner));
                })
                .facts();
        };
        QCOMPARE(outcomeOf(sshd::configPermissions, with(0644, "root")), QStringLiteral("passed"));
        QCOMPARE(outcomeOf(sshd::configPermissions, with(0600, "root")), QStringLiteral("passed"));
        QCOMPARE(outcomeOf(sshd::configPermissions, with(0664, "root")), QStringLiteral("passed"));
        QCOMPARE(outcomeOf(sshd::configPermissions, with(0646, "root")), QStringLiteral("high"));
        QCOMPARE(outcomeOf(sshd::configPermissions, with(0644, "alice")), QStringLiteral("high"));
        const Facts groupOfUsers = FactsBuilder()
                                       .with([](Facts &facts) {
                                           facts.sshd->files.first().mode = 0664;
                                           facts.sshd->files.first().group = UntrustedText(QStringLiteral("users"));
                                       })
                                       .facts();
        QCOMPARE(outcomeOf(sshd::configPermissions, groupOfUsers), QStringLiteral("high"));
        const Facts notAsked = FactsBuilder().with([](Facts &facts) { facts.sshd->files.first().mode = 0; }).facts();
        QCOMPARE(outcomeOf(sshd::configPermissions, notAsked), QStringLiteral("not checked"));
    }

    void authorizedKeys_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("bits");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("Ed25519") << "ssh-ed25519" << 0 << "passed";
        QTest::newRow("RSA 1024") << "ssh-rsa" << 1024 << "high";
        QTest::newRow("RSA 2048") << "ssh-rsa" << 2048 << "low";
        QTest::newRow("RSA 3072") << "ssh-rsa" << 3072 << "passed";
        QTest::newRow("RSA, size not known") << "ssh-rsa" << 0 << "passed";
        QTest::newRow("DSA") << "ssh-dss" << 1024 << "medium";
        QTest::newRow("ECDSA") << "ecdsa-sha2-nistp256" << 256 << "passed";
        QTest::newRow("security key") << "sk-ssh-ed25519@openssh.com" << 0 << "passed";
    }

    void authorizedKeys()
    {
        QFETCH(QString, type);
        QFETCH(int, bits);
        QFETCH(QString, outcome);
        QCOMPARE(outcomeOf(sshd::weakAuthorizedKey, withKey(key(qPrintable(type), bits))), outcome);
    }

    void weakAuthorizedKey_namesUserAndPlace()
    {
        const Finding finding = findingsOf(sshd::weakAuthorizedKey, withKey(key("ssh-rsa", 1024))).value(0);
        QVERIFY(finding.title.startsWith(QLatin1String("alice ")));
        QCOMPARE(finding.where.line, 3);
        QCOMPARE(finding.subject, QStringLiteral("alice SHA256:abc"));
    }

    void unusedKey()
    {
        QCOMPARE(outcomeOf(sshd::unusedAuthorizedKey, withKey(key("ssh-ed25519", 0, false))), QStringLiteral("info"));
        QCOMPARE(outcomeOf(sshd::unusedAuthorizedKey, withKey(key("ssh-ed25519", 0, true))), QStringLiteral("passed"));
        QCOMPARE(outcomeOf(sshd::unusedAuthorizedKey, withKey(key("ssh-ed25519", 0, Gap{}))),
                 QStringLiteral("not checked"));
    }

    void keysThatCouldNotBeRead_areNotChecked()
    {
        const FactsBuilder hidden = FactsBuilder().with([](Facts &facts) {
            facts.users->first().keys = Gap{Gap::Reason::NeedsRoot, {}};
        });
        QCOMPARE(outcomeOf(sshd::weakAuthorizedKey, hidden.facts()), QStringLiteral("not checked"));
        const Facts another = FactsBuilder(hidden).user(QStringLiteral("alice"), {}, {key("ssh-rsa", 1024)}).facts();
        QCOMPARE(outcomeOf(sshd::weakAuthorizedKey, another), QStringLiteral("high, the rest not checked"));
    }

    void proofOfAKey_isWhatSshKeygenPrints_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("bits");
        QTest::addColumn<QString>("printed");
        QTest::newRow("rsa") << QByteArray("ssh-rsa") << 1024 << "1024 SHA256:abc alice@laptop (RSA)";
        QTest::newRow("dsa") << QByteArray("ssh-dss") << 1024 << "1024 SHA256:abc alice@laptop (DSA)";
    }
    void proofOfAKey_isWhatSshKeygenPrints()
    {
        QFETCH(QByteArray, type);
        QFETCH(int, bits);
        QFETCH(QString, printed);
        const Evidence proof =
            findingsOf(sshd::weakAuthorizedKey, withKey(key(type.constData(), bits))).value(0).proof.value(0);
        QCOMPARE(proof.command, QStringLiteral("ssh-keygen -lf /home/alice/.ssh/authorized_keys | grep -F SHA256:abc"));
        QCOMPARE(proof.output.raw(), printed);
    }

    void proofFromFiles_namesEachFileOnce()
    {
        const Facts facts = FactsBuilder()
                                .sshdConfig("Include /etc/ssh/sshd_config.d/*.conf\nInclude "
                                            "/etc/ssh/sshd_config.d/*.conf\n\tMaxAuthTries   10\n")
                                .sshdDropIn("a.conf", "maxauthtries=9\n")
                                .withoutEffective()
                                .facts();
        const Evidence proof = findingsOf(sshd::maxAuthTries, facts).value(0).proof.value(0);
        QCOMPARE(proof.command,
                 QStringLiteral("grep -HinE '^[[:space:]]*maxauthtries[[:space:]=]' /etc/ssh/sshd_config "
                                "/etc/ssh/sshd_config.d/a.conf"));
        QCOMPARE(proof.output.raw(), QStringLiteral("/etc/ssh/sshd_config:3:MaxAuthTries   10\n"
                                                    "/etc/ssh/sshd_config.d/a.conf:1:maxauthtries=9"));
    }

    void severalValues_areOneLine()
    {
        const Facts facts =
            FactsBuilder()
                .with([](Facts &changing) {
                    changing.sshd->effective->values[QStringLiteral("listenaddress")] = {
                        UntrustedText(QStringLiteral("[::]:22")), UntrustedText(QStringLiteral("0.0.0.0:22"))};
                })
                .facts();
        const Finding finding = findingsOf(sshd::listenAddress, facts).value(0);
        QCOMPARE(finding.effective.raw(), QStringLiteral("listenaddress [::]:22, listenaddress 0.0.0.0:22"));
        QCOMPARE(finding.proof.value(0).output.raw(),
                 QStringLiteral("listenaddress [::]:22\nlistenaddress 0.0.0.0:22"));
    }

    void keyPermissions_data()
    {
        QTest::addColumn<int>("folderMode");
        QTest::addColumn<QString>("owner");
        QTest::addColumn<QByteArray>("strictModes");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("own folder") << 0700 << "alice" << QByteArray() << "passed";
        QTest::newRow("owned by root") << 0755 << "root" << QByteArray() << "passed";
        QTest::newRow("everybody writes, sshd refuses the keys") << 0777 << "alice" << QByteArray() << "medium";
        QTest::newRow("everybody writes, sshd does not look")
            << 0777 << "alice" << QByteArray("StrictModes no\n") << "high";
        QTest::newRow("the own group of the user") << 0775 << "alice" << QByteArray() << "passed";
        QTest::newRow("somebody else's") << 0755 << "bob" << QByteArray() << "medium";
        QTest::newRow("not asked") << 0 << "" << QByteArray() << "not checked";
    }
    void keyPermissions()
    {
        QFETCH(int, folderMode);
        QFETCH(QString, owner);
        QFETCH(QByteArray, strictModes);
        QFETCH(QString, outcome);
        const Facts facts =
            FactsBuilder()
                .sshdLines(strictModes)
                .with([&](Facts &changing) {
                    UserAccount alice;
                    alice.name = UntrustedText(QStringLiteral("alice"));
                    alice.uid = 1000;
                    alice.keys = QList<AuthorizedKey>{};
                    if (folderMode)
                        alice.keyFolders = {{RemotePath(QByteArray("/home/alice/.ssh")), folderMode,
                                             UntrustedText(owner), UntrustedText(QStringLiteral("alice"))}};
                    changing.users = QList<UserAccount>{alice};
                })
                .facts();
        QCOMPARE(outcomeOf(sshd::authorizedKeysPermissions, facts), outcome);
        if (outcome == QLatin1String("high")) {
            const Finding finding = findingsOf(sshd::authorizedKeysPermissions, facts).value(0);
            QCOMPARE(finding.where.file.shown(), QStringLiteral("/home/alice/.ssh"));
            QCOMPARE(finding.proof.value(0).output.raw(), QStringLiteral("777 alice:alice"));
        }
    }

    void keyOfSeveralAccounts_isSaidOnce()
    {
        AuthorizedKey shared = key("ssh-ed25519", 0, true);
        shared.fingerprint = UntrustedText(QStringLiteral("SHA256:one"));
        AuthorizedKey own = shared;
        own.fingerprint = UntrustedText(QStringLiteral("SHA256:two"));
        const Facts facts = FactsBuilder()
                                .user(QStringLiteral("anna"), {}, {shared, own, shared})
                                .user(QStringLiteral("bert"), {}, {shared})
                                .facts();
        const QList<Finding> findings = findingsOf(sshd::sharedAuthorizedKey, facts);
        QVERIFY(!findings.isEmpty());
        for (const Finding &finding : findings) {
            QCOMPARE(finding.severity, Severity::Low);
            QVERIFY(finding.title.contains(QStringLiteral("anna, bert")));
            QVERIFY(finding.subject.startsWith(QStringLiteral("anna ")));
        }
        const Facts apart = FactsBuilder()
                                .user(QStringLiteral("anna"), {}, {shared, shared})
                                .user(QStringLiteral("bert"), {}, {own})
                                .facts();
        QCOMPARE(outcomeOf(sshd::sharedAuthorizedKey, apart), QStringLiteral("passed"));
    }
};

GW_REGISTER_TEST(SshdFileRulesTest)
#include "sshdfilerulestest.moc"

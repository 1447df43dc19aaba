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

QString outcome(const Rule &rule, const QByteArray &lines,
                const QString &version = QStringLiteral("OpenSSH_9.2p1 Debian-2+deb12u5"))
{
    return outcomeOf(rule, FactsBuilder().sshdConfig(lines).sshdVersion(version).facts());
}

Facts withHostKey(const char *type, int bits, int mode = 0600, const char *owner = "root", const char *osId = "debian")
{
    return FactsBuilder()
        .with([=](Facts &facts) {
            HostKeyFact &key = facts.sshd->hostKeys->first();
            key.type = UntrustedText(QString::fromLatin1(type));
            key.bits = bits;
            key.mode = mode;
            key.owner = UntrustedText(QString::fromLatin1(owner));
            facts.system.osId = UntrustedText(QString::fromLatin1(osId));
        })
        .facts();
}

} // namespace

/// Algorithms, host keys and what depends on the version of sshd.
class SshdAlgorithmRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keyExchange()
    {
        QCOMPARE(outcome(sshd::weakKeyExchange, ""), QStringLiteral("low"));
        QCOMPARE(outcome(sshd::weakKeyExchange, "KexAlgorithms curve25519-sha256,diffie-hellman-group16-sha512\n"),
                 QStringLiteral("passed"));
        QCOMPARE(outcome(sshd::weakKeyExchange, "KexAlgorithms +diffie-hellman-group14-sha1\n"),
                 QStringLiteral("medium"));
        QCOMPARE(outcome(sshd::weakKeyExchange, "KexAlgorithms +diffie-hellman-group1-sha1\n"), QStringLiteral("high"));
        QCOMPARE(outcome(sshd::weakKeyExchange, "KexAlgorithms -ecdh*,diffie-hellman-group14*\n"),
                 QStringLiteral("passed"));
    }

    void cipher()
    {
        QCOMPARE(outcome(sshd::weakCipher, ""), QStringLiteral("passed"));
        QCOMPARE(outcome(sshd::weakCipher, "Ciphers +aes128-cbc\n"), QStringLiteral("medium"));
        QCOMPARE(outcome(sshd::weakCipher, "Ciphers aes256-ctr,3des-cbc\n"), QStringLiteral("high"));
    }

    void mac()
    {
        QCOMPARE(outcome(sshd::weakMac, ""), QStringLiteral("low"));
        QCOMPARE(outcome(sshd::weakMac, "MACs hmac-sha2-512-etm@openssh.com,hmac-sha2-256-etm@openssh.com\n"),
                 QStringLiteral("passed"));
        QCOMPARE(outcome(sshd::weakMac, "MACs +hmac-md5\n"), QStringLiteral("medium"));
    }

    void signatures()
    {
        QCOMPARE(outcome(sshd::weakHostKeyAlgorithm, ""), QStringLiteral("info"));
        QCOMPARE(outcome(sshd::weakHostKeyAlgorithm, "HostKeyAlgorithms ssh-ed25519,rsa-sha2-512\n"),
                 QStringLiteral("passed"));
        QCOMPARE(outcome(sshd::weakHostKeyAlgorithm, "HostKeyAlgorithms +ssh-rsa\n"), QStringLiteral("medium"));
        QCOMPARE(outcome(sshd::weakHostKeyAlgorithm, "HostKeyAlgorithms +ssh-dss\n"), QStringLiteral("info"));
        QCOMPARE(outcomeOf(sshd::weakHostKeyAlgorithm,
                           FactsBuilder(FactsBuilder().sshdLines("HostKeyAlgorithms +ssh-dss\n"))
                               .with([](Facts &facts) {
                                   facts.sshd->hostKeys->first().type = UntrustedText(QStringLiteral("DSA"));
                               })
                               .facts()),
                 QStringLiteral("high"));
        QCOMPARE(outcomeOf(sshd::weakHostKeyAlgorithm,
                           FactsBuilder().with([](Facts &facts) { facts.sshd->hostKeys->removeAt(1); }).facts()),
                 QStringLiteral("passed"));
        QCOMPARE(outcome(sshd::weakPublicKeyAlgorithm, "PubkeyAcceptedKeyTypes +ssh-rsa\n"), QStringLiteral("medium"));
        QCOMPARE(outcome(sshd::weakPublicKeyAlgorithm, "PubkeyAcceptedAlgorithms ssh-ed25519\n"),
                 QStringLiteral("passed"));
        QCOMPARE(outcome(sshd::weakCaSignature, ""), QStringLiteral("not applicable"));
        QCOMPARE(outcome(sshd::weakCaSignature, "TrustedUserCAKeys /etc/ssh/ca.pub\n"), QStringLiteral("info"));
        QCOMPARE(outcome(sshd::weakCaSignature, "CASignatureAlgorithms +ssh-rsa\n"), QStringLiteral("medium"));
        QCOMPARE(outcome(sshd::weakCaSignature, "CASignatureAlgorithms ssh-ed25519\n"), QStringLiteral("passed"));
    }

    void defaultsOfAnOldRelease_areNoMoreThanLow()
    {
        const QString buster = QStringLiteral("OpenSSH_7.9p1 Debian-10+deb10u4");
        for (const Rule *rule : {&sshd::weakKeyExchange, &sshd::weakCipher, &sshd::weakMac, &sshd::weakHostKeyAlgorithm,
                                 &sshd::weakPublicKeyAlgorithm}) {
            const QString found = outcome(*rule, "", buster);
            QVERIFY2(found == QLatin1String("low") || found == QLatin1String("info") ||
                         found == QLatin1String("passed"),
                     rule->id);
        }
    }

    void explanation_namesAlgorithmReasonAndRemedy()
    {
        const Finding finding =
            findingsOf(sshd::weakCipher, FactsBuilder().sshdLines("Ciphers aes256-ctr,aes128-cbc\n").facts()).value(0);
        QVERIFY(finding.explanation.contains(QLatin1String("aes128-cbc (CBC mode")));
        QVERIFY(finding.explanation.contains(QLatin1String("Ciphers -aes128-cbc")));
        QVERIFY(!finding.explanation.contains(QLatin1String("aes256-ctr")));
        QCOMPARE(finding.where.line, 14);
    }

    void unknownAlgorithms_areLeftAlone()
    {
        QCOMPARE(outcome(sshd::weakCipher, "Ciphers aes256-ctr,camellia@example.org\n"), QStringLiteral("passed"));
    }

    void withoutVersionOrLine_algorithmsAreNotChecked()
    {
        const FactsBuilder unknown = FactsBuilder().sshdVersion(QString()).withoutEffective(Gap::Reason::NotAsked);
        QCOMPARE(outcomeOf(sshd::weakMac, unknown.facts()), QStringLiteral("not checked"));
        QCOMPARE(outcomeOf(sshd::weakMac, FactsBuilder(unknown).sshdLines("MACs hmac-md5\n").facts()),
                 QStringLiteral("medium"));
    }

    void postQuantum()
    {
        QCOMPARE(outcome(sshd::postQuantum, ""), QStringLiteral("passed"));
        QCOMPARE(outcome(sshd::postQuantum, "KexAlgorithms curve25519-sha256\n"), QStringLiteral("info"));
        QCOMPARE(outcome(sshd::postQuantum, "", QStringLiteral("OpenSSH_8.4p1 Debian-5+deb11u3")),
                 QStringLiteral("info"));
    }

    void terrapin()
    {
        QCOMPARE(outcome(sshd::terrapin, "", QStringLiteral("OpenSSH_9.2p1 Debian-2")), QStringLiteral("medium"));
        QCOMPARE(outcome(sshd::terrapin, "", QStringLiteral("OpenSSH_9.2p1 Debian-2+deb12u2")),
                 QStringLiteral("passed"));
        QCOMPARE(outcome(sshd::terrapin, "", QStringLiteral("OpenSSH_9.6p1 Ubuntu-3ubuntu13")),
                 QStringLiteral("passed"));
        QCOMPARE(outcome(sshd::terrapin, "", QStringLiteral("OpenSSH_8.7p1")), QStringLiteral("not checked"));
        QCOMPARE(outcome(sshd::terrapin, "Ciphers aes256-gcm@openssh.com,aes256-ctr\n",
                         QStringLiteral("OpenSSH_9.2p1 Debian-2")),
                 QStringLiteral("passed"));
        QCOMPARE(outcome(sshd::terrapin, "Ciphers aes256-cbc\n", QStringLiteral("OpenSSH_9.2p1 Debian-2")),
                 QStringLiteral("medium"));
        QCOMPARE(outcome(sshd::terrapin, "Ciphers aes256-cbc\nMACs hmac-sha2-256\n",
                         QStringLiteral("OpenSSH_9.2p1 Debian-2")),
                 QStringLiteral("passed"));
    }

    void terrapin_asksThePackageWhereTheBannerIsSilent()
    {
        const auto packaged = [](const char *version) {
            return FactsBuilder()
                .sshdVersion(QStringLiteral("OpenSSH_8.7p1"))
                .with([=](Facts &facts) {
                    facts.system.osId = UntrustedText(QStringLiteral("rocky"));
                    PackageFacts packages;
                    packages.installed = {
                        {UntrustedText(QStringLiteral("openssh-server")), UntrustedText(QString::fromLatin1(version))}};
                    facts.packages = packages;
                })
                .facts();
        };
        QCOMPARE(outcomeOf(sshd::terrapin, packaged("8.7p1-34.el9")), QStringLiteral("medium"));
        QCOMPARE(outcomeOf(sshd::terrapin, packaged("8.7p1-38.el9_4.1")), QStringLiteral("passed"));
    }

    void regreSshion()
    {
        QCOMPARE(outcome(sshd::regreSshion, "", QStringLiteral("OpenSSH_9.2p1 Debian-2+deb12u2")),
                 QStringLiteral("high"));
        QCOMPARE(outcome(sshd::regreSshion, "LoginGraceTime 0\n", QStringLiteral("OpenSSH_9.2p1 Debian-2+deb12u2")),
                 QStringLiteral("passed"));
        QCOMPARE(outcome(sshd::regreSshion, ""), QStringLiteral("passed"));
        QCOMPARE(outcome(sshd::regreSshion, "", QStringLiteral("OpenSSH_8.4p1 Debian-5+deb11u2")),
                 QStringLiteral("passed"));
        QCOMPARE(outcome(sshd::regreSshion, "", QStringLiteral("OpenSSH_8.9p1")), QStringLiteral("not checked"));
    }

    void disableForwarding_countsWhereItWorks()
    {
        const QByteArray lines("DisableForwarding yes\nX11Forwarding yes\n");
        QCOMPARE(outcome(sshd::x11Forwarding, lines, QStringLiteral("OpenSSH_9.2p1 Debian-2+deb12u5")),
                 QStringLiteral("low"));
        QCOMPARE(outcome(sshd::x11Forwarding, lines, QStringLiteral("OpenSSH_9.2p1 Debian-2+deb12u6")),
                 QStringLiteral("passed"));
        QCOMPARE(outcome(sshd::agentForwarding, lines, QStringLiteral("OpenSSH_9.2p1 Debian-2+deb12u5")),
                 QStringLiteral("low"));
        QCOMPARE(outcome(sshd::agentForwarding, lines, QStringLiteral("OpenSSH_10.0p2 Debian-7")),
                 QStringLiteral("passed"));
    }

    void hostKeyStrength()
    {
        QCOMPARE(outcomeOf(sshd::hostKeyStrength, withHostKey("RSA", 1024)), QStringLiteral("high"));
        QCOMPARE(outcomeOf(sshd::hostKeyStrength, withHostKey("ssh-rsa", 2048)), QStringLiteral("low"));
        QCOMPARE(outcomeOf(sshd::hostKeyStrength, withHostKey("RSA", 3072)), QStringLiteral("passed"));
        QCOMPARE(outcomeOf(sshd::hostKeyStrength, withHostKey("DSA", 1024)), QStringLiteral("high"));
        QCOMPARE(outcomeOf(sshd::hostKeyStrength, withHostKey("ssh-dss", 1024)), QStringLiteral("high"));
        QCOMPARE(outcomeOf(sshd::hostKeyStrength, withHostKey("ecdsa-sha2-nistp256", 256)), QStringLiteral("passed"));
    }

    void hostKeyPermissions()
    {
        QCOMPARE(outcomeOf(sshd::hostKeyPermissions, withHostKey("RSA", 3072, 0600)), QStringLiteral("passed"));
        QCOMPARE(outcomeOf(sshd::hostKeyPermissions, withHostKey("RSA", 3072, 0400)), QStringLiteral("passed"));
        QCOMPARE(outcomeOf(sshd::hostKeyPermissions, withHostKey("RSA", 3072, 0644)), QStringLiteral("high"));
        QCOMPARE(outcomeOf(sshd::hostKeyPermissions, withHostKey("RSA", 3072, 0640)), QStringLiteral("high"));
        QCOMPARE(outcomeOf(sshd::hostKeyPermissions, withHostKey("RSA", 3072, 0640, "root", "rocky")),
                 QStringLiteral("passed"));
        QCOMPARE(outcomeOf(sshd::hostKeyPermissions, withHostKey("RSA", 3072, 0600, "alice")), QStringLiteral("high"));
    }

    void ed25519HostKey()
    {
        QCOMPARE(outcomeOf(sshd::hostKeyEd25519, FactsBuilder().facts()), QStringLiteral("passed"));
        const Facts without = FactsBuilder().with([](Facts &facts) { facts.sshd->hostKeys->removeLast(); }).facts();
        QCOMPARE(outcomeOf(sshd::hostKeyEd25519, without), QStringLiteral("info"));
    }

    void hostKeysThatWereNotAsked_areNotChecked()
    {
        const Facts facts = FactsBuilder()
                                .with([](Facts &changing) {
                                    changing.sshd->hostKeys = Gap{Gap::Reason::NeedsRoot, {}};
                                })
                                .facts();
        for (const Rule *rule : {&sshd::hostKeyStrength, &sshd::hostKeyPermissions, &sshd::hostKeyEd25519})
            QCOMPARE(outcomeOf(*rule, facts), QStringLiteral("not checked"));
    }

    void moduli()
    {
        const auto with = [](int bits, const char *lines = "") {
            return FactsBuilder()
                .sshdLines(lines)
                .with([=](Facts &facts) { facts.sshd->smallestModulus = bits; })
                .facts();
        };
        QCOMPARE(outcomeOf(sshd::moduli, with(1023)), QStringLiteral("medium"));
        QCOMPARE(outcomeOf(sshd::moduli, with(2047)), QStringLiteral("low"));
        QCOMPARE(outcomeOf(sshd::moduli, with(2048)), QStringLiteral("low"));
        QVERIFY(findingsOf(sshd::moduli, with(2047))[0].title.contains(QLatin1String("2048")));
        QVERIFY(findingsOf(sshd::moduli, with(2048))[0].title.contains(QLatin1String("2048")));
        QCOMPARE(outcomeOf(sshd::moduli, with(3071)), QStringLiteral("passed"));
        QCOMPARE(outcomeOf(sshd::moduli, with(1023, "KexAlgorithms -diffie-hellman-group-exchange*\n")),
                 QStringLiteral("not applicable"));
    }
};

GW_REGISTER_TEST(SshdAlgorithmRulesTest)
#include "sshdalgorithmrulestest.moc"

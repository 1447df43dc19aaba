// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/algorithms.h"
#include "backend/sshd/fixes.h"
#include "backend/sshd/keywords.h"
#include "tests/support/testmain.h"

using namespace gw;

class SshdVersionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void banner_isRead()
    {
        const SshdVersion debian = SshdVersion::parse(QStringLiteral("OpenSSH_9.2p1 Debian-2+deb12u5, OpenSSL 3.0.15"));
        QCOMPARE(debian.release, (SshdRelease{9, 2}));
        QCOMPARE(debian.vendor, QStringLiteral("Debian-2+deb12u5"));
        QCOMPARE(debian.shown(), QStringLiteral("OpenSSH 9.2"));
        QCOMPARE(SshdVersion::parse(QStringLiteral("OpenSSH_10.0p2 Debian-7")).release, (SshdRelease{10, 0}));
        QVERIFY(SshdVersion::parse(QStringLiteral("OpenSSH_10.0")).isAtLeast(9, 8));
        QCOMPARE(SshdVersion::parse(QStringLiteral("OpenSSH_8.7p1, OpenSSL 3.0.7")).vendor, QString());
        QVERIFY(!SshdVersion::parse(QStringLiteral("dropbear")).isKnown());
        QVERIFY(!SshdVersion::parse(QString()).isKnown());
    }

    void packageVersion_isRead()
    {
        const SshdVersion debian =
            SshdVersion::fromPackage(QStringLiteral("1:9.2p1-2+deb12u5"), QStringLiteral("debian"));
        QCOMPARE(debian.release, (SshdRelease{9, 2}));
        QCOMPARE(debian.vendor, QStringLiteral("debian-2+deb12u5"));
        QCOMPARE(SshdVersion::fromPackage(QStringLiteral("8.7p1-38.el9_4.1"), QStringLiteral("rocky")).vendor,
                 QStringLiteral("rocky-38.el9_4.1"));
        QCOMPARE(SshdVersion::fromPackage(QStringLiteral("9.7_p1-r4"), QStringLiteral("alpine")).release,
                 (SshdRelease{9, 7}));
    }

    void strictKeyExchange_isKnownByVersion_data()
    {
        QTest::addColumn<QString>("banner");
        QTest::addColumn<int>("strict");
        const auto row = [](const char *banner, FixState strict) {
            QTest::newRow(banner) << QString::fromLatin1(banner) << int(strict);
        };
        row("OpenSSH_9.6p1 Ubuntu-3ubuntu13.5", FixState::Present);
        row("OpenSSH_10.0p2 Debian-7", FixState::Present);
        row("OpenSSH_9.2p1 Debian-2", FixState::Missing);
        row("OpenSSH_9.2p1 Debian-2+deb12u1", FixState::Missing);
        row("OpenSSH_9.2p1 Debian-2+deb12u2", FixState::Present);
        row("OpenSSH_9.2p1 Debian-2+deb12u10", FixState::Present);
        row("OpenSSH_8.4p1 Debian-5+deb11u2", FixState::Missing);
        row("OpenSSH_8.4p1 Debian-5+deb11u3", FixState::Present);
        row("OpenSSH_8.9p1 Ubuntu-3ubuntu0.4", FixState::Missing);
        row("OpenSSH_8.9p1 Ubuntu-3ubuntu0.10", FixState::Present);
        row("OpenSSH_8.2p1 Ubuntu-4ubuntu0.9", FixState::Missing);
        row("OpenSSH_8.2p1 Ubuntu-4ubuntu0.13", FixState::Present);
        row("OpenSSH_8.7p1", FixState::Unknown);
        row("", FixState::Unknown);
    }

    void strictKeyExchange_isKnownByVersion()
    {
        QFETCH(QString, banner);
        QFETCH(int, strict);
        QCOMPARE(int(fixState(SshdVersion::parse(banner), SshdFix::StrictKeyExchange)), strict);
    }

    void strictKeyExchange_isKnownByRedHatPackage()
    {
        const auto of = [](const char *version) {
            return fixState(SshdVersion::fromPackage(QString::fromLatin1(version), QStringLiteral("rhel")),
                            SshdFix::StrictKeyExchange);
        };
        QCOMPARE(of("8.7p1-34.el9"), FixState::Missing);
        QCOMPARE(of("8.7p1-34.el9_3.3"), FixState::Present);
        QCOMPARE(of("8.7p1-38.el9_4.4"), FixState::Present);
        QCOMPARE(of("8.0p1-17.el8_7"), FixState::Missing);
        QCOMPARE(of("8.0p1-24.el8"), FixState::Present);
    }

    void otherCorrections_areKnownByVersion()
    {
        const auto of = [](const char *banner, SshdFix fix) {
            return fixState(SshdVersion::parse(QString::fromLatin1(banner)), fix);
        };
        QCOMPARE(of("OpenSSH_8.4p1 Debian-5+deb11u3", SshdFix::SignalHandler), FixState::Present);
        QCOMPARE(of("OpenSSH_9.2p1 Debian-2+deb12u2", SshdFix::SignalHandler), FixState::Missing);
        QCOMPARE(of("OpenSSH_9.2p1 Debian-2+deb12u3", SshdFix::SignalHandler), FixState::Present);
        QCOMPARE(of("OpenSSH_9.6p1 Ubuntu-3ubuntu13", SshdFix::SignalHandler), FixState::Missing);
        QCOMPARE(of("OpenSSH_9.6p1 Ubuntu-3ubuntu13.4", SshdFix::SignalHandler), FixState::Present);
        QCOMPARE(of("OpenSSH_9.7p1", SshdFix::SignalHandler), FixState::Unknown);
        QCOMPARE(of("OpenSSH_9.8p1", SshdFix::SignalHandler), FixState::Present);
        QCOMPARE(of("OpenSSH_9.2p1 Debian-2+deb12u5", SshdFix::DisableForwarding), FixState::Missing);
        QCOMPARE(of("OpenSSH_9.2p1 Debian-2+deb12u6", SshdFix::DisableForwarding), FixState::Present);
        QCOMPARE(of("OpenSSH_10.0p2 Debian-7", SshdFix::DisableForwarding), FixState::Present);
    }

    void packageVersions_areOrderedAsDpkgDoes()
    {
        const auto less = [](const char *a, const char *b) {
            return comparePackageVersions(QString::fromLatin1(a), QString::fromLatin1(b)) < 0;
        };
        QVERIFY(less("2+deb12u2", "2+deb12u10"));
        QVERIFY(less("1.0~rc1", "1.0"));
        QVERIFY(less("1.0", "1.0+b1"));
        QVERIFY(less("2", "2+deb12u1"));
        QVERIFY(!less("3ubuntu0.10", "3ubuntu0.5"));
        QCOMPARE(comparePackageVersions(QStringLiteral("1.01"), QStringLiteral("1.1")), 0);
    }

    void keywords_haveUniqueNamesAndKnownReplacements()
    {
        QSet<QString> names;
        for (const SshdKeyword &keyword : sshdKeywords()) {
            const QString name = sshdPrintedName(keyword);
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
            if (keyword.instead)
                QVERIFY2(sshdKeyword(QString::fromLatin1(keyword.instead)), keyword.name);
        }
        QCOMPARE(sshdCanonicalKeyword(u"CHALLENGERESPONSEAUTHENTICATION"),
                 sshdKeyword(u"KbdInteractiveAuthentication"));
        QVERIFY(!sshdKeyword(u"PermitRootLogn"));
    }

    void defaults_followTheRelease()
    {
        const auto at = [](const char *keyword, const char *banner) {
            return sshdDefault(*sshdKeyword(QString::fromLatin1(keyword)),
                               SshdVersion::parse(QString::fromLatin1(banner)));
        };
        QCOMPARE(at("PermitRootLogin", "OpenSSH_6.6"), QStringLiteral("yes"));
        QVERIFY(at("PerSourcePenalties", "OpenSSH_9.2").isNull());
        QVERIFY(at("PerSourcePenalties", "OpenSSH_9.8").contains(QLatin1String("authfail")));
        QVERIFY(at("KexAlgorithms", "OpenSSH_8.4").startsWith(QLatin1String("curve25519-sha256,")));
        QVERIFY(at("KexAlgorithms", "OpenSSH_10.0").startsWith(QLatin1String("mlkem768x25519-sha256,")));
        QVERIFY(!at("KexAlgorithms", "OpenSSH_10.0").contains(QLatin1String("diffie-hellman")));
        QVERIFY(at("HostKeyAlgorithms", "OpenSSH_8.7").endsWith(QLatin1String(",ssh-rsa")));
        QVERIFY(!at("HostKeyAlgorithms", "OpenSSH_8.8").contains(QLatin1String("ssh-rsa")));
    }

    void everyDefaultAlgorithm_isInTheTable()
    {
        const QList<QPair<QString, SshdAlgorithm::Kind>> lists{
            {QStringLiteral("kexalgorithms"), SshdAlgorithm::Kind::KeyExchange},
            {QStringLiteral("ciphers"), SshdAlgorithm::Kind::Cipher},
            {QStringLiteral("macs"), SshdAlgorithm::Kind::Mac},
            {QStringLiteral("hostkeyalgorithms"), SshdAlgorithm::Kind::HostKey},
            {QStringLiteral("pubkeyacceptedalgorithms"), SshdAlgorithm::Kind::HostKey},
            {QStringLiteral("casignaturealgorithms"), SshdAlgorithm::Kind::HostKey},
        };
        for (const char *banner :
             {"OpenSSH_7.4", "OpenSSH_8.4", "OpenSSH_9.2p1 Debian-2+deb12u5", "OpenSSH_9.9", "OpenSSH_10.0", ""}) {
            for (const auto &[keyword, kind] : lists) {
                const SshdVersion version = SshdVersion::parse(QString::fromLatin1(banner));
                for (const QByteArray &name : sshdDefaultAlgorithms(keyword, version)) {
                    const SshdAlgorithm *algorithm = sshdAlgorithm(kind, name);
                    QVERIFY2(algorithm, name.constData());
                    QVERIFY2(!version.isKnown() || algorithm->since <= version.release ||
                                 name == "sntrup761x25519-sha512",
                             name.constData());
                    QVERIFY(algorithm->verdict != SshdAlgorithm::Verdict::Broken);
                }
            }
        }
    }

    void gssapiNames_areFoundByTheirBeginning()
    {
        const SshdAlgorithm *found =
            sshdAlgorithm(SshdAlgorithm::Kind::KeyExchange, "gss-group14-sha1-toWM5Slw5Ew8Mqkay+al2g==");
        QVERIFY(found && found->verdict == SshdAlgorithm::Verdict::Weak);
        QVERIFY(!sshdAlgorithmReason(*found).isEmpty());
    }
};

GW_REGISTER_TEST(SshdVersionTest)
#include "sshdversiontest.moc"

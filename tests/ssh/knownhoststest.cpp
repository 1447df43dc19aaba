// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/knownhosts.h"
#include "tests/ssh/loopbacksshd.h"
#include "tests/support/testmain.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <sys/stat.h>
#include <thread>

using namespace gw;
using Verdict = KnownHost::Verdict;

class KnownHostsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_line;      ///< "ssh-ed25519 AAAA"
    QByteArray m_otherLine; ///< another ed25519 key
    QByteArray m_rsaLine;
    HostKey m_key;
    HostKey m_otherKey;
    HostKey m_rsaKey;

    static HostKey keyOf(const QByteArray &line) { return *HostKey::fromBase64(line.split(' ').at(1)); }

    static QByteArray typeAndKey(const QString &file)
    {
        const QByteArrayList words = test::publicKey(file).split(' ');
        return words.at(0) + ' ' + words.at(1);
    }

    KnownHost::Answer ask(const QByteArray &content, const QByteArray &host, const HostKey &key) const
    {
        KnownHost known;
        collectKnownKeys(content, QStringLiteral("file"), host, known);
        return known.check(key);
    }

    Verdict verdict(const QByteArray &content, const QByteArray &host, const HostKey &key) const
    {
        return ask(content, host, key).verdict;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = test::LoopbackSshd::missing(); !missing.isEmpty())
            test::skipAll(missing);
        m_line = typeAndKey(test::makeKey(m_folder.path(), QStringLiteral("a")));
        m_otherLine = typeAndKey(test::makeKey(m_folder.path(), QStringLiteral("b")));
        m_rsaLine = typeAndKey(test::makeKey(m_folder.path(), QStringLiteral("r"), QStringLiteral("rsa"), {}, 2048));
        m_key = keyOf(m_line);
        m_otherKey = keyOf(m_otherLine);
        m_rsaKey = keyOf(m_rsaLine);
    }

    void fingerprint_isWhatSshKeygenPrints()
    {
        QCOMPARE(m_key.fingerprint(), test::fingerprintOf(m_folder.filePath(QStringLiteral("a.pub"))));
        QCOMPARE(m_key.description(), QStringLiteral("ED25519"));
        QCOMPARE(m_rsaKey.description(), QStringLiteral("RSA 2048"));
    }

    void listedKey_isKnown()
    {
        QCOMPARE(verdict("gpu-1,10.0.0.7 " + m_line + " a comment\n", "gpu-1", m_key), Verdict::Known);
        QCOMPARE(verdict("gpu-1,10.0.0.7 " + m_line, "10.0.0.7", m_key), Verdict::Known);
        QCOMPARE(verdict("GPU-1 " + m_line + "\r\n", "gpu-1", m_key), Verdict::Known);
        QCOMPARE(verdict("  gpu-1\t" + m_line, "gpu-1", m_key), Verdict::Known);
    }

    void missingHost_isUnknown()
    {
        QCOMPARE(verdict("other " + m_line, "gpu-1", m_key), Verdict::Unknown);
        QCOMPARE(verdict("gpu-11 " + m_line, "gpu-1", m_key), Verdict::Unknown);
        QCOMPARE(verdict("#gpu-1 " + m_line, "gpu-1", m_key), Verdict::Unknown);
        QCOMPARE(verdict("", "gpu-1", m_key), Verdict::Unknown);
    }

    void anotherKeyOfTheType_isChanged()
    {
        const auto answer = ask("# header\n\ngpu-1 " + m_otherLine + "\n", "gpu-1", m_key);
        QCOMPARE(answer.verdict, Verdict::Changed);
        QCOMPARE(answer.reference->line, 3);
        QCOMPARE(answer.reference->file, QStringLiteral("file"));
        QCOMPARE(answer.reference->key, m_otherKey);
    }

    void aKeyOfAnotherTypeThanTheKnownOnes_isChanged()
    {
        QCOMPARE(verdict("gpu-1 " + m_rsaLine, "gpu-1", m_key), Verdict::Changed);
    }

    void oneOfSeveralKeys_isKnown()
    {
        QCOMPARE(verdict("gpu-1 " + m_otherLine + "\ngpu-1 " + m_rsaLine + "\ngpu-1 " + m_line, "gpu-1", m_key),
                 Verdict::Known);
    }

    void revokedKey_isRefusedWhereverItStands()
    {
        QCOMPARE(verdict("gpu-1 " + m_line + "\n@revoked * " + m_line, "gpu-1", m_key), Verdict::Revoked);
        QCOMPARE(verdict("@revoked gpu-1 " + m_line + "\ngpu-1 " + m_line, "gpu-1", m_key), Verdict::Revoked);
        QCOMPARE(verdict("gpu-1 " + m_line + "\n@revoked * " + m_otherLine, "gpu-1", m_key), Verdict::Known);
        QCOMPARE(verdict("gpu-1 " + m_line + "\n@revoked other " + m_line, "gpu-1", m_key), Verdict::Known);
    }

    void certificateAuthority_isNotAKey()
    {
        QCOMPARE(verdict("@cert-authority *.lab " + m_line, "gpu-1.lab", m_key), Verdict::Authority);
        QCOMPARE(verdict("@cert-authority *.lab " + m_line + "\ngpu-1.lab " + m_otherLine, "gpu-1.lab", m_otherKey),
                 Verdict::Known);
        QCOMPARE(verdict("@cert-authority *.lab " + m_line, "gpu-1", m_key), Verdict::Unknown);
        QCOMPARE(verdict("@new-marker gpu-1 " + m_line, "gpu-1", m_key), Verdict::Unknown);
    }

    void patterns_matchAsSshMatchesThem()
    {
        QCOMPARE(verdict("*.lab,!bad.lab " + m_line, "gpu-1.lab", m_key), Verdict::Known);
        QCOMPARE(verdict("*.lab,!bad.lab " + m_line, "bad.lab", m_key), Verdict::Unknown);
        QCOMPARE(verdict("!bad.lab,*.lab " + m_line, "bad.lab", m_key), Verdict::Unknown);
        QCOMPARE(verdict("gpu-? " + m_line, "gpu-1", m_key), Verdict::Known);
        QCOMPARE(verdict("gpu-? " + m_line, "gpu-12", m_key), Verdict::Unknown);
        QCOMPARE(verdict("[10.0.0.*]:2222 " + m_line, "[10.0.0.7]:2222", m_key), Verdict::Known);
        QCOMPARE(verdict("10.0.0.* " + m_line, "[10.0.0.7]:2222", m_key), Verdict::Unknown);
    }

    void manyStars_doNotBacktrack() // or this never ends
    {
        const QByteArray pattern = QByteArray("*a").repeated(2000) + "b";
        QCOMPARE(verdict(pattern + ' ' + m_line, QByteArray(5000, 'a'), m_key), Verdict::Unknown);
    }

    void hashedLines_areFound()
    {
        const QString file = m_folder.filePath(QStringLiteral("hashed"));
        test::writeFile(file, "gpu-1 " + m_line + "\n[10.0.0.7]:2222 " + m_rsaLine + "\n");
        QVERIFY(test::runs(QStringLiteral("ssh-keygen"),
                           {QStringLiteral("-q"), QStringLiteral("-H"), QStringLiteral("-f"), file}));
        const QByteArray content = test::readFile(file);
        QVERIFY(content.startsWith("|1|"));
        QCOMPARE(verdict(content, "gpu-1", m_key), Verdict::Known);
        QCOMPARE(verdict(content, "[10.0.0.7]:2222", m_rsaKey), Verdict::Known);
        QCOMPARE(verdict(content, "gpu-2", m_key), Verdict::Unknown);
    }

    void damagedLines_areSkipped()
    {
        QCOMPARE(verdict("gpu-1\ngpu-1 ssh-ed25519\ngpu-1 ssh-ed25519 !!!!\ngpu-1 ssh-rsa " + m_line.split(' ').at(1) +
                             "\n|1|x\n@revoked\n\0\0\n",
                         "gpu-1", m_key),
                 Verdict::Unknown);
    }

    void noiseInAFile_isHarmless()
    {
        QRandomGenerator random(4711);
        const QByteArray good = "@revoked gpu-1,*.lab,|1|aa|bb,!x " + m_line + "\n";
        for (int i = 0; i < 20'000; ++i) {
            QByteArray content = good;
            for (int changes = random.bounded(1, 6); changes > 0; --changes) {
                const int at = random.bounded(int(content.size()));
                if (random.bounded(2))
                    content[at] = char(random.bounded(256));
                else
                    content.truncate(at + 1);
            }
            KnownHost known;
            collectKnownKeys(content, QStringLiteral("file"), "gpu-1", known);
            QVERIFY(known.authorities.isEmpty() || content.contains("@cert-authority"));
        }
    }

    void hostNames_areFiledAsSshFilesThem()
    {
        QCOMPARE(knownHostName(QStringLiteral("GPU-1"), 22), QByteArray("gpu-1"));
        QCOMPARE(knownHostName(QStringLiteral("gpu-1"), 2222), QByteArray("[gpu-1]:2222"));
    }

    void rememberedKey_isFoundBySshKeygen()
    {
        const QString file = m_folder.filePath(QStringLiteral("new/known_hosts"));
        QVERIFY(rememberHostKey(file, "[gpu-1]:2222", m_key));
        struct stat status {};
        QCOMPARE(::stat(qPrintable(file), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
        QCOMPARE(::stat(qPrintable(QFileInfo(file).path()), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0700));
        QVERIFY(test::runs(QStringLiteral("ssh-keygen"),
                           {QStringLiteral("-F"), QStringLiteral("[gpu-1]:2222"), QStringLiteral("-f"), file}));
    }

    void hashedNames_areFoundBySshKeygenAndByUs_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("name") << QByteArray("gpu-1");
        QTest::newRow("port") << QByteArray("[gpu-1]:2222");
        QTest::newRow("address") << QByteArray("[2001:db8::7]:2222");
    }
    void hashedNames_areFoundBySshKeygenAndByUs()
    {
        QFETCH(QByteArray, host);
        const QString file = m_folder.filePath(QStringLiteral("hashed-%1").arg(QString::fromLatin1(host.toHex())));
        QVERIFY(rememberHostKey(file, host, m_key, HostNames::Hashed));
        QVERIFY(rememberHostKey(file, host, m_key, HostNames::Hashed)); // not a second time
        const QByteArray content = test::readFile(file);
        QCOMPARE(content.count('\n'), 1);
        QVERIFY2(content.startsWith("|1|") && content.contains(m_line), content.constData());
        QVERIFY(!content.contains("gpu-1") && !content.contains("2001:db8"));
        QCOMPARE(verdict(content, host, m_key), Verdict::Known);
        QCOMPARE(verdict(content, "gpu-2", m_key), Verdict::Unknown);
        QVERIFY(test::runs(QStringLiteral("ssh-keygen"),
                           {QStringLiteral("-F"), QString::fromLatin1(host), QStringLiteral("-f"), file}));
        // Two names of one server do not show that they are one.
        QVERIFY(rememberHostKey(file, "other", m_key, HostNames::Hashed));
        const QByteArrayList lines = test::readFile(file).split('\n');
        QVERIFY(lines[0].split('|')[2] != lines[1].split('|')[2]);
    }

    void remembering_keepsWhatWasThere()
    {
        const QString file = m_folder.filePath(QStringLiteral("unterminated"));
        test::writeFile(file, "# mine\nother " + m_rsaLine);
        QVERIFY(rememberHostKey(file, "gpu-1", m_key));
        QVERIFY(rememberHostKey(file, "gpu-1", m_key)); // not a second time
        QCOMPARE(test::readFile(file), "# mine\nother " + m_rsaLine + "\ngpu-1 " + m_line + "\n");
    }

    void symbolicLink_staysOne()
    {
        const QString real = m_folder.filePath(QStringLiteral("real")),
                      link = m_folder.filePath(QStringLiteral("link"));
        test::writeFile(real, "other " + m_rsaLine + "\n");
        QVERIFY(QFile::link(real, link));
        QVERIFY(rememberHostKey(link, "gpu-1", m_key));
        QVERIFY(QFileInfo(link).isSymbolicLink());
        QVERIFY(test::readFile(real).endsWith(QByteArray("gpu-1 " + m_line + "\n")));
    }

    void manyWriters_loseNothing()
    {
        const QString file = m_folder.filePath(QStringLiteral("busy"));
        std::vector<std::jthread> writers;
        for (int i = 0; i < 20; ++i)
            writers.emplace_back(
                [&, i] { (void)rememberHostKey(file, "host-" + QByteArray::number(i), m_key).has_value(); });
        writers.clear();
        QCOMPARE(test::readFile(file).count('\n'), 20);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(verdict(test::readFile(file), "host-" + QByteArray::number(i), m_key), Verdict::Known);
    }

    void unwritableFile_isAnError()
    {
        const auto result = rememberHostKey(QStringLiteral("/proc/known_hosts"), "gpu-1", m_key);
        QVERIFY(!result);
        QVERIFY(!result.error().cause.isEmpty());
    }

    void revokedHostKeys_areReadFromText()
    {
        const QString file = m_folder.filePath(QStringLiteral("revoked"));
        test::writeFile(file, "# lost in March\n" + m_line + " comment\n");
        QCOMPARE(*isRevokedIn(file, m_key), true);
        QCOMPARE(*isRevokedIn(file, m_otherKey), false);
        QCOMPARE(*isRevokedIn({}, m_key), false);
    }

    void binaryRevocationList_isUnsupportedNotIgnored()
    {
        const QString file = m_folder.filePath(QStringLiteral("krl"));
        QVERIFY(
            test::runs(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-k"), QStringLiteral("-f"),
                                                      file, m_folder.filePath(QStringLiteral("a.pub"))}));
        QCOMPARE(isRevokedIn(file, m_key).error().kind, Error::Kind::Unsupported);
    }

    void missingRevocationList_refusesAsSshDoes()
    {
        QVERIFY(!isRevokedIn(m_folder.filePath(QStringLiteral("nowhere")), m_key));
    }
};

GW_REGISTER_TEST(KnownHostsTest)
#include "knownhoststest.moc"

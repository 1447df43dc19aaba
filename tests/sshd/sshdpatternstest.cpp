// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/patterns.h"
#include "backend/sshd/tree.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <fnmatch.h>

using namespace gw;

namespace {

const SshdVersion bookworm = SshdVersion::parse(QStringLiteral("OpenSSH_9.2p1 Debian-2+deb12u5"));

QString printed(const QByteArray &line)
{
    const RemotePath path(QByteArray("/etc/ssh/sshd_config"));
    const SshdConfig config = SshdConfig::read({SshdFile::parse(path, line)}, path, bookworm);
    QStringList values;
    for (const SshdSetting &setting : config.settings()) {
        for (const QByteArray &value : sshdPrintedValues(setting, bookworm))
            values.append(QString::fromUtf8(value));
    }
    return values.isEmpty() ? QStringLiteral("refused") : values.join(QLatin1String(" | "));
}

} // namespace

class SshdPatternsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void glob_matchesAsTheSystemDoes()
    {
        QRandomGenerator random(11);
        const QByteArray pathLetters("ab.-/!]");
        const QByteArray patternLetters("ab.-/*?[]!^\\");
        int matches = 0;
        for (int run = 0; run < 200000; ++run) {
            QByteArray path;
            QByteArray pattern;
            for (int i = random.bounded(6); i >= 0; --i)
                path += pathLetters[random.bounded(int(pathLetters.size()))];
            for (int i = random.bounded(8); i >= 0; --i)
                pattern += patternLetters[random.bounded(int(patternLetters.size()))];
            // Where the slash is in a set or escaped, systems differ; a range that ends in "]" is no range for us.
            if (pattern.contains('\\') || (pattern.contains('[') && pattern.contains('/')) || pattern.contains("-]"))
                continue;
            const bool theirs = fnmatch(pattern.constData(), path.constData(), FNM_PATHNAME | FNM_PERIOD) == 0;
            matches += theirs;
            QVERIFY2(sshdMatchesGlob(path, pattern) == theirs, QByteArray(pattern + "  " + path).constData());
        }
        QVERIFY(matches > 1000);
    }

    void escapedCharacters_standForThemselves()
    {
        QVERIFY(sshdMatchesGlob("/a/*.conf", "/a/\\*.conf"));
        QVERIFY(!sshdMatchesGlob("/a/b.conf", "/a/\\*.conf"));
    }

    void hostilePatterns_costLittle()
    {
        QElapsedTimer timer;
        timer.start();
        const QByteArray text(20000, 'a');
        const QByteArray pattern = QByteArray("*a").repeated(200) + 'b';
        QVERIFY(!sshdMatchesPattern(text, pattern));
        QVERIFY(!sshdMatchesGlob(text, pattern));
        QVERIFY2(timer.elapsed() < 20000, "the effort grows faster than text times pattern");
    }

    void pattern_knowsStarAndQuestionMark()
    {
        QVERIFY(sshdMatchesPattern("alice", "a*e"));
        QVERIFY(sshdMatchesPattern("alice", "*"));
        QVERIFY(sshdMatchesPattern("", "*"));
        QVERIFY(sshdMatchesPattern("", ""));
        QVERIFY(!sshdMatchesPattern("", "?"));
        QVERIFY(sshdMatchesPattern("abcabd", "*abd"));
        QVERIFY(sshdMatchesPattern("aXbXc", "a?b?c"));
        QVERIFY(!sshdMatchesPattern("alice", "alic"));
        QVERIFY(!sshdMatchesPattern("alice", "[a]lice"));
        QVERIFY(!sshdMatchesPattern("Alice", "alice"));
    }

    void list_isLedByNegation()
    {
        QCOMPARE(sshdMatchesList("a", "a,!a"), SshdMatchResult::Negated);
        QCOMPARE(sshdMatchesList("a", "!a,a"), SshdMatchResult::Negated);
        QCOMPARE(sshdMatchesList("a", "b,a"), SshdMatchResult::Yes);
        QCOMPARE(sshdMatchesList("a", "!b"), SshdMatchResult::No);
    }

    void address_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *address, const char *list, bool matches) {
            QTest::addRow("%s in %s", address, list) << QByteArray(address) << QByteArray(list) << matches;
        };
        row("10.128.0.1", "10.0.0.0/8", true);
        row("11.0.0.1", "10.0.0.0/8", false);
        row("10.0.0.7", "10.0.0.0/29", true);
        row("10.0.0.8", "10.0.0.0/29", false);
        row("10.0.0.1", "10.0.0.1/32", true);
        row("10.0.0.0", "10.0.0.1/32", false);
        row("10.0.0.1", "10.0.0.1", true);
        row("203.0.113.9", "0.0.0.0/0", true);
        row("2001:db8::1", "0.0.0.0/0", false);
        row("2001:db8::1", "::/0", true);
        row("2001:db8:8000::1", "2001:db8::/33", false);
        row("2001:db8:7fff::1", "2001:db8::/33", true);
        row("::1", "::1/128", true);
        row("10.0.0.1", "10.0.0.0/33", false);
        row("10.0.0.1", "10.0.0.0/-1", false);
        row("10.0.0.1", "10.0.0.0/x", false);
        row("10.0.0.1", "/8", false);
        row("10.0.0.1", "10.*", true);
        row("10.0.0.1", "10.0.?.1", true);
        row("10.0.0.1", "*,!10.0.0.0/24", false);
        row("not an address", "*", false);
    }

    void address()
    {
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, list);
        QFETCH(bool, matches);
        QCOMPARE(sshdMatchesAddress(address, list) == SshdMatchResult::Yes, matches);
    }

    void values_arePrintedAsSshdPrintsThem_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("printed");
        const auto row = [](const char *line, const char *printed) {
            QTest::newRow(line) << QByteArray(line) << QString::fromUtf8(printed);
        };
        row("Port 1", "1");
        row("Port 65535", "65535");
        row("Port 65536", "refused");
        row("Port 0", "refused");
        row("Port ssh", "refused");
        row("LoginGraceTime 1h30m5", "5405");
        row("LoginGraceTime 2W", "1209600");
        row("LoginGraceTime 1D", "86400");
        row("LoginGraceTime 90S", "90");
        row("LoginGraceTime 5y", "refused");
        row("LoginGraceTime m", "refused");
        row("LoginGraceTime 99999999999999999999", "refused");
        row("LoginGraceTime 40000w", "refused");
        row("RekeyLimit 16 1", "16 1");
        row("RekeyLimit 15", "refused");
        row("RekeyLimit 2K none", "2048 0");
        row("RekeyLimit 1T", "1099511627776 0");
        row("RekeyLimit 1X", "refused");
        row("RekeyLimit 1G soon", "refused");
        row("RekeyLimit default", "0 0");
        row("MaxStartups 5", "5:30:5");
        row("MaxStartups 5:30:60", "5:30:60");
        row("MaxStartups 5:30", "refused");
        row("MaxStartups 61:30:60", "refused");
        row("MaxStartups 5:101:60", "refused");
        row("MaxStartups 0:30:60", "refused");
        row("MaxStartups a:30:60", "refused");
        row("StreamLocalBindMask 0177", "0177");
        row("StreamLocalBindMask 0777", "0777");
        row("StreamLocalBindMask 1000", "refused");
        row("StreamLocalBindMask 9", "refused");
        row("StreamLocalBindMask -1", "refused");
        row("IPQoS AF21", "af21 af21");
        row("IPQoS af21 cs1", "af21 cs1");
        row("UnusedConnectionTimeout none", "none");
        row("UnusedConnectionTimeout 5m", "300");
        row("MaxAuthTries 3x", "refused");
        row("LogLevel Debug1", "DEBUG");
        row("LogLevel loud", "refused");
        row("Banner issue", "/issue");
        row("Banner NONE", "none");
        row("PermitListen 8080 localhost:1", "*:8080 localhost:1");
        row("ListenAddress ::1", "[::1]");
        row("ListenAddress [::1]:22", "[::1]:22");
        row("ListenAddress 10.0.0.1:22", "10.0.0.1:22");
        row("GatewayPorts ClientSpecified", "clientspecified");
        row("IgnoreRhosts shosts-only", "shosts-only");
        row("StrictModes shosts-only", "refused");
        row("AllowTcpForwarding ALL", "yes");
        row("Compression delayed", "yes");
        row("Subsystem sftp", "refused");
        row("Subsystem sftp internal-sftp -l INFO", "sftp internal-sftp -l INFO");
        row("PubkeyAuthOptions touch-required verify-required", "touch-required verify-required");
    }

    void values_arePrintedAsSshdPrintsThem()
    {
        QFETCH(QByteArray, line);
        QTEST(printed(line), "printed");
    }

    void manyFilesAreListed_inOrder()
    {
        const auto path = [](int i) { return QByteArray("/etc/ssh/sshd_config.d/" + QByteArray::number(i) + ".conf"); };
        QList<SshdFile> files{
            SshdFile::parse(RemotePath(QByteArray("/etc/ssh/sshd_config")), "Include sshd_config.d/[1-3]*.conf\n")};
        for (const int i : {50, 30, 11, 20})
            files.append(
                SshdFile::parse(RemotePath(path(i)), QByteArray("MaxSessions " + QByteArray::number(i) + '\n')));
        const SshdConfig config = SshdConfig::read(files, RemotePath(QByteArray("/etc/ssh/sshd_config")), bookworm);
        QStringList read;
        for (const SshdSetting &setting : config.settings())
            read.append(QString::fromUtf8(setting.rest));
        QCOMPARE(read, (QStringList{QStringLiteral("11"), QStringLiteral("20"), QStringLiteral("30")}));
    }
};

GW_REGISTER_TEST(SshdPatternsTest)
#include "sshdpatternstest.moc"

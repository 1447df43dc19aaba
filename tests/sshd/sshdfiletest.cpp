// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/config.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace gw;

namespace {

SshdFile parsed(const QByteArray &bytes)
{
    return SshdFile::parse(RemotePath(QByteArray("/etc/ssh/sshd_config")), bytes);
}

SshdLine lineOf(const QByteArray &bytes)
{
    const SshdFile file = parsed(bytes);
    return file.lines.value(0);
}

} // namespace

class SshdFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printing_givesBackEveryByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("one line feed") << QByteArray("\n");
        QTest::newRow("ordinary") << QByteArray("# comment\n\nPort 22\nUsePAM yes # why\n");
        QTest::newRow("no final newline") << QByteArray("Port 22\nUsePAM yes");
        QTest::newRow("CRLF") << QByteArray("Port 22\r\nUsePAM yes\r\n");
        QTest::newRow("lone CR") << QByteArray("Port 22\rUsePAM yes\r");
        QTest::newRow("NUL") << QByteArray("Port\0 22\nUse\0PAM yes\n", 21);
        QTest::newRow("invalid UTF-8") << QByteArray("Banner /etc/\xff\xfe\xc3\n# \x80\n");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfPort 22\n");
        QTest::newRow("open quote") << QByteArray("Banner \"/etc/issue\nPort 22\n");
        QTest::newRow("only blanks") << QByteArray(" \t \n\t\n   ");
        QTest::newRow("backslash at the end") << QByteArray("Banner /etc/issue\\\nPort 22\\");
    }

    void printing_givesBackEveryByte()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(parsed(bytes).printed(), bytes);
    }

    void printing_givesBackEveryByte_ofRandomInput()
    {
        QRandomGenerator random(20260115);
        const char letters[] = "Port =\"'\\#\r\n\n\t\f\0Match all\xff\xc3yes,*!";
        const QByteArray alphabet(letters, sizeof letters);
        for (int run = 0; run < 20000; ++run) {
            QByteArray bytes;
            const int size = random.bounded(80);
            for (int i = 0; i < size; ++i)
                bytes += alphabet[random.bounded(int(alphabet.size()))];
            QCOMPARE(parsed(bytes).printed(), bytes);
        }
    }

    void words_areReadAsSshdReadsThem_data()
    {
        // Each expectation was tried with `sshd -T -f` of OpenSSH 9.2.
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("keyword");
        QTest::addColumn<QByteArrayList>("arguments");
        QTest::newRow("plain") << QByteArray("PermitRootLogin no") << "PermitRootLogin" << QByteArrayList{"no"};
        QTest::newRow("indented") << QByteArray(" \tPermitRootLogin\t no  ") << "PermitRootLogin"
                                  << QByteArrayList{"no"};
        QTest::newRow("equals sign") << QByteArray("PermitRootLogin=no") << "PermitRootLogin" << QByteArrayList{"no"};
        QTest::newRow("equals sign with blanks")
            << QByteArray("PermitRootLogin  =  no") << "PermitRootLogin" << QByteArrayList{"no"};
        QTest::newRow("second equals sign stays")
            << QByteArray("SetEnv A=1 B=2") << "SetEnv" << QByteArrayList{"A=1", "B=2"};
        QTest::newRow("quoted keyword") << QByteArray("\"PermitRootLogin\" no") << "PermitRootLogin"
                                        << QByteArrayList{"no"};
        QTest::newRow("double quotes") << QByteArray("AllowUsers \"a b\" c") << "AllowUsers"
                                       << QByteArrayList{"a b", "c"};
        QTest::newRow("single quotes") << QByteArray("AllowUsers 'a b' c") << "AllowUsers"
                                       << QByteArrayList{"a b", "c"};
        QTest::newRow("quotes inside a word")
            << QByteArray("Banner /a\"b c\"d") << "Banner" << QByteArrayList{"/ab cd"};
        QTest::newRow("escaped blank") << QByteArray("AllowUsers a\\ b c") << "AllowUsers"
                                       << QByteArrayList{"a b", "c"};
        QTest::newRow("escaped backslash")
            << QByteArray("AllowUsers a\\\\ b") << "AllowUsers" << QByteArrayList{"a\\", "b"};
        QTest::newRow("other backslashes stay")
            << QByteArray("AllowUsers a\\b") << "AllowUsers" << QByteArrayList{"a\\b"};
        QTest::newRow("comment") << QByteArray("AllowUsers a b # c d") << "AllowUsers" << QByteArrayList{"a", "b"};
        QTest::newRow("hash inside a word") << QByteArray("AllowUsers a#b #c") << "AllowUsers" << QByteArrayList{"a#b"};
        QTest::newRow("hash in quotes") << QByteArray("AllowUsers \"#a\" b") << "AllowUsers"
                                        << QByteArrayList{"#a", "b"};
        QTest::newRow("form feed at the end") << QByteArray("UsePAM yes \f") << "UsePAM" << QByteArrayList{"yes"};
        QTest::newRow("CRLF") << QByteArray("UsePAM yes\r\n") << "UsePAM" << QByteArrayList{"yes"};
        QTest::newRow("empty argument") << QByteArray("Banner \"\"") << "Banner" << QByteArrayList{""};
    }

    void words_areReadAsSshdReadsThem()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, keyword);
        QFETCH(QByteArrayList, arguments);
        const SshdLine read = lineOf(line);
        QCOMPARE(read.kind, SshdLine::Kind::Directive);
        QCOMPARE(read.keyword, keyword);
        QCOMPARE(QByteArrayList(read.arguments), arguments);
    }

    void brokenLines_areSaidToBe_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("open quote") << QByteArray("Banner \"/etc/issue");
        QTest::newRow("open single quote") << QByteArray("Banner '/etc/issue");
        QTest::newRow("no argument") << QByteArray("PermitRootLogin");
        QTest::newRow("no argument, blanks") << QByteArray("PermitRootLogin  \t");
        QTest::newRow("equals sign only") << QByteArray("PermitRootLogin =");
        QTest::newRow("NUL") << QByteArray("PermitRootLogin\0 no", 19);
    }

    void brokenLines_areSaidToBe()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(lineOf(line).kind, SshdLine::Kind::Broken);
    }

    void comments_areKept()
    {
        QCOMPARE(lineOf("  # a comment\r\n").kind, SshdLine::Kind::Comment);
        QCOMPARE(lineOf("  # a comment\r\n").trailingComment, QByteArray("# a comment"));
        QCOMPARE(lineOf("UsePAM yes # why\n").trailingComment, QByteArray("# why"));
        QCOMPARE(lineOf(" \t\n").kind, SshdLine::Kind::Blank);
    }

    void lines_knowTheirMatchBlock()
    {
        const SshdFile file = parsed("Port 22\nMatch User a\n  X11Forwarding yes\n# c\nMatch all\nPermitTTY no\n");
        QList<int> blocks;
        for (const SshdLine &line : file.lines)
            blocks.append(line.match);
        QCOMPARE(blocks, (QList<int>{-1, 1, 1, 1, 4, 4}));
        QCOMPARE(file.lines[5].number, 6);
    }

    void effective_readsWhatSshdPrints()
    {
        const SshdEffective effective = SshdEffective::parse(
            "port 22\nport 2222\nPermitRootLogin no\nbanner none\nsubsystem sftp internal-sftp -l INFO\nodd\n");
        QCOMPARE(effective.value(QStringLiteral("port")), QStringLiteral("22"));
        QCOMPARE(effective.values.value(QStringLiteral("port")).size(), 2);
        QCOMPARE(effective.value(QStringLiteral("permitrootlogin")), QStringLiteral("no"));
        QCOMPARE(effective.value(QStringLiteral("subsystem")), QStringLiteral("sftp internal-sftp -l INFO"));
        QVERIFY(effective.has(QStringLiteral("odd")));
        QVERIFY(!effective.has(QStringLiteral("usepam")));
        QCOMPARE(effective.value(QStringLiteral("usepam")), QString());
    }
};

GW_REGISTER_TEST(SshdFileTest)
#include "sshdfiletest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/edit.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace gw;

namespace {

SshdFile parsed(const QByteArray &bytes)
{
    return SshdFile::parse(RemotePath(QByteArray("/etc/ssh/sshd_config")), bytes);
}

/// A file of lines of every kind, its line ends all alike.
QByteArray generated(QRandomGenerator &random)
{
    static const QByteArrayList lines{"Port 22",
                                      "  PermitRootLogin\tyes   # why not",
                                      "X11Forwarding=yes",
                                      "\tBanner \"/etc/issue net\"  ",
                                      "# a comment",
                                      "#MaxAuthTries 6",
                                      "",
                                      "   ",
                                      "AllowUsers a b   c\t#d",
                                      "Match User git",
                                      "    ForceCommand echo '#'",
                                      "Broken \"",
                                      "printmotd no\f"};
    const QByteArray ending = random.bounded(2) ? "\r\n" : "\n";
    QByteArray text;
    const int count = 1 + random.bounded(12);
    for (int i = 0; i < count; ++i)
        text += lines[random.bounded(int(lines.size()))] + (i + 1 < count || random.bounded(2) ? ending : QByteArray());
    return text;
}

} // namespace

/// Edits that change nothing but what they are about.
class SshdEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newArguments_leaveTheRestOfTheLine_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("plain") << QByteArray("PermitRootLogin yes\n") << QByteArray("PermitRootLogin no\n");
        QTest::newRow("spelling, indentation, comment")
            << QByteArray("\t permitROOTlogin\t\tyes  # old\n") << QByteArray("\t permitROOTlogin\t\tno  # old\n");
        QTest::newRow("CRLF") << QByteArray("PermitRootLogin yes\r\n") << QByteArray("PermitRootLogin no\r\n");
        QTest::newRow("blanks at the end")
            << QByteArray("PermitRootLogin yes \t\n") << QByteArray("PermitRootLogin no \t\n");
        QTest::newRow("equals sign") << QByteArray("PermitRootLogin = yes") << QByteArray("PermitRootLogin = no");
        QTest::newRow("several, quoted") << QByteArray("PermitRootLogin \"yes\" 'x y'\n")
                                         << QByteArray("PermitRootLogin no\n");
    }

    void newArguments_leaveTheRestOfTheLine()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QCOMPARE(sshdWithArguments(parsed(before), 1, "no").printed(), after);
    }

    void newArguments_changeNoOtherLine_whateverTheFileIs()
    {
        QRandomGenerator random(20260201);
        int edited = 0;
        for (int run = 0; run < 3000; ++run) {
            const SshdFile file = parsed(generated(random));
            for (const SshdLine &line : file.lines) {
                if (line.kind != SshdLine::Kind::Directive)
                    continue;
                const SshdFile after = sshdWithArguments(file, line.number, "one two");
                QCOMPARE(after.lines.size(), file.lines.size());
                for (qsizetype i = 0; i < file.lines.size(); ++i) {
                    if (i + 1 != line.number)
                        QCOMPARE(after.lines[i].text, file.lines[i].text);
                }
                const SshdLine &now = after.lines[line.number - 1];
                QCOMPARE(now.keyword, line.keyword);
                QCOMPARE(now.arguments, (QList<QByteArray>{"one", "two"}));
                QCOMPARE(now.trailingComment, line.trailingComment);
                ++edited;
            }
        }
        QVERIFY(edited > 3000);
    }

    void newLine_standsBelowItsExample_elseBeforeTheFirstMatch_elseAtTheEnd_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("example") << QByteArray("#MaxAuthTries 6\nPort 22\n")
                                 << QByteArray("#MaxAuthTries 6\nMaxAuthTries 4\nPort 22\n");
        QTest::newRow("prose is no example") << QByteArray("# MaxAuthTries is fine\nPort 22\n")
                                             << QByteArray("# MaxAuthTries is fine\nPort 22\nMaxAuthTries 4\n");
        QTest::newRow("an example in a block is none")
            << QByteArray("Port 22\nMatch User a\n#MaxAuthTries 6\n")
            << QByteArray("Port 22\nMaxAuthTries 4\nMatch User a\n#MaxAuthTries 6\n");
        QTest::newRow("the comment of the block stays with it")
            << QByteArray("Port 22\n\n# for git\nMatch User git\n  X11Forwarding no\n")
            << QByteArray("Port 22\n\nMaxAuthTries 4\n# for git\nMatch User git\n  X11Forwarding no\n");
        QTest::newRow("no final line end") << QByteArray("Port 22") << QByteArray("Port 22\nMaxAuthTries 4\n");
        QTest::newRow("CRLF") << QByteArray("Port 22\r\n") << QByteArray("Port 22\r\nMaxAuthTries 4\r\n");
        QTest::newRow("empty") << QByteArray() << QByteArray("MaxAuthTries 4\n");
    }

    void newLine_standsBelowItsExample_elseBeforeTheFirstMatch_elseAtTheEnd()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QCOMPARE(sshdWithGlobalLine(parsed(before), "MaxAuthTries", "4").printed(), after);
    }

    void newLine_isGlobal_andTheOthersStay_whateverTheFileIs()
    {
        QRandomGenerator random(20260202);
        for (int run = 0; run < 3000; ++run) {
            const SshdFile file = parsed(generated(random));
            const SshdFile after = sshdWithGlobalLine(file, "MaxAuthTries", "4");
            QCOMPARE(after.lines.size(), file.lines.size() + 1);
            int added = 0;
            for (const SshdLine &line : after.lines) {
                if (line.keyword != QLatin1String("MaxAuthTries"))
                    continue;
                ++added;
                QCOMPARE(line.match, -1);
                const QByteArray back = sshdWithoutLine(after, line.number).printed();
                const QByteArray ending = file.printed().contains("\r\n") ? "\r\n" : "\n";
                const QByteArray ended = file.printed() + ending; // the last line may have got its line end
                QVERIFY(back == file.printed() || back == ended);
            }
            QCOMPARE(added, 1);
        }
    }

    void lineBelow_isWrittenLikeTheOneAbove()
    {
        const SshdFile file = parsed("  Port  22 # first\nX11Forwarding no\n");
        QCOMPARE(sshdWithLineBelow(file, 1, "2222").printed(),
                 QByteArray("  Port  22 # first\n  Port  2222\nX11Forwarding no\n"));
    }
};

GW_REGISTER_TEST(SshdEditTest)
#include "sshdedittest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/protection.h"
#include "backend/shell/localshell.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTemporaryDir>

using namespace gw;

/// What is asked beside the survey.
class ProtectionTest : public QObject {
    Q_OBJECT

    static void writeProgram(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("#!/bin/sh\n" + text);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

private Q_SLOTS:
    void linesThatAreNone_areLeftOut()
    {
        const Protection read = protectionFrom("ban sshd 203.0.113.9\nban sshd\nunit ssh.service 9.6\n"
                                               "unit x.service unsafe\nfree text\nban sshd 2001:db8::1\n");
        const Protection wanted{{{UntrustedText(QStringLiteral("sshd")), UntrustedText(QStringLiteral("203.0.113.9"))},
                                 {UntrustedText(QStringLiteral("sshd")), UntrustedText(QStringLiteral("2001:db8::1"))}},
                                {{UntrustedText(QStringLiteral("ssh.service")), 9.6}}};
        QVERIFY(read == wanted);
    }

    /// With the words that fail2ban 1.0 and systemd 252 print.
    void jailsAndUnits_areAskedInOneRoundTrip()
    {
        QTemporaryDir folder;
        writeProgram(folder.filePath(QStringLiteral("fail2ban-client")),
                     "[ $# = 1 ] && { printf 'Status\\n|- Number of jail:\\t2\\n`- Jail list:\\tnginx-http-auth, "
                     "sshd\\n'; exit; }\n"
                     "case $2 in sshd) list='203.0.113.9 2001:db8::1';; *) list=;; esac\n"
                     "printf 'Status for the jail: %s\\n   `- Banned IP list:\\t%s\\n' \"$2\" \"$list\"\n");
        writeProgram(folder.filePath(QStringLiteral("systemd-analyze")),
                     "printf 'UNIT EXPOSURE PREDICATE HAPPY\\nssh.service 9.6 UNSAFE x\\nnginx.service 9.6 UNSAFE "
                     "x\\n'\n");
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", folder.path().toUtf8() + ':' + path);
        LocalShell shell;
        const auto answer = askProtection(shell, {Elevation::Method::None, {}}, {});
        qputenv("PATH", path);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
        QCOMPARE(answer->bans.size(), 2);
        QCOMPARE(answer->bans.last().address.raw(), QStringLiteral("2001:db8::1"));
        QCOMPARE(answer->units.size(), 2);
        QCOMPARE(answer->units.first().exposure, 9.6);
    }

    void exposure_isTheNumberOfTheLastLine()
    {
        QCOMPARE(exposureIn("→ Overall exposure level for a.service: 9.6 UNSAFE 😨\n"), std::optional(9.6));
        for (const char *none : {"", "Failed to load unit: 5.0", "exposure level for a.service: high",
                                 "exposure level for a.service: 11.0 X", "exposure level for a.service:"})
            QVERIFY2(!exposureIn(none), none);
    }

    /// What is asked lies nowhere afterwards.
    void outlook_isAskedOfTheUnitAndOfItsText()
    {
        QTemporaryDir folder;
        writeProgram(folder.filePath(QStringLiteral("systemd-analyze")),
                     "for last; do :; done\n"
                     "case $* in *--offline=true*) n=$(($(wc -c <\"$last\") / 10)).5;; *) n=9.6;; esac\n"
                     "printf 'a table\\n→ Overall exposure level for %s: %s OK\\n' \"$last\" $n\n");
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", folder.path().toUtf8() + ':' + path);
        LocalShell shell;
        const auto asked = askOutlook(shell, {Elevation::Method::None, {}}, QStringLiteral("a.service"),
                                      "[Service]\nExecStart=/x\n\n[Service]\nUser=a\n", {});
        qputenv("PATH", path);
        QVERIFY2(asked, asked ? "" : qPrintable(asked.error().text()));
        QCOMPARE(asked->now, std::optional(9.6));
        QCOMPARE(asked->then, std::optional(4.5));
        QVERIFY(QDir(QStringLiteral("/run")).entryList({QStringLiteral("gatewright-unit.*")}).isEmpty());
    }
};

GW_REGISTER_TEST(ProtectionTest)
#include "protectiontest.moc"

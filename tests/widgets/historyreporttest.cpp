// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/samplehistory.h"
#include "tests/support/testmain.h"
#include "widgets/history/changereport.h"

#include <QRegularExpression>

using namespace gw;

class HistoryReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void markdown_tellsTheWholeChange()
    {
        const QString report = QString::fromUtf8(markdownReportOf(sample::history().first()));
        for (const char *part : {"# Harden SSH and close port 3001 (#118)", "- Who: ada on laptop", "gpu-h100-02",
                                 "## Proofs", "held", "$ ufw deny 3001/tcp", "Rule added (v6)", "## Files",
                                 "+PasswordAuthentication no", "0644 root:root", "0600 root:root"})
            QVERIFY2(report.contains(QString::fromUtf8(part)), part);
    }

    /// What a server or a plan said cannot leave its block, nor become a heading, a link or HTML.
    void hostileText_staysInItsPlace()
    {
        const QString report = QString::fromUtf8(markdownReportOf(sample::hostileChange()));
        QVERIFY(!report.contains(QChar(0x1b)) && !report.contains(QChar(0x202e)) && !report.contains(QChar(7)));
        QString fence;
        static const QRegularExpression fenceLine(QStringLiteral("^(`{3,})(\\w*)$"));
        for (const QString &line : report.split(u'\n')) {
            const auto match = fenceLine.match(line);
            if (fence.isEmpty() && match.hasMatch())
                fence = match.captured(1);
            else if (!fence.isEmpty() && match.hasMatch() && match.captured(1).size() >= fence.size() &&
                     match.captured(2).isEmpty())
                fence.clear();
            else if (fence.isEmpty())
                QVERIFY2(!line.startsWith(QLatin1String("# not")), qPrintable(line));
        }
        QVERIFY(fence.isEmpty());
    }

    void secretContent_isNotInAnyReport()
    {
        ChangeRecord change = sample::history().last();
        QCOMPARE(change.files.first().secrecy, Secrecy::Secret);
        change.files.first().after.content = "admin:$2y$10$hash";
        QVERIFY(!markdownReportOf(change).contains("$2y$10$"));
        QVERIFY(!shortReportOf(change).contains(QLatin1String("$2y$10$")));
    }

    void fileName_isPlainWhateverTheTitle_data()
    {
        QTest::addColumn<QString>("title");
        QTest::newRow("path") << QStringLiteral("../../etc/passwd");
        QTest::newRow("controls") << QStringLiteral("a\nb\0c\x1b[31m");
        QTest::newRow("long") << QString(500, u'x');
        QTest::newRow("chinese") << QStringLiteral("加固 SSH");
        QTest::newRow("nothing") << QString();
    }
    void fileName_isPlainWhateverTheTitle()
    {
        QFETCH(QString, title);
        ChangeRecord change = sample::history().first();
        change.plan.title = title;
        change.serverName = QStringLiteral("..%1").arg(title);
        static const QRegularExpression plain(QStringLiteral("^[a-z0-9][a-z0-9.-]*\\.md$"));
        const QString name = reportFileNameOf(change);
        QVERIFY2(plain.match(name).hasMatch() && name.size() < 80, qPrintable(name));
    }
};

GW_REGISTER_TEST(HistoryReportTest)
#include "historyreporttest.moc"

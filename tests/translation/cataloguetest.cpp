// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translation/translation.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

/// The Chinese catalogue holds every string of the sources, translated, with the same placeholders.
class CatalogueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStringOfTheSources_isTranslated()
    {
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("gatewright_zh_CN.ts"));
        const QString source = QStringLiteral(GW_SOURCE_DIR);
        QVERIFY(QFile::copy(source + QStringLiteral("/resources/translations/gatewright_zh_CN.ts"), copy));
        QVERIFY(QFile(copy).setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QProcess update;
        update.start(QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate"),
                     {QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
                      QStringLiteral("none"), QStringLiteral("-extensions"), QStringLiteral("cpp,h"),
                      QStringLiteral("-I"), source, source + QStringLiteral("/app"),
                      source + QStringLiteral("/backend"), source + QStringLiteral("/widgets"), QStringLiteral("-ts"),
                      copy});
        QVERIFY2(update.waitForFinished(60'000) && update.exitCode() == 0, update.readAllStandardError().constData());
        QFile file(copy);
        QVERIFY(file.open(QFile::ReadOnly));
        const QString catalogue = QString::fromUtf8(file.readAll());
        static const QRegularExpression unfinished(
            QStringLiteral("<source>([^<]*)</source>(?:(?!</message>).)*type=\"unfinished\""),
            QRegularExpression::DotMatchesEverythingOption);
        QStringList missing;
        for (auto it = unfinished.globalMatch(catalogue); it.hasNext();)
            missing += it.next().captured(1);
        QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("%1 not translated, among them: %2")
                                                   .arg(missing.size())
                                                   .arg(missing.mid(0, 5).join(QStringLiteral(" | ")))));
        QVERIFY(catalogue.count(QStringLiteral("<message")) > 100);
    }

    void placeholders_areTheSameInBothLanguages()
    {
        QFile file(QStringLiteral(GW_SOURCE_DIR "/resources/translations/gatewright_zh_CN.ts"));
        QVERIFY(file.open(QFile::ReadOnly));
        const QString catalogue = QString::fromUtf8(file.readAll());
        static const QRegularExpression message(
            QStringLiteral("<message[^>]*>.*?<source>(.*?)</source>.*?<translation[^>]*>(.*?)</translation>"),
            QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression placeholder(QStringLiteral("%(?:L?[0-9]+|n)"));
        const auto placeholders = [](const QString &text) {
            QStringList found;
            for (auto it = placeholder.globalMatch(text); it.hasNext();)
                found += it.next().captured();
            found.removeAll(QStringLiteral("%n")); // a plural form may leave the number out
            found.removeDuplicates();
            found.sort();
            return found;
        };
        for (auto it = message.globalMatch(catalogue); it.hasNext();) {
            const auto match = it.next();
            QVERIFY2(placeholders(match.captured(1)) == placeholders(match.captured(2)), qPrintable(match.captured(1)));
        }
    }

    void compiledCatalogue_isInstalledAndRemoved()
    {
        gw::Translation translation;
        translation.install(QStringLiteral("zh_CN"));
        QCOMPARE(QCoreApplication::translate("Gap", "needs root"), QStringLiteral("需要 root 权限"));
        translation.install(QStringLiteral("en"));
        QCOMPARE(QCoreApplication::translate("Gap", "needs root"), QStringLiteral("needs root"));
    }
};

GW_REGISTER_TEST(CatalogueTest)
#include "cataloguetest.moc"

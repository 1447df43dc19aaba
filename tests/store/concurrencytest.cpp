// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/store.h"

#include "tests/support/testmain.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace gw;

class ConcurrencyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void severalProcesses_createAndWriteTheSameFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gatewright.db"));
        const QStringList hosts{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        std::vector<std::unique_ptr<QProcess>> writers;
        for (const QString &host : hosts) { // all three find no file and create the schema
            auto writer = std::make_unique<QProcess>();
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("GW_STORE_PATH"), path);
            environment.insert(QStringLiteral("GW_STORE_HOST"), host);
            writer->setProcessEnvironment(environment);
            writer->setProcessChannelMode(QProcess::MergedChannels);
            writer->start(QCoreApplication::applicationFilePath(), {QStringLiteral("storewriter")});
            writers.push_back(std::move(writer));
        }
        for (const auto &writer : writers) {
            QVERIFY(writer->waitForFinished(60'000));
            const QByteArray said = writer->readAll();
            QVERIFY2(writer->exitStatus() == QProcess::NormalExit && writer->exitCode() == 0, said.constData());
        }
        const auto store = Store::open(path);
        QVERIFY(store);
        for (const QString &host : hosts) {
            const auto kept = (*store)->snapshots(HostId(host));
            QVERIFY(kept);
            QCOMPARE(kept->size(), 40);
            const auto newest = (*store)->latest(HostId(host));
            QVERIFY(newest);
            QCOMPARE((*newest)->sections.last().content, host.toUtf8() + "39");
        }
        const auto history = (*store)->history();
        QVERIFY(history);
        QCOMPARE(history->size(), 30); // one number for each change, whoever wrote it
        for (qsizetype i = 0; i < history->size(); ++i)
            QCOMPARE(history->at(i).number, 30 - i);
        const auto check = (*store)->checkJournal();
        QVERIFY(check);
        QVERIFY2(!check->brokenAt, qPrintable(check->detail));
        QCOMPARE(check->entries, 60);
        QVERIFY(hosts.contains(*(*store)->setting(QStringLiteral("last"))));
    }

    void twoStoresOfOneThread_seeEachOther()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gatewright.db"));
        const auto one = Store::open(path);
        const auto other = Store::open(path);
        QVERIFY(one && other);
        QVERIFY((*one)->setSetting(QStringLiteral("a"), QStringLiteral("1")));
        QCOMPARE(*(*other)->setting(QStringLiteral("a")), QStringLiteral("1"));
        QVERIFY((*other)->setSetting(QStringLiteral("a"), QStringLiteral("2")));
        QCOMPARE(*(*one)->setting(QStringLiteral("a")), QStringLiteral("2"));
    }
};

GW_REGISTER_TEST(ConcurrencyTest)
#include "concurrencytest.moc"

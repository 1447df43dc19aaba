// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/schema.h"
#include "tests/store/journalrecords.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace gw;
using namespace gw::test;

class JournalTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString newPath() { return m_folder.filePath(QStringLiteral("%1.db").arg(++m_files)); }

    static std::unique_ptr<Store> openStore(const QString &path)
    {
        auto store = Store::open(path);
        if (!store)
            qFatal("%s", qPrintable(store.error().text()));
        return std::move(*store);
    }

    /// A journal of three changes, the second of which was open first: four entries.
    QString newJournal()
    {
        const QString path = newPath();
        const auto store = openStore(path);
        ChangeRecord second = recordOf(QStringLiteral("b"));
        second.outcome = Outcome::Open;
        for (const ChangeRecord &record :
             {recordOf(QStringLiteral("a")), second, recordOf(QStringLiteral("b")), recordOf(QStringLiteral("c"))}) {
            const auto appended = store->append(record);
            if (!appended)
                qFatal("%s", qPrintable(appended.error().text()));
        }
        return path;
    }

private Q_SLOTS:
    void appendedChange_comesBackWhole()
    {
        const auto store = openStore(newPath());
        ChangeRecord record = recordOf(QStringLiteral("a"));
        const auto number = store->append(record);
        QVERIFY2(number, number ? "" : qPrintable(number.error().text()));
        QCOMPARE(*number, 1);
        record.number = 1;
        const auto whole = store->change(1);
        QVERIFY2(whole, whole ? "" : qPrintable(whole.error().text()));
        QCOMPARE(whole->files, record.files);
        QCOMPARE(*whole, record);
        QCOMPARE(**store->changeOf(QStringLiteral("a")), record);
        QVERIFY(!*store->changeOf(QStringLiteral("z")));
        QCOMPARE(store->change(2).error().kind, Error::Kind::Invalid);
    }

    void statesOfOneTransaction_areOneChange()
    {
        const auto store = openStore(newPath());
        ChangeRecord record = recordOf(QStringLiteral("a"));
        record.outcome = Outcome::Open;
        QCOMPARE(*store->append(record), 1);
        QCOMPARE(*store->append(recordOf(QStringLiteral("b"))), 2);
        record.outcome = Outcome::CameBack;
        record.detail = QStringLiteral("Nobody said keep");
        QCOMPARE(*store->append(record), 1);
        const auto history = store->history();
        QCOMPARE(history->size(), 2);
        QCOMPARE(history->first().number, 2);
        QCOMPARE(history->last().number, 1);
        QCOMPARE(history->last().outcome, Outcome::CameBack);
        QCOMPARE(store->change(1)->detail, record.detail);
        QCOMPARE(store->checkJournal()->entries, 3);
    }

    void stateThatIsThere_isNotWrittenTwice()
    {
        const auto store = openStore(newPath());
        QCOMPARE(*store->append(recordOf(QStringLiteral("a"))), 1);
        QCOMPARE(*store->append(recordOf(QStringLiteral("a"))), 1);
        QCOMPARE(store->checkJournal()->entries, 1);
    }

    void history_isNarrowed()
    {
        const auto store = openStore(newPath());
        for (int i = 0; i < 6; ++i) {
            ChangeRecord record = recordOf(QString::number(i));
            record.host = HostId(i % 2 ? QStringLiteral("odd") : QStringLiteral("even"));
            record.at = record.at.addDays(i);
            QCOMPARE(*store->append(record), i + 1);
        }
        const auto numbers = [&store](const HistoryFilter &filter) {
            QList<qint64> all;
            const auto history = store->history(filter);
            for (const ChangeRecord &record : *history)
                all.append(record.number);
            return all;
        };
        const QDateTime first = recordOf(QStringLiteral("0")).at;
        QCOMPARE(numbers({}), QList<qint64>({6, 5, 4, 3, 2, 1}));
        QCOMPARE(numbers({HostId(QStringLiteral("odd"))}), QList<qint64>({6, 4, 2}));
        QCOMPARE(numbers({HostId(QStringLiteral("none"))}), QList<qint64>());
        QCOMPARE(numbers({{}, first.addDays(4)}), QList<qint64>({6, 5}));
        QCOMPARE(numbers({HostId(QStringLiteral("even")), first.addDays(1)}), QList<qint64>({5, 3}));
        QCOMPARE(numbers({{}, {}, Outcome::Open}), QList<qint64>());
        ChangeRecord open = recordOf(QStringLiteral("open"));
        open.outcome = Outcome::Open;
        QCOMPARE(*store->append(open), 7);
        QCOMPARE(numbers({{}, {}, Outcome::Open}), QList<qint64>({7}));
        open.outcome = Outcome::Kept;
        QCOMPARE(*store->append(open), 7); // its last state counts
        QCOMPARE(numbers({{}, {}, Outcome::Open}), QList<qint64>());
        QCOMPARE(numbers({{}, {}, Outcome::Kept}), QList<qint64>({7, 6, 5, 4, 3, 2, 1}));
    }

    void history_isWithoutContents()
    {
        const auto store = openStore(newJournal());
        const auto history = store->history();
        for (const ChangeRecord &record : *history) {
            for (const FileRecord &file : record.files) {
                QVERIFY(file.before.content.isEmpty() && file.after.content.isEmpty());
                QVERIFY(!file.afterHash.isEmpty());
            }
        }
    }

    void change_mustBeWholeToBeWritten()
    {
        const auto store = openStore(newJournal());
        ChangeRecord record = store->history()->first(); // its contents are not in it
        record.detail = QStringLiteral("again");
        QCOMPARE(store->append(record).error().kind, Error::Kind::Invalid);
        record = *store->change(record.number);
        record.detail = QStringLiteral("again");
        QVERIFY(store->append(record));
        record.transaction.clear();
        QCOMPARE(store->append(record).error().kind, Error::Kind::Invalid);
    }

    void transaction_belongsToOneServer()
    {
        const auto store = openStore(newJournal());
        ChangeRecord record = recordOf(QStringLiteral("b"));
        record.host = HostId(QStringLiteral("another"));
        record.outcome = Outcome::CameBack;
        QCOMPARE(store->append(record).error().kind, Error::Kind::Invalid);
        QCOMPARE(store->change(2)->outcome, Outcome::Kept);
    }

    void content_isStoredOnce()
    {
        const QString path = newJournal();
        openStore(path)->append(recordOf(QStringLiteral("d"))).value();
        RawDatabase raw(path);
        QSet<QByteArray> contents;
        for (const QVariant &bytes : raw.column(QStringLiteral("SELECT bytes FROM content")))
            contents.insert(qUncompress(bytes.toByteArray()));
        QCOMPARE(raw.column(QStringLiteral("SELECT id FROM content")).size(), contents.size());
        for (const FileRecord &file : recordOf(QStringLiteral("a")).files)
            QVERIFY(contents.contains(file.after.content) || !file.after.exists());
    }

    void secretContent_isNeverStored()
    {
        const QString path = newPath();
        const QByteArray canary = "GWCANARY-hunter2";
        ChangeRecord record = recordOf(QStringLiteral("a"));
        const RemotePath secret(QByteArray("/etc/nginx/htpasswd"));
        const FileState after = fileState("ada:" + canary + "\n");
        record.plan.steps.append(Step{
            QStringLiteral("write secret"), WriteFile{secret, FileState{}, after.content, {}, Secrecy::Secret}, {}});
        record.files.append(fileRecordOf(secret, FileState{}, after)); // called public by mistake
        {
            const auto store = openStore(path);
            const auto appended = store->append(record);
            QVERIFY2(appended, appended ? "" : qPrintable(appended.error().text()));
            const ChangeRecord kept = *store->change(1);
            QCOMPARE(kept.files.last().secrecy, Secrecy::Secret);
            QVERIFY(kept.files.last().after.content.isEmpty());
            QCOMPARE(kept.files.last().afterHash, after.hash());
            QVERIFY(!store->checkJournal()->brokenAt);
        }
        RawDatabase raw(path);
        for (const QVariant &bytes : raw.column(QStringLiteral("SELECT bytes FROM content")))
            QVERIFY(!qUncompress(bytes.toByteArray()).contains(canary));
        for (const QVariant &json : raw.column(QStringLiteral("SELECT record FROM journal")))
            QVERIFY(!json.toByteArray().contains(canary));
    }

    void entry_canNeitherBeChangedNorRemoved_data()
    {
        QTest::addColumn<QString>("statement");
        for (const char *statement :
             {"UPDATE journal SET record = 'x' WHERE entry = 1", "DELETE FROM journal WHERE entry = 4",
              "DELETE FROM journal", "UPDATE journal_content SET entry = 2 WHERE entry = 1",
              "DELETE FROM journal_content", "UPDATE content SET bytes = x'00'",
              "DELETE FROM content WHERE id = (SELECT min(content) FROM journal_content)",
              "REPLACE INTO journal SELECT * FROM journal WHERE entry = 2",
              "INSERT INTO journal SELECT entry + 9, number, transaction_id, host, at, record, previous, hash FROM "
              "journal "
              "WHERE entry = 1"})
            QTest::newRow(statement) << QString::fromLatin1(statement);
    }

    void entry_canNeitherBeChangedNorRemoved()
    {
        QFETCH(QString, statement);
        const QString path = newJournal();
        {
            RawDatabase raw(path);
            QVERIFY(!raw.run(statement));
        }
        const auto store = openStore(path);
        QVERIFY(!store->checkJournal()->brokenAt);
        QCOMPARE(store->history()->size(), 3);
    }

    void tampering_isFoundWhereItWasDone_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<qint64>("brokenAt");
        const auto row = [](const char *name, const QString &statement, qint64 brokenAt) {
            QTest::newRow(name) << statement << brokenAt;
        };
        row("record", QStringLiteral("UPDATE journal SET record = replace(CAST(record AS TEXT), 'ada', 'eve')"), 1);
        for (const char *column : {"number", "transaction_id", "host", "at"})
            row(column, QStringLiteral("UPDATE journal SET %1 = 77 WHERE entry = 2").arg(QLatin1String(column)), 2);
        for (const char *column : {"record", "previous", "hash"})
            row(column, QStringLiteral("UPDATE journal SET %1 = x'00' WHERE entry = 3").arg(QLatin1String(column)), 3);
        row("entry", QStringLiteral("UPDATE journal SET entry = 9 WHERE entry = 4"), 4);
        row("two swapped",
            QStringLiteral("UPDATE journal SET entry = CASE entry WHEN 2 THEN -3 WHEN 3 THEN -2 ELSE entry END;"
                           "UPDATE journal SET entry = -entry WHERE entry < 0"),
            2);
        row("first gone", QStringLiteral("DELETE FROM journal WHERE entry = 1"), 1);
        row("middle gone", QStringLiteral("DELETE FROM journal WHERE entry = 3"), 3);
        row("tail gone", QStringLiteral("DELETE FROM journal WHERE entry > 2"), 3);
        row("all gone", QStringLiteral("DELETE FROM journal"), 1);
        row("content", QStringLiteral("UPDATE content SET bytes = x'00'"), 1);
        row("content gone", QStringLiteral("DELETE FROM content"), 1);
    }

    void tampering_isFoundWhereItWasDone()
    {
        QFETCH(QString, statement);
        QFETCH(qint64, brokenAt);
        const QString path = newJournal();
        {
            RawDatabase raw(path);
            raw.liftRules();
            for (const QString &part : statement.split(u';'))
                QVERIFY2(raw.run(part), qPrintable(raw.lastError()));
        }
        const auto check = openStore(path)->checkJournal();
        QVERIFY2(check, check ? "" : qPrintable(check.error().text()));
        QCOMPARE(check->brokenAt.value_or(0), brokenAt);
        QVERIFY(!check->detail.isEmpty());
    }

    void journalThatLostItsTail_staysBroken()
    {
        const QString path = newJournal();
        {
            RawDatabase raw(path);
            raw.liftRules();
            QVERIFY(raw.run(QStringLiteral("DELETE FROM journal WHERE entry = 4")));
        }
        const auto store = openStore(path);
        QVERIFY(store->append(recordOf(QStringLiteral("e"))));
        QCOMPARE(store->checkJournal()->brokenAt.value_or(0), 4);
    }

    void chainThatWasCutWithItsCounter_showsInTheHeadAlone()
    {
        const QString path = newJournal();
        const QByteArray head = *openStore(path)->journalHead();
        QCOMPARE(openStore(path)->checkJournal()->head, head);
        {
            RawDatabase raw(path);
            raw.liftRules();
            QVERIFY(raw.run(QStringLiteral("DELETE FROM journal WHERE entry = 4")));
            QVERIFY(raw.run(QStringLiteral("UPDATE sqlite_sequence SET seq = 3 WHERE name = 'journal'")));
        }
        const auto store = openStore(path);
        QVERIFY(!store->checkJournal()->brokenAt);
        QVERIFY(store->checkJournal()->head != head);
        QVERIFY(*store->journalHead() != head);
    }

    void changeThatWasTamperedWith_isNotGivenOut()
    {
        const QString path = newJournal();
        {
            RawDatabase raw(path);
            raw.liftRules();
            QVERIFY(raw.run(QStringLiteral("UPDATE journal SET record = replace(CAST(record AS TEXT), 'ada', 'eve')"
                                           " WHERE number = 1")));
            QVERIFY(raw.run(QStringLiteral("UPDATE content SET bytes = x'00'")));
        }
        const auto store = openStore(path);
        QCOMPARE(store->change(1).error().kind, Error::Kind::Failed);
        QCOMPARE(store->change(3).error().kind, Error::Kind::Failed);
        QVERIFY(!store->history());
    }

    void removedServer_keepsItsJournal()
    {
        const QString path = newPath();
        const auto store = openStore(path);
        ChangeRecord record = recordOf(QStringLiteral("a"));
        const SurveyAnswer survey{record.at,
                                  {},
                                  {SurveySection{"s", 0, false, false, record.files.first().after.content},
                                   SurveySection{"t", 0, false, false, "only here"}}};
        QVERIFY(store->keep(record.host, survey));
        QCOMPARE(*store->append(record), 1);
        QVERIFY(store->remove(record.host));
        QVERIFY(store->forgetOlderThan(record.at.addYears(10)));
        record.number = 1;
        QCOMPARE(*store->change(1), record);
        RawDatabase raw(path);
        for (const QVariant &bytes : raw.column(QStringLiteral("SELECT bytes FROM content")))
            QVERIFY(qUncompress(bytes.toByteArray()) != "only here");
    }

    void fileOfTheFirstVersion_getsAJournal()
    {
        const QString path = newPath();
        {
            RawDatabase raw(path);
            for (const QString &statement : schemaMigrations().first())
                QVERIFY2(raw.run(statement), qPrintable(raw.lastError()));
            QVERIFY(raw.run(QStringLiteral("INSERT INTO setting VALUES ('a', 'b')")));
            QVERIFY(raw.run(QStringLiteral("PRAGMA user_version = 1")));
        }
        const auto store = openStore(path);
        QCOMPARE(*store->setting(QStringLiteral("a")), QStringLiteral("b"));
        QCOMPARE(*store->checkJournal(), JournalCheck());
        QCOMPARE(*store->append(recordOf(QStringLiteral("a"))), 1);
        QVERIFY(!store->checkJournal()->brokenAt);
    }
};

GW_REGISTER_TEST(JournalTest)
#include "journaltest.moc"

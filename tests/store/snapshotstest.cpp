// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/store.h"

#include "tests/support/testmain.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace gw;

namespace {

const HostId host(QStringLiteral("h"));

QByteArray randomBytes(quint32 seed, int size)
{
    QRandomGenerator random(seed);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    return bytes;
}

QDateTime day(int number)
{
    return QDateTime(QDate(2026, 1, 1), QTime(8, 30, 0, 123), Qt::UTC).addDays(number);
}

/// A survey of 60 sections; only the first differs from one `variant` to the next.
SurveyAnswer answerOf(int dayNumber, quint32 variant = 0)
{
    SurveyAnswer answer{day(dayNumber), std::chrono::milliseconds(1234), {}};
    answer.sections.append(SurveySection{"uptime", 0, false, false, QByteArray::number(variant)});
    for (quint32 i = 0; i < 58; ++i)
        answer.sections.append(
            SurveySection{"section " + QByteArray::number(i), int(i), i % 2 == 0, i % 3 == 0, randomBytes(i, 4000)});
    answer.sections.append(SurveySection{"empty \xff", 127, true, true, {}});
    return answer;
}

Result<std::unique_ptr<Store>> openMemory()
{
    return Store::open(QStringLiteral(":memory:"));
}

/// What `sql` counts in the file, by a connection of its own.
qint64 count(const QString &path, const QString &sql)
{
    qint64 number = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("count"));
        database.setDatabaseName(path);
        database.open();
        QSqlQuery query(sql, database);
        if (query.next())
            number = query.value(0).toLongLong();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("count"));
    return number;
}

} // namespace

class SnapshotsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keptSurvey_comesBackAsItWas()
    {
        const auto store = openMemory();
        const SurveyAnswer answer = answerOf(1);
        const auto id = (*store)->keep(host, answer);
        QVERIFY(id);
        QCOMPARE(*(*store)->snapshot(*id), answer);
    }

    void snapshots_areNewestFirst()
    {
        const auto store = openMemory();
        const qint64 second = *(*store)->keep(host, answerOf(2));
        const qint64 first = *(*store)->keep(host, answerOf(1));
        QVERIFY((*store)->keep(HostId::local(), answerOf(3)));
        QCOMPARE(*(*store)->snapshots(host),
                 QList<SnapshotInfo>({SnapshotInfo{second, host, day(2)}, SnapshotInfo{first, host, day(1)}}));
        QCOMPARE((*(*store)->latest(host))->takenAt, day(2));
        QVERIFY(!*(*store)->latest(HostId(QStringLiteral("other"))));
    }

    void missingSnapshot_isAnError()
    {
        const auto store = openMemory();
        QCOMPARE((*store)->snapshot(42).error().kind, Error::Kind::Invalid);
    }

    void secondSurveyOfAnUnchangedServer_costsOnlyTheDifference()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gatewright.db"));
        const auto store = Store::open(path);
        QVERIFY(store);
        const qint64 pagesOfNone = count(path, QStringLiteral("PRAGMA page_count"));
        QVERIFY((*store)->keep(host, answerOf(1, 1)));
        const qint64 sizeOfOne = count(path, QStringLiteral("SELECT sum(length(bytes)) FROM content"));
        QVERIFY(sizeOfOne > 58 * 4000);
        for (int i = 2; i <= 11; ++i)
            QVERIFY((*store)->keep(host, answerOf(i, quint32(i))));
        const qint64 sizeOfEleven = count(path, QStringLiteral("SELECT sum(length(bytes)) FROM content"));
        QVERIFY2(sizeOfEleven - sizeOfOne < 10 * 40, qPrintable(QString::number(sizeOfEleven - sizeOfOne)));
        const qint64 pages = count(path, QStringLiteral("PRAGMA page_count")) - pagesOfNone;
        QVERIFY(pages * 4096 < 3 * sizeOfOne / 2);
    }

    void textIsStoredCompressed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gatewright.db"));
        const auto store = Store::open(path);
        SurveyAnswer answer{
            day(1), {}, {SurveySection{"a", 0, false, false, QByteArray("listen 443;\n").repeated(10000)}}};
        QVERIFY((*store)->keep(host, answer));
        QVERIFY(count(path, QStringLiteral("SELECT sum(length(bytes)) FROM content")) < 2000);
    }

    void forgetting_removesOldSurveysAndContentNobodyRefersTo()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gatewright.db"));
        const auto store = Store::open(path);
        for (int i = 1; i <= 4; ++i)
            QVERIFY((*store)->keep(host, answerOf(i, quint32(i))));
        QVERIFY((*store)->forgetOlderThan(day(3)));
        const auto left = (*store)->snapshots(host);
        QCOMPARE(left->size(), 2);
        QCOMPARE(*(*store)->snapshot(left->last().id), answerOf(3, 3));
        QCOMPARE(count(path, QStringLiteral("SELECT count(*) FROM content")), 58 + 1 + 2);
        QVERIFY((*store)->forgetOlderThan(day(100)));
        QCOMPARE(count(path, QStringLiteral("SELECT count(*) FROM content")), 0);
        QCOMPARE(count(path, QStringLiteral("PRAGMA freelist_count")), 0);
    }

    void forgetting_keepsTheNewestSurveyOfAServerInTheList()
    {
        const auto store = openMemory();
        Server server;
        server.id = host;
        server.name = QStringLiteral("a");
        QVERIFY((*store)->save(server));
        for (const HostId &each : {host, HostId::local(), HostId(QStringLiteral("never saved"))}) {
            QVERIFY((*store)->keep(each, answerOf(1)));
            QVERIFY((*store)->keep(each, answerOf(2)));
        }
        QVERIFY((*store)->forgetOlderThan(day(100)));
        QCOMPARE((*store)->snapshots(host)->size(), 1);
        QCOMPARE((*store)->snapshots(host)->first().takenAt, day(2));
        QCOMPARE((*store)->snapshots(HostId::local())->size(), 1);
        QVERIFY((*store)->snapshots(HostId(QStringLiteral("never saved")))->isEmpty());
    }

    void removedServer_takesItsSurveysAlong()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gatewright.db"));
        const auto store = Store::open(path);
        QVERIFY((*store)->keep(host, answerOf(1)));
        QVERIFY((*store)->remove(host));
        QVERIFY((*store)->snapshots(host)->isEmpty());
        QCOMPARE(count(path, QStringLiteral("SELECT count(*) FROM content")), 0);
    }

    void alteredContent_isReportedNotShown()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gatewright.db"));
        const auto store = Store::open(path);
        const qint64 id = *(*store)->keep(host, answerOf(1));
        count(path, QStringLiteral("DROP TRIGGER content_update"));
        count(path, QStringLiteral("UPDATE content SET bytes = x'00000001' WHERE id = 5"));
        const auto answer = (*store)->snapshot(id);
        QVERIFY(!answer);
        QVERIFY(answer.error().cause.contains(QStringLiteral("damaged")));
    }
};

GW_REGISTER_TEST(SnapshotsTest)
#include "snapshotstest.moc"

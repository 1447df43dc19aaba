// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/record.h"
#include "tests/plan/randomplan.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace gw;
using namespace Qt::StringLiterals;

namespace {

/// Through the bytes of a file, as the journal has it.
QJsonObject stored(const ChangeRecord &record)
{
    return QJsonDocument::fromJson(QJsonDocument(toJson(record)).toJson()).object();
}

ContentSource sourceOf(const QHash<QByteArray, QByteArray> &contents)
{
    return [contents](const QByteArray &hash) {
        return contents.contains(hash) ? std::optional(contents.value(hash)) : std::nullopt;
    };
}

ChangeRecord oneFile(Secrecy secrecy)
{
    const FileState before{FileState::Kind::Regular, "the old CANARY", {}, {}};
    const FileState after{FileState::Kind::Regular, "the new CANARY", {}, {}};
    const RemotePath path(u"/etc/app.conf");
    ChangeRecord record;
    record.at = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    record.plan.steps = {{u"write"_s, WriteFile{path, before, after.content, {}, secrecy}, {}, {}},
                         {u"remove"_s, RemoveFile{path, after, secrecy}, {}, {}}};
    record.files = {fileRecordOf(path, before, after, secrecy)};
    return record;
}

} // namespace

class RecordJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordAndItsContents_makeTheSameRecord()
    {
        for (quint32 seed = 0; seed < 400; ++seed) {
            const ChangeRecord record = test::RandomPlan(seed).record();
            const auto read = changeRecordFromJson(stored(record), sourceOf(contentsOf(record)));
            QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
            QCOMPARE(read->plan, record.plan);
            QCOMPARE(*read, record);
        }
    }

    void noContentStandsInTheJson()
    {
        QVERIFY(!QJsonDocument(toJson(oneFile(Secrecy::Public))).toJson().contains("CANARY"));
    }

    void secretContent_isInNeitherTheJsonNorTheContents()
    {
        const ChangeRecord record = oneFile(Secrecy::Secret);
        QVERIFY(contentsOf(record).isEmpty());
        QVERIFY(!QJsonDocument(toJson(record)).toJson().contains("CANARY"));
        const auto read = changeRecordFromJson(stored(record), {});
        QVERIFY(read);
        QCOMPARE(read->files.first().beforeHash, contentHash("the old CANARY"));
        QCOMPARE(read->files.first().afterHash, contentHash("the new CANARY"));
    }

    void contentThatIsGone_isEmptyAndItsHashStays()
    {
        const auto read = changeRecordFromJson(stored(oneFile(Secrecy::Public)), {});
        QVERIFY(read);
        const FileRecord &file = read->files.first();
        QVERIFY(file.before.content.isEmpty());
        QCOMPARE(file.beforeHash, contentHash("the old CANARY"));
        QVERIFY(file.before.hash() != file.beforeHash);
    }

    void outcomes_haveAnIdAndAName()
    {
        for (int i = 0; i <= int(Outcome::Broken); ++i) {
            QCOMPARE(outcomeFromId(outcomeId(Outcome(i))), std::optional(Outcome(i)));
            QVERIFY(!outcomeName(Outcome(i)).isEmpty());
        }
        QVERIFY(!outcomeFromId(u"forgotten"_s));
    }

    void damagedRecord_isRefusedWithItsPlace_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QString &key, const QJsonValue &value, const QString &says) {
            QTest::newRow(name) << key << value << says;
        };
        row("newer version", u"gatewright-change"_s, 2, u"gatewright-change is 2"_s);
        row("no time", u"at"_s, u"yesterday"_s, u"at is not a time"_s);
        row("outcome", u"outcome"_s, u"lost"_s, u"outcome is not known: lost"_s);
        row("number", u"number"_s, -1, u"number is not a number from"_s);
        row("plan", u"plan"_s, u"none"_s, u"plan is not an object"_s);
        row("file", u"files"_s, QJsonArray{QJsonObject()}, u"files[0].path is missing"_s);
        row("unknown member", u"hello"_s, 1, u"has a member that is not known: hello"_s);
    }
    void damagedRecord_isRefusedWithItsPlace()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(QString, says);
        QJsonObject json = stored(oneFile(Secrecy::Public));
        json.insert(key, value);
        const auto read = changeRecordFromJson(json, {});
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Invalid);
        QVERIFY2(read.error().cause.startsWith(says), qPrintable(read.error().cause));
    }
};

GW_REGISTER_TEST(RecordJsonTest)
#include "recordjsontest.moc"

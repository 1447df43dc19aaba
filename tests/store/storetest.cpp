// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/store.h"

#include "tests/support/testmain.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <cerrno>
#include <sys/stat.h>

using namespace gw;

namespace {

Server namedServer(const QString &name)
{
    Server server;
    server.id = HostId::create();
    server.name = name;
    server.target = QStringLiteral("dev@203.0.113.7:2222");
    server.group = QStringLiteral("gpu-lab");
    server.tags = {QStringLiteral("a b"), QStringLiteral("\"c\", 通义")};
    server.colour = QStringLiteral("blue");
    server.transport = QStringLiteral("automatic");
    server.identityFile = QStringLiteral("/home/me/.ssh/id");
    return server;
}

QStringList names(const Store &store)
{
    QStringList all;
    const auto servers = store.servers();
    for (const Server &server : *servers)
        all.append(server.name);
    return all;
}

AcceptedRisk risk(const QString &rule, const QString &subject)
{
    return AcceptedRisk{RuleId(rule), subject, QStringLiteral("known"), QDate(2026, 12, 31), QStringLiteral("me")};
}

int permissions(const QString &path)
{
    struct stat status {};
    ::stat(path.toLocal8Bit().constData(), &status);
    return int(status.st_mode & 0777);
}

} // namespace

class StoreTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Store> openMemory()
    {
        auto store = Store::open(QStringLiteral(":memory:"));
        if (!store)
            qFatal("%s", qPrintable(store.error().text()));
        return std::move(*store);
    }

private Q_SLOTS:
    void thisComputer_isAlwaysFirst()
    {
        const auto store = openMemory();
        QCOMPARE(store->servers()->size(), 1);
        QVERIFY(store->servers()->first().isLocal());
        QVERIFY(store->save(namedServer(QStringLiteral("a"))));
        Server local = store->servers()->first();
        local.colour = QStringLiteral("green");
        local.name = QStringLiteral("My desk");
        QVERIFY(store->save(local));
        QCOMPARE(names(*store), QStringList({QStringLiteral("My desk"), QStringLiteral("a")}));
        QCOMPARE(store->servers()->first(), local);
        QVERIFY(store->remove(HostId::local()));
        QCOMPARE(names(*store), QStringList({QStringLiteral("This computer"), QStringLiteral("a")}));
    }

    void savedServer_comesBackAsItWas()
    {
        const auto store = openMemory();
        Server server = namedServer(QStringLiteral("gpu-1"));
        QVERIFY(store->save(server));
        QCOMPARE(store->servers()->last(), server);
        server.name = QStringLiteral("gpu-2");
        server.tags.clear();
        server.group = QString();
        QVERIFY(store->save(server));
        QCOMPARE(store->servers()->size(), 2);
        QCOMPARE(store->servers()->last(), server);
    }

    void serverName_isUnique()
    {
        const auto store = openMemory();
        QVERIFY(store->save(namedServer(QStringLiteral("gpu-1"))));
        for (const char *taken : {"gpu-1", "GPU-1", "This computer", "", "  "}) {
            const auto saved = store->save(namedServer(QString::fromLatin1(taken)));
            QVERIFY2(!saved, taken);
            QCOMPARE(saved.error().kind, Error::Kind::Invalid);
        }
        QCOMPARE(store->servers()->size(), 2);
    }

    void order_isThePersons()
    {
        const auto store = openMemory();
        QList<HostId> ids;
        for (const char *name : {"c", "a", "b"}) {
            const Server server = namedServer(QString::fromLatin1(name));
            QVERIFY(store->save(server));
            ids.append(server.id);
        }
        QCOMPARE(names(*store).mid(1).join(u' '), QStringLiteral("c a b"));
        QVERIFY(store->setOrder({ids[1], ids[2], ids[0]}));
        QCOMPARE(names(*store).mid(1).join(u' '), QStringLiteral("a b c"));
        QVERIFY(store->save(namedServer(QStringLiteral("0"))));
        QCOMPARE(names(*store).last(), QStringLiteral("0"));
    }

    void removedServer_takesItsRisksAlong()
    {
        const auto store = openMemory();
        const Server server = namedServer(QStringLiteral("a"));
        QVERIFY(store->save(server));
        QVERIFY(store->accept(server.id, risk(QStringLiteral("sshd.root-login"), {})));
        QVERIFY(store->remove(server.id));
        QCOMPARE(store->servers()->size(), 1);
        QVERIFY(store->acceptedRisks(server.id)->isEmpty());
    }

    void acceptedRisk_isKeptPerServerRuleAndSubject()
    {
        const auto store = openMemory();
        const HostId host(QStringLiteral("h"));
        AcceptedRisk whole = risk(QStringLiteral("ports.open"), {});
        const AcceptedRisk one = risk(QStringLiteral("ports.open"), QStringLiteral("0.0.0.0:3001/tcp"));
        QVERIFY(store->accept(host, whole));
        QVERIFY(store->accept(host, one));
        QCOMPARE(*store->acceptedRisks(host), QList<AcceptedRisk>({whole, one}));
        whole.reason = QStringLiteral("又");
        whole.until = QDate();
        QVERIFY(store->accept(host, whole));
        QCOMPARE(*store->acceptedRisks(host), QList<AcceptedRisk>({whole, one}));
        QVERIFY(store->acceptedRisks(HostId::local())->isEmpty());
        QVERIFY(store->revoke(host, whole));
        QCOMPARE(*store->acceptedRisks(host), QList<AcceptedRisk>({one}));
    }

    void setting_isItsFallbackUntilSet()
    {
        const auto store = openMemory();
        QCOMPARE(*store->setting(QStringLiteral("theme"), QStringLiteral("system")), QStringLiteral("system"));
        QVERIFY(store->setSetting(QStringLiteral("theme"), QStringLiteral("dark")));
        QVERIFY(store->setSetting(QStringLiteral("theme"), QString()));
        QCOMPARE(*store->setting(QStringLiteral("theme"), QStringLiteral("system")), QString());
    }

    void hostileText_isStoredAsData()
    {
        const auto store = openMemory();
        const QString hostile = QStringLiteral("'); DROP TABLE server; --");
        QVERIFY(store->save(namedServer(hostile)));
        QCOMPARE(store->servers()->last().name, hostile);
    }

    void fileAndFolder_areForTheOwnerOnly()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a/b/gatewright.db"));
        const auto store = Store::open(path);
        QVERIFY(store);
        QVERIFY((*store)->setSetting(QStringLiteral("a"), QStringLiteral("b")));
        QCOMPARE(permissions(QFileInfo(path).path()), 0700);
        QCOMPARE(permissions(path), 0600);
        QCOMPARE(permissions(path + QStringLiteral("-wal")), 0600);
    }

    void content_outlivesTheProgram()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gatewright.db"));
        const Server server = namedServer(QStringLiteral("a"));
        QVERIFY((*Store::open(path))->save(server));
        const auto again = Store::open(path);
        QVERIFY(again);
        QCOMPARE((*again)->servers()->last(), server);
    }

    void folderThatCannotBeMade_isAClearError()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto store = Store::open(file.fileName() + QStringLiteral("/sub/gatewright.db"));
        QVERIFY(!store);
        QVERIFY(store.error().tried.contains(file.fileName()));
        QVERIFY2(store.error().cause.contains(qt_error_string(ENOTDIR)), qPrintable(store.error().cause));
        QVERIFY(!store.error().advice.isEmpty());
    }

    void damagedFile_isReportedAndNotTouched_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::newRow("text")
            << QByteArray("this is no database, but it is long enough to be looked at\n").repeated(40);
        QTest::newRow("random") << QByteArray::fromHex("00ff13").repeated(3000);
        QTest::newRow("schema") << QByteArray();
    }
    void damagedFile_isReportedAndNotTouched()
    {
        QFETCH(QByteArray, damage);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gatewright.db"));
        if (damage.isEmpty()) { // a real one whose first page is overwritten behind its header
            QVERIFY((*Store::open(path))->setSetting(QStringLiteral("a"), QStringLiteral("b")));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            damage = file.readAll();
            damage.replace(100, 3000, QByteArray(3000, '\x7f'));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(damage);
        file.close();

        const auto store = Store::open(path);
        QVERIFY(!store);
        QVERIFY2(store.error().tried.contains(path), qPrintable(store.error().text()));
        QVERIFY2(store.error().cause.contains(QStringLiteral("damaged")), qPrintable(store.error().text()));
        QVERIFY(store.error().advice.contains(QStringLiteral("not changed")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), damage);
        QVERIFY2(Store::open(QStringLiteral(":memory:")), "the program goes on without the file");
    }

    void fileOfANewerProgram_isRefusedAndNotTouched()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("gatewright.db"));
        QVERIFY(Store::open(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(60); // the user version, big-endian (SQLite file format, 1.3)
        file.write(QByteArray::fromHex("00000400"));
        file.close();
        const auto store = Store::open(path);
        QVERIFY(!store);
        QCOMPARE(store.error().kind, Error::Kind::Unsupported);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().mid(60, 4).toHex(), QByteArray("00000400"));
    }
};

GW_REGISTER_TEST(StoreTest)
#include "storetest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/newaddress.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace gw;
using namespace Qt::StringLiterals;

/// Where a server is reached when a kept change has moved the port of ssh, or taken the login from the user.
class NewAddressTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_config = m_folder.filePath(u"config"_s);

    std::optional<NewAddress> after(const QString &target, const QList<ProofRecord> &proofs) const
    {
        RouteOptions options;
        options.configFile = m_config;
        const auto parsed = Target::parse(target);
        const auto route = parsed ? routeTo(*parsed, options, {}) : Result<Route>(Route());
        ChangeRecord record;
        record.proofs = proofs;
        return newAddressOf(target, route ? *route : Route(), record);
    }
    static QList<ProofRecord> proven(const QString &user, quint16 port)
    {
        return {{LoginProof{user, port}, true, {}}, {PortProof{port, PortProof::Expect::Open}, true, {}}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(m_config);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("Host gpu\n  HostName 192.0.2.7\n  User dev\n  Port 2200\nHost *.lab\n  Port 2201\n");
    }

    void whatWasTyped_isChanged_whatTheFileSays_isThePersonsOwn_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("user");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("newTarget");
        QTest::addColumn<QStringList>("lines");
        const QStringList none;
        QTest::newRow("port") << u"dev@192.0.2.7"_s << QString() << 2222 << u"dev@192.0.2.7:2222"_s << none;
        QTest::newRow("port that was typed") << u"192.0.2.7:22"_s << QString() << 2222 << u"192.0.2.7:2222"_s << none;
        QTest::newRow("back to the usual one") << u"192.0.2.7:2222"_s << QString() << 22 << u"192.0.2.7:22"_s << none;
        QTest::newRow("IPv6") << u"dev@2001:db8::7"_s << QString() << 2222 << u"dev@[2001:db8::7]:2222"_s << none;
        QTest::newRow("user") << u"root@192.0.2.7"_s << u"dev"_s << 0 << u"dev@192.0.2.7"_s << none;
        QTest::newRow("both") << u"root@192.0.2.7"_s << u"dev"_s << 2222 << u"dev@192.0.2.7:2222"_s << none;
        QTest::newRow("alias") << u"gpu"_s << QString() << 2222 << QString() << QStringList{u"Port 2222"_s};
        QTest::newRow("user of an alias") << u"gpu"_s << u"ops"_s << 0 << QString() << QStringList{u"User ops"_s};
        QTest::newRow("alias with a typed port") << u"gpu:22"_s << QString() << 2222 << u"gpu:2222"_s << none;
        QTest::newRow("alias with a typed user")
            << u"root@gpu"_s << u"dev"_s << 2222 << u"dev@gpu"_s << QStringList{u"Port 2222"_s};
        QTest::newRow("pattern of the file") << u"a.lab"_s << QString() << 2222 << u"a.lab:2222"_s << none;
    }
    void whatWasTyped_isChanged_whatTheFileSays_isThePersonsOwn()
    {
        QFETCH(QString, target);
        QFETCH(QString, user);
        QFETCH(int, port);
        QFETCH(QString, newTarget);
        QFETCH(QStringList, lines);
        const auto address = after(target, proven(user, quint16(port)));
        QVERIFY(address);
        QCOMPARE(address->target, newTarget);
        QCOMPARE(address->lines, lines);
        const QString text = textOf(*address);
        QCOMPARE(text.contains(newTarget), true);
        for (const QString &line : lines)
            QVERIFY2(text.contains(line) && text.contains(u"Host gpu") && text.contains(m_config), qPrintable(text));
    }

    void whatIsReachedAsBefore_hasNoNewAddress()
    {
        QVERIFY(!after(u"dev@192.0.2.7"_s, {}));
        QVERIFY(!after(u"dev@192.0.2.7"_s, proven({}, 0)));
        QVERIFY(!after(u"dev@192.0.2.7"_s, proven(u"dev"_s, 22)));
        QVERIFY(!after(u"gpu"_s, proven(u"dev"_s, 2200)));
        QVERIFY(!after(u"a.lab"_s, proven({}, 2201)));
        QVERIFY(!after(u"local"_s, {}));
        QVERIFY(!newAddressOf(u"local"_s, {}, {})); // this computer has no way
    }

    void loginThatWasNotProven_movesNobody()
    {
        QVERIFY(!after(u"dev@192.0.2.7"_s, {{LoginProof{{}, 2222}, false, {}}}));
    }
};

GW_REGISTER_TEST(NewAddressTest)
#include "newaddresstest.moc"

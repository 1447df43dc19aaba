// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/sidebarmodel.h"
#include "tests/scenes/sampledata.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <cstdio>
#include <ctime>

using namespace gw;

class SidebarModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<SidebarModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const ServerSummary &server : sample::summaries())
            m_model->setServer(server);
    }

    void servers_standInTheirGroupsByName_thisComputerLast()
    {
        const QStringList expected{QStringLiteral("gpu-lab: gpu-a100-01 gpu-h100-02 lora-4090"),
                                   QStringLiteral("web: edge-1 edge-2"), QStringLiteral("here: This computer")};
        QCOMPARE(printed(), expected);
    }

    void changedServer_isAChangeOfItsRow()
    {
        ServerSummary server = sample::tutorial().summary();
        server.busy = true;
        QSignalSpy removed(m_model.get(), &SidebarModel::rowsRemoved);
        QSignalSpy inserted(m_model.get(), &SidebarModel::rowsInserted);
        QSignalSpy reset(m_model.get(), &SidebarModel::modelReset);
        QSignalSpy changed(m_model.get(), &SidebarModel::dataChanged);
        m_model->setServer(server);
        QCOMPARE(removed.size() + inserted.size() + reset.size(), 0);
        QCOMPARE(changed.first().first().toModelIndex(), m_model->indexOf(server.server.id));
    }

    void sameServersAgain_moveNothing()
    {
        QSignalSpy removed(m_model.get(), &SidebarModel::rowsRemoved);
        QSignalSpy inserted(m_model.get(), &SidebarModel::rowsInserted);
        for (const ServerSummary &server : m_model->servers().values())
            m_model->setServer(server);
        QCOMPARE(removed.size() + inserted.size(), 0);
    }

    void renamedServer_movesAndItsEmptyGroupGoes()
    {
        ServerSummary server = m_model->servers().value(HostId(QStringLiteral("edge1")));
        server.server.group = QStringLiteral("new");
        m_model->setServer(server);
        server = m_model->servers().value(HostId(QStringLiteral("edge2")));
        server.server.group = QStringLiteral("new");
        m_model->setServer(server);
        QCOMPARE(printed().at(1), QStringLiteral("new: edge-1 edge-2"));
        QCOMPARE(printed().size(), 3);
    }

    void serverWithoutGroup_standsBeforeTheGroups()
    {
        ServerSummary server;
        server.server = {
            HostId(QStringLiteral("x")), QStringLiteral("single"), QStringLiteral("x"), {}, {}, {}, {}, {}};
        m_model->setServer(server);
        const QModelIndex list = m_model->index(1, 0);
        QCOMPARE(m_model->index(0, 0, list).data().toString(), QStringLiteral("single"));
    }

    void filter_keepsWhatHoldsEveryWord()
    {
        m_model->setFilter(QStringLiteral("GPU h1"));
        QCOMPARE(printed(), QStringList{QStringLiteral("gpu-lab: gpu-h100-02")});
        m_model->setFilter(QStringLiteral("edge"));
        QCOMPARE(printed(), QStringList{QStringLiteral("web: edge-1 edge-2")});
        m_model->setFilter(QString());
        QCOMPARE(printed().size(), 3);
    }

    void numbersInNames_areOrderedAsNumbers()
    {
        ServerSummary server;
        for (const char *name : {"node-10", "node-9", "node-1"}) {
            server.server.id = HostId(QLatin1String(name));
            server.server.name = QLatin1String(name);
            server.server.group = QStringLiteral("rack");
            m_model->setServer(server);
        }
        QVERIFY2(printed().contains(QStringLiteral("rack: node-1 node-9 node-10")), qPrintable(printed().join(u'|')));
    }

    void fiveHundredServers_areFilteredAndAllComeBack()
    {
        ServerSummary server;
        for (int i = 0; i < 500; ++i) {
            server.server.id = HostId(QString::number(i));
            server.server.name = QStringLiteral("node-%1").arg(i, 3, 10, QLatin1Char('0'));
            server.server.group = QStringLiteral("rack-%1").arg(i % 20);
            m_model->setServer(server);
        }
        m_tester.reset(); // it looks at every row at every change
        double slowest = 0;
        for (const char *typed : {"n", "no", "node-4", "node-49", "node-499", "zzz", ""}) {
            timespec before{}, after{};
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
            m_model->setFilter(QLatin1String(typed));
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
            slowest = qMax(slowest,
                           double(after.tv_sec - before.tv_sec) * 1e3 + double(after.tv_nsec - before.tv_nsec) / 1e6);
        }
        std::printf("slowest filter of 506 servers: %.1f ms of CPU time\n", slowest);
        QCOMPARE(m_model->groups().size(), 23);
    }

    void reviewPage_countsTheFindingsOfAllServers()
    {
        const auto counted = [this] {
            return m_model->indexOf(Page::FleetReview).data(SidebarModel::CountRole).toInt();
        };
        const ServerSummary server = sample::tutorial().summary();
        QVERIFY(server.openFindings() > 0);
        QCOMPARE(counted(), sample::findings());
        m_model->removeServer(server.server.id);
        QCOMPARE(counted(), sample::findings() - server.openFindings());
    }

    void server_saysItsStateToScreenReaders()
    {
        const QString spoken = m_model->indexOf(HostId(QStringLiteral("h100"))).data(Qt::AccessibleTextRole).toString();
        const QString count = QStringLiteral("%1 findings").arg(sample::tutorial().review->findings.size());
        QVERIFY2(spoken.contains(count) && spoken.contains(severityName(Severity::Critical)), qPrintable(spoken));
    }

    void toolTip_isNeverRichTextOfAServer()
    {
        ServerSummary server = sample::tutorial().summary();
        server.server.tags = {QStringLiteral("<img src=file:///etc/passwd>")};
        m_model->setServer(server);
        const QString toolTip = m_model->indexOf(server.server.id).data(Qt::ToolTipRole).toString();
        QVERIFY(!toolTip.contains(QLatin1String("<img")) && toolTip.contains(QLatin1String("&lt;img")));
    }

private:
    QStringList printed() const
    {
        QStringList lines;
        for (const QModelIndex &group : m_model->groups()) {
            QStringList names;
            for (int row = 0; row < m_model->rowCount(group); ++row)
                names << m_model->index(row, 0, group).data().toString();
            lines << QStringLiteral("%1: %2").arg(group.data().toString(), names.join(u' '));
        }
        return lines;
    }

    std::unique_ptr<SidebarModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

GW_REGISTER_TEST(SidebarModelTest)
#include "sidebarmodeltest.moc"

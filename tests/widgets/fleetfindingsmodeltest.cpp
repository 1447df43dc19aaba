// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fleet/fleetfindingsmodel.h"
#include "tests/screens/sampledata.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace gw;
using Model = FleetFindingsModel;

class FleetFindingsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<Model>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const sample::Machine &machine : sample::fleet())
            m_model->setFindings(machine.server, machine.review->findings);
    }

    void groups_comeWorstFirst()
    {
        QCOMPARE(groups(), (QStringList{severityName(Severity::Critical), severityName(Severity::High),
                                        severityName(Severity::Medium), severityName(Severity::Low)}));
        QCOMPARE(m_model->total(), 14);
        QCOMPARE(m_model->shown(), 14);
    }

    void newReviewOfOneServer_leavesTheRowsOfTheOthers()
    {
        const sample::Machine machine = sample::tutorial();
        QSignalSpy reset(m_model.get(), &Model::modelReset);
        QPersistentModelIndex other;
        for (int row = 0; row < m_model->rowCount(m_model->index(1, 0)); ++row) {
            const QModelIndex index = m_model->index(row, 0, m_model->index(1, 0));
            if (m_model->server(index) == HostId(QStringLiteral("edge1")))
                other = index;
        }
        QVERIFY(other.isValid());
        m_model->setFindings(machine.server, machine.review->findings.mid(2));
        QCOMPARE(reset.size(), 0);
        QVERIFY(other.isValid());
        QCOMPARE(m_model->server(other), HostId(QStringLiteral("edge1")));
        QCOMPARE(m_model->total(), 12);
        QCOMPARE(groups().first(), severityName(Severity::High)); // the group of critical ones is empty and gone
    }

    void sameReviewAgain_changesNothing()
    {
        QSignalSpy removed(m_model.get(), &Model::rowsRemoved);
        const sample::Machine machine = sample::tutorial();
        m_model->setFindings(machine.server, machine.review->findings);
        QCOMPARE(removed.size(), 0);
    }

    void filters_hold_together()
    {
        Model::Filter filter;
        filter.text = QStringLiteral("passwords ssh");
        m_model->setFilter(filter);
        QCOMPARE(m_model->shown(), 2);
        filter.server = HostId(QStringLiteral("lora"));
        m_model->setFilter(filter);
        QCOMPARE(m_model->shown(), 1);
        filter = {};
        filter.least = Severity::Critical;
        m_model->setFilter(filter);
        QCOMPARE(m_model->shown(), 2);
        filter.topic = QStringLiteral("sshd");
        m_model->setFilter(filter);
        QCOMPARE(m_model->shown(), 0);
    }

    void reviewThatArrivesWhileFiltered_isFilteredToo()
    {
        Model::Filter filter;
        filter.least = Severity::Critical;
        m_model->setFilter(filter);
        Server server;
        server.id = HostId(QStringLiteral("new"));
        server.name = QStringLiteral("new");
        m_model->setFindings(server, sample::tutorial().review->findings);
        QCOMPARE(m_model->shown(), 4);
        QCOMPARE(m_model->rowCount(), 1);
    }

    void everyGrouping_showsEveryFinding()
    {
        for (const auto groupBy : {Model::GroupBy::Nothing, Model::GroupBy::Server, Model::GroupBy::Topic,
                                   Model::GroupBy::Rule, Model::GroupBy::Severity}) {
            m_model->setGroupBy(groupBy);
            QCOMPARE(m_model->shown(), 14);
        }
        m_model->setGroupBy(Model::GroupBy::Nothing);
        QCOMPARE(m_model->rowCount(), 1);
        m_model->setGroupBy(Model::GroupBy::Server);
        QCOMPARE(groups(), (QStringList{QStringLiteral("edge-1"), QStringLiteral("gpu-a100-01"),
                                        QStringLiteral("gpu-h100-02"), QStringLiteral("lora-4090")}));
    }

    void sorting_byServer()
    {
        m_model->setGroupBy(Model::GroupBy::Nothing);
        m_model->sort(Model::ServerColumn, Qt::AscendingOrder);
        const QModelIndex all = m_model->index(0, 0);
        QCOMPARE(m_model->index(0, Model::ServerColumn, all).data().toString(), QStringLiteral("edge-1"));
        m_model->sort(Model::ServerColumn, Qt::DescendingOrder);
        QCOMPARE(m_model->index(0, Model::ServerColumn, all).data().toString(), QStringLiteral("lora-4090"));
    }

    void removedServer_takesItsFindingsAlong()
    {
        m_model->removeServer(HostId(QStringLiteral("h100")));
        QCOMPARE(m_model->total(), 4);
        QVERIFY(!m_model->servers().contains(HostId(QStringLiteral("h100"))));
    }

private:
    QStringList groups() const
    {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names << m_model->index(row, 0).data().toString();
        return names;
    }

    std::unique_ptr<Model> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

GW_REGISTER_TEST(FleetFindingsModelTest)
#include "fleetfindingsmodeltest.moc"

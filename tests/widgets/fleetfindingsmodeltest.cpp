// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fleet/fleetfindingsmodel.h"
#include "tests/scenes/sampledata.h"
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
        QStringList expected;
        for (const Severity severity :
             {Severity::Critical, Severity::High, Severity::Medium, Severity::Low, Severity::Info}) {
            if (counted([severity](const Finding &finding) { return finding.severity == severity; }) > 0)
                expected << severityName(severity);
        }
        QVERIFY(expected.size() >= 3);
        QCOMPARE(groups(), expected);
        QCOMPARE(m_model->total(), sample::findings());
        QCOMPARE(m_model->shown(), sample::findings());
    }

    void newReviewOfOneServer_leavesTheRowsOfTheOthers()
    {
        const sample::Machine machine = sample::tutorial();
        QSignalSpy reset(m_model.get(), &Model::modelReset);
        QPersistentModelIndex other;
        for (int group = 0; group < m_model->rowCount(); ++group) {
            const QModelIndex parent = m_model->index(group, 0);
            for (int row = 0; row < m_model->rowCount(parent); ++row) {
                if (m_model->server(m_model->index(row, 0, parent)) == HostId(QStringLiteral("edge1")))
                    other = m_model->index(row, 0, parent);
            }
        }
        QVERIFY(other.isValid());
        const qsizetype criticals = machine.review->count(Severity::Critical);
        QVERIFY(criticals > 0);
        m_model->setFindings(machine.server, machine.review->findings.mid(criticals));
        QCOMPARE(reset.size(), 0);
        QVERIFY(other.isValid());
        QCOMPARE(m_model->server(other), HostId(QStringLiteral("edge1")));
        QCOMPARE(m_model->total(), sample::findings() - int(criticals));
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
        const auto isPassword = [](const Finding &finding) {
            return finding.rule.text() == QLatin1String("sshd.password-authentication");
        };
        Model::Filter filter;
        filter.text = QStringLiteral("SSHD.password-auth");
        m_model->setFilter(filter);
        QVERIFY(m_model->shown() > 0);
        QCOMPARE(m_model->shown(), counted(isPassword));
        filter.server = sample::tutorial().server.id;
        m_model->setFilter(filter);
        QCOMPARE(m_model->shown(), 1);
        filter = {};
        filter.least = Severity::Critical;
        m_model->setFilter(filter);
        QCOMPARE(m_model->shown(), counted([](const Finding &f) { return f.severity == Severity::Critical; }));
        filter.topic = QStringLiteral("packages");
        m_model->setFilter(filter);
        QCOMPARE(m_model->shown(), 0);
    }

    void reviewThatArrivesWhileFiltered_isFilteredToo()
    {
        Model::Filter filter;
        filter.least = Severity::Critical;
        m_model->setFilter(filter);
        const int before = m_model->shown();
        Server server;
        server.id = HostId(QStringLiteral("new"));
        server.name = QStringLiteral("new");
        const auto review = sample::tutorial().review;
        m_model->setFindings(server, review->findings);
        QCOMPARE(m_model->shown(), before + review->count(Severity::Critical));
        QCOMPARE(m_model->rowCount(), 1);
    }

    void everyGrouping_showsEveryFinding()
    {
        for (const auto groupBy : {Model::GroupBy::Nothing, Model::GroupBy::Server, Model::GroupBy::Topic,
                                   Model::GroupBy::Rule, Model::GroupBy::Severity}) {
            m_model->setGroupBy(groupBy);
            QCOMPARE(m_model->shown(), sample::findings());
        }
        m_model->setGroupBy(Model::GroupBy::Nothing);
        QCOMPARE(m_model->rowCount(), 1);
        m_model->setGroupBy(Model::GroupBy::Server);
        QStringList names;
        for (const sample::Machine &machine : sample::fleet()) {
            if (!machine.review->findings.isEmpty())
                names << machine.server.name;
        }
        names.sort(Qt::CaseInsensitive);
        QCOMPARE(groups(), names);
    }

    void sorting_byServer()
    {
        m_model->setGroupBy(Model::GroupBy::Nothing);
        m_model->sort(Model::ServerColumn, Qt::AscendingOrder);
        const QModelIndex all = m_model->index(0, 0);
        QCOMPARE(m_model->index(0, Model::ServerColumn, all).data().toString(), QStringLiteral("edge-1"));
        m_model->sort(Model::ServerColumn, Qt::DescendingOrder);
        QCOMPARE(m_model->index(0, Model::ServerColumn, all).data().toString(), QStringLiteral("This computer"));
    }

    void removedServer_takesItsFindingsAlong()
    {
        m_model->removeServer(HostId(QStringLiteral("h100")));
        QCOMPARE(m_model->total(), sample::findings() - int(sample::tutorial().review->findings.size()));
        QVERIFY(!m_model->servers().contains(HostId(QStringLiteral("h100"))));
    }

private:
    template <typename Matches>
    static int counted(Matches matches)
    {
        int count = 0;
        for (const sample::Machine &machine : sample::fleet())
            count += int(std::count_if(machine.review->findings.cbegin(), machine.review->findings.cend(), matches));
        return count;
    }

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

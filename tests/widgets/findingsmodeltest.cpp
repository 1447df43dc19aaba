// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/server/findingsmodel.h"
#include "tests/scenes/sampledata.h"
#include "tests/support/testmain.h"
#include "widgets/fleet/servercards.h"
#include "widgets/parts/rowlist.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace gw;

class FindingsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sections_holdWhatTheReviewSays()
    {
        FindingsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto review = sample::tutorialWithoutRoot().review;
        QVERIFY(!review->findings.isEmpty() && !review->notChecked.isEmpty() && !review->passed.isEmpty());
        model.setReview(review);
        QCOMPARE(model.rowCount(model.sectionIndex(FindingsModel::Section::Open)), int(review->findings.size()));
        QCOMPARE(model.rowCount(model.sectionIndex(FindingsModel::Section::NotChecked)),
                 int(review->notChecked.size()));
        const QModelIndex notChecked = model.index(0, 0, model.sectionIndex(FindingsModel::Section::NotChecked));
        QVERIFY(notChecked.data(FindingsModel::DetailRole).toString().contains(QLatin1String("needs root")));
        QVERIFY(model.status(notChecked) && !model.finding(notChecked));
        model.setReview(sample::tutorial().review);
        const QModelIndex accepted = model.index(0, 0, model.sectionIndex(FindingsModel::Section::Accepted));
        QVERIFY(model.accepted(accepted) && model.finding(accepted));
    }

    void filter_keepsSectionsThatMatch()
    {
        FindingsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const sample::Machine machine = sample::tutorial();
        const Finding &wanted = sample::findingOf(machine, "services.supervisor-root");
        model.setReview(machine.review);
        model.setFilter(wanted.title.toUpper());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.firstFinding().data().toString(), wanted.title);
        model.setFilter(QStringLiteral("no such thing"));
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.firstFinding().isValid());
    }

    void finding_isFoundAgainByItsKey()
    {
        FindingsModel model;
        const auto review = sample::tutorial().review;
        model.setReview(review);
        for (const Finding &finding : review->findings) {
            const QModelIndex index = model.indexOf(FindingKey(finding));
            QVERIFY(index.isValid());
            QVERIFY2(*model.finding(index) == finding, qPrintable(FindingKey(finding).text() + u' ' + finding.title +
                                                                  u" / " + model.finding(index)->title));
        }
    }

    void rowsWithTheSameKeys_changeInPlace()
    {
        RowListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &RowListModel::rowsInserted);
        QSignalSpy removed(&model, &RowListModel::rowsRemoved);
        QSignalSpy changed(&model, &RowListModel::dataChanged);
        const auto row = [](const char *key, const char *title) {
            Row made;
            made.key = QLatin1String(key);
            made.title = QLatin1String(title);
            return made;
        };
        model.setRows({row("a", "1"), row("b", "2"), row("c", "3")});
        QCOMPARE(inserted.size(), 1);
        model.setRows({row("a", "1"), row("b", "changed"), row("c", "3")});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
        model.setRows({row("a", "1"), row("x", "new"), row("b", "changed"), row("c", "3")});
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(inserted.last().at(1).toInt(), 1);
        QCOMPARE(removed.size(), 0);
        model.setRows({row("c", "3")});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.row(0).key, QStringLiteral("c"));
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void cards_stayWhereTheyAreWhenAServerChanges()
    {
        ServerCardModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QMap<HostId, ServerSummary> servers;
        for (const sample::Machine &machine : sample::fleet())
            servers.insert(machine.server.id, machine.summary());
        model.setServers(servers);
        QSignalSpy reset(&model, &ServerCardModel::modelReset);
        QSignalSpy changed(&model, &ServerCardModel::dataChanged);
        servers[HostId(QStringLiteral("edge2"))].busy = true;
        model.setServers(servers);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.server(model.rowCount() - 1).server.id, HostId::local());
    }
};

GW_REGISTER_TEST(FindingsModelTest)
#include "findingsmodeltest.moc"

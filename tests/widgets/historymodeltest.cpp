// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/historymodel.h"
#include "tests/scenes/samplehistory.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <cstdio>

using namespace gw;
using Scope = HistoryModel::Scope;

class HistoryModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changes_standUnderTheirDays_newestFirst_andWhatIsOpenOnTop()
    {
        HistoryModel model(Scope::Server);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<ChangeRecord> changes = sample::history();
        std::reverse(changes.begin(), changes.end());
        changes << sample::openChange();
        model.setHistory(changes);
        QStringList headings;
        int below = 0;
        int counted = 0;
        QDateTime last;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row);
            const ChangeRecord *change = model.change(index);
            QCOMPARE(index.data(HistoryModel::IsHeadingRole).toBool(), change == nullptr);
            if (!change) {
                QCOMPARE(below, counted);
                below = 0;
                counted = index.data(HistoryModel::CountRole).toInt();
                headings << index.data().toString();
                QVERIFY(!(model.flags(index) & (Qt::ItemIsSelectable | Qt::ItemIsEnabled)));
                continue;
            }
            ++below;
            if (change->outcome == Outcome::Open)
                continue;
            QVERIFY(!last.isValid() || change->at <= last);
            last = change->at;
        }
        QCOMPARE(below, counted);
        QCOMPARE(headings.mid(0, 3),
                 (QStringList{QStringLiteral("Open"), QStringLiteral("Today"), QStringLiteral("Yesterday")}));
        QCOMPARE(model.change(model.firstChange())->outcome, Outcome::Open);
        QCOMPARE(model.shown(), int(changes.size()));
    }

    void filter_keepsWhatHoldsEveryWord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<qint64>>("numbers");
        QTest::newRow("title") << QStringLiteral("FIREWALL") << QList<qint64>{94};
        QTest::newRow("person") << QStringLiteral("lin workstation") << QList<qint64>{90, 88};
        QTest::newRow("server") << QStringLiteral("edge-1") << QList<qint64>{111};
        QTest::newRow("file") << QStringLiteral("htpasswd h100") << QList<qint64>{88};
        QTest::newRow("command") << QStringLiteral("ufw 3001/tcp") << QList<qint64>{118};
        QTest::newRow("number") << QStringLiteral("#101") << QList<qint64>{101};
        QTest::newRow("words of two places") << QStringLiteral("ada lora") << QList<qint64>{};
    }
    void filter_keepsWhatHoldsEveryWord()
    {
        QFETCH(QString, text);
        QFETCH(QList<qint64>, numbers);
        HistoryModel model(Scope::Fleet);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setHistory(sample::fleetHistory());
        HistoryModel::Filter filter;
        filter.text = text;
        model.setFilter(filter);
        QList<qint64> shown = numbersOf(model);
        std::sort(shown.begin(), shown.end(), std::greater());
        QCOMPARE(shown, numbers);
        QCOMPARE(model.total(), int(sample::fleetHistory().size()));
    }

    void filter_narrowsByOutcomeServerAndTime()
    {
        HistoryModel model(Scope::Fleet);
        model.setHistory(sample::fleetHistory());
        HistoryModel::Filter filter;
        filter.outcome = Outcome::CameBack;
        model.setFilter(filter);
        QCOMPARE(numbersOf(model), QList<qint64>{94});
        filter = {};
        filter.server = HostId(QStringLiteral("lora"));
        model.setFilter(filter);
        QCOMPARE(numbersOf(model), QList<qint64>{90});
        filter = {};
        filter.since = QDate::currentDate().startOfDay();
        model.setFilter(filter);
        QCOMPARE(numbersOf(model), QList<qint64>{118});
    }

    void fleet_namesTheServer_andAServerDoesNot()
    {
        for (const Scope scope : {Scope::Server, Scope::Fleet}) {
            HistoryModel model(scope);
            model.setHistory(sample::history());
            const QString detail = model.firstChange().data(HistoryModel::DetailRole).toString();
            QCOMPARE(detail.contains(QLatin1String("gpu-h100-02")), scope == Scope::Fleet);
            QVERIFY(detail.contains(QLatin1String("#118")) && detail.contains(QLatin1String("ada")));
        }
    }

    void change_isFoundAgainInItsNextState()
    {
        HistoryModel model(Scope::Server);
        const ChangeRecord open = sample::openChange();
        ChangeRecord kept = open;
        kept.number = 120;
        kept.outcome = Outcome::Kept;
        model.setHistory(QList{kept} + sample::history());
        QCOMPARE(model.change(model.indexOf(open))->number, 120);
        QVERIFY(!model.indexOf(qint64(119)).isValid());
    }

    void countdown_standsInPlaceOfTheTime_andTouchesOneRow()
    {
        HistoryModel model(Scope::Server);
        model.setHistory(QList{sample::openChange()} + sample::history());
        QSignalSpy changed(&model, &HistoryModel::dataChanged);
        model.setCountdown(sample::openChange().transaction, QStringLiteral("0:42"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.firstChange().data(HistoryModel::TimeRole).toString(), QStringLiteral("0:42"));
        model.setCountdown(sample::openChange().transaction, QStringLiteral("0:42"));
        QCOMPARE(changed.size(), 1);
    }

    void changesOfAFile_areThoseOfTheSameServer()
    {
        HistoryModel model(Scope::Fleet);
        model.setHistory(sample::fleetHistory());
        const RemotePath path(QByteArray("/etc/ssh/sshd_config.d/00-gatewright.conf"));
        QList<qint64> numbers;
        for (const ChangeRecord *change : model.changesOf(HostId(QStringLiteral("h100")), path))
            numbers << change->number;
        QCOMPARE(numbers, (QList<qint64>{118, 112, 97}));
        QCOMPARE(model.takenBackBy(99)->number, 101);
        QVERIFY(!model.takenBackBy(118));
    }

    /// Ten times as many changes may cost about ten times as much, and not a hundred times.
    void filteringManyChanges_growsWithTheirNumber()
    {
        const double few = typing(600);
        const double many = typing(6000);
        std::printf("typing a filter over 6000 changes: %.1f ms a key, %.1f times that of 600\n", many, many / few);
        QVERIFY2(many / few < 40, qPrintable(QString::number(many / few)));
    }

private:
    static QList<qint64> numbersOf(const HistoryModel &model)
    {
        QList<qint64> numbers;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (const ChangeRecord *change = model.change(model.index(row)))
                numbers << change->number;
        }
        return numbers;
    }

    /// Milliseconds for one key, the first of which also makes the texts that are searched.
    static double typing(int count)
    {
        HistoryModel model(Scope::Fleet);
        model.setHistory(sample::longHistory(count));
        const QString text = QStringLiteral("headers nginx");
        QElapsedTimer timer;
        timer.start();
        for (int length = 1; length <= text.size(); ++length) {
            HistoryModel::Filter filter;
            filter.text = text.left(length);
            model.setFilter(filter);
        }
        return double(timer.nsecsElapsed()) / 1e6 / double(text.size());
    }
};

GW_REGISTER_TEST(HistoryModelTest)
#include "historymodeltest.moc"

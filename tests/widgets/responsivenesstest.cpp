// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/sampledata.h"
#include "tests/support/testmain.h"
#include "widgets/fleet/fleetoverviewpage.h"
#include "widgets/fleet/fleetreviewpage.h"
#include "widgets/frame/commandpalette.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <cstdio>

using namespace gw;

/// Feeds the window with what 50 servers answer and reports the longest time its thread was busy in one piece.
class ResponsivenessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersOfFiftyServers_neverHoldTheWindow()
    {
        const Theme theme(*qApp);
        MainWindow window;
        auto *overview = new FleetOverviewPage;
        auto *review = new FleetReviewPage;
        window.addPage(Page::FleetOverview, overview);
        window.addPage(Page::FleetReview, review);
        window.resize(1440, 900);

        const QList<sample::Machine> few = sample::fleet();
        QList<sample::Machine> machines;
        QList<ServerSummary> summaries;
        for (int i = 0; i < 50; ++i) {
            sample::Machine machine = few[i % 5];
            machine.server.id = HostId(QString::number(i));
            machine.server.name = QStringLiteral("%1-%2").arg(machine.server.name).arg(i);
            machines << machine;
            summaries << summaryOf(machine.server, Connecting{}, nullptr, nullptr);
        }
        for (const ServerSummary &summary : summaries) {
            window.setServer(summary);
            overview->setServer(summary);
        }
        window.showPage(Page::FleetOverview);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::qWait(200);

        qint64 worst = 0;
        for (const Page page : {Page::FleetOverview, Page::FleetReview}) {
            window.showPage(page);
            QTest::qWait(100);
            for (const sample::Machine &machine : machines) {
                const ServerSummary summary = machine.summary(); // computed by a worker in the program
                worst = qMax(worst, spent([&] { window.setServer(summary); }));
                worst = qMax(worst, spent([&] { overview->setServer(summary); }));
                worst = qMax(worst, spent([&] { review->setReview(machine.server, *machine.review); }));
                worst = qMax(worst, spent([&] {
                                 window.commandPalette()->setFindings(machine.server.id, machine.review->findings);
                             }));
                worst = qMax(worst, spent([] { QCoreApplication::processEvents(QEventLoop::AllEvents, 1); }));
            }
            for (int i = 0; i < 30; ++i) {
                worst = qMax(worst, spent([] { QCoreApplication::processEvents(QEventLoop::AllEvents, 1); }));
                QTest::qSleep(5);
            }
        }
        std::printf("longest busy time of the window's thread while 50 servers answered: %.1f ms\n",
                    double(worst) / 1e6);
        QVERIFY2(worst < limit() * 1'000'000, qPrintable(QStringLiteral("%1 ms").arg(double(worst) / 1e6)));
    }

private:
    template <typename F>
    static qint64 spent(F work)
    {
        QElapsedTimer timer;
        timer.start();
        work();
        return timer.nsecsElapsed();
    }

    /// The sanitizers and a debug build cost several times the work itself.
    static qint64 limit()
    {
#if defined(__SANITIZE_ADDRESS__)
        return 150;
#else
        return 16;
#endif
    }
};

GW_REGISTER_TEST(ResponsivenessTest)
#include "responsivenesstest.moc"

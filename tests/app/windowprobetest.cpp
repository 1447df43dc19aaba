// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window.h"
#include "tests/app/fakefleet.h"
#include "tests/support/testmain.h"
#include "widgets/frame/mainwindow.h"

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <ctime>

using namespace gw;
using namespace gw::test;

namespace {

/// How long the event loop was away from waiting at a time: wall clock, and the CPU time of this thread alone, which other
/// programs of a busy machine cannot lengthen.
class LoopProbe : public QObject {
public:
    LoopProbe()
    {
        auto *dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] {
            m_awake.start();
            m_cpuAtAwake = cpu();
        });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            if (!m_awake.isValid())
                return;
            worstWall = qMax(worstWall, double(m_awake.nsecsElapsed()) / 1e6);
            const double used = cpu() - m_cpuAtAwake;
            worstCpu = qMax(worstCpu, used);
            over16 += used > 16;
            ++rounds;
        });
    }

    double worstWall = 0; ///< milliseconds
    double worstCpu = 0;  ///< milliseconds
    int over16 = 0;
    int rounds = 0;

private:
    static double cpu()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
    }
    QElapsedTimer m_awake;
    double m_cpuAtAwake = 0;
};

/// A real event loop, as in the program: QTest's waiting never lets the dispatcher block.
void runLoopUntil(const std::function<bool()> &done)
{
    QEventLoop loop;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (done())
            QTimer::singleShot(300, &loop, &QEventLoop::quit); // the last refreshes
    });
    poll.start(50);
    QTimer::singleShot(100'000, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

/// The window while 50 servers are surveyed at once. The worst case is reported; it is a figure of a benchmark
/// (tests/bench), because a sanitizer build on a shared machine proves nothing about milliseconds.
class WindowProbeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fiftySurveys_leaveTheWindowAlive()
    {
        constexpr int servers = 50;
        QTemporaryDir folder;
        const Storage storage(folder.filePath(QStringLiteral("gatewright.db")));
        const auto filled = storage.use([](Store &store) -> Result<void> {
            for (int i = 0; i < servers; ++i) {
                Server server;
                server.id = HostId::create();
                server.name = QStringLiteral("gpu-%1").arg(i, 2, 10, QLatin1Char('0'));
                server.target = QStringLiteral("dev@") + server.name;
                server.group = QStringLiteral("group %1").arg(i % 5);
                GW_TRY(store.save(server));
            }
            return {};
        });
        QVERIFY2(filled, filled ? "" : qPrintable(filled.error().text()));

        FakeNetwork network;
        network.answer = recordedAnswer(QStringLiteral("debian-12-tutorial"));
        network.delay = std::chrono::milliseconds(50);
        Theme theme(*qApp);
        Translation translation;
        SecretStore secrets{std::make_unique<NoKeychain>()};
        Fleet fleet(storage, secrets, network.connector());
        Window window(fleet, secrets, storage, theme, translation);
        QSignalSpy ready(&window, &Window::ready);
        window.show();
        QVERIFY(ready.wait(30'000));
        QTest::qWait(500);

        LoopProbe probe;
        fleet.rescanAll();
        const auto surveyed = [&fleet] {
            int count = 0;
            for (const Session *session : fleet.sessions())
                count += session->review() != nullptr && !session->progress();
            return count;
        };
        runLoopUntil([&] { return surveyed() == servers + 1; });
        QCOMPARE(surveyed(), servers + 1);
        QVERIFY(probe.rounds > servers);
        std::printf("window thread while %d servers were surveyed: worst %.1f ms CPU, %.1f ms wall, %d of %d rounds above 16 ms CPU\n",
                    servers, probe.worstCpu, probe.worstWall, probe.over16, probe.rounds);
        QVERIFY2(probe.worstCpu < 1000, "a whole second on the window's thread is a bug in any build");
        QVERIFY(window.frame().isVisible());
    }
};

GW_REGISTER_TEST(WindowProbeTest)
#include "windowprobetest.moc"

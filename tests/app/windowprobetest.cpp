// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window.h"
#include "tests/app/fakefleet.h"
#include "tests/support/testmain.h"
#include "widgets/frame/mainwindow.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>

using namespace gw;
using namespace gw::test;

namespace {

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

        EventProbe probe;
        fleet.rescanAll();
        const auto surveyed = [&fleet] {
            int count = 0;
            for (const Session *session : fleet.sessions())
                count += session->review() != nullptr && !session->progress();
            return count;
        };
        runLoopUntil([&] { return surveyed() == servers + 1; });
        QCOMPARE(surveyed(), servers + 1);
        QVERIFY(probe.events > servers);
        std::printf("window's thread while %d servers were surveyed: longest event %.1f ms CPU, %.1f ms wall; %d of %d "
                    "above 16 ms\n",
                    servers, probe.worstCpu, probe.worstWall, probe.over16, probe.events);
        QVERIFY2(probe.worstCpu < 1000, "a whole second on the window's thread is a bug in any build");
        QVERIFY(window.frame().isVisible());
    }
};

GW_REGISTER_TEST(WindowProbeTest)
#include "windowprobetest.moc"

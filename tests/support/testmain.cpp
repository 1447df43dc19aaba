// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMap>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <thread>

namespace gw::test {
namespace {

QMap<QString, std::function<std::unique_ptr<QObject>()>> &registry()
{
    static QMap<QString, std::function<std::unique_ptr<QObject>()>> tests;
    return tests;
}

EventProbe *activeProbe = nullptr;

double threadCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Every event of the window's thread passes notify(); nested ones belong to the outermost.
class Application : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (!activeProbe || m_depth > 0 || receiver->thread() != thread())
            return QApplication::notify(receiver, event);
        QElapsedTimer wall;
        wall.start();
        const double cpu = threadCpuMs();
        ++m_depth;
        const bool handled = QApplication::notify(receiver, event);
        --m_depth;
        if (activeProbe) {
            const double used = threadCpuMs() - cpu;
            activeProbe->worstWall = qMax(activeProbe->worstWall, double(wall.nsecsElapsed()) / 1e6);
            activeProbe->worstCpu = qMax(activeProbe->worstCpu, used);
            activeProbe->over16 += used > 16;
            ++activeProbe->events;
        }
        return handled;
    }

private:
    int m_depth = 0;
};

} // namespace

EventProbe::EventProbe()
{
    activeProbe = this;
}

EventProbe::~EventProbe()
{
    activeProbe = nullptr;
}

Registration::Registration(const char *name, std::function<std::unique_ptr<QObject>()> make)
{
    registry().insert(QString::fromLatin1(name).toLower(), std::move(make));
}

void skipAll(const QString &reason)
{
    std::printf("skipped: %s\n", qPrintable(reason));
    std::fflush(stdout);
    std::_Exit(77);
}

} // namespace gw::test

namespace {

int runTest(int argc, char **argv)
{
    gw::test::Application application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("gatewright-tests"));
    const auto &tests = gw::test::registry();
    const QString name = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (!tests.contains(name)) {
        std::printf("usage: %s TEST [QTest options]; tests: %s\n", argv[0], qPrintable(tests.keys().join(u' ')));
        return 2;
    }
    const std::unique_ptr<QObject> test = tests[name]();
    QStringList arguments = QApplication::arguments();
    arguments.removeAt(1);
    return QTest::qExec(test.get(), arguments);
}

/// QThread::wait() is over before the thread has freed what libraries keep for it (OpenSSL's queue of errors): given a
/// moment, so that the check for leaks does not find it on its way out. Threads that stay are not waited for.
void letThreadsEnd()
{
    using namespace std::chrono_literals;
    std::error_code failed;
    const auto threads = [&failed] {
        return std::distance(std::filesystem::directory_iterator("/proc/self/task", failed), {});
    };
    for (int turns = 0; turns < 20 && threads() > 1; ++turns)
        std::this_thread::sleep_for(10ms);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("LC_ALL", "C.UTF-8");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const int status = runTest(argc, argv);
    letThreadsEnd();
    return status;
}

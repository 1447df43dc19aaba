// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/jobs/job.h"

#include "tests/support/testmain.h"

#include <QThread>
#include <atomic>
#include <semaphore>

using namespace gw;

namespace {

struct Seen {
    std::atomic<bool> started = false;
    std::atomic<bool> stop = false;
};

/// Work that waits until it is stopped, as everything that talks to a server can.
Result<int> waitForStop(std::stop_token stop, Seen *seen = nullptr)
{
    if (seen)
        seen->started = true;
    std::binary_semaphore woken(0);
    const std::stop_callback wake(stop, [&woken] { woken.release(); });
    woken.acquire();
    if (seen)
        seen->stop = true;
    return Error{Error::Kind::Cancelled, QStringLiteral("wait"), QStringLiteral("stopped"), {}, {}};
}

/// Lets results that are still on their way arrive.
void settle()
{
    workerPool().waitForDone();
    for (int i = 0; i < 5; ++i) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace

class JobTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { settle(); }

    void result_arrivesOnTheOwnersThread()
    {
        Job<int> job;
        QThread *workedOn = nullptr;
        QThread *doneOn = nullptr;
        int value = 0;
        QVERIFY(!job.isRunning());
        job.start(
            [&](std::stop_token) -> Result<int> {
                workedOn = QThread::currentThread();
                return 42;
            },
            [&](Result<int> result) {
                doneOn = QThread::currentThread();
                value = *result;
            });
        QVERIFY(job.isRunning());
        QTRY_COMPARE(value, 42);
        QVERIFY(workedOn && workedOn != QThread::currentThread());
        QCOMPARE(doneOn, QThread::currentThread());
        QVERIFY(!job.isRunning());
    }

    void result_arrivesOnAnotherThreadThatOwnsTheJob()
    {
        std::atomic<QThread *> doneOn = nullptr;
        QThread *owner = QThread::create([&] {
            QEventLoop loop;
            Job<void> job;
            job.start([](std::stop_token) -> Result<void> { return {}; },
                      [&](Result<void>) {
                          doneOn = QThread::currentThread();
                          loop.quit();
                      });
            loop.exec();
        });
        owner->start();
        QVERIFY(owner->wait(30'000));
        QCOMPARE(doneOn.load(), owner);
        delete owner;
    }

    void error_arrivesLikeAValue()
    {
        Job<int> job;
        std::optional<Error::Kind> kind;
        job.start(
            [](std::stop_token) -> Result<int> {
                return Error{Error::Kind::TimedOut, {}, {}, {}, {}};
            },
            [&](Result<int> result) { kind = result.error().kind; });
        QTRY_COMPARE(kind, Error::Kind::TimedOut);
    }

    void moveOnlyValue_isHandedOver()
    {
        Job<std::unique_ptr<int>> job;
        std::unique_ptr<int> value;
        job.start([](std::stop_token) -> Result<std::unique_ptr<int>> { return std::make_unique<int>(7); },
                  [&](Result<std::unique_ptr<int>> result) { value = std::move(*result); });
        QTRY_VERIFY(value);
        QCOMPARE(*value, 7);
    }

    void newerStart_supersedesTheOlder()
    {
        Job<int> job;
        Seen seen;
        QList<int> values;
        const auto note = [&](Result<int> result) { values.append(result ? *result : -1); };
        job.start([&](std::stop_token stop) { return waitForStop(stop, &seen); }, note);
        QTRY_VERIFY(seen.started);
        job.start([](std::stop_token) -> Result<int> { return 2; }, note);
        settle();
        QCOMPARE(values, QList<int>{2});
        QVERIFY(seen.stop);
    }

    void olderResultThatIsOnItsWay_isDroppedToo()
    {
        Job<int> job;
        QList<int> values;
        const auto note = [&](Result<int> result) { values.append(*result); };
        job.start([](std::stop_token) -> Result<int> { return 1; }, note);
        workerPool().waitForDone(); // its event lies in the queue
        job.start([](std::stop_token) -> Result<int> { return 2; }, note);
        settle();
        QCOMPARE(values, QList<int>{2});
    }

    void ownersDeath_requestsStopAndDropsTheResult()
    {
        Seen seen;
        bool wasCalled = false;
        {
            Job<int> job;
            job.start([&](std::stop_token stop) { return waitForStop(stop, &seen); },
                      [&](Result<int>) { wasCalled = true; });
            QTRY_VERIFY(seen.started);
        }
        settle();
        QVERIFY(seen.stop);
        QVERIFY(!wasCalled);
    }

    void ownersDeath_dropsAResultThatIsOnItsWay()
    {
        bool wasCalled = false;
        {
            Job<int> job;
            job.start([](std::stop_token) -> Result<int> { return 1; }, [&](Result<int>) { wasCalled = true; });
            workerPool().waitForDone();
        }
        settle();
        QVERIFY(!wasCalled);
    }

    void stop_dropsTheResult()
    {
        Job<int> job;
        bool wasCalled = false;
        job.start([](std::stop_token stop) { return waitForStop(stop); }, [&](Result<int>) { wasCalled = true; });
        job.stop();
        QVERIFY(!job.isRunning());
        settle();
        QVERIFY(!wasCalled);
    }

    void requestStop_deliversCancelled()
    {
        Job<int> job;
        std::optional<Error::Kind> kind;
        job.start([](std::stop_token stop) { return waitForStop(stop); },
                  [&](Result<int> result) { kind = result.error().kind; });
        job.requestStop();
        QVERIFY(job.isRunning());
        QTRY_COMPARE(kind, Error::Kind::Cancelled);
        QVERIFY(!job.isRunning());
    }

    void stoppedBeforeItsTurn_workDoesNotRun()
    {
        std::vector<std::unique_ptr<Job<int>>> fillers;
        std::atomic<int> started = 0;
        for (int i = 0; i < workerPool().maxThreadCount(); ++i) {
            fillers.push_back(std::make_unique<Job<int>>());
            fillers.back()->start(
                [&](std::stop_token stop) {
                    ++started;
                    return waitForStop(stop);
                },
                [](Result<int>) {});
        }
        QTRY_COMPARE(started.load(), workerPool().maxThreadCount());
        Job<int> job;
        std::atomic<bool> ran = false;
        std::optional<Error::Kind> kind;
        job.start(
            [&](std::stop_token) -> Result<int> {
                ran = true;
                return 1;
            },
            [&](Result<int> result) { kind = result.error().kind; });
        job.requestStop();
        fillers.clear();
        QTRY_COMPARE(kind, Error::Kind::Cancelled);
        QVERIFY(!ran);
    }

    void done_mayDestroyTheJob()
    {
        auto job = std::make_unique<Job<int>>();
        int value = 0;
        const QByteArray captured(1000, 'x'); // lives in the callback, is read after the Job is gone
        job->start([](std::stop_token) -> Result<int> { return 1; },
                   [&, captured](Result<int> result) {
                       job.reset();
                       value = *result + int(captured.size());
                   });
        QTRY_COMPARE(value, 1001);
    }

    void done_mayStartTheJobAgain()
    {
        Job<int> job;
        QList<int> values;
        std::function<void(int)> next = [&](int number) {
            job.start([number](std::stop_token) -> Result<int> { return number; },
                      [&](Result<int> result) {
                          values.append(*result);
                          if (*result < 3)
                              next(*result + 1);
                      });
        };
        next(1);
        QTRY_COMPARE(values, QList<int>({1, 2, 3}));
        QVERIFY(!job.isRunning());
    }

    void later_runsWhenItIsGivenItsWork()
    {
        Job<int> job;
        int value = 0;
        const auto later = job.later([&](Result<int> result) { value = *result; });
        QVERIFY(job.isRunning() && later.isWanted());
        settle();
        QCOMPARE(value, 0);
        later.start([](std::stop_token) -> Result<int> { return 5; });
        QVERIFY(!later.isWanted());
        later.start([](std::stop_token) -> Result<int> { return 6; });
        QTRY_COMPARE(value, 5);
    }

    void later_ofAStoppedOrDeadJob_doesNothing()
    {
        bool wasCalled = false;
        const auto note = [&](Result<int>) { wasCalled = true; };
        auto job = std::make_unique<Job<int>>();
        const auto stopped = job->later(note);
        job->stop();
        const auto superseded = job->later(note);
        const auto orphan = job->later(note);
        QVERIFY(!superseded.isWanted() && orphan.isWanted());
        job.reset();
        for (const auto &later : {stopped, superseded, orphan})
            later.fail(Error{});
        settle();
        QVERIFY(!wasCalled);
    }

    void later_hearsCancelledOnRequestStop()
    {
        Job<int> job;
        std::optional<Error::Kind> kind;
        const auto later = job.later([&](Result<int> result) { kind = result.error().kind; });
        job.requestStop();
        QVERIFY(!later.isWanted());
        QTRY_COMPARE(kind, Error::Kind::Cancelled);
    }

    void manyJobsThatDieAtAnyMoment_leaveNothingBehind()
    {
        for (int round = 0; round < 200; ++round) {
            std::vector<std::unique_ptr<Job<QByteArray>>> jobs;
            for (int i = 0; i < 8; ++i) {
                jobs.push_back(std::make_unique<Job<QByteArray>>());
                jobs.back()->start([](std::stop_token) -> Result<QByteArray> { return QByteArray(100, 'x'); },
                                   [&jobs, i](Result<QByteArray>) { jobs[size_t(i)].reset(); });
            }
            if (round % 3 == 0)
                QCoreApplication::processEvents();
            if (round % 3 == 1)
                QThread::yieldCurrentThread();
        }
    }
};

GW_REGISTER_TEST(JobTest)
#include "jobtest.moc"

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"

#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrent>
#include <functional>
#include <memory>
#include <stop_token>

namespace gw {

/// Threads for work that waits (network, disk): never the global pool, whose size is the core count.
QThreadPool &workerPool();

/// The Error of work that was stopped before it began.
Error stoppedError();

/// The only place where threads meet the window. start() runs `work(stop_token)` on a worker and gives its Result<T> to
/// `done` on the thread that called start(), which needs an event loop. A newer start() supersedes the older one, whose
/// result is dropped; the Job's death requests stop and drops the result too. `done` may destroy or restart the Job.
template <typename T>
class Job {
public:
    using Work = std::function<Result<T>(std::stop_token)>;
    using Done = std::function<void(Result<T>)>;

    /// Work that cannot start yet; the Job counts as running. Whoever holds a Later cannot harm the Job: once the Job
    /// was stopped, started anew or destroyed, a Later does nothing.
    class Later {
    public:
        bool isWanted() const { return !m_job.expired(); }
        void start(Work work) const
        {
            if (const auto job = m_job.lock())
                (*job)->run(std::move(work));
        }
        void fail(const Error &error) const
        {
            start([error](std::stop_token) -> Result<T> { return error; });
        }

    private:
        friend class Job;
        explicit Later(const std::shared_ptr<Job *> &job) : m_job(job) {}
        std::weak_ptr<Job *> m_job;
    };

    Job() = default;
    ~Job() { stop(); }
    Job(const Job &) = delete;
    Job &operator=(const Job &) = delete;

    void start(Work work, Done done) { later(std::move(done)).start(std::move(work)); }

    /// Supersedes like start(), but the work is given afterwards.
    Later later(Done done)
    {
        stop();
        m_stop = std::stop_source();
        m_done = std::move(done);
        m_waiting = std::make_shared<Job *>(this);
        return Later(m_waiting);
    }

    /// Requests stop and drops the result: `done` is not called any more.
    void stop()
    {
        m_stop.request_stop();
        m_waiting.reset();
        m_done = {};
        m_watcher.reset(); // not deleteLater(): a result that is already on its way must not arrive
    }

    /// Requests stop but lets `done` hear the Cancelled error.
    void requestStop()
    {
        m_stop.request_stop();
        if (m_waiting)
            run({});
    }

    bool isRunning() const { return m_watcher || m_waiting; }

private:
    using Watcher = QFutureWatcher<std::shared_ptr<Result<T>>>;

    void run(Work work)
    {
        m_waiting.reset();
        m_watcher = std::make_unique<Watcher>();
        QObject::connect(m_watcher.get(), &Watcher::finished, m_watcher.get(),
                         [this, done = std::exchange(m_done, {})] {
                             const auto result = m_watcher->result();
                             m_watcher.release()->deleteLater(); // this is its signal: it must outlive it
                             done(std::move(*result));           // from here on the Job may be gone
                         });
        m_watcher->setFuture(QtConcurrent::run(&workerPool(), [work = std::move(work), token = m_stop.get_token()] {
            return std::make_shared<Result<T>>(token.stop_requested() ? Result<T>(stoppedError()) : work(token));
        }));
    }

    std::stop_source m_stop{std::nostopstate};
    Done m_done;
    std::shared_ptr<Job *> m_waiting;
    std::unique_ptr<Watcher> m_watcher;
};

} // namespace gw

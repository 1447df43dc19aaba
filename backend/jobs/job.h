// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QtConcurrent>
#include <stop_token>

namespace gw {

/// Threads for work that waits (network, disk): never the global pool, whose size is the core count.
QThreadPool &workerPool();

/// The only place where threads meet the window. start() runs `work(stop_token)` on a worker and gives its Result<T> to
/// `done` on the thread that owns the Job. A newer start() supersedes the older one, whose result is dropped;
/// the Job's death requests stop and drops the result too.
template<typename T>
class Job {
public:
    using Work = std::function<Result<T>(std::stop_token)>;
    using Done = std::function<void(Result<T>)>;

    Job() = default;
    ~Job() { stop(); }
    Job(const Job &) = delete;
    Job &operator=(const Job &) = delete;

    void start(Work work, Done done)
    {
        stop();
        m_stop = std::stop_source();
        m_watcher = std::make_unique<QFutureWatcher<std::shared_ptr<Result<T>>>>();
        QObject::connect(m_watcher.get(), &QFutureWatcherBase::finished, m_watcher.get(),
                         [this, done = std::move(done)] {
                             const auto result = m_watcher->result();
                             m_watcher.release()->deleteLater();
                             done(std::move(*result));
                         });
        m_watcher->setFuture(QtConcurrent::run(&workerPool(), [work = std::move(work), token = m_stop.get_token()] {
            return std::make_shared<Result<T>>(work(token));
        }));
    }

    /// Requests stop and drops the result: `done` is not called any more.
    void stop()
    {
        m_stop.request_stop();
        if (m_watcher)
            m_watcher.release()->deleteLater();
    }

    /// Requests stop but lets `done` hear the Cancelled error.
    void requestStop() { m_stop.request_stop(); }
    bool isRunning() const { return m_watcher != nullptr; }

private:
    std::stop_source m_stop{std::nostopstate};
    std::unique_ptr<QFutureWatcher<std::shared_ptr<Result<T>>>> m_watcher;
};

} // namespace gw

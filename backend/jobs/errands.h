// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/jobs/job.h"

#include <memory>

namespace gw {

/// One piece of work that is never stopped; `done` is told on the thread of `context`, unless that is gone by then.
template <typename T>
void runErrand(QObject *context, std::function<Result<T>()> work, std::function<void(Result<T>)> done)
{
    using Watcher = QFutureWatcher<std::shared_ptr<Result<T>>>;
    auto *watcher = new Watcher;
    watcher->setParent(context);
    QObject::connect(watcher, &Watcher::finished, watcher, [watcher, done = std::move(done)] {
        const auto result = watcher->result();
        watcher->deleteLater();
        done(std::move(*result));
    });
    watcher->setFuture(
        QtConcurrent::run(&workerPool(), [work = std::move(work)] { return std::make_shared<Result<T>>(work()); }));
}

/// Work that is never stopped, several pieces side by side: what a person has decided is written even if the program is
/// closing (the pool waits for it at exit). Like Job, it tells `done` on the thread that started it; when the Errands
/// are gone, nobody is told.
class Errands {
public:
    template <typename T>
    void run(std::function<Result<T>()> work, std::function<void(Result<T>)> done)
    {
        runErrand<T>(m_context.get(), std::move(work), std::move(done));
    }

private:
    std::unique_ptr<QObject> m_context = std::make_unique<QObject>();
};

} // namespace gw

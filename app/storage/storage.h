// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/jobs/job.h"
#include "backend/store/store.h"

namespace gw {

/// Where the store is, and work on it: always on a worker, with a Store of that thread (opening takes about a
/// millisecond).
class Storage {
public:
    explicit Storage(QString path) : m_path(std::move(path)) {}

    const QString &path() const { return m_path; }

    /// For work that is on a worker already.
    template <typename Use>
    auto use(const Use &work) const -> std::invoke_result_t<Use, Store &>
    {
        const std::unique_ptr<Store> store = GW_TRY(Store::open(m_path));
        return work(*store);
    }

    /// Runs `work(Store &)` on a worker and hands its result to `done` on this thread, as Job does.
    template <typename T>
    void start(Job<T> &job, std::function<Result<T>(Store &)> work, typename Job<T>::Done done) const
    {
        job.start([storage = *this, work = std::move(work)](std::stop_token) { return storage.use(work); },
                  std::move(done));
    }

private:
    QString m_path;
};

} // namespace gw

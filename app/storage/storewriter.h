// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/storage.h"

#include <vector>

namespace gw {

/// Several writes to the store that are under way side by side; each tells how it ended.
/// When the writer goes, what was started is still written, but nobody is told.
class StoreWriter {
public:
    explicit StoreWriter(Storage storage) : m_storage(std::move(storage)) {}

    void write(std::function<Result<void>(Store &)> work, Job<void>::Done done)
    {
        std::erase_if(m_jobs, [](const auto &job) { return !job->isRunning(); });
        m_jobs.push_back(std::make_unique<Job<void>>());
        m_storage.start(*m_jobs.back(), std::move(work), std::move(done));
    }

private:
    Storage m_storage;
    std::vector<std::unique_ptr<Job<void>>> m_jobs;
};

} // namespace gw

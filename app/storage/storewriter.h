// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/storage.h"
#include "backend/jobs/errands.h"

namespace gw {

/// Writes to the store, several at a time; each tells how it ended. They are never stopped: when the writer goes, what
/// was started is still written, but nobody is told.
class StoreWriter {
public:
    explicit StoreWriter(Storage storage) : m_storage(std::move(storage)) {}

    void write(std::function<Result<void>(Store &)> work, Job<void>::Done done)
    {
        m_errands.run<void>([storage = m_storage, work = std::move(work)] { return storage.use(work); },
                            std::move(done));
    }

private:
    Storage m_storage;
    Errands m_errands;
};

} // namespace gw

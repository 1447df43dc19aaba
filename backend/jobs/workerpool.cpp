// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/jobs/job.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// Waits for its workers at exit, when every Job has requested stop.
struct WorkerPool : QThreadPool {
    WorkerPool()
    {
        setMaxThreadCount(64); // they wait in poll(): 200 were measured at 2 MiB
        setExpiryTimeout(30'000);
    }
};

} // namespace

QThreadPool &workerPool()
{
    // Ends with the application, before the atexit handlers of libraries: a thread that ends after OpenSSL's would
    // leave its state behind.
    static const auto pool = [] {
        static std::unique_ptr<WorkerPool> made;
        made = std::make_unique<WorkerPool>();
        qAddPostRoutine([] { made.reset(); });
        return made.get();
    }();
    return *pool;
}

Error stoppedError()
{
    return Error{Error::Kind::Cancelled,
                 QCoreApplication::translate("Job", "Work"),
                 QCoreApplication::translate("Job", "It was stopped before it began"),
                 {},
                 {}};
}

} // namespace gw

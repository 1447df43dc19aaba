// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/outside.h"
#include "backend/apply/apply.h"

namespace gw {

/// What the server's guard does: backend/apply, or a made-up one in tests.
struct Guard {
    using Report = std::function<void(const ApplyProgress &)>;
    std::function<Result<Applied>(Shell &, const Elevation &, const Plan &, const ApplyOptions &, const Report &,
                                  std::stop_token)>
        apply = gw::apply;
    std::function<Result<void>(Shell &, const Elevation &, const QString &, std::stop_token)> keep = gw::keep;
    std::function<Result<Returned>(Shell &, const Elevation &, const QString &, std::stop_token)> undo = gw::undo;
    std::function<Result<QDateTime>(Shell &, const Elevation &, const QString &, std::chrono::seconds, std::stop_token)>
        extend = gw::extend;
    std::function<Result<QList<OpenChange>>(Shell &, const Elevation &, std::stop_token)> openChanges = gw::openChanges;
    std::function<Result<void>(Shell &, const Elevation &, const QString &, std::stop_token)> forget = gw::forget;
    std::function<Result<FileStates>(Shell &, const QList<RemotePath> &, const Elevation &, std::stop_token)>
        readFiles = [](Shell &shell, const QList<RemotePath> &paths, const Elevation &elevation, std::stop_token stop) {
            return readFileStates(shell, paths, elevation, stop);
        };
};

/// How a server is reached while a change is under way: the connection that is open, and what can be tried beside it.
struct Contact {
    Shell &shell;
    Elevation elevation;
    Outside outside;
    Guard guard = {};
    Route route = {}; ///< the way that the connection went; no hops: this computer
};

} // namespace gw

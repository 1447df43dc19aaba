// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/changeflow.h"

namespace gw::ctl {

/// A change that somebody began earlier, reached again.
struct Resumed {
    Session session;
    Connection connection;
    std::unique_ptr<ChangeRun> run;
    ChangeState state; ///< what the server says
};

/// By its ID, over a new connection to its server: `target`, or the one that the journal names.
Result<Resumed> resume(const QString &id, const QString &target, const QCommandLineParser &parser,
                       std::stop_token stop);

/// What the journal of this computer says about an ID or a number; nothing: it does not know it.
Result<std::optional<ChangeRecord>> recordOf(const QString &word, const QCommandLineParser &parser);

} // namespace gw::ctl

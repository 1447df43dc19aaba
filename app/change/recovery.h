// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/changerun.h"

namespace gw {

/// What a server and the journal tell about changes whose end nobody here has heard.
struct Recovered {
    struct Waiting {
        OpenChange change;
        std::optional<ChangeRecord> known; ///< empty: somebody else's, by another computer
    };
    QList<Waiting> waiting;    ///< still in force: ask, with ChangeRun::resumed()
    QList<ChangeRecord> ended; ///< what the journal has learned now: came back, or was found kept or undone
};

/// For each new connection to a server: asks it, joins its answer with the journal, writes what has ended into the
/// journal and lets the server forget it. What somebody else's computer changed and what came back is left for that
/// one to hear.
Result<Recovered> recover(const Contact &contact, const ChangeRequest &request, const ChangeJournal &journal,
                          std::stop_token stop);

} // namespace gw

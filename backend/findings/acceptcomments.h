// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/finding.h"

namespace gw {

/// One `# gatewright: accept RULE reason` in a configuration file of the server.
struct AcceptComment {
    RemotePath file;
    int line = 0;
    RuleId rule;
    QString reason;            ///< safe to show; empty: the comment accepts nothing
    bool inMatchBlock = false; ///< below a Match line of sshd: it says nothing about the file as a whole
    friend bool operator==(const AcceptComment &, const AcceptComment &) = default;
};

/// All of them, in every configuration file whose content the survey brought.
QList<AcceptComment> acceptComments(const Facts &facts);

/// The comment stands on the line of the finding or the line above; anywhere in the file for a finding about a file as
/// a whole ("the default holds").
bool accepts(const AcceptComment &comment, const Finding &finding);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/sshd/sshdview.h"

namespace gw {

/// Calls `judge` for every key that may log in. Where homes could not be read, the rule has not looked everywhere.
RuleOutcome
withAuthorizedKeys(const Facts &facts,
                   const std::function<std::optional<Finding>(const UserAccount &, const AuthorizedKey &)> &judge);

/// Place, subject and proof; the rule adds title and explanation.
Finding findingAboutKey(const UserAccount &user, const AuthorizedKey &key, Severity severity);

/// "ssh-rsa 1024"
QString shownKind(const AuthorizedKey &key);

} // namespace gw

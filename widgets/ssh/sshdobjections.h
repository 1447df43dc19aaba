// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/sshd/tree.h"
#include "backend/survey/facts.h"

namespace gw {

/// Why a change of `keyword` is not wise, mostly because it would shut out the person who makes it. It says while one
/// types what the plan would refuse later, by the same judgement. `before` and `after`: the values that hold for that
/// person. Translated; empty: nothing speaks against it.
QString sshdObjection(const Facts &facts, const SshdVersion &version, const QString &keyword,
                      const SshdEffective &before, const SshdEffective &after);

/// The account that is logged in; null where it is not among the users.
const UserAccount *ownAccount(const Facts &facts);

} // namespace gw

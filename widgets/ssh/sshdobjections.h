// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/survey/facts.h"

#include <functional>

namespace gw {

/// What would hold after a change, by keyword, as `sshd -T` prints it.
using SshdValues = std::function<QString(const QString &keyword)>;

/// Why a change of `keyword` is not wise: it would shut out the person who makes it. Translated; empty: nothing speaks
/// against it. It says while one types what the plan would refuse later.
QString sshdObjection(const Facts &facts, const QString &keyword, const SshdValues &after);

/// The account that is logged in; null where it is not among the users.
const UserAccount *ownAccount(const Facts &facts);

} // namespace gw

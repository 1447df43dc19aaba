// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"

namespace gw {

/// All rules about sshd, in no particular order. A new rule: one file in this folder, one line below, one in sshdrules.cpp.
QList<Rule> sshdRules();

} // namespace gw

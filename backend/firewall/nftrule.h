// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/firewall/filter.h"

namespace gw {

/// What one statement of a chain does to the packet (nft(8), EXPRESSIONS and STATEMENTS).
RuleEffect readNftRule(const QString &rule, const FilterTable &table, const Arrival &arrival);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/firewall/filter.h"

namespace gw {

/// What `nft list ruleset` prints.
struct NftablesRules {
    QList<FilterTable> tables;

    static NftablesRules parse(const QString &printed);
    /// Every chain at `hook` must let the packet pass: an accept in one does not overrule a drop in the next.
    WalkResult verdict(const QString &hook, const Arrival &arrival) const;
    bool translates(const Arrival &arrival) const;
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"
#include "backend/nginx/edit.h"

namespace gw {

class NginxView;

/// One check of a configuration of nginx. One file per rule in this folder; nginxrules.h lists them.
struct NginxRule {
    const char *id;          ///< "nginx.alias-traversal"
    const char *title;       ///< as in Rule
    const char *source;      ///< as in Rule
    ReviewProfiles profiles; ///< reviews that ask it
    RuleOutcome (*check)(const NginxView &view);
    /// What mends a finding, as edits of the file that it names; empty: nothing that could be done without knowing
    /// more. nullptr: never.
    QList<NginxEdit> (*fix)(const NginxView &view, const Finding &finding) = nullptr;
    /// What somebody can set for it (NginxView::option()): names, parted by blanks.
    const char *options = "";
};

/// {"domains", "https-only"}
QStringList optionsOf(const NginxRule &rule);

/// What the rule says of this configuration, each finding once however often its file is included. Where nginx or we
/// could not read all of it, a rule without findings has not passed.
RuleOutcome outcomeOf(const NginxRule &rule, const NginxView &view);

/// The same, for facts whose configuration nobody has read yet.
RuleOutcome outcomeOf(const NginxRule &rule, const Facts &facts);

} // namespace gw

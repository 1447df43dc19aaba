// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/plan.h"
#include "backend/plan/strictjson.h"

namespace gw {

// The parts of a plan in JSON, and those that records are made of too. The layout: one object per struct of plan.h and
// change.h; "kind" tells the members of a variant apart; permission bits are octal texts ("0600"), times are seconds.
// What may be missing: "needs", "warnings" and "touches" without entries, "secrecy" of public files, "attributes" that
// stay as they are, a command's "undo" and "changes-firewall".

inline constexpr int mostSeconds = 600; ///< of a window or a wait

inline constexpr JsonWord<Secrecy> secrecyWords[] = {{Secrecy::Public, "public"}, {Secrecy::Secret, "secret"}};

/// Without the content.
QJsonObject jsonOf(const FileState &state);
FileState readState(JsonReader &in);

/// `contents` says where contents are.
QJsonObject jsonOf(const Change &change, Contents contents);
/// `contents` finds what the JSON names by hash; null: the plan is to be applied, nothing may be left out.
Change readChange(JsonReader &in, const ContentSource *contents);

QJsonObject jsonOf(const Proof &proof);
Proof readProof(JsonReader &in);

Plan readPlan(JsonReader &in, const ContentSource *contents);

} // namespace gw

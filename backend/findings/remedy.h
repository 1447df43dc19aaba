// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/finding.h"
#include "backend/plan/intent.h"

namespace gw {

/// What would mend this finding; empty where Finding::fixable is false.
QList<Intent> remedyFor(const Facts &facts, const Finding &finding);

/// What would mend all of them, each intent once: for one plan.
QList<Intent> remediesFor(const Facts &facts, const QList<Finding> &findings);

/// What "Harden" does with sshd: the remedies of its findings but those that cost somebody a way of working (forwarded
/// ports, keys of people), and, as long as whoever asks has no key that sshd takes, those that leave passwords out.
QList<Intent> hardeningOf(const Facts &facts);

} // namespace gw

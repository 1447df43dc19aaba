// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"

namespace gw {

/// One change for scripts (`gatewrightctl history --format json`). Members are only ever added: number, transaction,
/// host, server, at (ISO 8601, UTC), who, title, outcome, detail, undoes (a number or null), host-key;
/// files[]: path, before and after (SHA-256, null: not there), mode, owner, group, secret;
/// steps[]: id, command, reason, state ("not-run", "done", "failed"), milliseconds, output;
/// proofs[]: proof (as in a plan), held, detail. How the journal stores a change (toJson()) may change, this does not.
QJsonObject historyJson(const ChangeRecord &record);

} // namespace gw

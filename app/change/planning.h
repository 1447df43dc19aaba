// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/contact.h"
#include "backend/plan/intent.h"

namespace gw {

/// Reads the files that the intents need, then plans: for one server, as `facts` know it.
Result<Plan> makePlan(const Contact &contact, const HostId &host, const Facts &facts, const QList<Intent> &intents,
                      std::stop_token stop);

/// Reads the files of a kept change as they are now, then plans how it is taken back; `only`: these files and nothing
/// else. `record` is whole (Store::change()).
Result<Plan> makeUndoPlan(const Contact &contact, const ChangeRecord &record, const QList<RemotePath> &only,
                          std::stop_token stop);

} // namespace gw

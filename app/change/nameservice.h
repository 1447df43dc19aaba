// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/login.h"
#include "backend/plan/nameanswer.h"

namespace gw {

/// "*.example.com" is asked for as any name below. Waits 5 s at most; on any thread.
NameAnswer whereLeads(const QString &name, const Way &way, std::stop_token stop);

} // namespace gw

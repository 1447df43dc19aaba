// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/saveas.h"
#include "backend/base/server.h"
#include "widgets/plan/plandraft.h"

namespace gw {

/// Asks where, then writes the plan in that format; a playbook is a folder.
void exportPlan(QWidget *window, const Plan &plan, const Server &server, PlanFormat format, const Saved &done);

} // namespace gw

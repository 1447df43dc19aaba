// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/verb.h"
#include "backend/base/server.h"
#include "backend/plan/plan.h"

namespace gw::ctl {

/// "json", "sh", "md", "ansible"
Result<PlanFormat> exportFormat(const QString &name);

/// Writes the plan as --export says, to --output or standard output. A playbook is a folder. The exit code.
int exportPlan(const Plan &plan, const Server &server, const QCommandLineParser &parser);

} // namespace gw::ctl

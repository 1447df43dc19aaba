// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/server.h"
#include "backend/plan/plan.h"

namespace gw {

/// The plan as one file; not for PlanFormat::Ansible, which is a folder.
Result<QByteArray> planText(const Plan &plan, PlanFormat format, const QString &serverName);

/// Writes the playbook for that server, and what it needs, into `folder`, which is made if it is not there. Files that
/// are no playbook of ours are never overwritten (Kind::Invalid). The folder.
Result<QString> writePlaybook(const Plan &plan, const Server &server, const QString &folder);

/// Who may read a file on this computer, as far as the umask lets them.
enum class Readers { Everybody, Owner };
/// Whole or not at all. The path.
Result<QString> saveFile(const QString &path, const QByteArray &content, Readers readers = Readers::Everybody);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"
#include "backend/plan/change.h"

namespace gw {

/// What a change acts on. Changes of several plans with the same subject become one: "file /etc/nginx/nginx.conf".
QByteArray subjectOf(const Change &change);

/// Two changes of the same subject as one; the cause of the error says why there is none: "/etc/ssh/sshd_config line
/// 12: both change it".
Result<Change> mergedChange(const Change &mine, const Change &theirs);

} // namespace gw

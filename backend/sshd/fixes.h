// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/sshd/version.h"

namespace gw {

/// A correction of sshd that no setting shows: it is in the program or it is not.
enum class SshdFix {
    StrictKeyExchange, ///< against Terrapin, CVE-2023-48795
    SignalHandler,     ///< against regreSSHion, CVE-2024-6387
    DisableForwarding, ///< "DisableForwarding yes" stops X11 and agents too, CVE-2025-32728
};

enum class FixState { Present, Missing, Unknown };

/// By the release, or by the revision of the distribution's package that brought the correction back.
/// Unknown: the version does not name a revision, so that an old release may carry it without showing it.
FixState fixState(const SshdVersion &version, SshdFix fix);

} // namespace gw

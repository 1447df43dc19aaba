// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/remotepath.h"

namespace gw {

/// Whether a broken file shuts people out: sshd, firewall, network, sudo, PAM, accounts. Such a file is put back even
/// over a later edit of somebody else, whose text is kept aside; elsewhere a later edit stays.
bool isAccessCritical(const RemotePath &path);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/survey/protection.h"
#include "tests/scenes/sampledata.h"
#include "widgets/ssh/keyguide.h"
#include "widgets/ssh/keyrows.h"

namespace gw::sample {

// The machine of the tutorials in the states that the page "SSH" shows. Facts are copies: change what is needed.

/// As found, looked at by "dev", who becomes root by sudo.
Facts loggedInAsDev();
/// Users with keys of every sort.
Facts manyKeys();
/// A Match block lets passwords in for "ops" only.
Facts withMatchBlocks();
Facts withoutRoot();
Facts withoutSshd();
/// fail2ban runs and watches sshd.
Facts withFail2ban();
/// The other machine, as it should be.
Facts hardened();
/// Names and values that a hostile server would send.
Facts hostileSshd();

/// "ssh-ed25519 AAAA… lin@laptop"
QByteArray publicLine();
FirstSeen firstSeen();
/// A key was made; what came of installing and proving it.
KeyGuide guide(KeyGuide::State installed, KeyGuide::State proven);
Protection protection();
/// What planFor() says to an AllowUsers without oneself.
Error refusedPlan();

} // namespace gw::sample

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/scenes/sampledata.h"

namespace gw::sample {

// The machine of the tutorials in the states that the page "Web" shows. Facts are copies: change what is needed.

/// As found, with a site that is disabled and one in maintenance.
Facts served();
Facts withoutNginx();
/// nginx -t failed.
Facts refusedNginx();
/// Names, paths and bytes that a hostile server would send.
Facts hostileNginx();
/// As large as configurations get: hundreds of sites.
Facts manySites();

RemotePath chatFile();
/// What is wrong in the file of the chat.
QList<Finding> webFindings();

/// The last lines of an access log, with times.
QByteArray accessLog();

} // namespace gw::sample

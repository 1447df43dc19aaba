// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/scenes/sampledata.h"

namespace gw::sample {

// The machine of the tutorials in the states that the page "Web" shows. Facts are copies: change what is needed.

/// As found, with a site that is disabled and one in maintenance.
Facts served();
Facts withoutNginx();
/// With a web interface that was recognised at webUiPort.
Facts withWebUi();
/// nginx -t failed.
Facts refusedNginx();
/// Names, paths and bytes that a hostile server would send.
Facts hostileNginx();
/// As large as configurations get: hundreds of sites.
Facts manySites();

// What listens there.
inline constexpr quint16 vllmPort = 3001;
inline constexpr quint16 webUiPort = 7860;
inline constexpr quint16 jupyterPort = 8888;

RemotePath chatFile();
/// What is wrong in the file of the chat.
QList<Finding> webFindings();

/// The last lines of an access log, with times.
QByteArray accessLog();

} // namespace gw::sample

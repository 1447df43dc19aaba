// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ssh/route.h"

namespace gw {

/// What `ssh -G` prints for one host.
struct EvaluatedHost {
    HopSettings settings;
    QString proxyJump;       ///< "user@jump:port,next", or empty
    QStringList switchedOff; ///< ways to log in that the person does not want: "publickey" …
};

/// Lets OpenSSH itself evaluate its configuration. It also runs what `Match exec` there names: it is the person's own.
Result<EvaluatedHost> evaluateSshConfig(const Target &target, const QString &configFile, std::stop_token stop);

/// Reads the lines `ssh -G` prints. Pure, but for ~ and ${NAME} in paths, which `ssh -G` leaves as they are.
EvaluatedHost parseEvaluatedHost(const Target &target, const QString &printed);

/// What OpenSSH would take without any configuration: used where there is no ssh.
EvaluatedHost defaultsFor(const Target &target);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"
#include "backend/nginx/config.h"

namespace gw::ctl {

/// A configuration of nginx named on the command line.
struct NginxInput {
    QByteArray text;
    RemotePath path; ///< absolute; of standard input a name in the current folder
};

/// FILE, or standard input for "-".
Result<NginxInput> nginxInput(const QString &file);

enum class NginxFollow { Includes, Nothing };

/// Includes are read from this computer. What `nginx -T` printed is taken apart instead: everything is in it.
NginxConfig nginxConfig(const NginxInput &input, NginxFollow follow);

} // namespace gw::ctl

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/config.h"

namespace gw::ctl {

enum class RouteFormat { Text, Json };

/// `gatewrightctl nginx route FILE URL`: prints what answers a request for that URL; the exit code. What lies on this
/// computer's disk has no say: the configuration may be another one's. A syntax error
/// is a failure; an included file that is not there is said and left out.
int nginxRoute(const NginxConfig &config, const QString &url, RouteFormat format);

} // namespace gw::ctl

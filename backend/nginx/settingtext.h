// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/setting.h"

#include <QString>

namespace gw {

// Settings as people read them; what comes from the configuration is made visible.

/// As it stands there, up to its block: "proxy_pass http://a/".
QString settingText(NginxSetting setting);
/// "/etc/nginx/nginx.conf:12"
QString settingPlace(NginxSetting setting);

} // namespace gw

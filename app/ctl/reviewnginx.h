// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/nginxverbfiles.h"
#include "backend/survey/facts.h"

namespace gw::ctl {

/// A configuration of nginx on this computer, as if a survey had brought it.
struct NginxMaterial {
    Facts facts;
    bool isWhole = true; ///< every include could be followed
};

/// Says on standard error what cannot be read. An error: nginx cannot parse it, so that nobody knows what it means.
Result<NginxMaterial> nginxMaterial(const QString &file, NginxFollow follow, const QString &version);

} // namespace gw::ctl

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/config.h"

#include <vector>

namespace gw {

/// A setting as it is kept: numbers of a file, of a node in its tree, and of settings.
struct NginxSettingData {
    quint32 file = 0;
    quint32 node = 0;
    quint32 parent = 0;
    quint32 subtreeEnd = 1;
};

/// What the copies of an NginxConfig share.
struct NginxConfigData {
    QList<NginxFile> files;
    QList<NginxInclude> includes;
    QList<NginxProblem> problems;
    std::vector<NginxSettingData> settings; ///< in reading order; [0] is the main context
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/config.h"
#include "backend/nginx/directives.h"

#include <vector>

namespace gw {

/// In which context each node of one file stands, and what its body is: by NginxNode::index().
struct NginxContexts {
    std::vector<NginxContext> standsIn;
    std::vector<NginxContext> bodies; ///< of nodes with a block, and of the file itself
};

/// `file` is the context of the outermost directives. One pass, linear.
NginxContexts nginxContextsOf(const NginxTree &tree, NginxContext file, const NginxBuild &build = {});

/// What the outermost directives of a file stand in: Main for the main file; where the first include of it stands, for
/// others. Http for a file that is not part of the configuration, as most are sites.
NginxContext nginxContextOfFile(const NginxConfig &config, int file, const NginxBuild &build = {});

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/finding.h"

namespace gw {

/// Whether a Jupyter server asks for a token or a password (jupyter-server.readthedocs.io, Security).
struct JupyterLogin {
    bool asks = true;
    SourceRange where;     ///< the line that switched it off
    UntrustedText setting; ///< "c.IdentityProvider.token = ''"
};

/// Command line over configuration files, later lines over earlier ones. A token is there unless it was set to nothing.
JupyterLogin jupyterLogin(const AiService &service);

} // namespace gw

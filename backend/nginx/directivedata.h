// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/directivefacts.h"

#include <QList>

namespace gw {

// The rows of resources/nginx/*.tsv, whose README.md says what the columns mean. Views into the resource: they last.

QList<NginxModule> readNginxModules();
QList<DirectiveFacts> readNginxDirectives(); ///< in the file's order; module is an index into readNginxModules()
QList<VariableFacts> readNginxVariables();   ///< in the file's order: by name

/// The newest version that the tables know of: what a newer nginx has is not for them to say.
NginxVersion newestKnownNginx();

} // namespace gw

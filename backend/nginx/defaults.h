// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/directivefacts.h"

namespace gw {

/// What nginx of that version takes where the directive is not set: the documented default, or the one before that was
/// changed. An unset version: the newest. Empty: there is none.
QByteArrayView nginxDefault(const DirectiveFacts &facts, NginxVersion version);

} // namespace gw

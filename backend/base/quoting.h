// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"

#include <QByteArray>

namespace gw {

/// One word for a POSIX shell, whatever bytes it holds (IEEE 1003.1, 2.2.2 Single-Quotes). The only way a name
/// reaches a command line. NUL cannot be passed in an argument and is refused.
Result<QByteArray> quoted(QByteArrayView word);

} // namespace gw

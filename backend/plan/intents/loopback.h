// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace gw {

/// The command line with 127.0.0.1 where an option of well-known servers says "every address" (--host 0.0.0.0, --ip=*,
/// --bind [::]:8000 …), and without switches that mean the same (--listen alone, --bind_all). The rest stays byte for
/// byte. Nothing: no such option is in it.
std::optional<QString> onLoopback(const QString &commandLine);

} // namespace gw

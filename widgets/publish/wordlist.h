// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gw {

/// What is parted by commas, semicolons or blanks, each once.
QStringList wordsIn(const QString &text);

} // namespace gw

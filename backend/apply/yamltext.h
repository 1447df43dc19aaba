// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

namespace gw {

/// One double-quoted scalar (YAML 1.2.2, 7.3.1): on one line, whatever the text holds, and with nothing in it that is
/// not seen.
QByteArray yamlText(QStringView text);

} // namespace gw

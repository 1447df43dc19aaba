// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>

namespace gw {

/// JSON for a file or a terminal. Text of servers stands in it unchanged, but nothing of it acts: what UntrustedText
/// makes visible is written as \uXXXX, which is the same to whoever reads JSON.
QByteArray jsonText(const QJsonDocument &document);

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

namespace gw::test {

/// `inside` from line 3 on.
QByteArray inHttp(const QByteArray &inside);
/// In a server that listens; `inside` from line 4 on.
QByteArray inServer(const QByteArray &inside);
QByteArray inLocation(const QByteArray &inside);

/// Whole configurations, right and wrong, about which a look at the text is enough.
QByteArrayList checkCases();

} // namespace gw::test

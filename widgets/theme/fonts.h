// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace gw::fonts {

/// Inter or the system's font, 13 px.
QFont body();
/// JetBrains Mono or the system's fixed font, 12 px.
QFont mono();
/// What stands beside or below the body: 12 px.
QFont small();
/// In pills and above groups: 11 px, strong.
QFont label();
/// `base` in another size and weight.
QFont sized(const QFont &base, int pixels, QFont::Weight weight = QFont::Normal);

} // namespace gw::fonts

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/cardfoot.h"

#include "widgets/theme/tokens.h"

#include <QPainter>

namespace gw {

void CardFoot::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(0, 0, width(), 1), Tokens::of(this).border);
}

} // namespace gw

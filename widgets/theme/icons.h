// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

class QPainter;

namespace gw::icons {

/// Icons are one-coloured SVG files in resources/icons that draw with currentColor; `name` is the file's name without
/// ".svg".
QPixmap pixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio = 1);
void paint(QPainter *painter, const QRect &rect, const QString &name, const QColor &colour);
/// The program's own mark, for window and task bar.
QIcon application();

} // namespace gw::icons

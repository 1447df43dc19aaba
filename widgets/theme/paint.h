// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h"

class QPainter;
class QRect;
class QRectF;
class QStyleOption;
class QWidget;

namespace gw::paint {

// The shapes that widgets and delegates share.

/// A filled rounded rectangle with a 1 px border that stays crisp; an invalid colour is not drawn.
void box(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border = {});
/// Two pixels around what has the keyboard.
void focusRing(QPainter *painter, const QRectF &rect, qreal radius, const Tokens &tokens);
/// Focus is shown to those who move by keyboard; a mouse pointer already shows where one is.
bool showsFocus(const QWidget *widget);
bool showsFocus(const QStyleOption &option);
/// ◆ critical, ▲ high, ■ medium, ● low and info.
void severityShape(QPainter *painter, const QRectF &rect, Severity severity, const QColor &colour);
/// The shape on its tinted ground.
void severityIcon(QPainter *painter, const QRectF &rect, Severity severity, const Tokens &tokens);
/// One of resources/icons, on a tinted ground when its tone says something.
void icon(QPainter *painter, const QRect &rect, const QString &name, Tone tone, const Tokens &tokens);
/// A rounded label; returns the width it takes. Right-aligned pills are painted from their right edge by pillWidth().
int pillWidth(const QFont &font, const QString &text);
void pill(QPainter *painter, const QRectF &rect, const QString &text, Tone tone, const Tokens &tokens);
/// A small horizontal bar, `value` from 0 to 1.
void meter(QPainter *painter, const QRectF &rect, double value, Tone tone, const Tokens &tokens);
/// One line of text, elided to the rectangle.
void line(QPainter *painter, const QRect &rect, const QString &text, const QFont &font, const QColor &colour,
          Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter, Qt::TextElideMode elide = Qt::ElideRight);

/// The same over several lines, lineHeight() apart; what is longer than `most` lines ends with dots.
void lines(QPainter *painter, const QRect &rect, const QString &text, const QFont &font, const QColor &colour,
           int most);
int lineHeight(const QFont &font);
/// `text` in lines of at most `width`, broken at words where they are short enough. Of more than `most` lines the last
/// one holds all the rest.
QStringList wrapped(const QString &text, const QFont &font, int width, int most);

} // namespace gw::paint

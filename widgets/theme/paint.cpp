// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/paint.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QTextLayout>
#include <QWidget>

namespace gw::paint {

void box(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(border.isValid() ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect, radius, radius);
    painter->restore();
}

void focusRing(QPainter *painter, const QRectF &rect, qreal radius, const Tokens &tokens)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens.accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

bool showsFocus(const QWidget *widget)
{
    return widget->hasFocus() && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

bool showsFocus(const QStyleOption &option)
{
    return (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
}

void severityShape(QPainter *painter, const QRectF &rect, Severity severity, const QColor &colour)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    const QPointF c = rect.center();
    const qreal r = qMin(rect.width(), rect.height()) / 2;
    switch (severity) {
    case Severity::Critical:
        painter->drawPolygon(QPolygonF({c - QPointF(0, r), c + QPointF(r, 0), c + QPointF(0, r), c - QPointF(r, 0)}));
        break;
    case Severity::High:
        painter->drawPolygon(QPolygonF({c + QPointF(0, -r * 0.85), c + QPointF(r, r * 0.8), c + QPointF(-r, r * 0.8)}));
        break;
    case Severity::Medium:
        painter->drawRoundedRect(QRectF(c - QPointF(r * 0.8, r * 0.8), QSizeF(r * 1.6, r * 1.6)), 1.5, 1.5);
        break;
    case Severity::Low:
    case Severity::Info: painter->drawEllipse(c, r * 0.8, r * 0.8); break;
    }
    painter->restore();
}

void severityIcon(QPainter *painter, const QRectF &rect, Severity severity, const Tokens &tokens)
{
    const Tone tone = toneOf(severity);
    box(painter, rect, 6, tokens.ground(tone));
    severityShape(painter, QRectF(rect.center() - QPointF(5, 5), QSizeF(10, 10)), severity, tokens.colour(tone));
}

void icon(QPainter *painter, const QRect &rect, const QString &name, Tone tone, const Tokens &tokens)
{
    const bool plain = tone == Tone::Muted || tone == Tone::Faint || tone == Tone::Neutral;
    if (!plain)
        box(painter, rect, 6, tokens.ground(tone));
    const int inset = plain ? 3 : 4;
    icons::paint(painter, rect.adjusted(inset, inset, -inset, -inset), name, tokens.colour(tone));
}

int pillWidth(const QFont &font, const QString &text)
{
    return QFontMetrics(font).horizontalAdvance(text) + 18;
}

void pill(QPainter *painter, const QRectF &rect, const QString &text, Tone tone, const Tokens &tokens)
{
    const bool outlined = tone == Tone::Muted || tone == Tone::Faint || tone == Tone::Neutral;
    box(painter, rect, rect.height() / 2, tokens.ground(tone), outlined ? tokens.border : QColor());
    painter->setPen(tokens.colour(tone));
    painter->drawText(rect, Qt::AlignCenter, text);
}

void meter(QPainter *painter, const QRectF &rect, double value, Tone tone, const Tokens &tokens)
{
    const qreal radius = rect.height() / 2;
    box(painter, rect, radius, tokens.border);
    const qreal width = rect.width() * qBound(0.0, value, 1.0);
    if (width <= 0)
        return;
    painter->save();
    QPainterPath clip;
    clip.addRoundedRect(rect, radius, radius);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipPath(clip);
    box(painter, QRectF(rect.topLeft(), QSizeF(width, rect.height())), radius, tokens.colour(tone));
    painter->restore();
}

void line(QPainter *painter, const QRect &rect, const QString &text, const QFont &font, const QColor &colour,
          Qt::Alignment alignment, Qt::TextElideMode elide)
{
    if (rect.width() <= 0 || text.isEmpty())
        return;
    painter->setFont(font);
    painter->setPen(colour);
    const QString shown = painter->fontMetrics().elidedText(text, elide, rect.width());
    painter->drawText(rect, int(alignment) | Qt::TextSingleLine, shown);
}

QStringList wrapped(const QString &text, const QFont &font, int width, int most)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const bool last = lines.size() + 1 == most;
        lines << text.mid(line.textStart(), last ? -1 : line.textLength())
                     .trimmed(); // the blank it broke at needs no room
        if (last)
            break;
    }
    layout.endLayout();
    return lines;
}

void lines(QPainter *painter, const QRect &rect, const QString &text, const QFont &font, const QColor &colour, int most)
{
    const int height = lineHeight(font);
    int top = rect.top();
    for (const QString &part : wrapped(text, font, rect.width(), most)) {
        line(painter, QRect(rect.left(), top, rect.width(), height), part, font, colour);
        top += height;
    }
}

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).lineSpacing() + 1;
}

} // namespace gw::paint

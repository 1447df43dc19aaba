// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/pill.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QEvent>
#include <QPainter>

namespace gw {

Pill::Pill(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Pill::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Pill::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Pill::setLook(Look look)
{
    m_look = look;
    update();
}

QFont Pill::pillFont() const
{
    return fonts::label();
}

QSize Pill::sizeHint() const
{
    return {paint::pillWidth(pillFont(), m_text), 20};
}

void Pill::paintEvent(QPaintEvent *)
{
    const Tokens &t = Tokens::of(this);
    QPainter painter(this);
    painter.setFont(pillFont());
    if (m_look == Look::Tinted) {
        paint::pill(&painter, rect(), m_text, m_tone, t);
        return;
    }
    paint::box(&painter, rect(), height() / 2.0, t.raised, t.border);
    painter.setPen(t.colour(m_tone));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

void Pill::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/segmentedcontrol.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace gw {
namespace {

QFont segmentFont()
{
    return fonts::sized(fonts::body(), 12, QFont::DemiBold);
}

} // namespace

SegmentedControl::SegmentedControl(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void SegmentedControl::setSegments(const QStringList &texts)
{
    m_segments.resize(texts.size());
    for (qsizetype i = 0; i < texts.size(); ++i)
        m_segments[i].text = texts[i];
    updateAccessibleText();
    updateGeometry();
    update();
}

void SegmentedControl::setCurrent(int index)
{
    m_current = index;
    updateAccessibleText();
    update();
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled)
{
    m_segments[index].enabled = enabled;
    update();
}

QList<QRect> SegmentedControl::rects() const
{
    const QFontMetrics metrics(segmentFont());
    QList<QRect> rects;
    int x = 0;
    for (const Segment &segment : m_segments) {
        const int width = metrics.horizontalAdvance(segment.text) + 24;
        rects << QRect(x, 0, width, 30);
        x += width;
    }
    return rects;
}

QSize SegmentedControl::sizeHint() const
{
    const QList<QRect> all = rects();
    return {all.isEmpty() ? 0 : all.last().right() + 1, 30};
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    const Tokens &t = Tokens::of(this);
    QPainter painter(this);
    paint::box(&painter, rect(), 7, t.raised, t.border);
    painter.setFont(segmentFont());
    const QList<QRect> all = rects();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const bool chosen = i == m_current;
        if (chosen) {
            QPainterPath clip;
            clip.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
            painter.save();
            painter.setClipPath(clip);
            painter.fillRect(all[i], t.selection);
            painter.restore();
        }
        painter.setPen(!m_segments[i].enabled || !isEnabled() ? t.faint : chosen ? t.text : t.muted);
        painter.drawText(all[i], Qt::AlignCenter, m_segments[i].text);
    }
    if (paint::showsFocus(this) && m_current < all.size())
        paint::focusRing(&painter, rect(), 6, t);
}

void SegmentedControl::mousePressEvent(QMouseEvent *event)
{
    const QList<QRect> all = rects();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].contains(event->position().toPoint()))
            choose(int(i));
    }
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        choose(m_current - 1);
    else if (event->key() == Qt::Key_Right)
        choose(m_current + 1);
    else
        QWidget::keyPressEvent(event);
}

void SegmentedControl::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    update();
}

void SegmentedControl::choose(int index)
{
    if (index < 0 || index >= m_segments.size() || index == m_current || !m_segments[index].enabled)
        return;
    setCurrent(index);
    Q_EMIT currentChanged(index);
}

void SegmentedControl::updateAccessibleText()
{
    if (m_current >= m_segments.size())
        return;
    setAccessibleDescription(m_segments[m_current].text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace gw

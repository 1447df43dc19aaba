// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/statcard.h"

#include "widgets/parts/plainlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace gw {

StatCard::StatCard(QWidget *parent) : Card(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    m_name = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, this);
    m_value = new PlainLabel(PlainLabel::Role::Title, Tone::Muted, this);
    m_value->setFont(fonts::sized(fonts::body(), 28, QFont::Bold));
    m_detail = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_detail->setOverflow(PlainLabel::Overflow::Wrap);
    m_detail->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_detail->setMinimumHeight(32);
    body()->setSpacing(2);
    body()->addWidget(m_name);
    body()->addWidget(m_value);
    body()->addWidget(m_detail, 1);
}

void StatCard::setName(const QString &name)
{
    m_name->setText(name);
    updateAccessibleName();
}

void StatCard::setValue(const QString &value, Tone tone)
{
    m_value->setText(value);
    m_value->setTone(tone);
    updateAccessibleName();
}

void StatCard::setDetail(const QString &detail)
{
    m_detail->setText(detail);
    updateAccessibleName();
}

void StatCard::updateAccessibleName()
{
    setAccessibleName(m_name->text() + QStringLiteral(": ") + m_value->text());
    setAccessibleDescription(m_detail->text());
}

void StatCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    if (!paint::showsFocus(this))
        return;
    QPainter painter(this);
    paint::focusRing(&painter, rect(), 10, Tokens::of(this));
}

void StatCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT pressed();
}

void StatCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT pressed();
    else
        Card::keyPressEvent(event);
}

} // namespace gw

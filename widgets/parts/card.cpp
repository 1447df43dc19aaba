// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/card.h"

#include "widgets/parts/plainlabel.h"
#include "widgets/theme/paint.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace gw {

Card::Card(QWidget *parent) : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(16, 14, 16, 14);
    m_column->setSpacing(10);
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(8);

    m_header = new QWidget(this);
    m_headerRow = new QHBoxLayout(m_header);
    m_headerRow->setContentsMargins(0, 0, 0, 0);
    m_headerRow->setSpacing(8);
    m_title = new PlainLabel(PlainLabel::Role::Heading, Tone::Neutral, m_header);
    m_title->setOverflow(PlainLabel::Overflow::Elide);
    m_title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_note = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, m_header);
    m_note->hide();
    m_headerRow->addWidget(m_title);
    m_headerRow->addStretch(1);
    m_headerRow->addWidget(m_note);
    m_header->setMinimumHeight(22);
    m_header->hide();

    m_column->addWidget(m_header);
    m_column->addLayout(m_body, 1);
}

void Card::setTitle(const QString &title, const QString &note)
{
    m_title->setText(title);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_header->show();
    setAccessibleName(title);
}

void Card::addToHeader(QWidget *widget)
{
    m_headerRow->addWidget(widget);
    m_header->show();
}

void Card::addBesideTitle(QWidget *widget)
{
    m_headerRow->insertWidget(1, widget);
    m_header->show();
}

void Card::setFlush()
{
    m_column->setContentsMargins(1, 4, 1, 6); // what is square inside keeps off the round corners
    m_column->setSpacing(0);
    m_headerRow->setContentsMargins(14, 10, 14, 10);
    m_header->setMinimumHeight(48);
}

void Card::setHeaderLine()
{
    m_headerLine = true;
}

void Card::setGround(Tone tone)
{
    m_ground = tone;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens &t = Tokens::of(this);
    QPainter painter(this);
    paint::box(&painter, rect(), 10, t.ground(m_ground), m_ground == Tone::Neutral ? t.border : t.ground(m_ground));
    if (m_headerLine && m_header->isVisible())
        painter.fillRect(QRect(1, m_header->geometry().bottom(), width() - 2, 1), t.border);
}

} // namespace gw

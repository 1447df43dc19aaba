// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/progressstrip.h"

#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/theme/paint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>

namespace gw {

ProgressStrip::ProgressStrip(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("progressStrip"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 8, 6);
    row->setSpacing(12);
    m_text = new PlainLabel(PlainLabel::Role::Body, Tone::Neutral, this);
    m_text->setObjectName(QStringLiteral("progressText"));
    m_text->setOverflow(PlainLabel::Overflow::Elide);
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_bar->setMaximumWidth(360);
    m_stop = new Button(Button::Kind::Secondary, this);
    m_stop->setObjectName(QStringLiteral("stop"));
    row->addWidget(m_text, 2);
    row->addWidget(m_bar, 1);
    row->addWidget(m_stop);
    connect(m_stop, &Button::clicked, this, &ProgressStrip::stopRequested);
    retranslate();
}

void ProgressStrip::setProgress(const QString &text, int value, int maximum)
{
    m_text->setText(text);
    m_bar->setRange(0, maximum);
    m_bar->setValue(value);
    m_bar->setAccessibleName(text);
}

void ProgressStrip::paintEvent(QPaintEvent *)
{
    const Tokens &t = Tokens::of(this);
    QPainter painter(this);
    paint::box(&painter, rect(), 8, t.surface, t.border);
}

void ProgressStrip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProgressStrip::retranslate()
{
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleDescription(tr("Stops what is going on; what was there before stays"));
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/agelabel.h"

#include "widgets/parts/format.h"

#include <QEvent>
#include <QTimerEvent>

namespace gw {

AgeLabel::AgeLabel(QWidget *parent) : PlainLabel(Role::Small, Tone::Muted, parent) {}

void AgeLabel::setTime(const QDateTime &time)
{
    m_time = time;
    refresh();
}

void AgeLabel::setPattern(const QString &pattern)
{
    m_pattern = pattern;
    refresh();
}

void AgeLabel::refresh()
{
    if (!m_time.isValid()) {
        m_timer.stop();
        setText(QString());
        return;
    }
    const QString age = format::age(m_time);
    setText(m_pattern.contains(QLatin1String("%1")) ? m_pattern.arg(age) : age);
    setToolTip(plainToolTip(QLocale().toString(m_time.toLocalTime(), QLocale::LongFormat)));
    const bool young = m_time.secsTo(QDateTime::currentDateTimeUtc()) < 60;
    m_timer.start(young ? 1000 : 15000, Qt::CoarseTimer, this);
}

void AgeLabel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        refresh();
    else
        PlainLabel::timerEvent(event);
}

void AgeLabel::changeEvent(QEvent *event)
{
    PlainLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace gw

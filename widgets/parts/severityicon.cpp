// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/severityicon.h"

#include "widgets/theme/paint.h"

#include <QEvent>
#include <QPainter>

namespace gw {

SeverityIcon::SeverityIcon(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setSeverity(Severity::Info);
}

void SeverityIcon::setSeverity(Severity severity)
{
    m_severity = severity;
    setAccessibleName(severityName(severity));
    update();
}

void SeverityIcon::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::severityIcon(&painter, rect(), m_severity, Tokens::of(this));
}

void SeverityIcon::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(severityName(m_severity));
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/severitymark.h"

#include "widgets/parts/plainlabel.h"
#include "widgets/theme/paint.h"

#include <QPainter>

namespace gw {

SeverityMark::SeverityMark(QWidget *parent) : QWidget(parent)
{
    setFixedSize(22, 22);
}

void SeverityMark::setFinding(const Finding *finding)
{
    m_severity = finding ? std::optional(finding->severity) : std::nullopt;
    const QString said =
        finding ? tr("%1: %2", "severity: title").arg(severityName(finding->severity), finding->title) : QString();
    setToolTip(plainToolTip(said));
    setAccessibleName(said);
    update();
}

void SeverityMark::paintEvent(QPaintEvent *)
{
    if (!m_severity)
        return;
    QPainter painter(this);
    paint::severityIcon(&painter, rect(), *m_severity, Tokens::of(this));
}

} // namespace gw

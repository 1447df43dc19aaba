// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/stepmark.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"

#include <QPainter>

namespace gw {

StepMark::StepMark(int number, QWidget *parent) : QWidget(parent), m_number(number)
{
    setFixedSize(22, 22);
}

void StepMark::setState(KeyGuide::State state)
{
    m_state = state;
    update();
}

void StepMark::paintEvent(QPaintEvent *)
{
    using State = KeyGuide::State;
    const Tokens &t = Tokens::of(this);
    QPainter painter(this);
    const Tone tone = m_state == State::Done      ? Tone::Good
                      : m_state == State::Failed  ? Tone::Critical
                      : m_state == State::Running ? Tone::Accent
                                                  : Tone::Muted;
    paint::box(&painter, rect(), 11, t.ground(tone), m_state == State::Todo ? t.border : QColor());
    const QColor colour = t.colour(tone);
    if (m_state == State::Done || m_state == State::Failed) {
        icons::paint(&painter, rect().adjusted(5, 5, -5, -5),
                     m_state == State::Done ? QStringLiteral("check") : QStringLiteral("cross"), colour);
        return;
    }
    paint::line(&painter, rect(), QString::number(m_number), fonts::sized(fonts::body(), 12, QFont::DemiBold), colour,
                Qt::AlignCenter);
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/outcomepill.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"

#include <QEvent>
#include <QPainter>

namespace gw {
namespace {

constexpr int pillHeight = 20;
constexpr int shape = 12;
constexpr int margin = 8;
constexpr int gap = 5;

} // namespace

QString iconOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Open: return QStringLiteral("clock");
    case Outcome::Kept: return QStringLiteral("check");
    case Outcome::Undone: return QStringLiteral("undo");
    case Outcome::CameBack: return QStringLiteral("refresh");
    case Outcome::Failed: return QStringLiteral("cross");
    case Outcome::Refused: return QStringLiteral("minus");
    case Outcome::Broken: return QStringLiteral("cross");
    }
    Q_UNREACHABLE();
}

Tone toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Open: return Tone::Accent;
    case Outcome::Kept: return Tone::Good;
    case Outcome::Undone:
    case Outcome::Refused: return Tone::Muted;
    case Outcome::CameBack:
    case Outcome::Failed: return Tone::Warning;
    case Outcome::Broken: return Tone::Critical;
    }
    Q_UNREACHABLE();
}

int outcomeWidth(Outcome outcome)
{
    return margin + shape + gap + QFontMetrics(fonts::label()).horizontalAdvance(outcomeName(outcome)) + margin + 1;
}

void paintOutcome(QPainter *painter, const QRectF &rect, Outcome outcome, const Tokens &tokens)
{
    const Tone tone = toneOf(outcome);
    const QRectF pill(rect.left(), rect.center().y() - pillHeight / 2.0, rect.width(), pillHeight);
    paint::box(painter, pill, pillHeight / 2.0, tokens.ground(tone),
               tone == Tone::Muted    ? tokens.border
               : tone == Tone::Accent ? tokens.accent // else it is lost on the row that is chosen
                                      : QColor());
    const QRect mark(int(pill.left()) + margin, int(pill.center().y()) - shape / 2, shape, shape);
    if (outcome == Outcome::Broken)
        paint::severityShape(painter, QRectF(mark).adjusted(1, 1, -1, -1), Severity::Critical, tokens.colour(tone));
    else
        icons::paint(painter, mark, iconOf(outcome), tokens.colour(tone));
    paint::line(painter, pill.toRect().adjusted(margin + shape + gap, 0, 0, 0), outcomeName(outcome), fonts::label(),
                tokens.colour(tone));
}

OutcomePill::OutcomePill(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void OutcomePill::setOutcome(Outcome outcome)
{
    m_outcome = outcome;
    setAccessibleName(outcomeName(outcome));
    updateGeometry();
    update();
}

QSize OutcomePill::sizeHint() const
{
    return {outcomeWidth(m_outcome), pillHeight};
}

void OutcomePill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintOutcome(&painter, rect(), m_outcome, Tokens::of(this));
}

void OutcomePill::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
    else if (event->type() == QEvent::LanguageChange)
        setOutcome(m_outcome);
}

} // namespace gw

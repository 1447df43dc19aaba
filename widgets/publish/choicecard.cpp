// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/publish/choicecard.h"

#include "widgets/parts/plainlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QPainter>

namespace gw {
namespace {

constexpr int padding = 11;
constexpr int titleHeight = 18;
constexpr int mostLines = 4;
constexpr int leastWidth = 200;
constexpr qreal radius = 7;

QFont titleFont()
{
    return fonts::sized(fonts::body(), 13, QFont::DemiBold);
}
QFont smallFont()
{
    return fonts::sized(fonts::body(), 12);
}

} // namespace

ChoiceCard::ChoiceCard(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceCard::setTexts(const QString &title, const QString &explanation)
{
    setText(withoutMnemonic(title));
    setAccessibleName(title);
    setAccessibleDescription(explanation);
    m_explanation = explanation;
    updateGeometry();
    update();
}

int ChoiceCard::heightForWidth(int width) const
{
    const auto lines = paint::wrapped(m_explanation, smallFont(), width - 2 * padding, mostLines).size();
    return padding + titleHeight + int(lines) * paint::lineHeight(smallFont()) + padding;
}

QSize ChoiceCard::sizeHint() const
{
    return {2 * leastWidth, heightForWidth(2 * leastWidth)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    return {leastWidth, heightForWidth(qMax(leastWidth, width()))};
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    const Tokens &t = Tokens::of(this);
    QPainter painter(this);
    const QColor ground = isChecked() ? t.selection : underMouse() ? t.raised : t.surface;
    paint::box(&painter, rect(), radius, ground, isChecked() ? t.accent : t.border);
    if (paint::showsFocus(this))
        paint::focusRing(&painter, rect(), radius, t);
    const QRect area = rect().adjusted(padding, padding, -padding, -padding);
    paint::line(&painter, QRect(area.left(), area.top(), area.width(), titleHeight), accessibleName(), titleFont(),
                isEnabled() ? t.text : t.faint);
    paint::lines(&painter, area.adjusted(0, titleHeight, 0, 0), m_explanation, smallFont(), t.muted, mostLines);
}

} // namespace gw

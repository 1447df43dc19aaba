// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/plainlabel.h"

#include "widgets/theme/fonts.h"

#include <QEvent>
#include <QPainter>
#include <QResizeEvent>

namespace gw {
namespace {

QFont fontOf(PlainLabel::Role role)
{
    switch (role) {
    case PlainLabel::Role::Body: return fonts::body();
    case PlainLabel::Role::Strong: return fonts::sized(fonts::body(), 13, QFont::DemiBold);
    case PlainLabel::Role::Small: return fonts::small();
    case PlainLabel::Role::Caption: return fonts::sized(fonts::body(), 12, QFont::DemiBold);
    case PlainLabel::Role::Heading: return fonts::sized(fonts::body(), 14, QFont::DemiBold);
    case PlainLabel::Role::Title: return fonts::sized(fonts::body(), 20, QFont::Bold);
    case PlainLabel::Role::Mono: return fonts::mono();
    }
    Q_UNREACHABLE();
}

} // namespace

PlainLabel::PlainLabel(QWidget *parent) : PlainLabel(Role::Body, Tone::Neutral, parent) {}

PlainLabel::PlainLabel(Role role, Tone tone, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setRole(role);
    setTone(tone);
}

void PlainLabel::setRole(Role role)
{
    m_role = role;
    setFont(fontOf(role));
}

void PlainLabel::setTone(Tone tone)
{
    m_tone = tone;
    updateColour();
}

void PlainLabel::setOverflow(Overflow overflow)
{
    if (m_overflow == Overflow::Elide && overflow != Overflow::Elide)
        setToolTip({}); // it told the text that was cut
    m_overflow = overflow;
    setWordWrap(overflow == Overflow::Wrap);
    QSizePolicy policy = sizePolicy();
    policy.setHorizontalPolicy(overflow == Overflow::Keep ? QSizePolicy::Preferred : QSizePolicy::Expanding);
    setSizePolicy(policy);
    updateGeometry();
}

void PlainLabel::setCopyable()
{
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::ClickFocus); // by keyboard too, but not a tab stop for each value
}

void PlainLabel::setText(const QString &text)
{
    if (text == QLabel::text())
        return;
    QLabel::setText(text);
    updateToolTip();
}

QSize PlainLabel::minimumSizeHint() const
{
    if (m_overflow != Overflow::Elide)
        return QLabel::minimumSizeHint();
    return {qMin(40, QLabel::minimumSizeHint().width()), QLabel::minimumSizeHint().height()};
}

void PlainLabel::paintEvent(QPaintEvent *event)
{
    if (m_overflow != Overflow::Elide || fontMetrics().horizontalAdvance(text()) <= contentsRect().width()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
}

void PlainLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    updateToolTip();
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColour();
}

void PlainLabel::updateColour()
{
    const QColor colour = Tokens::of(this).colour(m_tone);
    if (palette().color(QPalette::WindowText) == colour)
        return; // also ends the round that setPalette() starts
    QPalette changed;
    changed.setColor(QPalette::WindowText, colour);
    changed.setColor(QPalette::Text, colour);
    setPalette(changed);
}

void PlainLabel::updateToolTip()
{
    if (m_overflow != Overflow::Elide)
        return;
    const bool cut = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
    setToolTip(cut ? plainToolTip(text()) : QString());
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<div style='white-space: pre-wrap'>%1</div>").arg(text.toHtmlEscaped());
}

QString withoutMnemonic(const QString &text)
{
    QString escaped = text;
    return escaped.replace(u'&', QStringLiteral("&&"));
}

} // namespace gw

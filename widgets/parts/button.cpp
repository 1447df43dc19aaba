// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/button.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"

#include <QPainter>
#include <QStyleOption>

namespace gw {

Button::Button(Kind kind, QWidget *parent) : QPushButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    setKind(kind);
}

Button::Button(Kind kind, const QString &text, QWidget *parent) : Button(kind, parent)
{
    setText(text);
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    setFont(fonts::sized(fonts::body(), kind == Kind::Link ? 12 : 13, QFont::DemiBold));
    setCursor(kind == Kind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    updateGeometry();
    update();
}

void Button::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Button::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize Button::sizeHint() const
{
    if (m_kind == Kind::Icon)
        return {28, 28};
    const int text = fontMetrics().size(Qt::TextShowMnemonic, this->text()).width();
    const int icon = m_iconName.isEmpty() ? 0 : 20;
    return m_kind == Kind::Link ? QSize(text + icon + 4, 22) : QSize(text + icon + 26, 30);
}

void Button::paintEvent(QPaintEvent *)
{
    const Tokens &t = Tokens::of(this);
    QPainter painter(this);
    const QRectF area = rect();
    const bool hover = underMouse() && isEnabled();
    QColor colour = t.text;
    switch (m_kind) {
    case Kind::Primary:
        colour = isEnabled() ? t.onAccent : t.faint;
        paint::box(&painter, area, 7,
                   !isEnabled() ? t.border
                   : isDown()   ? t.accent.darker(115)
                   : hover      ? t.accent.lighter(108)
                                : t.accent);
        break;
    case Kind::Secondary:
    case Kind::Danger:
        colour = !isEnabled() ? t.faint : m_kind == Kind::Danger ? t.critical : t.text;
        paint::box(&painter, area, 7, isDown() || isChecked() ? t.selection : hover ? t.raised : t.surface, t.border);
        break;
    case Kind::Link: colour = isEnabled() ? t.colour(m_tone) : t.faint; break;
    case Kind::Icon:
        colour = isEnabled() ? t.muted : t.faint;
        if (isDown() || hover)
            paint::box(&painter, area, 6, isDown() ? t.selection : t.raised);
        break;
    }
    if (paint::showsFocus(this) && m_kind == Kind::Primary) // a ring in the accent would not show on it
        paint::box(&painter, area.adjusted(2, 2, -2, -2), 5, {}, t.onAccent);
    else if (paint::showsFocus(this))
        paint::focusRing(&painter, area, 6, t);
    QRect content = rect();
    if (!m_iconName.isEmpty()) {
        if (m_kind == Kind::Icon) {
            icons::paint(&painter, content.adjusted(6, 6, -6, -6), m_iconName, colour);
            return;
        }
        const int width = fontMetrics().size(Qt::TextShowMnemonic, text()).width() + 20;
        const int left =
            m_kind == Kind::Link ? 2 : content.center().x() - width / 2; // links stand flush with the text above
        const QRect icon(left, content.center().y() - 7, 16, 16);
        icons::paint(&painter, icon, m_iconName, colour);
        content.setLeft(icon.right() + 5);
        content.setRight(content.left() + width);
        painter.setPen(colour);
        painter.drawText(content, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, text());
        return;
    }
    painter.setPen(colour);
    painter.setFont(font());
    painter.drawText(content, Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

} // namespace gw

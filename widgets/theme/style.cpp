// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/style.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace gw {
namespace {

constexpr qreal controlRadius = 7;

const Tokens &tokensOf(const QStyleOption *option)
{
    return Tokens::of(option->palette);
}

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state & flag;
}

void field(QPainter *painter, const QStyleOption *option, bool focused)
{
    const Tokens &t = tokensOf(option);
    const QColor fill = has(option, QStyle::State_Enabled) ? t.raised : t.background;
    paint::box(painter, option->rect, controlRadius, fill, t.border);
    if (focused)
        paint::focusRing(painter, option->rect, controlRadius, t);
}

void chevron(QPainter *painter, const QRect &rect, const QString &direction, const QColor &colour)
{
    icons::paint(painter, QRect(rect.center() - QPoint(6, 6), QSize(12, 12)), QStringLiteral("chevron-") + direction,
                 colour);
}

void checkBox(QPainter *painter, const QStyleOption *option)
{
    const Tokens &t = tokensOf(option);
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const QColor mark = has(option, QStyle::State_Enabled) ? t.accent : t.faint;
    paint::box(painter, option->rect, 4, on ? mark : t.raised, on ? mark : t.faint);
    if (has(option, QStyle::State_On))
        icons::paint(painter, option->rect.adjusted(1, 1, -1, -1), QStringLiteral("check"), t.onAccent);
    else if (has(option, QStyle::State_NoChange))
        paint::box(painter, QRectF(option->rect).adjusted(4, 7, -4, -7), 1, t.onAccent);
}

void radioButton(QPainter *painter, const QStyleOption *option)
{
    const Tokens &t = tokensOf(option);
    const bool on = has(option, QStyle::State_On);
    const QColor mark = has(option, QStyle::State_Enabled) ? t.accent : t.faint;
    paint::box(painter, option->rect, 8, on ? mark : t.raised, on ? mark : t.faint);
    if (on)
        paint::box(painter, QRectF(option->rect).adjusted(5, 5, -5, -5), 4, t.onAccent);
}

void button(QPainter *painter, const QStyleOption *option)
{
    const Tokens &t = tokensOf(option);
    QColor fill = t.surface;
    if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On))
        fill = t.selection;
    else if (has(option, QStyle::State_MouseOver))
        fill = t.raised;
    paint::box(painter, option->rect, controlRadius, fill, t.border);
}

void itemPanel(QPainter *painter, const QStyleOptionViewItem *option)
{
    const Tokens &t = tokensOf(option);
    if (has(option, QStyle::State_Selected))
        painter->fillRect(option->rect, t.selection);
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        painter->fillRect(option->rect, t.raised);
}

void menuItem(QPainter *painter, const QStyleOptionMenuItem *option)
{
    const Tokens &t = tokensOf(option);
    if (option->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(option->rect.left() + 8, option->rect.center().y(), option->rect.width() - 16, 1),
                          t.border);
        return;
    }
    const bool enabled = has(option, QStyle::State_Enabled);
    if (has(option, QStyle::State_Selected) && enabled)
        paint::box(painter, QRectF(option->rect).adjusted(4, 0, -4, 0), 5, t.selection);
    const QColor colour = enabled ? t.text : t.faint;
    if (option->checked)
        icons::paint(painter, QRect(option->rect.left() + 10, option->rect.center().y() - 6, 13, 13),
                     QStringLiteral("check"), colour);
    const QRect text = option->rect.adjusted(28, 0, -16, 0);
    painter->setFont(option->font);
    painter->setPen(colour);
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic;
    painter->drawText(text, flags | Qt::AlignLeft, option->text.section(u'\t', 0, 0));
    painter->setPen(t.muted);
    painter->drawText(text, flags | Qt::AlignRight, option->text.section(u'\t', 1));
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu)
        chevron(painter, QRect(option->rect.right() - 20, option->rect.top(), 16, option->rect.height()),
                QStringLiteral("right"), t.muted);
}

void progressBar(QPainter *painter, const QStyleOptionProgressBar *option)
{
    const Tokens &t = tokensOf(option);
    const QRectF bar(option->rect.left(), option->rect.center().y() - 2, option->rect.width(), 6);
    if (option->maximum > option->minimum) {
        const double share = double(option->progress - option->minimum) / double(option->maximum - option->minimum);
        paint::meter(painter, bar, share, Tone::Accent, t);
        return;
    }
    paint::box(painter, bar, 3, t.border);
    const double phase = double(option->progress % 100) / 100; // ProgressStrip moves it while nothing is known
    const double width = bar.width() * 0.25;
    paint::box(painter, QRectF(bar.left() + (bar.width() - width) * phase, bar.top(), width, bar.height()), 3,
               t.accent);
}

void header(QPainter *painter, const QStyleOptionHeader *option)
{
    const Tokens &t = tokensOf(option);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.border);
    const QFont font = fonts::label();
    const bool sorted = option->sortIndicator != QStyleOptionHeader::None;
    const QRect area = option->rect.adjusted(8, 0, -8, 0);
    paint::line(painter, area.adjusted(0, 0, sorted ? -16 : 0, 0), option->text, font, sorted ? t.text : t.muted);
    if (sorted) {
        const int end = qMin(area.left() + QFontMetrics(font).horizontalAdvance(option->text) + 4, area.right() - 14);
        // Qt calls an ascending order "down" (QStyleOptionHeader::SortIndicator).
        const bool ascending = option->sortIndicator == QStyleOptionHeader::SortDown;
        chevron(painter, QRect(end, area.top(), 14, area.height()),
                ascending ? QStringLiteral("up") : QStringLiteral("down"), t.text);
    }
}

void tabLabel(QPainter *painter, const QStyleOptionTab *option)
{
    const Tokens &t = tokensOf(option);
    const bool chosen = has(option, QStyle::State_Selected);
    const bool hover = has(option, QStyle::State_MouseOver);
    painter->setFont(fonts::sized(fonts::body(), 13, chosen ? QFont::DemiBold : QFont::Normal));
    painter->setPen(chosen || hover ? t.text : t.muted);
    painter->drawText(option->rect.adjusted(0, 0, 0, -4), Qt::AlignCenter | Qt::TextShowMnemonic, option->text);
    if (chosen) {
        const QRectF underline(option->rect.left() + 11, option->rect.bottom() - 1, option->rect.width() - 22, 2);
        painter->fillRect(underline, t.accent);
    }
    if (paint::showsFocus(*option))
        paint::focusRing(painter, QRectF(option->rect).adjusted(3, 3, -3, -5), 5, t);
}

void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &handle)
{
    if (option->maximum <= option->minimum)
        return;
    const Tokens &t = tokensOf(option);
    QColor colour = t.faint;
    const bool active =
        has(option, QStyle::State_MouseOver) || (option->activeSubControls & QStyle::SC_ScrollBarSlider);
    colour.setAlphaF(active ? 0.9 : 0.45);
    const QRectF bar = option->orientation == Qt::Vertical ? QRectF(handle).adjusted(2, 2, -2, -2)
                                                           : QRectF(handle).adjusted(2, 2, -2, -2);
    paint::box(painter, bar, 3, colour);
}

/// Empties a field; in the colour of the palette of the moment.
class ClearIcon : public QIconEngine {
public:
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        icons::paint(painter, rect, QStringLiteral("close"), colour());
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        return icons::pixmap(QStringLiteral("close"), colour(), qMin(size.width(), size.height()));
    }
    QIconEngine *clone() const override { return new ClearIcon; }

private:
    static QColor colour() { return Tokens::of(QGuiApplication::palette()).muted; }
};

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    return icon == SP_LineEditClearButton ? QIcon(new ClearIcon) : QProxyStyle::standardIcon(icon, option, widget);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractItemView *>(widget))
        widget->setAttribute(Qt::WA_MacShowFocusRect, false);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Tokens &t = tokensOf(option);
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
    case PE_PanelButtonBevel: button(painter, option); return;
    case PE_FrameFocusRect:
        if (has(option, State_KeyboardFocusChange))
            paint::focusRing(painter, QRectF(option->rect).adjusted(-2, -1, 2, 1), 4, t);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            field(painter, option, has(option, State_HasFocus));
        return;
    case PE_FrameLineEdit: return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: checkBox(painter, option); return;
    case PE_IndicatorRadioButton: radioButton(painter, option); return;
    case PE_Frame: paint::box(painter, option->rect, controlRadius, {}, t.border); return;
    case PE_FrameTabBarBase:
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
    case PE_PanelItemViewRow: return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            itemPanel(painter, item);
        return;
    case PE_IndicatorBranch:
        if (has(option, State_Children))
            chevron(painter, option->rect, has(option, State_Open) ? QStringLiteral("down") : QStringLiteral("right"),
                    t.muted);
        return;
    case PE_PanelMenu: painter->fillRect(option->rect, t.surface); return;
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        if (element == PE_PanelTipLabel)
            painter->fillRect(option->rect, t.surface);
        painter->setPen(t.border);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return menuItem(painter, item);
        break;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return progressBar(painter, bar);
        break;
    case CE_Header:
        if (const auto *section = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return header(painter, section);
        break;
    case CE_HeaderEmptyArea: return;
    case CE_TabBarTabShape: return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return tabLabel(painter, tab);
        break;
    case CE_Splitter: return;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const Tokens &t = tokensOf(option);
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBar(painter, bar, subControlRect(control, option, SC_ScrollBarSlider, widget));
    } else if (control == CC_ComboBox) {
        field(painter, option, has(option, State_HasFocus));
        chevron(painter, QRect(option->rect.right() - 26, option->rect.top(), 20, option->rect.height()),
                QStringLiteral("down"), has(option, State_Enabled) ? t.muted : t.faint);
        return;
    } else if (control == CC_SpinBox) {
        field(painter, option, has(option, State_HasFocus));
        chevron(painter, subControlRect(control, option, SC_SpinBoxUp, widget), QStringLiteral("up"), t.muted);
        chevron(painter, subControlRect(control, option, SC_SpinBoxDown, widget), QStringLiteral("down"), t.muted);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return 10;
    case PM_ScrollBarSliderMin: return 32;
    case PM_SplitterWidth: return 12;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: return 4;
    case PM_MenuHMargin: return 0;
    case PM_ToolTipLabelFrameWidth: return 6;
    case PM_TabBarTabHSpace: return 22;
    case PM_TabBarTabVSpace: return 16;
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_FocusFrameHMargin: return 2;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit:
    case CT_SpinBox: return {result.width() + 16, 32};
    case CT_ComboBox: return {qMax(result.width(), size.width() + 46), 32};
    case CT_PushButton: return {qMax(result.width(), 72), 30};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {result.width(), 9};
        return {result.width() + 32, 28};
    case CT_HeaderSection: return {result.width(), 32};
    default: return result;
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            return option->rect.adjusted(8, 0, -8, 0);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                            const QWidget *widget) const
{
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return option->rect.adjusted(10, 1, -28, -1);
    if (control == CC_SpinBox) {
        const QRect &rect = option->rect;
        const int buttons = rect.right() - 24;
        switch (subControl) {
        case SC_SpinBoxEditField:
            return {rect.left() + 8, rect.top() + 1, buttons - rect.left() - 10, rect.height() - 2};
        case SC_SpinBoxUp: return {buttons, rect.top() + 3, 20, rect.height() / 2 - 3};
        case SC_SpinBoxDown: return {buttons, rect.top() + rect.height() / 2, 20, rect.height() / 2 - 3};
        default: return rect;
        }
    }
    if (control != CC_ScrollBar)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || subControl == SC_ScrollBarAddLine || subControl == SC_ScrollBarSubLine)
        return {};
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int slider = length;
    if (range > 0) {
        slider = int(qint64(bar->pageStep) * length / (range + bar->pageStep));
        slider = qBound(qMin(pixelMetric(PM_ScrollBarSliderMin, option, widget), length), slider, length);
    }
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
    const auto part = [&](int from, int size) {
        return vertical ? QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size)
                        : QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height());
    };
    switch (subControl) {
    case SC_ScrollBarSlider: return part(start, slider);
    case SC_ScrollBarSubPage: return part(0, start);
    case SC_ScrollBarAddPage: return part(start + slider, length - start - slider);
    default: return bar->rect;
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollBar_Transient:
    case SH_Table_GridLineColor:
        return hint == SH_Table_GridLineColor && option ? int(tokensOf(option).border.rgba()) : 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_MiddleClickAbsolutePosition: return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace gw

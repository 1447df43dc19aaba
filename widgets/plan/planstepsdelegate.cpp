// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/planstepsdelegate.h"

#include "widgets/plan/planstepsmodel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"

#include <QAbstractItemView>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace gw {
namespace {

using Kind = PlanStepsModel::Kind;

constexpr int headingHeight = 32;
constexpr int margin = 9;
constexpr int mostTitleLines = 2;
constexpr int mostReasonLines = 3;

QRect checkPlace(const QRect &row)
{
    return {row.left() + 14, row.top() + margin + 2, 16, 16};
}

QRect iconPlace(const QRect &row)
{
    return {row.left() + 40, row.top() + margin - 1, 22, 22};
}

QRect textPlace(const QRect &row)
{
    return row.adjusted(72, margin, -12, -margin);
}

int heightOf(const QString &text, const QFont &font, int width, int most)
{
    return text.isEmpty() ? 0 : int(paint::wrapped(text, font, width, most).size()) * paint::lineHeight(font);
}

Kind kindOf(const QModelIndex &index)
{
    return Kind(index.data(PlanStepsModel::KindRole).toInt());
}

} // namespace

QSize PlanStepsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (kindOf(index) == Kind::Heading)
        return {100, headingHeight};
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = textPlace(QRect(0, 0, view ? view->viewport()->width() : option.rect.width(), 100)).width();
    int height = heightOf(index.data().toString(), fonts::body(), width, mostTitleLines);
    height += heightOf(index.data(PlanStepsModel::CommandRole).toString(), fonts::mono(), width, 1);
    height += heightOf(index.data(PlanStepsModel::ReasonRole).toString(), fonts::small(), width, mostReasonLines);
    return {100, height + 2 * margin + 1};
}

void PlanStepsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = Tokens::of(option.palette);
    painter->save();
    if (kindOf(index) == Kind::Heading) {
        painter->fillRect(option.rect, t.raised);
        paint::line(painter, option.rect.adjusted(14, 0, -12, 0), index.data().toString(), fonts::label(), t.muted);
    } else {
        paintStep(painter, option, index);
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);
    if (paint::showsFocus(option))
        paint::focusRing(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), 4, t);
    painter->restore();
}

void PlanStepsDelegate::paintStep(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = Tokens::of(option.palette);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, t.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, t.raised);
    const QVariant checked = index.data(Qt::CheckStateRole);
    const bool out = checked.isValid() && checked.toInt() == Qt::Unchecked;
    if (checked.isValid()) {
        QStyleOptionViewItem box(option);
        box.rect = checkPlace(option.rect);
        box.state &= ~(QStyle::State_On | QStyle::State_Enabled);
        box.state |= out ? QStyle::State_Off : QStyle::State_On;
        if (index.flags() & Qt::ItemIsUserCheckable)
            box.state |= QStyle::State_Enabled;
        const QWidget *widget = option.widget;
        widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, widget);
    }
    paint::icon(painter, iconPlace(option.rect), index.data(PlanStepsModel::IconRole).toString(),
                out ? Tone::Faint : Tone::Info, t);

    QRect text = textPlace(option.rect);
    const auto take = [&](const QString &what, const QFont &font, const QColor &colour, int most) {
        if (what.isEmpty())
            return;
        paint::lines(painter, text, what, font, colour, most);
        text.setTop(text.top() + heightOf(what, font, text.width(), most));
    };
    QFont title = fonts::body();
    title.setStrikeOut(out);
    take(index.data().toString(), title, out ? t.faint : t.text, mostTitleLines);
    take(index.data(PlanStepsModel::CommandRole).toString(), fonts::mono(), out ? t.faint : t.muted, 1);
    take(index.data(PlanStepsModel::ReasonRole).toString(), fonts::small(), out ? t.faint : t.muted, mostReasonLines);
}

bool PlanStepsDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                    const QModelIndex &index)
{
    if (event->type() == QEvent::KeyPress)
        return QStyledItemDelegate::editorEvent(event, model, option, index); // Space
    if (event->type() != QEvent::MouseButtonRelease || !(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton ||
        !checkPlace(option.rect).adjusted(-8, -8, 8, 8).contains(mouse->position().toPoint()))
        return false;
    const bool isIn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, int(isIn ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

} // namespace gw

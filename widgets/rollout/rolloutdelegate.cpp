// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rollout/rolloutdelegate.h"

#include "widgets/history/outcomepill.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace gw {
namespace {

constexpr int headingHeight = 32;
constexpr int rowHeight = 52;
constexpr int margin = 14;
constexpr int gap = 12;
constexpr int boxSize = 16;

bool isHeading(const QModelIndex &index)
{
    return index.data(RolloutDelegate::IsHeadingRole).toBool();
}

bool hasBox(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).isValid();
}

/// Where the parts of a row lie; those it has not are empty.
struct Places {
    QRect box, mark, title, detail;
};

Places placesIn(const QRect &rect, const QModelIndex &index)
{
    Places places;
    QRect area = rect.adjusted(margin, 0, -margin, -1);
    if (hasBox(index)) {
        places.box = QRect(area.left(), area.center().y() - boxSize / 2 + 1, boxSize, boxSize);
        area.setLeft(places.box.right() + gap);
    }
    const QVariant outcome = index.data(RolloutDelegate::OutcomeRole);
    const QString word = index.data(RolloutDelegate::WordRole).toString();
    const int width = outcome.isValid() ? outcomeWidth(Outcome(outcome.toInt()))
                      : word.isEmpty()  ? 0
                                        : paint::pillWidth(fonts::label(), word);
    if (width > 0)
        places.mark = QRect(area.right() - width + 1, area.top() + 7, width, 20);
    places.title = isHeading(index) ? area : QRect(area.left(), area.top() + 8, area.width(), 18);
    places.title.setRight(area.right() - (width > 0 ? width + gap : 0));
    if (!isHeading(index))
        places.detail = QRect(area.left(), area.top() + 27, area.width(), 17);
    return places;
}

void paintBox(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QStyleOptionViewItem box(option);
    box.rect = rect;
    box.state &= ~(QStyle::State_On | QStyle::State_Off | QStyle::State_NoChange);
    switch (Qt::CheckState(index.data(Qt::CheckStateRole).toInt())) {
    case Qt::Checked: box.state |= QStyle::State_On; break;
    case Qt::PartiallyChecked: box.state |= QStyle::State_NoChange; break;
    case Qt::Unchecked: box.state |= QStyle::State_Off; break;
    }
    option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
}

void paintMark(QPainter *painter, const QRect &rect, const QModelIndex &index, bool selected, const Tokens &t)
{
    const QVariant outcome = index.data(RolloutDelegate::OutcomeRole);
    painter->setFont(fonts::label());
    if (outcome.isValid())
        return paintOutcome(painter, rect, Outcome(outcome.toInt()), t);
    if (rect.isEmpty())
        return;
    const Tone tone = Tone(index.data(RolloutDelegate::ToneRole).toInt());
    paint::pill(painter, rect, index.data(RolloutDelegate::WordRole).toString(), tone, t);
    if (selected && tone == Tone::Info) // its ground is lost on that of the row
        paint::box(painter, rect, rect.height() / 2.0, {}, t.colour(tone));
}

} // namespace

QSize RolloutDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {100, isHeading(index) ? headingHeight : rowHeight};
}

void RolloutDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = Tokens::of(option.palette);
    const Places places = placesIn(option.rect, index);
    painter->save();
    if (isHeading(index))
        painter->fillRect(option.rect, t.raised);
    else if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, t.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, t.raised);
    if (hasBox(index) && (index.flags() & Qt::ItemIsUserCheckable))
        paintBox(painter, places.box, option, index);
    if (isHeading(index)) {
        paint::line(painter, places.title, index.data(CountRole).toString(), fonts::label(), t.muted,
                    Qt::AlignRight | Qt::AlignVCenter);
        paint::line(painter, places.title.adjusted(0, 0, -60, 0), index.data().toString(), fonts::label(), t.muted);
    } else {
        const bool available = index.data(AvailableRole).toBool();
        paint::line(painter, places.title, index.data().toString(), fonts::body(), available ? t.text : t.muted);
        paint::line(painter, places.detail, index.data(DetailRole).toString(), fonts::small(), t.muted);
    }
    paintMark(painter, places.mark, index, option.state & QStyle::State_Selected, t);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);
    if (paint::showsFocus(option))
        paint::focusRing(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), 4, t);
    painter->restore();
}

/// A click anywhere in a row that can be checked checks it.
bool RolloutDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    if (event->type() == QEvent::KeyPress)
        return QStyledItemDelegate::editorEvent(event, model, option, index); // Space
    if (event->type() != QEvent::MouseButtonRelease || !(index.flags() & Qt::ItemIsUserCheckable) ||
        static_cast<QMouseEvent *>(event)->button() != Qt::LeftButton)
        return false;
    const bool isIn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, int(isIn ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

bool RolloutDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    const Places places = placesIn(option.rect, index);
    const QString title = index.data().toString();
    const QString detail = index.data(DetailRole).toString();
    const bool isCut = QFontMetrics(fonts::body()).horizontalAdvance(title) > places.title.width() ||
                       QFontMetrics(fonts::small()).horizontalAdvance(detail) > places.detail.width();
    QToolTip::showText(event->globalPos(), isCut ? plainToolTip(title + u'\n' + detail) : QString(), view);
    return true;
}

} // namespace gw

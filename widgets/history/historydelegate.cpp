// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/historydelegate.h"

#include "widgets/history/historymodel.h"
#include "widgets/history/outcomepill.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QPainter>

namespace gw {
namespace {

constexpr int headingHeight = 30;
constexpr int rowHeight = 54;
constexpr int margin = 14;
constexpr int gap = 12;
constexpr int timeWidth = 44;

void paintHeading(QPainter *painter, const QRect &rect, const QModelIndex &index, const Tokens &t)
{
    painter->fillRect(rect, t.raised);
    const QRect area = rect.adjusted(margin, 0, -margin, 0);
    paint::line(painter, area, index.data(HistoryModel::CountRole).toString(), fonts::label(), t.muted,
                Qt::AlignRight | Qt::AlignVCenter);
    paint::line(painter, area.adjusted(0, 0, -40, 0), index.data().toString(), fonts::label(), t.muted);
}

void paintChange(QPainter *painter, const QRect &rect, const QModelIndex &index, const Tokens &t)
{
    const auto outcome = Outcome(index.data(HistoryModel::OutcomeRole).toInt());
    QRect area = rect.adjusted(margin, 0, -margin, 0);
    const QRect time(area.left(), area.top() + 9, timeWidth, 18);
    paint::line(painter, time, index.data(HistoryModel::TimeRole).toString(),
                fonts::sized(fonts::body(), 12, QFont::DemiBold), outcome == Outcome::Open ? t.accent : t.text);
    area.setLeft(time.right() + gap);
    const int width = outcomeWidth(outcome);
    paintOutcome(painter, QRectF(area.right() - width + 1, area.top() + 8, width, 20), outcome, t);
    paint::line(painter, QRect(area.left(), area.top() + 9, area.width() - width - gap, 18), index.data().toString(),
                fonts::body(), t.text);
    paint::line(painter, QRect(area.left(), area.top() + 28, area.width(), 17),
                index.data(HistoryModel::DetailRole).toString(), fonts::small(), t.muted);
}

} // namespace

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {100, index.data(HistoryModel::IsHeadingRole).toBool() ? headingHeight : rowHeight};
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = Tokens::of(option.palette);
    painter->save();
    if (index.data(HistoryModel::IsHeadingRole).toBool()) {
        paintHeading(painter, option.rect, index, t);
    } else {
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, t.selection);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, t.raised);
        paintChange(painter, option.rect, index, t);
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);
    if (paint::showsFocus(option))
        paint::focusRing(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), 4, t);
    painter->restore();
}

} // namespace gw

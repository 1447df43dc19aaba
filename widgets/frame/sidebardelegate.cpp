// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/sidebardelegate.h"

#include "widgets/frame/sidebarmodel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"

#include <QPainter>

namespace gw {
namespace {

using Kind = SidebarModel::Kind;

Kind kindOf(const QModelIndex &index)
{
    return Kind(index.data(SidebarModel::KindRole).toInt());
}

/// The state of a server as a shape: a ring while nothing is known, a cross while it cannot be reached, else its worst
/// finding.
void stateShape(QPainter *painter, const QRectF &rect, const ServerSummary &server, const Tokens &t)
{
    if (std::holds_alternative<Failed>(server.connection)) {
        icons::paint(painter, rect.adjusted(-2, -2, 2, 2).toRect(), QStringLiteral("cross"), t.critical);
        return;
    }
    if (std::holds_alternative<Asking>(server.connection)) {
        icons::paint(painter, rect.adjusted(-3, -3, 3, 3).toRect(), QStringLiteral("question"), t.warning);
        return;
    }
    if (!server.surveyedAt.isValid()) {
        const bool active = server.busy || std::holds_alternative<Connecting>(server.connection);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(active ? t.accent : t.faint, 1.5));
        painter->drawEllipse(rect.center(), 3.5, 3.5);
        painter->restore();
        return;
    }
    const auto worst = server.worstSeverity();
    paint::severityShape(painter, rect, worst.value_or(Severity::Info), t.colour(worst ? toneOf(*worst) : Tone::Good));
}

int paintCount(QPainter *painter, const QRect &area, int count, const Tokens &t)
{
    if (count <= 0)
        return 0;
    painter->setFont(fonts::sized(fonts::body(), 11, QFont::Medium));
    const QString text = count > 999 ? QStringLiteral("999+") : QString::number(count);
    const int width = qMax(20, painter->fontMetrics().horizontalAdvance(text) + 14);
    const QRectF badge(area.right() - width + 1, area.center().y() - 9, width, 20);
    paint::box(painter, badge, 10, t.raised, t.border);
    painter->setPen(t.muted);
    painter->drawText(badge, Qt::AlignCenter, text);
    return width + 6;
}

} // namespace

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    switch (kindOf(index)) {
    case Kind::Section: return {100, 36};
    case Kind::Group: return {100, 28};
    default: return {100, 31};
    }
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = Tokens::of(option.palette);
    const Kind kind = kindOf(index);
    const QString text = index.data().toString();
    painter->save();
    const QRect box = option.rect.adjusted(10, 0, -10, -1);
    const bool selected = option.state & QStyle::State_Selected;
    const bool reachable = index.flags() & Qt::ItemIsEnabled;
    if (selected)
        paint::box(painter, box, 7, t.selection);
    else if (reachable && (option.state & QStyle::State_MouseOver))
        paint::box(painter, box, 7, t.raised);

    QRect area = box.adjusted(8, 0, -8, 0);
    switch (kind) {
    case Kind::Section: {
        QFont font = fonts::label();
        font.setCapitalization(QFont::AllUppercase);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.3);
        paint::line(painter, area.adjusted(0, 8, 0, 0), text, font, t.faint);
        break;
    }
    case Kind::Group: {
        const bool open = option.state & QStyle::State_Open;
        icons::paint(painter, QRect(area.left() - 2, area.center().y() - 5, 12, 12),
                     open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), t.muted);
        paint::line(painter, area.adjusted(13, 0, 0, 0), text, fonts::sized(fonts::body(), 12, QFont::Medium), t.muted);
        break;
    }
    case Kind::PageItem: {
        area.setRight(area.right() - paintCount(painter, area, index.data(SidebarModel::CountRole).toInt(), t));
        icons::paint(painter, QRect(area.left(), area.center().y() - 7, 16, 16),
                     index.data(SidebarModel::IconRole).toString(), selected ? t.text : t.muted);
        paint::line(painter, area.adjusted(25, 0, 0, 0), text,
                    fonts::sized(fonts::body(), 13, selected ? QFont::DemiBold : QFont::Normal), t.text);
        break;
    }
    case Kind::ServerItem: {
        const auto server = index.data(SidebarModel::SummaryRole).value<ServerSummary>();
        if (const QColor colour = t.named(server.server.colour); colour.isValid())
            paint::box(painter, QRectF(box.left(), box.top() + 7, 3, box.height() - 14), 1.5, colour);
        area.setRight(area.right() - paintCount(painter, area, server.openFindings(), t));
        stateShape(painter, QRectF(area.left() + 7, area.center().y() - 4.5, 10, 10), server, t);
        const bool offline = std::holds_alternative<Failed>(server.connection) || !server.surveyedAt.isValid();
        paint::line(painter, area.adjusted(25, 0, 0, 0), text,
                    fonts::sized(fonts::body(), 13, selected ? QFont::DemiBold : QFont::Normal),
                    offline && !selected ? t.muted : t.text, Qt::AlignLeft | Qt::AlignVCenter,
                    Qt::ElideMiddle); // names of one site begin and end alike: both ends tell them apart best
        break;
    }
    }
    if (paint::showsFocus(option))
        paint::focusRing(painter, box, 7, t);
    painter->restore();
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/rowlist.h"

#include "widgets/parts/followcurrent.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace gw {
namespace {

constexpr int shapeColumn = 34;
constexpr int gap = 12;
constexpr int widestMeter = 96;

const Row &rowOf(const QModelIndex &index)
{
    return static_cast<const RowListModel *>(index.model())->row(index.row());
}

QFont titleFont()
{
    return fonts::body();
}
QFont actionFont()
{
    return fonts::sized(fonts::body(), 13, QFont::DemiBold);
}
QFont leadFont(const Row &row)
{
    return row.leadMono ? fonts::mono() : fonts::sized(fonts::body(), 12, QFont::DemiBold);
}

/// Takes `width` and the gap off the right end of `area`.
QRect takeRight(QRect &area, int width)
{
    const QRect taken(area.right() - width + 1, area.top(), width, area.height());
    area.setRight(taken.left() - gap);
    return taken;
}

QString spoken(const Row &row)
{
    QStringList parts;
    if (row.severity)
        parts << severityName(*row.severity);
    parts << row.lead << row.title << row.detail << row.trailing << row.pill << row.action;
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

void RowListModel::setRows(const QList<Row> &rows)
{
    qsizetype head = 0;
    const qsizetype common = qMin(m_rows.size(), rows.size());
    while (head < common && m_rows[head].key == rows[head].key)
        ++head;
    qsizetype tail = 0;
    while (tail < common - head && m_rows[m_rows.size() - 1 - tail].key == rows[rows.size() - 1 - tail].key)
        ++tail;
    if (const qsizetype gone = m_rows.size() - head - tail; gone > 0) {
        beginRemoveRows({}, int(head), int(head + gone - 1));
        m_rows.remove(head, gone);
        endRemoveRows();
    }
    if (const qsizetype fresh = rows.size() - head - tail; fresh > 0) {
        beginInsertRows({}, int(head), int(head + fresh - 1));
        for (qsizetype i = 0; i < fresh; ++i)
            m_rows.insert(head + i, rows[head + i]);
        endInsertRows();
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (m_rows[i] == rows[i])
            continue;
        m_rows[i] = rows[i];
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

int RowListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RowListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::ToolTipRole: return row.toolTip.isEmpty() ? QVariant() : plainToolTip(row.toolTip);
    case Qt::AccessibleTextRole: return spoken(row);
    default: return {};
    }
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {100, rowOf(index).detail.isEmpty() ? 38 : 52};
}

/// Where the parts of a row lie; those it has not are empty.
struct RowDelegate::Places {
    QRect shape, lead, action, pill, trailing, meter, title, detail;
};

RowDelegate::Places RowDelegate::placesIn(const QRect &rect, const Row &row) const
{
    Places places;
    QRect area = rect.adjusted(m_inset, 1, -m_inset, 0);
    if (row.severity || !row.icon.isEmpty()) {
        places.shape = QRect(area.left(), area.center().y() - 11, 22, 22);
        area.setLeft(area.left() + shapeColumn);
    }
    if (m_leadWidth > 0 || !row.lead.isEmpty()) {
        const int width = m_leadWidth > 0 ? m_leadWidth : QFontMetrics(leadFont(row)).horizontalAdvance(row.lead) + 2;
        places.lead = QRect(area.left(), area.top(), width, area.height());
        area.setLeft(area.left() + width + gap);
    }
    const auto inMiddle = [](const QRect &part, int height) {
        return QRect(part.left(), part.center().y() - height / 2 + 1, part.width(), height);
    };
    if (!row.action.isEmpty())
        places.action = inMiddle(takeRight(area, QFontMetrics(actionFont()).horizontalAdvance(row.action) + 26), 30);
    if (!row.pill.isEmpty())
        places.pill = inMiddle(takeRight(area, qMin(paint::pillWidth(fonts::label(), row.pill), area.width() / 2)), 20);
    if (!row.trailing.isEmpty()) {
        const int width = QFontMetrics(fonts::small()).horizontalAdvance(row.trailing) + 2;
        places.trailing = takeRight(area, qMin(width, area.width() / 2));
    }
    if (row.meter)
        places.meter = inMiddle(takeRight(area, qMin(widestMeter, area.width() / 3)), 6);
    places.title = row.detail.isEmpty() ? area : QRect(area.left(), area.top() + 8, area.width(), 18);
    if (!row.detail.isEmpty())
        places.detail = QRect(area.left(), area.top() + 26, area.width(), 18);
    return places;
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    const Row &row = rowOf(index);
    const Places places = placesIn(option.rect, row);
    const auto isCut = [](const QString &text, const QFont &font, const QRect &place) {
        return QFontMetrics(font).horizontalAdvance(text) > place.width();
    };
    QStringList lines;
    if (isCut(row.title, titleFont(), places.title) || isCut(row.detail, fonts::small(), places.detail))
        lines << row.title << row.detail;
    if (row.toolTip != row.detail || lines.isEmpty())
        lines << row.toolTip;
    lines.removeAll(QString());
    QToolTip::showText(event->globalPos(), plainToolTip(lines.join(u'\n')), view);
    return true;
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = Tokens::of(option.palette);
    const Row &row = rowOf(index);
    painter->save();
    const bool hover = option.state & QStyle::State_MouseOver;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, t.selection);
    else if (hover && m_inset > 0)
        painter->fillRect(option.rect, t.raised);
    painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), t.border);

    const Places places = placesIn(option.rect, row);
    if (row.severity)
        paint::severityIcon(painter, QRectF(places.shape), *row.severity, t);
    else if (!row.icon.isEmpty())
        paint::icon(painter, places.shape, row.icon, row.iconTone, t);
    paint::line(painter, places.lead, row.lead, leadFont(row), t.text);
    if (!row.action.isEmpty()) {
        paint::box(painter, places.action, 7, hover ? t.raised : t.surface, t.border);
        paint::line(painter, places.action, row.action, actionFont(), t.text, Qt::AlignCenter);
    }
    if (!row.pill.isEmpty()) {
        painter->setFont(fonts::label());
        const QString shown = painter->fontMetrics().elidedText(row.pill, Qt::ElideRight, places.pill.width() - 12);
        paint::pill(painter, places.pill, shown, row.pillTone, t);
    }
    paint::line(painter, places.trailing, row.trailing, fonts::small(), t.muted, Qt::AlignRight | Qt::AlignVCenter);
    if (row.meter) {
        const Tone tone = row.meterNeutral     ? Tone::Accent
                          : *row.meter >= 0.95 ? Tone::Critical
                          : *row.meter >= 0.85 ? Tone::Warning
                                               : Tone::Accent;
        paint::meter(painter, places.meter, *row.meter, tone, t);
    }
    paint::line(painter, places.title, row.title, titleFont(), t.text);
    paint::line(painter, places.detail, row.detail, fonts::small(), t.colour(row.detailTone));
    if (paint::showsFocus(option))
        paint::focusRing(painter, QRectF(option.rect).adjusted(0, 1, 0, 0), 5, t);
    painter->restore();
}

RowList::RowList(Size size, QWidget *parent) : QListView(parent), m_size(size)
{
    m_model = new RowListModel(this);
    m_delegate = new RowDelegate(this);
    setModel(m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(size == Size::Scroll ? SingleSelection : NoSelection);
    viewport()->setAutoFillBackground(false);
    setFocusPolicy(Qt::NoFocus);
    if (size == Size::Contents) {
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] { updateGeometry(); });
        connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] { updateGeometry(); });
        connect(m_model, &QAbstractItemModel::dataChanged, this, [this] { updateGeometry(); });
    }
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (m_interactive)
            Q_EMIT rowActivated(m_model->row(index.row()).key);
    });
}

void RowList::setInteractive(bool interactive)
{
    m_interactive = interactive;
    setFocusPolicy(interactive ? Qt::StrongFocus : Qt::NoFocus);
    viewport()->setCursor(interactive ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void RowList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    showInScrollArea(this, current);
}

QSize RowList::sizeHint() const
{
    if (m_size == Size::Scroll)
        return QListView::sizeHint();
    int height = 0;
    for (int i = 0; i < m_model->rowCount(); ++i)
        height += sizeHintForRow(i);
    return {200, height};
}

QSize RowList::minimumSizeHint() const
{
    return m_size == Size::Scroll ? QListView::minimumSizeHint() : QSize(80, sizeHint().height());
}

void RowList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    QPainter painter(viewport());
    if (m_size == Size::Scroll && verticalScrollBar()->value() > 0) // rows go on above: a line says so
        painter.fillRect(QRect(0, 0, viewport()->width(), 1), Tokens::of(this).border);
}

void RowList::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    viewport()->update(); // the line above stays where it is
}

void RowList::keyPressEvent(QKeyEvent *event)
{
    if (m_interactive &&
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) &&
        currentIndex().isValid()) {
        Q_EMIT rowActivated(m_model->row(currentIndex().row()).key);
        return;
    }
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) { // the view itself copies the title only
        QGuiApplication::clipboard()->setText(currentIndex().data(Qt::AccessibleTextRole).toString());
        return;
    }
    QListView::keyPressEvent(event);
}

void RowList::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid()) // the view itself would take the first row, which may be out of sight
        setCurrentIndex(indexAt({1, 1}));
    QListView::focusInEvent(event);
}

} // namespace gw

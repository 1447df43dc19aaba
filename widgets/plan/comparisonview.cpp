// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/comparisonview.h"

#include "backend/base/untrustedtext.h"
#include "widgets/plan/comparisonmodel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>

namespace gw {
namespace {

using Cell = Comparison::Cell;

constexpr int foldHeight = 26;
constexpr int signWidth = 14;
constexpr int gutterGap = 8;
constexpr int tabColumns = 4;

int lineHeight()
{
    return QFontMetrics(fonts::mono()).lineSpacing() + 3;
}

QColor between(const QColor &from, const QColor &to, double share)
{
    return QColor::fromRgbF(float(from.redF() + (to.redF() - from.redF()) * share),
                            float(from.greenF() + (to.greenF() - from.greenF()) * share),
                            float(from.blueF() + (to.blueF() - from.blueF()) * share));
}

/// Where byte `at` of a line lies in the line as it is shown; inside a character: before it.
int shownColumn(const QByteArray &line, int at)
{
    while (at > 0 && at < line.size() && (quint8(line[at]) & 0xC0) == 0x80)
        --at;
    return int(UntrustedText::fromBytes(line.left(at)).shownLines().size());
}

QTextLayout::FormatRange range(int start, int length, const QBrush &foreground, const QBrush &background = Qt::NoBrush)
{
    QTextLayout::FormatRange range;
    range.start = start;
    range.length = length;
    if (foreground.style() != Qt::NoBrush)
        range.format.setForeground(foreground);
    if (background.style() != Qt::NoBrush)
        range.format.setBackground(background);
    return range;
}

/// Comments step back and the first word stands out: that is all that sshd_config, nginx and most others need.
QList<QTextLayout::FormatRange> syntaxOf(const QString &text, const Tokens &t)
{
    int from = 0;
    while (from < text.size() && text[from].isSpace())
        ++from;
    if (from == text.size())
        return {};
    if (text[from] == u'#')
        return {range(from, int(text.size()) - from, t.muted)};
    int end = from;
    while (end < text.size() && (text[end].isLetterOrNumber() || text[end] == u'_' || text[end] == u'-'))
        ++end;
    QList<QTextLayout::FormatRange> ranges;
    if (end > from)
        ranges << range(from, end - from, t.accent);
    const qsizetype comment = text.indexOf(QLatin1String(" #"), end);
    if (comment >= 0)
        ranges << range(int(comment), int(text.size() - comment), t.muted);
    return ranges;
}

/// Whether that can be told by counting: the font is fixed, and what is not ASCII may be wider.
bool fitsOnOneLine(const QString &text, int width)
{
    const int widest = QFontMetrics(fonts::mono()).horizontalAdvance(u'0') + 1;
    return text.size() * widest <= width &&
           std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; });
}

/// The lines of a cell's text in this width.
void lay(QTextLayout &layout, int width)
{
    layout.setFont(fonts::mono());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(QFontMetricsF(fonts::mono()).horizontalAdvance(u' ') * tabColumns);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(qMax(20, width));
        line.setPosition({0, y + 1});
        y += lineHeight();
    }
    layout.endLayout();
}

} // namespace

/// Where the parts of a column lie.
struct ComparisonDelegate::Places {
    QRect column, before, after, sign, text;
};

ComparisonDelegate::ComparisonDelegate(const ComparisonModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model)
{
}

int ComparisonDelegate::numberWidth() const
{
    const qsizetype digits = QString::number(qMax<qsizetype>(99, m_model.comparison().rows.size())).size();
    return QFontMetrics(fonts::mono()).horizontalAdvance(u'0') * int(digits) + 2;
}

ComparisonDelegate::Places ComparisonDelegate::placesIn(const QRect &rect, int column) const
{
    const int columns = m_model.comparison().columns;
    Places places;
    const int left = rect.left() + rect.width() * column / columns;
    const int right = rect.left() + rect.width() * (column + 1) / columns;
    places.column = QRect(left, rect.top(), right - left, rect.height());
    int x = left + gutterGap;
    const auto take = [&](int width, int gap) {
        const QRect taken(x, rect.top(), width, rect.height());
        x += width + gap;
        return taken;
    };
    places.before = take(numberWidth(), gutterGap);
    if (columns == 1)
        places.after = take(numberWidth(), gutterGap);
    places.sign = take(signWidth, 0);
    places.text = QRect(x, rect.top(), right - x - 6, rect.height());
    return places;
}

QSize ComparisonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Comparison::Row *row = m_model.row(index);
    if (!row)
        return {100, foldHeight};
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const QRect rect(0, 0, view ? view->viewport()->width() : option.rect.width(), lineHeight());
    int lines = 1;
    for (int column = 0; column < row->size(); ++column) {
        const QString text = UntrustedText::fromBytes((*row)[column].text).shownLines();
        const int width = placesIn(rect, column).text.width();
        if (fitsOnOneLine(text, width)) // nearly all do, and a file may have a hundred thousand
            continue;
        QTextLayout layout(text);
        lay(layout, width);
        lines = qMax(lines, layout.lineCount());
    }
    return {100, lines * lineHeight()};
}

void ComparisonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const Comparison::Row *row = m_model.row(index);
    if (!row)
        paintFold(painter, option, index);
    for (int column = 0; row && column < row->size(); ++column)
        paintCell(painter, option, index, column);
    const Tokens &t = Tokens::of(option.palette);
    for (int column = 1; row && column < row->size(); ++column) {
        const QRect place = placesIn(option.rect, column).column;
        painter->fillRect(QRect(place.left(), place.top(), 1, place.height()), t.border);
    }
    if (paint::showsFocus(option))
        paint::focusRing(painter, option.rect, 3, t);
    painter->restore();
}

void ComparisonDelegate::paintFold(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const Tokens &t = Tokens::of(option.palette);
    const bool hover = option.state & QStyle::State_MouseOver;
    painter->fillRect(option.rect, option.state & QStyle::State_Selected ? t.selection : t.raised);
    painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), t.border);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);
    const QRect icon(option.rect.left() + gutterGap, option.rect.center().y() - 6, 12, 12);
    icons::paint(painter, icon, QStringLiteral("chevron-right"), t.muted);
    paint::line(painter, option.rect.adjusted(gutterGap + 20, 0, -8, 0), index.data().toString(), fonts::small(),
                hover ? t.accent : t.muted);
}

void ComparisonDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                   int column) const
{
    const Tokens &t = Tokens::of(option.palette);
    const Cell &cell = (*m_model.row(index))[column];
    const Places places = placesIn(option.rect, column);
    const bool added = cell.kind == Cell::Kind::Added;
    const bool removed = cell.kind == Cell::Kind::Removed;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(places.column, t.selection);
    else if (added || removed)
        painter->fillRect(places.column, added ? t.goodGround : t.criticalGround);
    else if (cell.kind == Cell::Kind::Absent)
        painter->fillRect(places.column, t.raised);
    if (cell.kind == Cell::Kind::Absent)
        return;

    const auto firstLine = [](const QRect &rect) { return QRect(rect.left(), rect.top(), rect.width(), lineHeight()); };
    const auto number = [&](const QRect &rect, int value) {
        if (value > 0)
            paint::line(painter, firstLine(rect), QString::number(value), fonts::mono(),
                        added || removed ? t.muted : t.faint, Qt::AlignRight | Qt::AlignVCenter);
    };
    const bool bothNumbers = m_model.comparison().columns == 1;
    number(places.before, bothNumbers || cell.after == 0 ? cell.before : cell.after);
    if (bothNumbers)
        number(places.after, cell.after);
    if (added || removed)
        paint::line(painter, firstLine(places.sign), added ? QStringLiteral("+") : QStringLiteral("\u2212"),
                    fonts::mono(), added ? t.good : t.critical);

    const QString text = UntrustedText::fromBytes(cell.text).shownLines();
    QTextLayout layout(text);
    lay(layout, places.text.width());
    QList<QTextLayout::FormatRange> formats = syntaxOf(text, t);
    const QColor strong = between(added ? t.goodGround : t.criticalGround, added ? t.good : t.critical, 0.28);
    for (const DiffLine::Span &span : cell.changed) {
        const int from = shownColumn(cell.text, span.start);
        formats << range(from, shownColumn(cell.text, span.start + span.length) - from, Qt::NoBrush, strong);
    }
    painter->setPen(t.text);
    layout.draw(painter, places.text.topLeft(), formats);
    if (cell.endsOpen && layout.lineCount() > 0) { // else a last line without a break would look the same as with it
        const QTextLine last = layout.lineAt(layout.lineCount() - 1);
        const QRect rest(places.text.left() + int(last.naturalTextWidth()) + 8, places.text.top() + int(last.y()),
                         places.text.width() - int(last.naturalTextWidth()) - 8, lineHeight() - 2);
        paint::line(painter, rest, tr("no line break at the end"), fonts::sized(fonts::body(), 11), t.faint);
    }
}

ComparisonView::ComparisonView(QWidget *parent) : QListView(parent)
{
    m_model = new ComparisonModel(this);
    setObjectName(QStringLiteral("comparison"));
    setModel(m_model);
    setItemDelegate(new ComparisonDelegate(*m_model, this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ExtendedSelection);
    setResizeMode(Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the width must not depend on the height; it is drawn if needed
    setVerticalScrollMode(ScrollPerPixel);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::clicked, m_model, &ComparisonModel::unfold);
}

void ComparisonView::showFirstChange()
{
    const QModelIndex change = m_model->firstChange();
    if (change.isValid())
        scrollTo(m_model->index(qMax(0, change.row() - 4)), PositionAtTop);
}

void ComparisonView::copy() const
{
    QModelIndexList chosen = selectedIndexes();
    std::sort(chosen.begin(), chosen.end());
    QGuiApplication::clipboard()->setText(m_model->copied(chosen));
}

void ComparisonView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        m_model->unfold(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void ComparisonView::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid()) // the view itself would take the first line, which may be out of sight
        setCurrentIndex(indexAt({1, 1}));
    QListView::focusInEvent(event);
}

void ComparisonView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        scheduleDelayedItemsLayout(); // long lines take another number of rows
}

} // namespace gw

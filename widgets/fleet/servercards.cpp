// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fleet/servercards.h"

#include "widgets/parts/followcurrent.h"
#include "widgets/parts/format.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QResizeEvent>

namespace gw {
namespace {

constexpr int cardGap = 12;
constexpr int cardHeight = 152;
constexpr int narrowestCard = 300;

struct Badge {
    QString text;
    Tone tone = Tone::Muted;
};

/// "2 critical · 4 more", "1 medium", "Clear", or how the connection is.
Badge badgeOf(const ServerSummary &server)
{
    if (std::holds_alternative<Failed>(server.connection) || std::holds_alternative<Asking>(server.connection))
        return {format::connection(server.connection), format::connectionTone(server.connection)};
    if (server.busy)
        return {ServerCardModel::tr("Surveying…"), Tone::Info};
    if (!server.surveyedAt.isValid())
        return {format::connection(server.connection), format::connectionTone(server.connection)};
    const auto worst = server.worstSeverity();
    if (!worst)
        return {ServerCardModel::tr("Clear"), Tone::Good};
    const int count = server.counts[size_t(*worst)];
    const int more = server.openFindings() - count;
    const QString first =
        ServerCardModel::tr("%1 %2", "count and severity").arg(count).arg(severityName(*worst).toLower());
    return {format::joined({first, more > 0 ? ServerCardModel::tr("%1 more").arg(more) : QString()}), toneOf(*worst)};
}

QString ageOf(const ServerSummary &server)
{
    return server.surveyedAt.isValid() ? format::age(server.surveyedAt) : ServerCardModel::tr("never surveyed");
}

/// "local" is for commands, not for people.
QString targetOf(const ServerSummary &server)
{
    return server.server.isLocal() ? QString() : server.server.target;
}

void shape(QPainter *painter, const QRectF &rect, const ServerSummary &server, const Tokens &t)
{
    const auto worst = server.worstSeverity();
    if (std::holds_alternative<Failed>(server.connection)) {
        icons::paint(painter, rect.adjusted(-2, -2, 2, 2).toRect(), QStringLiteral("cross"), t.critical);
    } else if (!server.surveyedAt.isValid()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(t.faint, 1.5));
        painter->drawEllipse(rect.center(), 3.5, 3.5);
    } else {
        paint::severityShape(painter, rect, worst.value_or(Severity::Info),
                             t.colour(worst ? toneOf(*worst) : Tone::Good));
    }
}

/// A name, a bar and the value in words.
void gauge(QPainter *painter, const QRect &area, const QString &name, std::optional<double> share, const QString &value,
           Tone tone, const Tokens &t)
{
    const QFont small = fonts::small();
    const QRect text(area.left(), area.top(), area.width(), 16);
    paint::line(painter, text, value, small, t.text, Qt::AlignRight | Qt::AlignVCenter);
    const int valueWidth = QFontMetrics(small).horizontalAdvance(value) + 8;
    paint::line(painter, text.adjusted(0, 0, -valueWidth, 0), name, small, t.muted);
    if (share)
        paint::meter(painter, QRectF(area.left(), area.top() + 20, area.width(), 5), *share, tone, t);
}

void paintGpus(QPainter *painter, const QRect &area, const QList<Gpu> &gpus, const Tokens &t)
{
    const QFont small = fonts::small();
    if (gpus.isEmpty()) {
        paint::line(painter, area, ServerCardModel::tr("No GPU"), small, t.muted, Qt::AlignLeft | Qt::AlignTop);
        return;
    }
    const qsizetype shown = qMin<qsizetype>(gpus.size(), 8);
    const int columns = gpus.size() == 1 ? 1 : gpus.size() <= 4 ? 2 : 4;
    const int width = (area.width() - (columns - 1) * 16) / columns;
    for (qsizetype i = 0; i < shown; ++i) {
        const QRect cell(area.left() + int(i % columns) * (width + 16), area.top() + int(i / columns) * 19, width, 16);
        const QString name = QStringLiteral("GPU %1").arg(gpus[i].index);
        const int nameWidth = QFontMetrics(small).horizontalAdvance(name) + 8;
        paint::line(painter, cell, name, small, t.muted);
        const QString value = gpus[i].utilisationPercent ? format::percent(*gpus[i].utilisationPercent / 100.0)
                                                         : QStringLiteral("\u2013");
        const int valueWidth = QFontMetrics(small).horizontalAdvance(QStringLiteral("100 %"));
        paint::line(painter, cell, value, small, t.text, Qt::AlignRight | Qt::AlignVCenter);
        const double share = gpus[i].utilisationPercent ? *gpus[i].utilisationPercent / 100.0 : 0.0;
        paint::meter(painter,
                     QRectF(cell.left() + nameWidth, cell.center().y() - 2, width - nameWidth - valueWidth - 8, 6),
                     share, Tone::Accent, t);
    }
}

} // namespace

void ServerCardModel::setServers(const QMap<HostId, ServerSummary> &servers)
{
    QList<ServerSummary> sorted = servers.values();
    std::stable_sort(sorted.begin(), sorted.end(), [](const ServerSummary &a, const ServerSummary &b) {
        if (a.server.isLocal() != b.server.isLocal())
            return b.server.isLocal();
        const int group = compareNames(a.server.group, b.server.group);
        return group != 0 ? group < 0 : compareNames(a.server.name, b.server.name) < 0;
    });
    const bool sameOrder = sorted.size() == m_servers.size() &&
                           std::equal(sorted.cbegin(), sorted.cend(), m_servers.cbegin(),
                                      [](const auto &a, const auto &b) { return a.server.id == b.server.id; });
    if (!sameOrder) {
        beginResetModel();
        m_servers = sorted;
        endResetModel();
        return;
    }
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        if (m_servers[i] == sorted[i])
            continue;
        m_servers[i] = sorted[i];
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

int ServerCardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_servers.size());
}

QVariant ServerCardModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_servers.size())
        return {};
    const ServerSummary &server = m_servers[index.row()];
    switch (role) {
    case Qt::DisplayRole: return server.server.name;
    case Qt::AccessibleTextRole:
        return format::joined(
            {server.server.name, server.system, format::gpus(server.gpus), badgeOf(server).text, ageOf(server)});
    case Qt::ToolTipRole:
        return plainToolTip(QStringList{server.server.name, targetOf(server), ageOf(server)}
                                .filter(QRegularExpression(QStringLiteral(".")))
                                .join(u'\n'));
    default: return {};
    }
}

void ServerCardDelegate::setGrid(int width, int columns)
{
    m_width = width;
    m_columns = columns;
}

QSize ServerCardDelegate::cell() const
{
    return {m_width / m_columns, cardHeight + cardGap};
}

QSize ServerCardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return cell();
}

/// The last card ends where the page does, also when the width does not divide evenly.
QRect ServerCardDelegate::cardIn(int column, const QRect &cell) const
{
    const int left = column * (m_width + cardGap) / m_columns;
    const int right = (column + 1) * (m_width + cardGap) / m_columns - cardGap;
    return {left, cell.top(), right - left, cell.height() - cardGap};
}

void ServerCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = Tokens::of(option.palette);
    const ServerSummary &server = static_cast<const ServerCardModel *>(index.model())->server(index.row());
    painter->save();
    const QRect card = cardIn(index.row() % m_columns, option.rect);
    paint::box(painter, card, 10, option.state & QStyle::State_MouseOver ? t.raised : t.surface, t.border);
    if (paint::showsFocus(option))
        paint::focusRing(painter, card, 10, t);

    const QRect area = card.adjusted(14, 12, -14, -12);
    const QFont pillFont = fonts::label();
    const Badge badge = badgeOf(server);
    const int badgeWidth = qMin(paint::pillWidth(pillFont, badge.text), area.width() / 2);
    painter->setFont(pillFont);
    paint::pill(painter, QRectF(area.right() - badgeWidth + 1, area.top() - 2, badgeWidth, 20),
                painter->fontMetrics().elidedText(badge.text, Qt::ElideRight, badgeWidth - 12), badge.tone, t);
    shape(painter, QRectF(area.left(), area.top() + 3, 10, 10), server, t);
    paint::line(painter, QRect(area.left() + 17, area.top() - 1, area.width() - badgeWidth - 25, 18),
                server.server.name, fonts::sized(fonts::body(), 13, QFont::DemiBold), t.text,
                Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
    const QRect second(area.left(), area.top() + 20, area.width(), 17);
    const QFont small = fonts::small();
    const QString age = ageOf(server);
    const int ageWidth = QFontMetrics(small).horizontalAdvance(age) + 12;
    paint::line(painter, second, age, small, t.faint, Qt::AlignRight | Qt::AlignVCenter);
    paint::line(painter, second.adjusted(0, 0, -ageWidth, 0),
                format::joined({server.system, format::gpus(server.gpus)}), small, t.muted);

    if (!server.surveyedAt.isValid()) {
        const auto *failed = std::get_if<Failed>(&server.connection);
        paint::lines(painter, area.adjusted(0, 46, 0, 0), failed ? failed->error.cause : targetOf(server), small,
                     failed ? t.critical : t.muted, 4);
        painter->restore();
        return;
    }
    const int half = (area.width() - 20) / 2;
    const auto percent = [](const std::optional<double> &share) {
        return share ? format::percent(*share) : QStringLiteral("\u2013");
    };
    gauge(painter, QRect(area.left(), area.top() + 46, half, 28), ServerCardModel::tr("CPU load"), server.cpuShare,
          percent(server.cpuShare), Tone::Accent, t);
    gauge(painter, QRect(area.left() + half + 20, area.top() + 46, half, 28), ServerCardModel::tr("Memory"),
          server.memoryShare, percent(server.memoryShare), Tone::Good, t);
    paintGpus(painter, QRect(area.left(), area.top() + 84, area.width(), 36), server.gpus, t);
    painter->restore();
}

ServerCardView::ServerCardView(QWidget *parent) : QListView(parent)
{
    setObjectName(QStringLiteral("serverCards"));
    setViewMode(IconMode);
    setMovement(Static);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setSpacing(0);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSelectionMode(NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    viewport()->setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_delegate = new ServerCardDelegate(this);
    setItemDelegate(m_delegate);
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT serverRequested(m_cards->server(index.row()).server.id); });
}

void ServerCardView::setCards(ServerCardModel *model)
{
    m_cards = model;
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &ServerCardView::layoutCards);
}

int ServerCardView::columnsFor(int width) const
{
    return qMax(1, (width + cardGap) / (narrowestCard + cardGap));
}

int ServerCardView::heightForWidth(int width) const
{
    const int count = m_cards ? m_cards->rowCount() : 0;
    const int columns = columnsFor(width);
    return (count + columns - 1) / columns * (cardHeight + cardGap);
}

void ServerCardView::layoutCards()
{
    const int columns = columnsFor(width());
    m_delegate->setGrid(width(), columns);
    setGridSize(m_delegate->cell());
    updateGeometry();
}

void ServerCardView::resizeEvent(QResizeEvent *event)
{
    layoutCards();
    QListView::resizeEvent(event);
}

void ServerCardView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) &&
        currentIndex().isValid()) {
        Q_EMIT serverRequested(m_cards->server(currentIndex().row()).server.id);
        return;
    }
    QListView::keyPressEvent(event);
}

void ServerCardView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    showInScrollArea(this, current);
}

void ServerCardView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid() && m_cards && m_cards->rowCount() > 0)
        setCurrentIndex(m_cards->index(0));
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/logview.h"

#include "widgets/parts/button.h"
#include "widgets/parts/card.h"
#include "widgets/parts/emptystate.h"
#include "widgets/parts/format.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/rowlist.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"
#include "widgets/web/logmodel.h"
#include "widgets/web/webdraft.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QShortcut>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace gw {
namespace {

constexpr int lineHeight = 20;
constexpr int untilFollowed = 5000; // ms

/// A line in the fixed font; answers that went wrong stand out.
class LineDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, lineHeight}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = Tokens::of(option.palette);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, t.selection);
        const auto tone = Tone(index.data(LogModel::ToneRole).toInt());
        paint::line(painter, option.rect.adjusted(14, 0, -10, 0), index.data().toString(), fonts::mono(),
                    t.colour(tone));
        if (paint::showsFocus(option))
            paint::focusRing(painter, QRectF(option.rect), 4, t);
    }
};

Row rowOf(const QString &title, const QString &trailing)
{
    Row row;
    row.key = title;
    row.title = title;
    row.trailing = trailing;
    return row;
}

QString shown(const QByteArray &bytes)
{
    return UntrustedText::fromBytes(bytes).shown(200);
}

} // namespace

LogView::LogView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("webLogs"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(QStringLiteral("webLogColumns")); // its layout is remembered by this name
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeLines());
    splitter->addWidget(makeSummary());
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({700, 300});
    row->addWidget(splitter);
    connect(m_file, &QComboBox::activated, this, &LogView::ask);
    connect(m_refresh, &Button::clicked, this, &LogView::askAgain);
    m_following.setInterval(untilFollowed);
    connect(&m_following, &QTimer::timeout, this, [this] {
        if (isVisible())
            askAgain();
    });
    connect(m_follow, &QCheckBox::toggled, this, [this](bool follows) {
        if (!follows)
            return m_following.stop();
        m_following.start();
        askAgain();
    });
    auto *copy = new QShortcut(QKeySequence::Copy, m_list);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &LogView::copy);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        refresh();
    });
    retranslate();
}

QWidget *LogView::makeLines()
{
    auto *card = new Card(this);
    card->setFlush();
    card->setMinimumWidth(420);
    auto *head = new QWidget(card);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(14, 9, 12, 9);
    row->setSpacing(8);
    m_file = new QComboBox(head);
    m_file->setObjectName(QStringLiteral("logFile"));
    m_file->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_filter = new QLineEdit(head);
    m_filter->setObjectName(QStringLiteral("logFilter"));
    m_filter->setClearButtonEnabled(true);
    m_refresh = new Button(Button::Kind::Icon, head);
    m_refresh->setObjectName(QStringLiteral("logRefresh"));
    m_refresh->setIconName(QStringLiteral("refresh"));
    row->addWidget(m_file);
    m_follow = new QCheckBox(head);
    m_follow->setObjectName(QStringLiteral("logFollow"));
    row->addWidget(m_filter, 1);
    row->addWidget(m_follow);
    row->addWidget(m_refresh);
    m_model = new LogModel(this);
    m_list = new QListView(card);
    m_list->setObjectName(QStringLiteral("logLines"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new LineDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_empty = new EmptyState(card);
    m_empty->setObjectName(QStringLiteral("noLog"));
    m_empty->setIconName(QStringLiteral("document"));
    card->body()->setSpacing(0);
    card->body()->addWidget(head);
    card->body()->addWidget(m_list, 1);
    card->body()->addWidget(m_empty, 1);
    return card;
}

QWidget *LogView::makeSummary()
{
    m_summary = new Card(this);
    m_summary->setMinimumWidth(240);
    m_count = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, m_summary);
    m_count->setObjectName(QStringLiteral("logCount"));
    m_summary->body()->addWidget(m_count);
    const auto add = [this](PlainLabel *&title, RowList *&list, const char *name) {
        title = new PlainLabel(PlainLabel::Role::Strong, Tone::Neutral, m_summary);
        list = new RowList(RowList::Size::Contents, m_summary);
        list->setObjectName(QLatin1String(name));
        m_summary->body()->addWidget(title);
        m_summary->body()->addWidget(list);
    };
    add(m_clientsTitle, m_clients, "logClients");
    add(m_statusesTitle, m_statuses, "logStatuses");
    add(m_slowTitle, m_slow, "logSlow");
    m_summary->body()->addStretch(1);
    return m_summary;
}

void LogView::setFiles(const WebLogFiles &files)
{
    const QList<RemotePath> all = files.access + files.errors;
    if (all == m_files)
        return;
    m_files = all;
    m_asked = {};
    m_text = Gap{};
    m_file->clear();
    for (const RemotePath &file : all)
        m_file->addItem(file.shown());
    refresh();
    if (isVisible())
        ask();
}

RemotePath LogView::current() const
{
    return m_files.value(m_file->currentIndex());
}

/// Once for each file, when it is looked at.
void LogView::ask()
{
    if (current().isEmpty() || m_asked == current())
        return;
    m_asked = current();
    Q_EMIT logRequested(m_asked);
}

void LogView::setLog(const RemotePath &log, const Known<QByteArray> &text)
{
    if (log != current())
        return; // another one is looked at by now
    m_asked = log;
    if (text == m_text)
        return; // somebody may be reading
    m_text = text;
    m_model->setText(text ? *text : QByteArray());
    refresh();
}

void LogView::askAgain()
{
    m_asked = {};
    ask();
}

/// The chosen lines, the oldest first as they stand in the file.
void LogView::copy()
{
    QModelIndexList chosen = m_list->selectionModel()->selectedRows();
    std::sort(chosen.begin(), chosen.end(), [](const auto &a, const auto &b) { return a.row() > b.row(); });
    QStringList lines;
    for (const QModelIndex &index : std::as_const(chosen))
        lines.append(index.data().toString());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void LogView::refresh()
{
    const int lines = m_model->rowCount();
    m_list->setVisible(lines > 0);
    m_empty->setVisible(lines == 0);
    if (!m_text)
        m_empty->setTexts(m_text.gap().reason == Gap::Reason::NotAsked ? tr("Not read yet")
                                                                       : tr("It could not be read"),
                          m_text.gap().reason == Gap::Reason::NotAsked ? tr("The last lines are read when you look.")
                                                                       : m_text.gap().detail.shown());
    else
        m_empty->setTexts(m_text->isEmpty() ? tr("Nothing in it") : tr("Nothing found"), QString());
    const AccessSummary summary = m_model->summary();
    m_summary->setVisible(summary.lines > 0);
    m_count->setText(tr("%n requests in the lines shown", nullptr, summary.lines));
    QList<Row> clients, statuses, slow;
    for (const LogCount &client : summary.clients)
        clients.append(rowOf(shown(client.what), QString::number(client.times)));
    for (auto it = summary.statuses.cbegin(); it != summary.statuses.cend(); ++it)
        statuses.append(rowOf(QString::number(it.key()), QString::number(it.value())));
    for (const AccessLine &line : summary.slowest) {
        Row row = rowOf(shown(line.request), tr("%1 s").arg(*line.seconds, 0, 'f', 2));
        row.key += QString::number(slow.size());
        slow.append(row);
    }
    m_clients->setRows(clients);
    m_statuses->setRows(statuses);
    m_slow->setRows(slow);
    m_slowTitle->setVisible(!slow.isEmpty());
    m_slow->setVisible(!slow.isEmpty());
}

void LogView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void LogView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LogView::retranslate()
{
    m_file->setAccessibleName(tr("Log file"));
    m_filter->setPlaceholderText(tr("Filter lines"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(plainToolTip(tr("Read again every five seconds, as long as you look")));
    m_refresh->setAccessibleName(tr("Read again"));
    m_refresh->setToolTip(plainToolTip(m_refresh->accessibleName()));
    m_list->setAccessibleName(tr("Lines of the log, the newest first"));
    m_clientsTitle->setText(tr("Most frequent clients"));
    m_statusesTitle->setText(tr("Answers"));
    m_slowTitle->setText(tr("Slowest requests"));
    refresh();
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fleet/fleetreviewpage.h"

#include "widgets/fleet/fleetfindingsmodel.h"
#include "widgets/parts/button.h"
#include "widgets/parts/card.h"
#include "widgets/parts/emptystate.h"
#include "widgets/parts/plainlabel.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QTimer>
#include <QTreeView>

namespace gw {
namespace {

using Model = FleetFindingsModel;

/// Fills a box with choices and keeps the chosen one.
void setChoices(QComboBox *box, const QList<std::pair<QString, QVariant>> &choices)
{
    const QSignalBlocker blocker(box);
    const QVariant chosen = box->currentData();
    box->clear();
    for (const auto &[text, data] : choices)
        box->addItem(text, data);
    box->setCurrentIndex(qMax(0, box->findData(chosen)));
}

} // namespace

FleetReviewPage::FleetReviewPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("fleetReview"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 18, 24, 20);
    column->setSpacing(14);
    auto *header = new QHBoxLayout;
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    m_title = new PlainLabel(PlainLabel::Role::Title, Tone::Neutral, this);
    m_summary = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_summary->setObjectName(QStringLiteral("reviewSummary"));
    m_summary->setOverflow(PlainLabel::Overflow::Elide);
    texts->addWidget(m_title);
    texts->addWidget(m_summary);
    header->addLayout(texts, 1);
    m_rescan = new Button(Button::Kind::Secondary, this);
    m_rescan->setObjectName(QStringLiteral("rescanAll"));
    header->addWidget(m_rescan, 0, Qt::AlignTop);
    column->addLayout(header);

    auto *filters = new QHBoxLayout;
    filters->setSpacing(8);
    m_text = new QLineEdit(this);
    m_text->setObjectName(QStringLiteral("findingFilter"));
    m_text->setClearButtonEnabled(true);
    new QShortcut(Qt::Key_Escape, m_text, m_text, &QLineEdit::clear, Qt::WidgetShortcut);
    filters->addWidget(m_text, 2);
    const auto box = [&](const char *name) {
        auto *made = new QComboBox(this);
        made->setObjectName(QLatin1String(name));
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        made->setMinimumContentsLength(10);
        filters->addWidget(made, 1);
        return made;
    };
    m_severity = box("severityFilter");
    m_topic = box("topicFilter");
    m_server = box("serverFilter");
    m_group = box("groupBy");
    column->addLayout(filters);

    auto *card = new Card(this);
    card->setFlush();
    m_model = new FleetFindingsModel(this);
    m_table = new QTreeView(card);
    m_table->setObjectName(QStringLiteral("fleetFindings"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new FleetFindingsDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setIndentation(0);
    m_table->setRootIsDecorated(false);
    m_table->setMouseTracking(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->viewport()->setAutoFillBackground(false);
    m_table->header()->viewport()->setAutoFillBackground(false);
    m_table->header()->setSectionsMovable(false);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setHighlightSections(false);
    m_table->header()->setSectionResizeMode(Model::TitleColumn, QHeaderView::Stretch);
    m_table->header()->setMinimumSectionSize(60);
    const int widths[] = {0, 90, 140, 110, 210};
    for (int i = 1; i < Model::ColumnCount; ++i)
        m_table->header()->resizeSection(i, widths[i]);
    m_table->header()->setSortIndicator(Model::SeverityColumn, Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    m_empty = new EmptyState(card);
    m_empty->setObjectName(QStringLiteral("reviewEmpty"));
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    card->body()->addLayout(m_stack);
    column->addWidget(card, 1);

    m_refresh = new QTimer(this);
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(60);
    connect(m_refresh, &QTimer::timeout, this, &FleetReviewPage::refreshView);
    connect(m_rescan, &Button::clicked, this, &FleetReviewPage::rescanAllRequested);
    connect(m_text, &QLineEdit::textChanged, this, &FleetReviewPage::applyFilter);
    connect(m_text, &QLineEdit::returnPressed, m_table, qOverload<>(&QWidget::setFocus));
    for (QComboBox *filter : {m_severity, m_topic, m_server})
        connect(filter, &QComboBox::currentIndexChanged, this, &FleetReviewPage::applyFilter);
    connect(m_group, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setGroupBy(Model::GroupBy(m_group->currentData().toInt()));
        refreshView();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &FleetReviewPage::expandGroups);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent, int first, int last) {
        if (parent.isValid())
            return;
        for (int row = first; row <= last; ++row)
            dressGroup(row);
    });
    connect(m_table, &QTreeView::activated, this, &FleetReviewPage::openIndex);
    connect(m_table, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.data(Model::IsGroupRole).toBool())
            m_table->setExpanded(index, !m_table->isExpanded(index));
        else if (!(QGuiApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier)))
            openIndex(index);
    });
    m_table->viewport()->installEventFilter(this);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTreeView::customContextMenuRequested, this, &FleetReviewPage::showMenu);
    auto *copy = new QShortcut(QKeySequence::Copy, m_table);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &FleetReviewPage::copySelection);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_text, qOverload<>(&QWidget::setFocus));
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (!m_model->hasServers())
            Q_EMIT addServerRequested();
        else
            clearFilters();
    });
    retranslate();
}

void FleetReviewPage::setReview(const Server &server, const Review &review)
{
    m_model->setFindings(server, review.findings);
    m_refresh->start();
}

void FleetReviewPage::removeServer(const HostId &id)
{
    m_model->removeServer(id);
    m_refresh->start();
}

void FleetReviewPage::clearFilters()
{
    {
        const QSignalBlocker text(m_text), severity(m_severity), topic(m_topic), server(m_server);
        m_text->clear();
        m_severity->setCurrentIndex(0);
        m_topic->setCurrentIndex(0);
        m_server->setCurrentIndex(0);
    }
    applyFilter();
}

void FleetReviewPage::applyFilter()
{
    Model::Filter filter;
    filter.text = m_text->text();
    filter.least = Severity(m_severity->currentData().toInt());
    filter.topic = m_topic->currentData().toString();
    filter.server = HostId(m_server->currentData().toString());
    m_model->setFilter(filter);
    refreshSummary();
}

void FleetReviewPage::dressGroup(int row)
{
    m_table->setFirstColumnSpanned(row, QModelIndex(), true);
    m_table->setExpanded(m_model->index(row, 0), true);
}

void FleetReviewPage::expandGroups()
{
    const bool flat = m_model->groupBy() == Model::GroupBy::Nothing;
    m_table->setRootIndex(flat ? m_model->index(0, 0) : QModelIndex());
    if (flat)
        return;
    for (int row = 0; row < m_model->rowCount(); ++row)
        dressGroup(row);
}

void FleetReviewPage::refreshView()
{
    refreshChoices();
    refreshSummary();
    m_table->viewport()->update(); // on how many servers a finding can be mended
}

void FleetReviewPage::refreshChoices()
{
    setChoices(m_severity, {{tr("Any severity"), int(Severity::Info)},
                            {tr("Low and above"), int(Severity::Low)},
                            {tr("Medium and above"), int(Severity::Medium)},
                            {tr("High and above"), int(Severity::High)},
                            {tr("Critical"), int(Severity::Critical)}});
    QList<std::pair<QString, QVariant>> topics{{tr("All topics"), QString()}};
    for (const QString &topic : m_model->topics())
        topics.append({topicName(topic), topic});
    setChoices(m_topic, topics);
    QList<std::pair<QString, QVariant>> servers;
    const auto names = m_model->servers();
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        servers.append({it.value(), it.key().text()});
    std::sort(servers.begin(), servers.end(),
              [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
    servers.prepend({tr("All servers"), QString()});
    setChoices(m_server, servers);
    const QVariant group = int(m_model->groupBy());
    setChoices(m_group, {{tr("By severity"), int(Model::GroupBy::Severity)},
                         {tr("By server"), int(Model::GroupBy::Server)},
                         {tr("By topic"), int(Model::GroupBy::Topic)},
                         {tr("By rule"), int(Model::GroupBy::Rule)},
                         {tr("Not grouped"), int(Model::GroupBy::Nothing)}});
    const QSignalBlocker blocker(m_group);
    m_group->setCurrentIndex(m_group->findData(group));
}

void FleetReviewPage::refreshSummary()
{
    const int total = m_model->total();
    const int shown = m_model->shown();
    const int servers = int(m_model->servers().size());
    m_summary->setText(total == 0       ? tr("No open findings")
                       : shown == total ? tr("%1 open findings on %2 servers").arg(total).arg(servers)
                                        : tr("%1 of %2 open findings").arg(shown).arg(total));
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    if (!m_model->hasServers()) {
        m_empty->setIconName(QStringLiteral("server"));
        m_empty->setTexts(tr("Nothing has been reviewed yet"), tr("Add a server, or survey one of those in the list."),
                          tr("Add server…"));
    } else if (total == 0) {
        m_empty->setIconName(QStringLiteral("review"));
        m_empty->setTexts(tr("Nothing is open"), tr("Every check that could be made has passed or was accepted."));
    } else {
        m_empty->setIconName(QStringLiteral("search"));
        m_empty->setTexts(tr("Nothing matches"), tr("No open finding matches these filters."), tr("Clear filters"));
    }
}

void FleetReviewPage::openIndex(const QModelIndex &index)
{
    if (const Finding *finding = m_model->finding(index))
        Q_EMIT findingRequested(m_model->server(index), FindingKey(*finding));
    else
        m_table->setExpanded(index, !m_table->isExpanded(index));
}

QModelIndex FleetReviewPage::fixAt(const QPoint &position) const
{
    const QModelIndex index = m_table->indexAt(position);
    return FleetFindingsDelegate::fixPlace(m_table->visualRect(index), index).contains(position) ? index
                                                                                                 : QModelIndex();
}

/// A press on the small button of a row is no press on the row.
bool FleetReviewPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool press = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (!press && event->type() != QEvent::MouseButtonRelease)
        return QWidget::eventFilter(watched, event);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const QModelIndex index = fixAt(mouse->position().toPoint());
    if (!index.isValid() || mouse->button() != Qt::LeftButton)
        return QWidget::eventFilter(watched, event);
    if (press)
        m_table->setCurrentIndex(index);
    else
        Q_EMIT fixOnServersRequested(m_model->finding(index)->rule);
    return true;
}

void FleetReviewPage::showMenu(const QPoint &position)
{
    // By the keyboard it is asked for where the current row is not.
    const QModelIndex index = m_table->currentIndex().siblingAtColumn(Model::TitleColumn);
    const Finding *finding = m_model->finding(index);
    if (!finding)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("findingMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open it on its server"), this,
                    [this, where = QPersistentModelIndex(index)] { openIndex(where); });
    if (const QString fix = index.data(Model::FixRole).toString(); !fix.isEmpty())
        menu->addAction(fix, this, [this, rule = finding->rule] { Q_EMIT fixOnServersRequested(rule); });
    menu->addAction(tr("Copy"), this, &FleetReviewPage::copySelection);
    const QRect row = m_table->visualRect(index);
    const QPoint place = row.contains(position) ? position : row.center();
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void FleetReviewPage::copySelection()
{
    QStringList lines;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < Model::ColumnCount; ++column)
            cells << row.siblingAtColumn(column).data().toString();
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void FleetReviewPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FleetReviewPage::retranslate()
{
    m_title->setText(tr("Review"));
    m_rescan->setText(tr("Survey all"));
    m_text->setPlaceholderText(tr("Filter by title, server, rule or place"));
    m_text->setAccessibleName(tr("Filter findings"));
    m_severity->setAccessibleName(tr("Severity"));
    m_topic->setAccessibleName(tr("Topic"));
    m_server->setAccessibleName(tr("Server"));
    m_group->setAccessibleName(tr("Grouping"));
    m_table->setAccessibleName(tr("Findings of all servers"));
    m_model->retranslate();
    refreshView();
}

} // namespace gw

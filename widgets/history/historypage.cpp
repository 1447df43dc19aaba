// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/historypage.h"

#include "widgets/history/changedetail.h"
#include "widgets/history/driftcard.h"
#include "widgets/history/historydelegate.h"
#include "widgets/parts/card.h"
#include "widgets/parts/emptystate.h"
#include "widgets/parts/format.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/plainlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>

namespace gw {
namespace {

constexpr int detailsKept = 16;
constexpr int anyOutcome = -1;

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

HistoryPage::HistoryPage(Scope scope, QWidget *parent) : QWidget(parent), m_scope(scope), m_details(detailsKept)
{
    const bool fleet = scope == Scope::Fleet;
    setObjectName(fleet ? QStringLiteral("fleetHistory") : QStringLiteral("historyPage"));
    m_model = new HistoryModel(scope, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, fleet ? 18 : 14, 24, 20);
    column->setSpacing(12);
    if (fleet) {
        auto *texts = new QVBoxLayout;
        texts->setSpacing(2);
        m_title = new PlainLabel(PlainLabel::Role::Title, Tone::Neutral, this);
        m_summary = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
        m_summary->setObjectName(QStringLiteral("historySummary"));
        m_summary->setOverflow(PlainLabel::Overflow::Elide);
        texts->addWidget(m_title);
        texts->addWidget(m_summary);
        column->addLayout(texts);
    }
    m_broken = new Notice(this);
    m_broken->setObjectName(QStringLiteral("journalBroken"));
    m_broken->hide();
    column->addWidget(m_broken);
    m_driftCard = new DriftCard(this);
    column->addWidget(m_driftCard);
    makeFilters();
    column->addWidget(m_filters);

    auto *contents = new QWidget(this);
    m_stack = new QStackedLayout(contents);
    column->addWidget(contents, 1);
    m_splitter = new QSplitter(Qt::Horizontal, contents);
    m_splitter->setObjectName(fleet ? QStringLiteral("fleetHistoryColumns") : QStringLiteral("historyColumns"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeList());
    auto *detailCard = new Card(m_splitter);
    detailCard->setFlush();
    detailCard->setMinimumWidth(340);
    m_detail = new ChangeDetail(scope, detailCard);
    detailCard->body()->addWidget(m_detail);
    m_splitter->addWidget(detailCard);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({380, 620});
    m_emptyCard = new Card(contents);
    m_empty = new EmptyState(m_emptyCard);
    m_empty->setObjectName(QStringLiteral("historyEmpty"));
    m_emptyCard->body()->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_emptyCard);

    connect(m_driftCard, &DriftCard::changeRequested, this, &HistoryPage::showChange);
    connect(m_detail, &ChangeDetail::changeRequested, this, &HistoryPage::showChange);
    connect(m_detail, &ChangeDetail::versionRequested, this, &HistoryPage::request);
    connect(m_detail, &ChangeDetail::exportRequested, this, &HistoryPage::exportRequested);
    connect(m_detail, &ChangeDetail::undoRequested, this, [this](const QList<RemotePath> &only) {
        Q_EMIT undoRequested(m_selected->host, m_selected->number, only);
    });
    connect(m_detail, &ChangeDetail::decisionRequested, this,
            [this] { Q_EMIT decisionRequested(m_selected->host, m_selected->transaction); });
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (m_model->total() == 0)
            Q_EMIT reviewRequested();
        else
            clearFilters();
    });
    retranslate();
}

void HistoryPage::makeFilters()
{
    m_filters = new QWidget(this);
    auto *row = new QHBoxLayout(m_filters);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_text = new QLineEdit(m_filters);
    m_text->setObjectName(QStringLiteral("historyFilter"));
    m_text->setClearButtonEnabled(true);
    row->addWidget(m_text, 2);
    const auto box = [&](const char *name) {
        auto *made = new QComboBox(m_filters);
        made->setObjectName(QLatin1String(name));
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        made->setMinimumContentsLength(10);
        row->addWidget(made, 1);
        connect(made, &QComboBox::currentIndexChanged, this, &HistoryPage::applyFilter);
        return made;
    };
    m_outcome = box("outcomeFilter");
    m_server = box("serverFilter");
    m_server->setVisible(m_scope == Scope::Fleet);
    m_time = box("timeFilter");
    connect(m_text, &QLineEdit::textChanged, this, &HistoryPage::applyFilter);
    new QShortcut(Qt::Key_Escape, m_text, m_text, &QLineEdit::clear, Qt::WidgetShortcut);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_text, qOverload<>(&QWidget::setFocus));
}

QWidget *HistoryPage::makeList()
{
    m_listCard = new Card(m_splitter);
    m_listCard->setFlush();
    m_listCard->setHeaderLine();
    m_listCard->setMinimumWidth(300);
    m_listCard->body()->setSpacing(0);
    m_list = new QListView(m_listCard);
    m_list->setObjectName(QStringLiteral("changeList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_listCard->body()->addWidget(m_list, 1);
    auto *hairline = new QFrame(m_listCard);
    hairline->setFrameShape(QFrame::HLine);
    hairline->setFrameShadow(QFrame::Plain);
    hairline->setForegroundRole(QPalette::Mid);
    hairline->setFixedHeight(1);
    m_listCard->body()->addWidget(hairline);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(14, 8, 14, 6);
    foot->setSpacing(2);
    const auto line = [&](const char *name) {
        auto *made = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, m_listCard);
        made->setObjectName(QLatin1String(name));
        made->setOverflow(PlainLabel::Overflow::Wrap);
        foot->addWidget(made);
        return made;
    };
    m_chain = line("journalState");
    m_quiet = line("nothingOutside");
    m_listCard->body()->addLayout(foot);
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        m_list->setFocus();
        m_list->setCurrentIndex(m_model->firstChange());
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryPage::select);
    return m_listCard;
}

void HistoryPage::setHistory(const QList<ChangeRecord> &changes)
{
    const std::optional<ChangeRecord> selected = m_selected;
    m_requested.clear();
    m_model->setHistory(changes);
    refreshChoices();
    refreshState();
    selectAgain(selected);
}

void HistoryPage::selectAgain(const std::optional<ChangeRecord> &change)
{
    const QModelIndex same = change ? m_model->indexOf(*change) : QModelIndex();
    m_list->setCurrentIndex(same.isValid() ? same : m_model->firstChange());
    select(m_list->currentIndex()); // the list says nothing where the place is the same
}

void HistoryPage::setDetail(const ChangeRecord &change)
{
    m_requested.remove(change.number);
    m_details.insert(change.number, new ChangeRecord(change));
    m_detail->setVersion(change);
    if (m_selected && m_selected->number == change.number)
        showSelected();
}

void HistoryPage::setJournal(const JournalState &journal)
{
    m_journal = journal;
    refreshJournal();
}

void HistoryPage::setDrift(const Drift &drift)
{
    m_drift = drift;
    m_driftCard->setDrift(drift);
    refreshJournal();
}

void HistoryPage::setCountdown(const QString &transaction, const QString &text)
{
    m_model->setCountdown(transaction, text);
    if (m_selected && m_selected->transaction == transaction)
        m_detail->setCountdown(text);
}

void HistoryPage::showChange(qint64 number)
{
    if (!m_model->indexOf(number).isValid())
        clearFilters();
    const QModelIndex index = m_model->indexOf(number);
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_list->setFocus();
}

void HistoryPage::clearFilters()
{
    {
        const QSignalBlocker text(m_text), outcome(m_outcome), server(m_server), time(m_time);
        m_text->clear();
        for (QComboBox *box : {m_outcome, m_server, m_time})
            box->setCurrentIndex(0);
    }
    applyFilter();
}

void HistoryPage::applyFilter()
{
    HistoryModel::Filter filter;
    filter.text = m_text->text();
    if (const int outcome = m_outcome->currentData().toInt(); outcome != anyOutcome)
        filter.outcome = Outcome(outcome);
    filter.server = HostId(m_server->currentData().toString());
    if (const int days = m_time->currentData().toInt(); days > 0)
        filter.since = QDate::currentDate().addDays(1 - days).startOfDay().toUTC();
    const std::optional<ChangeRecord> selected = m_selected;
    m_model->setFilter(filter);
    refreshState();
    selectAgain(selected);
}

void HistoryPage::refreshChoices()
{
    QList<std::pair<QString, QVariant>> outcomes{{tr("Any outcome"), anyOutcome}};
    for (const Outcome outcome : {Outcome::Open, Outcome::Kept, Outcome::Undone, Outcome::CameBack, Outcome::Failed,
                                  Outcome::Refused, Outcome::Broken})
        outcomes.append({outcomeName(outcome), int(outcome)});
    setChoices(m_outcome, outcomes);
    QList<std::pair<QString, QVariant>> servers;
    const auto names = m_model->servers();
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        servers.append({it.value(), it.key().text()});
    std::sort(servers.begin(), servers.end(),
              [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
    servers.prepend({tr("All servers"), QString()});
    setChoices(m_server, servers);
    setChoices(m_time, {{tr("At any time"), 0},
                        {tr("Today"), 1},
                        {tr("The last 7 days"), 7},
                        {tr("The last 30 days"), 30},
                        {tr("The last year"), 365}});
}

void HistoryPage::refreshState()
{
    const int total = m_model->total();
    const int shown = m_model->shown();
    const QString note = shown == total ? tr("%1 in all").arg(total) : tr("%1 of %2").arg(shown).arg(total);
    m_listCard->setTitle(tr("Changes"), note);
    m_filters->setVisible(total > 0);
    if (m_summary)
        m_summary->setText(total == 0 ? tr("No server was changed yet")
                                      : tr("%1 changes on %2 servers").arg(total).arg(m_model->servers().size()));
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget *>(m_splitter) : m_emptyCard);
    if (total == 0) {
        m_empty->setIconName(QStringLiteral("history"));
        m_empty->setTexts(tr("Nothing was changed yet"),
                          tr("Every change that Gatewright makes is kept here: who made it, each command and file, and "
                             "the way to take it back. Start in the review, where findings are mended by click."),
                          tr("Open the review"));
    } else {
        m_empty->setIconName(QStringLiteral("search"));
        m_empty->setTexts(tr("Nothing matches"), tr("No change matches these filters."), tr("Clear filters"));
    }
}

void HistoryPage::refreshJournal()
{
    const bool broken = m_journal.brokenAt.has_value();
    m_broken->setVisible(broken);
    if (broken)
        m_broken->setMessage(Tone::Critical, tr("The journal was altered: entry %1 is not as it was written (%2). What "
                                                "stands after it may be incomplete. "
                                                "Compare it with a copy, if there is one.")
                                                 .arg(QString::number(*m_journal.brokenAt), m_journal.detail));
    m_chain->setTone(broken ? Tone::Critical : Tone::Muted);
    m_chain->setText(broken ? QStringLiteral("\u25C6 ") + tr("Journal broken at entry %1").arg(*m_journal.brokenAt)
                            : QStringLiteral("\u2713 ") + tr("Journal verified: %1 entries").arg(m_journal.entries));
    m_chain->setVisible(broken || m_journal.entries > 0);
    m_quiet->setVisible(m_drift.since.isValid() && unexplained(m_drift) == 0);
    m_quiet->setText(QStringLiteral("\u2713 ") +
                     tr("Nothing changed outside of Gatewright since %1").arg(format::shortTime(m_drift.since)));
}

void HistoryPage::select(const QModelIndex &index)
{
    const ChangeRecord *change = m_model->change(index);
    m_selected = change ? std::optional(*change) : std::nullopt;
    showSelected();
}

void HistoryPage::showSelected()
{
    if (!m_selected)
        return m_detail->showNothing();
    const ChangeRecord *whole = m_details.object(m_selected->number);
    ChangeDetail::Surroundings surroundings;
    if (const ChangeRecord *by = m_model->takenBackBy(m_selected->number))
        surroundings.takenBackBy = by->number;
    for (const FileRecord &file : std::as_const(m_selected->files)) {
        QList<FileVersion> &versions = surroundings.versions[file.path];
        for (const ChangeRecord *other : m_model->changesOf(m_selected->host, file.path))
            versions.append({other->number, other->at, other->plan.title});
    }
    m_detail->showChange(whole ? *whole : *m_selected, surroundings,
                         whole ? FileEntry::Content::There : FileEntry::Content::Awaited);
    m_detail->setCountdown(m_model->countdown(m_selected->transaction));
    if (!whole)
        request(m_selected->number);
}

void HistoryPage::request(qint64 number)
{
    if (const ChangeRecord *known = m_details.object(number)) {
        m_detail->setVersion(*known);
    } else if (!m_requested.contains(number)) {
        m_requested.insert(number);
        Q_EMIT detailRequested(number);
    }
}

void HistoryPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HistoryPage::retranslate()
{
    if (m_title)
        m_title->setText(tr("History"));
    m_text->setPlaceholderText(m_scope == Scope::Fleet ? tr("Filter by title, person, server, file or command")
                                                       : tr("Filter by title, person, file or command"));
    m_text->setAccessibleName(tr("Filter changes"));
    m_outcome->setAccessibleName(tr("Outcome"));
    m_server->setAccessibleName(tr("Server"));
    m_time->setAccessibleName(tr("Time"));
    m_list->setAccessibleName(tr("Changes"));
    m_model->retranslate();
    refreshChoices();
    refreshState();
    refreshJournal();
}

} // namespace gw

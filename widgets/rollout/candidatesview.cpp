// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rollout/candidatesview.h"

#include "widgets/parts/button.h"
#include "widgets/parts/card.h"
#include "widgets/parts/cardfoot.h"
#include "widgets/parts/emptystate.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/rollout/candidatesmodel.h"
#include "widgets/rollout/rolloutdelegate.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedLayout>

namespace gw {

CandidatesView::CandidatesView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("rolloutChoice"));
    m_model = new CandidatesModel(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    makeFilters();
    column->addWidget(m_filters);
    makeList();
    column->addWidget(m_card, 1);
    connect(m_model, &CandidatesModel::chosenChanged, this, [this](const QSet<HostId> &chosen) {
        refresh();
        Q_EMIT chosenChanged(chosen);
    });
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        m_text->clear();
        m_group->setCurrentIndex(0);
    });
    retranslate();
}

void CandidatesView::makeFilters()
{
    m_filters = new QWidget(this);
    auto *row = new QHBoxLayout(m_filters);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_text = new QLineEdit(m_filters);
    m_text->setObjectName(QStringLiteral("candidateFilter"));
    m_text->setClearButtonEnabled(true);
    row->addWidget(m_text, 2);
    m_group = new QComboBox(m_filters);
    m_group->setObjectName(QStringLiteral("groupFilter"));
    m_group->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_group->setMinimumContentsLength(10);
    row->addWidget(m_group, 1);
    const auto button = [&](const char *name) {
        auto *made = new Button(Button::Kind::Secondary, m_filters);
        made->setObjectName(QLatin1String(name));
        row->addWidget(made);
        return made;
    };
    m_all = button("chooseAll");
    m_none = button("chooseNone");
    connect(m_text, &QLineEdit::textChanged, this, &CandidatesView::applyFilter);
    connect(m_text, &QLineEdit::returnPressed, this, [this] { m_list->setFocus(); });
    connect(m_group, &QComboBox::currentIndexChanged, this, &CandidatesView::applyFilter);
    connect(m_all, &Button::clicked, m_model, &CandidatesModel::chooseAllShown);
    connect(m_none, &Button::clicked, m_model, &CandidatesModel::chooseNone);
    new QShortcut(Qt::Key_Escape, m_text, m_text, &QLineEdit::clear, Qt::WidgetShortcut);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_text, qOverload<>(&QWidget::setFocus));
}

void CandidatesView::makeList()
{
    m_card = new Card(this);
    m_card->setFlush();
    m_card->setHeaderLine();
    m_card->body()->setSpacing(0);
    auto *contents = new QWidget(m_card);
    m_stack = new QStackedLayout(contents);
    m_list = new QListView(contents);
    m_list->setObjectName(QStringLiteral("candidates"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RolloutDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_empty = new EmptyState(contents);
    m_empty->setObjectName(QStringLiteral("candidatesEmpty"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_card->body()->addWidget(contents, 1);

    m_foot = new CardFoot(m_card);
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(15, 8, 14, 4);
    row->setSpacing(10);
    m_offline = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, m_foot);
    m_offline->setObjectName(QStringLiteral("offlineText"));
    m_offline->setOverflow(PlainLabel::Overflow::Wrap);
    m_connect = new Button(Button::Kind::Secondary, m_foot);
    m_connect->setObjectName(QStringLiteral("connectOffline"));
    row->addWidget(m_offline, 1);
    row->addWidget(m_connect);
    m_card->body()->addWidget(m_foot);
    connect(m_connect, &Button::clicked, this, [this] { Q_EMIT connectRequested(m_model->thatMayConnect()); });
}

void CandidatesView::setCandidates(const QList<RolloutCandidate> &candidates, const QSet<HostId> &chosen)
{
    m_model->setCandidates(candidates, chosen);
    refreshGroups();
    refresh();
}

int CandidatesView::chosenCount() const
{
    return m_model->chosenCount();
}

void CandidatesView::applyFilter()
{
    CandidatesModel::Filter filter{m_text->text(), {}};
    if (m_group->currentIndex() > 0)
        filter.group = m_group->currentData().toString();
    m_model->setFilter(filter);
    refresh();
}

void CandidatesView::refreshGroups()
{
    QStringList groups;
    for (const RolloutCandidate &candidate : m_model->candidates()) {
        if (!groups.contains(candidate.group))
            groups << candidate.group;
    }
    const QSignalBlocker blocker(m_group);
    const QVariant chosen = m_group->currentIndex() > 0 ? m_group->currentData() : QVariant();
    m_group->clear();
    m_group->addItem(tr("All groups"));
    for (const QString &group : std::as_const(groups))
        m_group->addItem(group.isEmpty() ? tr("Without a group") : group, group);
    m_group->setCurrentIndex(chosen.isValid() ? qMax(0, m_group->findData(chosen)) : 0);
    m_group->setVisible(groups.size() > 1);
}

void CandidatesView::refresh()
{
    const qsizetype all = m_model->candidates().size();
    const int chosen = m_model->chosenCount();
    m_card->setTitle(tr("Servers"), chosen == 0 ? tr("none chosen") : tr("%1 of %2 chosen").arg(chosen).arg(all));
    m_stack->setCurrentWidget(m_model->shown() > 0 ? static_cast<QWidget *>(m_list) : m_empty);
    if (all == 0) {
        m_empty->setIconName(QStringLiteral("server"));
        m_empty->setTexts(tr("No other server"), tr("None of the servers in the list is concerned."));
    } else {
        m_empty->setIconName(QStringLiteral("search"));
        m_empty->setTexts(tr("Nothing matches"), tr("No server matches these filters."), tr("Clear filters"));
    }
    m_filters->setVisible(all > 0);
    m_all->setEnabled(m_model->mayChooseMore());
    m_none->setEnabled(chosen > 0);
    const qsizetype offline = m_model->thatMayConnect().size();
    m_foot->setVisible(offline > 0);
    m_offline->setText(
        offline == 1 ? tr("1 server has to be connected and surveyed before it can take part.")
                     : tr("%1 servers have to be connected and surveyed before they can take part.").arg(offline));
    m_connect->setText(tr("Connect"));
}

void CandidatesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CandidatesView::retranslate()
{
    m_text->setPlaceholderText(tr("Filter by name, group or state"));
    m_text->setAccessibleName(tr("Filter servers"));
    m_group->setAccessibleName(tr("Group"));
    m_all->setText(tr("Choose all shown"));
    m_none->setText(tr("Choose none"));
    m_list->setAccessibleName(tr("Servers"));
    m_model->retranslate();
    refreshGroups();
    refresh();
}

} // namespace gw

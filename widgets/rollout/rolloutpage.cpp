// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rollout/rolloutpage.h"

#include "widgets/parts/button.h"
#include "widgets/parts/card.h"
#include "widgets/parts/format.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/rollout/candidatesview.h"
#include "widgets/rollout/memberdetail.h"
#include "widgets/rollout/membersmodel.h"
#include "widgets/rollout/rolloutdelegate.h"
#include "widgets/rollout/rollouttext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gw {
namespace {

using Stage = RolloutState::Stage;
using State = RolloutMember::State;
using Stopping = RolloutState::Stopping;

int count(const QList<RolloutMember> &members, State state)
{
    return int(std::count_if(members.cbegin(), members.cend(),
                             [state](const RolloutMember &member) { return member.state == state; }));
}

} // namespace

RolloutPage::RolloutPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("rolloutPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 18, 24, 20);
    column->setSpacing(12);
    column->addWidget(makeHead());
    m_notice = new Notice(this);
    m_notice->setObjectName(QStringLiteral("rolloutNotice"));
    column->addWidget(m_notice);
    m_stack = new QStackedWidget(this);
    m_choice = new CandidatesView(m_stack);
    m_stack->addWidget(m_choice);
    m_stack->addWidget(makeMembers());
    column->addWidget(m_stack, 1);
    connect(m_choice, &CandidatesView::chosenChanged, this, [this](const QSet<HostId> &chosen) {
        m_state.chosen = chosen;
        refreshButtons();
        Q_EMIT chosenChanged(chosen);
    });
    connect(m_choice, &CandidatesView::connectRequested, this, &RolloutPage::connectRequested);
    retranslate();
}

QWidget *RolloutPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_back = new Button(Button::Kind::Icon, head);
    m_back->setObjectName(QStringLiteral("leaveRollout"));
    m_back->setIconName(QStringLiteral("arrow-left"));
    row->addWidget(m_back, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    m_title = new PlainLabel(PlainLabel::Role::Title, Tone::Neutral, head);
    m_title->setObjectName(QStringLiteral("rolloutTitle"));
    m_title->setOverflow(PlainLabel::Overflow::Elide);
    m_summary = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, head);
    m_summary->setObjectName(QStringLiteral("rolloutSummary"));
    m_summary->setOverflow(PlainLabel::Overflow::Elide);
    texts->addWidget(m_title);
    texts->addWidget(m_summary);
    row->addLayout(texts, 1);
    const auto button = [&](Button::Kind kind, const char *name) {
        auto *made = new Button(kind, head);
        made->setObjectName(QLatin1String(name));
        row->addWidget(made, 0, Qt::AlignTop);
        return made;
    };
    m_stopAfterWave = button(Button::Kind::Secondary, "stopAfterWave");
    m_stopNow = button(Button::Kind::Danger, "stopNow");
    m_rest = button(Button::Kind::Secondary, "rolloutRest");
    m_plans = button(Button::Kind::Primary, "makePlans");
    m_start = button(Button::Kind::Primary, "startRollout");
    m_done = button(Button::Kind::Primary, "rolloutDone");
    connect(m_back, &Button::clicked, this, [this] {
        if (m_state.stage == Stage::Planning)
            Q_EMIT choiceRequested();
        else
            Q_EMIT closeRequested();
    });
    connect(m_plans, &Button::clicked, this, &RolloutPage::plansRequested);
    connect(m_start, &Button::clicked, this, &RolloutPage::startRequested);
    connect(m_stopAfterWave, &Button::clicked, this, &RolloutPage::stopAfterWaveRequested);
    connect(m_stopNow, &Button::clicked, this, &RolloutPage::stopNowRequested);
    connect(m_rest, &Button::clicked, this, &RolloutPage::restRequested);
    connect(m_done, &Button::clicked, this, &RolloutPage::closeRequested);
    return head;
}

QWidget *RolloutPage::makeMembers()
{
    m_splitter = new QSplitter(Qt::Horizontal, m_stack);
    m_splitter->setObjectName(QStringLiteral("rolloutColumns")); // its layout is remembered by this name
    m_splitter->setChildrenCollapsible(false);
    m_membersCard = new Card(m_splitter);
    m_membersCard->setFlush();
    m_membersCard->setMinimumWidth(320);
    m_membersCard->body()->setSpacing(0);
    m_barRow = new QWidget(m_membersCard);
    auto *barRow = new QHBoxLayout(m_barRow);
    barRow->setContentsMargins(14, 0, 14, 10);
    m_bar = new QProgressBar(m_barRow);
    m_bar->setObjectName(QStringLiteral("rolloutProgress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    barRow->addWidget(m_bar);
    m_membersCard->body()->addWidget(m_barRow);
    m_members = new MembersModel(this);
    m_list = new QListView(m_membersCard);
    m_list->setObjectName(QStringLiteral("members"));
    m_list->setModel(m_members);
    m_list->setItemDelegate(new RolloutDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_membersCard->body()->addWidget(m_list, 1);
    m_splitter->addWidget(m_membersCard);

    auto *detailCard = new Card(m_splitter);
    detailCard->setFlush();
    detailCard->setMinimumWidth(380);
    m_detail = new MemberDetail(detailCard);
    detailCard->body()->addWidget(m_detail);
    m_splitter->addWidget(detailCard);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({400, 600});
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RolloutPage::showMember);
    connect(m_detail, &MemberDetail::canaryRequested, this, &RolloutPage::canaryRequested);
    connect(m_detail, &MemberDetail::serverRequested, this, &RolloutPage::serverRequested);
    connect(m_detail, &MemberDetail::historyRequested, this, &RolloutPage::historyRequested);
    return m_splitter;
}

void RolloutPage::setState(const RolloutState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    refresh();
}

void RolloutPage::refresh()
{
    const bool choosing = m_state.stage == Stage::Choosing;
    m_stack->setCurrentIndex(choosing ? 0 : 1);
    if (choosing)
        m_choice->setCandidates(m_state.candidates, m_state.chosen);
    refreshHead();
    refreshButtons();
    refreshNotice();
    if (!choosing)
        refreshMembers();
}

void RolloutPage::refreshHead()
{
    m_title->setText(m_state.title);
    m_summary->setText(summary());
}

QString RolloutPage::summary() const
{
    const rollouttext::Share share = rollouttext::share(m_state.members);
    switch (m_state.stage) {
    case Stage::Choosing: return tr("Step 1 of 3: choose the servers. Nothing is changed yet.");
    case Stage::Planning:
        return count(m_state.members, State::Planning) > 0
                   ? tr("Step 2 of 3: the plans are made from the servers as they are now. Nothing is changed yet.")
                   : tr("Step 2 of 3: look at what will be done, and in which order. Nothing is changed yet.");
    case Stage::Running: return tr("Step 3 of 3: %1 of %2 servers are done").arg(share.done).arg(share.all);
    case Stage::Ended: return tr("Ended: %1").arg(rollouttext::tally(m_state.members));
    }
    Q_UNREACHABLE();
}

void RolloutPage::refreshButtons()
{
    const Stage stage = m_state.stage;
    const int chosen = m_choice->chosenCount();
    m_plans->setVisible(stage == Stage::Choosing);
    m_plans->setEnabled(chosen > 0);
    m_plans->setText(chosen == 0 ? tr("Make the plans") : tr("Make the plans (%1)").arg(chosen));
    m_start->setVisible(stage == Stage::Planning);
    m_start->setEnabled(count(m_state.members, State::Planning) == 0 && count(m_state.members, State::Ready) > 0);
    m_stopAfterWave->setVisible(stage == Stage::Running);
    m_stopAfterWave->setEnabled(m_state.stopping == Stopping::No);
    m_stopNow->setVisible(stage == Stage::Running);
    m_stopNow->setEnabled(m_state.stopping != Stopping::Now);
    m_rest->setVisible(stage == Stage::Ended &&
                       (rollouttext::culprit(m_state.members) || count(m_state.members, State::NotReached) > 0));
    m_done->setVisible(stage == Stage::Ended);
    const QString back = stage == Stage::Planning ? tr("Back to the choice of servers") : tr("Back");
    m_back->setAccessibleName(back);
    m_back->setToolTip(plainToolTip(back));
}

void RolloutPage::refreshNotice()
{
    QString text;
    Tone tone = Tone::Info;
    switch (m_state.stage) {
    case Stage::Choosing: break;
    case Stage::Planning:
        text = tr("Nobody is asked about each server. A server keeps the change when every proof from outside was "
                  "tried and held; otherwise it goes back by itself, and no further server is begun. Each server holds "
                  "its own way back.");
        break;
    case Stage::Running:
        if (m_state.stopping == Stopping::AfterWave)
            text = tr("The servers of this wave go on to their end; no further wave begins.");
        else if (m_state.stopping == Stopping::Now)
            text = tr("The servers at work are led back to how they were; no further one begins.");
        else if (const RolloutMember *culprit = rollouttext::culprit(m_state.members))
            text = tr("%1 does not keep the change, so no further server begins. Those at work go on to their own end.")
                       .arg(culprit->name);
        tone = Tone::Warning;
        break;
    case Stage::Ended:
        if (const RolloutMember *culprit = rollouttext::culprit(m_state.members)) {
            const bool broken = culprit->change.outcome == Outcome::Broken;
            tone = broken ? Tone::Critical : Tone::Warning;
            text = tr("It ended at %1: %2").arg(culprit->name, rollouttext::detail(*culprit, Stage::Ended));
        } else if (count(m_state.members, State::NotReached) > 0) {
            text = tr("It was stopped. The servers that keep the change stay as they are.");
        } else {
            tone = Tone::Good;
            text = tr("Every server keeps the change. Each can be taken back from its history.");
        }
        break;
    }
    m_notice->setMessage(tone, text);
    m_notice->setVisible(!text.isEmpty());
}

void RolloutPage::refreshMembers()
{
    const RolloutMember *looked = m_members->member(m_list->currentIndex());
    const HostId id = looked ? looked->id : HostId();
    m_members->setMembers(m_state.members, m_state.stage);
    const QModelIndex same = m_members->indexOf(id);
    m_list->setCurrentIndex(same.isValid() ? same : m_members->mostInteresting());
    const rollouttext::Share share = rollouttext::share(m_state.members);
    m_membersCard->setTitle(tr("Servers"), m_state.stage == Stage::Planning
                                               ? tr("%1 take part").arg(share.all)
                                               : tr("%1 of %2 done").arg(share.done).arg(share.all));
    m_barRow->setVisible(m_state.stage == Stage::Running);
    m_bar->setRange(0, share.all);
    m_bar->setValue(share.done);
    showMember();
}

void RolloutPage::showMember()
{
    const RolloutMember *member = m_members->member(m_list->currentIndex());
    m_detail->setMember(member ? std::optional(*member) : std::nullopt, m_state.stage);
}

void RolloutPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RolloutPage::retranslate()
{
    m_start->setText(tr("Start with the canary"));
    m_start->setAccessibleDescription(tr("Changes the first server alone, then a quarter, then the rest"));
    m_stopAfterWave->setText(tr("Stop after this wave"));
    m_stopAfterWave->setAccessibleDescription(tr("The servers at work go on to their end"));
    m_stopNow->setText(tr("Stop now"));
    m_stopNow->setAccessibleDescription(tr("The servers at work are led back to how they were"));
    m_rest->setText(tr("Try the others again…"));
    m_rest->setAccessibleDescription(tr("Leads to the choice, with the servers that do not keep the change"));
    m_done->setText(tr("Done"));
    m_list->setAccessibleName(tr("Servers"));
    m_bar->setAccessibleName(tr("How far it is"));
    m_members->retranslate();
    refresh();
}

} // namespace gw

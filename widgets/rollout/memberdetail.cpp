// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rollout/memberdetail.h"

#include "widgets/history/outcomepill.h"
#include "widgets/parts/button.h"
#include "widgets/parts/cardfoot.h"
#include "widgets/parts/codebox.h"
#include "widgets/parts/emptystate.h"
#include "widgets/parts/format.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/plan/applyrows.h"
#include "widgets/plan/plantext.h"
#include "widgets/plan/stepdetail.h"
#include "widgets/rollout/rollouttext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

namespace gw {
namespace {

using Stage = RolloutState::Stage;
using State = RolloutMember::State;

/// A plan before anything runs, as rows.
QList<Row> planRows(const Plan &plan)
{
    QList<Row> rows;
    for (const Step &step : plan.steps) {
        Row row;
        row.key = step.id;
        row.icon = plantext::icon(step.change);
        row.iconTone = Tone::Info;
        row.title = titleOf(step.change);
        row.detail = step.reason;
        rows << row;
    }
    for (qsizetype i = 0; i < plan.proofs.size(); ++i) {
        Row row;
        row.key = QStringLiteral("proof/%1").arg(i);
        row.icon = QStringLiteral("outside");
        row.iconTone = Tone::Info;
        row.title = titleOf(plan.proofs[i]);
        row.detail = MemberDetail::tr("must hold, or the server goes back");
        rows << row;
    }
    return rows;
}

const StepRecord *failedStep(const ApplyState &change)
{
    const auto failed = std::find_if(change.steps.cbegin(), change.steps.cend(), [](const StepRecord &record) {
        return record.state == StepRecord::State::Failed;
    });
    return failed == change.steps.cend() ? nullptr : &*failed;
}

} // namespace

MemberDetail::MemberDetail(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("memberDetail"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_notices = new QWidget(this);
    auto *notices = new QHBoxLayout(m_notices);
    notices->setContentsMargins(14, 0, 14, 10);
    m_notice = new Notice(m_notices);
    m_notice->setObjectName(QStringLiteral("memberNotice"));
    notices->addWidget(m_notice);
    column->addWidget(m_notices);
    column->addWidget(makeSteps(), 1);
    m_rest = new EmptyState(this); // where there is no plan
    m_rest->setIconName(QStringLiteral("server"));
    column->addWidget(m_rest, 1);

    m_foot = new CardFoot(this);
    auto *foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(14, 10, 14, 8);
    foot->setSpacing(6);
    m_outputTitle = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, m_foot);
    m_outputTitle->setOverflow(PlainLabel::Overflow::Wrap);
    m_output = new CodeBox(m_foot);
    m_output->setObjectName(QStringLiteral("memberOutput"));
    foot->addWidget(m_outputTitle);
    foot->addWidget(m_output);
    column->addWidget(m_foot);
    retranslate();
}

QWidget *MemberDetail::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 9, 14, 12);
    row->setSpacing(8);
    auto *texts = new QVBoxLayout;
    texts->setContentsMargins(0, 5, 0, 0); // its name and that of the list stand on one line
    texts->setSpacing(3);
    auto *names = new QHBoxLayout;
    names->setSpacing(8);
    m_name = new PlainLabel(PlainLabel::Role::Heading, Tone::Neutral, head);
    m_name->setObjectName(QStringLiteral("memberName"));
    m_name->setOverflow(PlainLabel::Overflow::Elide);
    m_word = new Pill(head);
    m_word->setObjectName(QStringLiteral("memberWord"));
    m_outcome = new OutcomePill(head);
    m_outcome->setObjectName(QStringLiteral("memberOutcome"));
    names->addWidget(m_name, 1);
    names->addWidget(m_word);
    names->addWidget(m_outcome);
    m_text = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, head);
    m_text->setObjectName(QStringLiteral("memberText"));
    m_text->setOverflow(PlainLabel::Overflow::Wrap);
    m_text->setCopyable();
    texts->addLayout(names);
    texts->addWidget(m_text);
    row->addLayout(texts, 1);
    const auto button = [&](const char *name) {
        auto *made = new Button(Button::Kind::Secondary, head);
        made->setObjectName(QLatin1String(name));
        row->addWidget(made, 0, Qt::AlignTop);
        return made;
    };
    m_canary = button("makeCanary");
    m_history = button("memberHistory");
    m_server = button("openMember");
    connect(m_canary, &Button::clicked, this, [this] { Q_EMIT canaryRequested(m_member->id); });
    connect(m_server, &Button::clicked, this, [this] { Q_EMIT serverRequested(m_member->id); });
    connect(m_history, &Button::clicked, this,
            [this] { Q_EMIT historyRequested(m_member->id, m_member->change.journalNumber); });
    return head;
}

QWidget *MemberDetail::makeSteps()
{
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(QStringLiteral("rolloutSteps")); // its layout is remembered by this name
    m_splitter->setChildrenCollapsible(false);
    m_steps = new RowList(RowList::Size::Scroll, m_splitter);
    m_steps->setObjectName(QStringLiteral("memberSteps"));
    m_steps->setInset(14);
    m_steps->setFocusPolicy(Qt::StrongFocus);
    m_steps->setMinimumHeight(110);
    m_below = new CardFoot(m_splitter);
    auto *below = new QVBoxLayout(m_below);
    below->setContentsMargins(0, 1, 0, 0);
    m_step = new StepDetail(m_below);
    below->addWidget(m_step);
    m_splitter->addWidget(m_steps);
    m_splitter->addWidget(m_below);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({200, 300});
    connect(m_steps->selectionModel(), &QItemSelectionModel::currentChanged, this, &MemberDetail::showStep);
    return m_splitter;
}

void MemberDetail::setMember(const std::optional<RolloutMember> &member, Stage stage)
{
    if (member == m_member && stage == m_stage)
        return;
    const bool another = !member || !m_member || member->id != m_member->id;
    m_member = member;
    m_stage = stage;
    if (another)
        m_steps->setRows({}); // what was looked at was of the other one
    refresh();
}

bool MemberDetail::isPreview() const
{
    return m_member && (m_member->state == State::Ready || m_member->state == State::NotReached);
}

void MemberDetail::refresh()
{
    refreshHead();
    refreshNotice();
    refreshSteps();
    refreshOutput();
}

void MemberDetail::refreshHead()
{
    const auto outcome = m_member && m_member->state == State::Ended ? m_member->change.outcome : std::nullopt;
    const QString word = m_member ? rollouttext::word(*m_member, m_stage) : QString();
    m_name->setText(m_member ? m_member->name : QString());
    m_text->setText(!m_member                         ? QString()
                    : m_member->state == State::Ready ? format::joined({plantext::summary(m_member->change.plan),
                                                                        plantext::services(m_member->change.plan)})
                                                      : rollouttext::detail(*m_member, m_stage));
    m_text->setVisible(!m_text->text().isEmpty());
    m_outcome->setVisible(outcome.has_value());
    if (outcome)
        m_outcome->setOutcome(*outcome);
    m_word->setVisible(!word.isEmpty());
    m_word->setText(word);
    m_word->setTone(m_member ? rollouttext::tone(*m_member, m_stage) : Tone::Muted);
    m_canary->setVisible(m_stage == Stage::Planning && m_member && m_member->state == State::Ready &&
                         m_member->wave > 0);
    m_history->setVisible(m_member && m_member->state == State::Ended && m_member->change.journalNumber > 0);
    m_server->setVisible(m_member && (m_stage != Stage::Planning || m_member->state == State::NoPlan));
}

void MemberDetail::refreshNotice()
{
    QStringList lines;
    Tone tone = Tone::Warning;
    if (isPreview()) {
        lines = rollouttext::warnings(m_member->change.plan);
    } else if (m_member && m_member->state == State::Ended) {
        lines = m_member->change.remarks;
        if (m_member->change.outcome == Outcome::Broken) {
            tone = Tone::Critical;
            lines.prepend(tr("The way back could not restore everything. Look at this server before anything else is "
                             "done to it."));
        }
    }
    m_notice->setMessage(tone, lines.join(u'\n'));
    m_notices->setVisible(!lines.isEmpty());
}

void MemberDetail::refreshSteps()
{
    const bool hasPlan = m_member && !m_member->change.plan.steps.isEmpty();
    m_splitter->setVisible(hasPlan);
    m_rest->setVisible(!hasPlan);
    refreshRest();
    m_below->setVisible(isPreview());
    if (!hasPlan)
        return m_steps->setRows({});
    m_steps->setRows(isPreview() ? planRows(m_member->change.plan) : applyRows(m_member->change));
    if (isPreview() && !m_steps->currentIndex().isValid())
        m_steps->setCurrentIndex(m_steps->rowModel()->index(0));
    if (const int row = isPreview() ? -1 : applyRowAtWork(m_member->change); row >= 0)
        m_steps->scrollTo(m_steps->rowModel()->index(row));
    showStep();
}

/// What stands where a plan would.
void MemberDetail::refreshRest()
{
    if (!m_member)
        return m_rest->setTexts(tr("No server is chosen"), tr("Choose one at the left to see what is done to it."));
    switch (m_member->state) {
    case State::Planning:
        return m_rest->setTexts(tr("Its plan is being made"), tr("It is shown here before anything runs."));
    case State::NothingToDo: return m_rest->setTexts(tr("Nothing to do"), tr("The server is left as it is."));
    default:
        return m_rest->setTexts(tr("It takes no part"),
                                tr("Nothing is done to it. Open the server to mend what stands in the way, or to make "
                                   "the change there by itself."));
    }
}

void MemberDetail::showStep()
{
    const QModelIndex index = m_steps->currentIndex();
    if (!isPreview() || !index.isValid())
        return m_step->showNothing();
    const Plan &plan = m_member->change.plan;
    if (index.row() < plan.steps.size())
        m_step->showStep(plan.steps[index.row()], {});
    else
        m_step->showProof(plan.proofs[index.row() - plan.steps.size()]);
}

void MemberDetail::refreshOutput()
{
    QString output;
    if (m_member && m_member->state == State::Ended) {
        const StepRecord *failed = failedStep(m_member->change);
        output = m_member->change.output.shownLines().trimmed();
        if (output.isEmpty() && failed)
            output = UntrustedText::fromBytes(failed->output).shownLines().trimmed();
        m_outputTitle->setText(failed
                                   ? tr("What it said: %1").arg(plantext::stepTitle(m_member->change.plan, failed->id))
                                   : tr("What the check said"));
    }
    m_output->setCode(output);
    m_foot->setVisible(!output.isEmpty());
}

void MemberDetail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MemberDetail::retranslate()
{
    m_canary->setText(tr("Make it the canary"));
    m_canary->setAccessibleDescription(tr("This server is changed first and alone"));
    m_history->setText(tr("Open its history"));
    m_server->setText(tr("Open the server"));
    m_steps->setAccessibleName(tr("Steps"));
    m_output->setAccessibleName(tr("Output"));
    refresh();
}

} // namespace gw

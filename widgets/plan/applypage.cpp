// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/applypage.h"

#include "widgets/history/outcomepill.h"
#include "widgets/parts/button.h"
#include "widgets/parts/card.h"
#include "widgets/parts/cardfoot.h"
#include "widgets/parts/codebox.h"
#include "widgets/parts/format.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/plan/applypanel.h"
#include "widgets/plan/applyrows.h"
#include "widgets/plan/plantext.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QTimer>
#include <QVBoxLayout>

namespace gw {
namespace {

using Phase = ApplyState::Phase;

const StepRecord *failedStep(const ApplyState &state)
{
    for (const StepRecord &record : state.steps) {
        if (record.state == StepRecord::State::Failed)
            return &record;
    }
    return nullptr;
}

} // namespace

ApplyPage::ApplyPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("applyPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 14, 24, 20);
    column->setSpacing(12);
    m_notice = new Notice(this);
    m_notice->setObjectName(QStringLiteral("applyNotice"));
    column->addWidget(m_notice);
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(makeSteps(), 1);
    auto *panelCard = new Card(this);
    panelCard->setFlush();
    panelCard->setFixedWidth(312);
    m_panel = new ApplyPanel(panelCard);
    panelCard->body()->addWidget(m_panel);
    row->addWidget(panelCard);
    column->addLayout(row, 1);
    retranslate();
}

QWidget *ApplyPage::makeSteps()
{
    m_card = new Card(this);
    m_card->setFlush();
    m_outcome = new OutcomePill(m_card);
    m_outcome->setObjectName(QStringLiteral("applyOutcome"));
    m_copy = new Button(Button::Kind::Icon, m_card);
    m_copy->setObjectName(QStringLiteral("copyChange"));
    m_copy->setIconName(QStringLiteral("copy"));
    m_card->addToHeader(m_outcome);
    m_card->addToHeader(m_copy);
    auto *barRow = new QHBoxLayout;
    barRow->setContentsMargins(14, 0, 14, 10);
    m_bar = new QProgressBar(m_card);
    m_bar->setObjectName(QStringLiteral("applyProgress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    barRow->addWidget(m_bar);
    m_rows = new RowList(RowList::Size::Scroll, m_card);
    m_rows->setObjectName(QStringLiteral("applyRows"));
    m_rows->setInset(14);
    m_rows->setFocusPolicy(Qt::StrongFocus);
    m_foot = new CardFoot(m_card);
    auto *foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(14, 10, 14, 8);
    foot->setSpacing(6);
    m_outputTitle = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, m_card);
    m_outputTitle->setOverflow(PlainLabel::Overflow::Wrap);
    m_output = new CodeBox(m_card);
    m_output->setObjectName(QStringLiteral("applyOutput"));
    m_remarksTitle = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, m_card);
    m_remarks = new PlainLabel(PlainLabel::Role::Body, Tone::Neutral, m_card);
    m_remarks->setObjectName(QStringLiteral("applyRemarks"));
    m_remarks->setOverflow(PlainLabel::Overflow::Wrap);
    m_remarks->setCopyable();
    foot->addWidget(m_outputTitle);
    foot->addWidget(m_output);
    foot->addWidget(m_remarksTitle);
    foot->addWidget(m_remarks);
    m_card->body()->setSpacing(0);
    m_card->body()->addLayout(barRow);
    m_card->body()->addWidget(m_rows, 1);
    m_card->body()->addWidget(m_foot);
    connect(m_copy, &Button::clicked, this, &ApplyPage::copy);
    return m_card;
}

void ApplyPage::setState(const ApplyState &state)
{
    m_panel->setState(state);
    if (state == m_state)
        return;
    if (state.plan != m_state.plan)
        m_contents = stepContents(state.plan);
    m_state = state;
    refresh();
    QTimer::singleShot(0, m_rows, [this] { // once it has its size
        if (const int row = applyRowAtWork(m_state); row >= 0)
            m_rows->scrollTo(m_rows->rowModel()->index(row));
        else if (m_state.phase == Phase::AskingToKeep)
            m_rows->scrollToBottom();
    });
}

void ApplyPage::refresh()
{
    const bool over = m_state.phase == Phase::Ended;
    m_card->setTitle(over                                   ? m_state.plan.title
                     : m_state.phase == Phase::Undoing      ? tr("Undoing: %1").arg(m_state.plan.title)
                     : m_state.phase >= Phase::AskingToKeep ? tr("Applied: %1").arg(m_state.plan.title)
                                                            : tr("Applying: %1").arg(m_state.plan.title));
    m_outcome->setVisible(over && m_state.outcome);
    if (m_state.outcome)
        m_outcome->setOutcome(*m_state.outcome);
    m_rows->setRows(applyRows(m_state, m_contents));
    const ApplyShare share = applyShare(m_state);
    m_bar->setRange(0, share.all);
    m_bar->setValue(share.done);
    m_bar->setVisible(!over);
    refreshNotice();
    refreshOutput();
}

void ApplyPage::refreshNotice()
{
    QStringList lines;
    Tone tone = Tone::Warning;
    if (m_state.phase == Phase::Ended && m_state.outcome == Outcome::Broken) {
        tone = Tone::Critical;
        lines << tr("The way back could not restore everything. What is missing stands below; the copies of all files "
                    "are still on the server.");
    }
    if (!m_state.trouble.isEmpty())
        lines << m_state.trouble;
    if (m_state.phase != Phase::Ended && !m_state.notCovered.isEmpty())
        lines << tr("The way back of this server does not survive: %1").arg(m_state.notCovered.join(tr("; ")));
    m_notice->setMessage(tone, lines.join(u'\n'));
    m_notice->setVisible(!lines.isEmpty());
}

void ApplyPage::refreshOutput()
{
    const StepRecord *failed = failedStep(m_state);
    QString output = m_state.output.shownLines().trimmed();
    if (output.isEmpty() && failed)
        output = UntrustedText::fromBytes(failed->output).shownLines().trimmed();
    m_output->setCode(output);
    m_output->setVisible(!output.isEmpty());
    m_outputTitle->setVisible(!output.isEmpty());
    m_outputTitle->setText(failed ? tr("What it said: %1").arg(plantext::stepTitle(m_state.plan, failed->id))
                                  : tr("What the check said"));
    m_remarks->setText(m_state.remarks.join(u'\n'));
    m_remarks->setVisible(!m_state.remarks.isEmpty());
    m_remarksTitle->setVisible(!m_state.remarks.isEmpty());
    m_remarksTitle->setText(m_state.outcome == Outcome::Broken ? tr("Not restored") : tr("What else happened"));
    m_foot->setVisible(!output.isEmpty() || !m_state.remarks.isEmpty());
}

/// Everything of the page as text, for a ticket or a chat.
void ApplyPage::copy() const
{
    QStringList lines{m_state.plan.title};
    if (m_state.outcome)
        lines << outcomeName(*m_state.outcome);
    lines << m_state.detail;
    for (const Row &row : applyRows(m_state, m_contents))
        lines << format::joined({row.title, row.detail, row.trailing});
    lines << m_output->toPlainText() << m_state.remarks;
    lines.removeAll(QString());
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void ApplyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ApplyPage::retranslate()
{
    m_copy->setAccessibleName(tr("Copy as text"));
    m_copy->setToolTip(tr("Copy as text"));
    m_bar->setAccessibleName(tr("How far it is"));
    m_rows->setAccessibleName(tr("What is done"));
    m_contents = stepContents(m_state.plan);
    m_output->setAccessibleName(tr("Output"));
    refresh();
}

} // namespace gw

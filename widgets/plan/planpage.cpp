// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/planpage.h"

#include "widgets/parts/button.h"
#include "widgets/parts/card.h"
#include "widgets/parts/cardfoot.h"
#include "widgets/parts/format.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/plan/exportbutton.h"
#include "widgets/plan/planstepsdelegate.h"
#include "widgets/plan/planstepsmodel.h"
#include "widgets/plan/plantext.h"
#include "widgets/plan/stepdetail.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QSplitter>
#include <QVBoxLayout>

namespace gw {
namespace {

/// How long the server may wait for "keep"; the plan's own choice is added.
constexpr std::chrono::seconds offeredWindows[] = {std::chrono::seconds(30),  std::chrono::seconds(60),
                                                   std::chrono::seconds(90),  std::chrono::seconds(180),
                                                   std::chrono::seconds(300), std::chrono::seconds(600)};

QString windowText(std::chrono::seconds window)
{
    return window.count() % 60 == 0 ? format::duration(window.count())
                                    : QCoreApplication::translate("gw::PlanPage", "%1 s").arg(window.count());
}

} // namespace

PlanPage::PlanPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("planPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 14, 24, 20);
    column->setSpacing(12);
    m_model = new PlanStepsModel(this);
    column->addWidget(makeHead());
    m_warnings = new Notice(this);
    m_warnings->setObjectName(QStringLiteral("planWarnings"));
    column->addWidget(m_warnings);

    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("planColumns")); // its layout is remembered by this name
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeSteps());
    auto *detailCard = new Card(m_splitter);
    detailCard->setFlush();
    detailCard->setMinimumWidth(360);
    m_detail = new StepDetail(detailCard);
    detailCard->body()->addWidget(m_detail);
    m_splitter->addWidget(detailCard);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 5);
    m_splitter->setSizes({350, 640});
    column->addWidget(m_splitter, 1);

    connect(m_model, &PlanStepsModel::leftOutChanged, this, [this](const QStringList &ids) {
        refresh();
        Q_EMIT leftOutChanged(ids);
    });
    retranslate();
}

QWidget *PlanPage::makeHead()
{
    auto *head = new Card(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_back = new Button(Button::Kind::Icon, head);
    m_back->setObjectName(QStringLiteral("closePlan"));
    m_back->setIconName(QStringLiteral("arrow-left"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    m_title = new PlainLabel(PlainLabel::Role::Heading, Tone::Neutral, head);
    m_title->setObjectName(QStringLiteral("planTitle"));
    m_title->setOverflow(PlainLabel::Overflow::Elide);
    m_summary = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, head);
    m_summary->setObjectName(QStringLiteral("planSummary"));
    m_summary->setOverflow(PlainLabel::Overflow::Elide);
    texts->addWidget(m_title);
    texts->addWidget(m_summary);
    m_export = new ExportButton(head);
    m_discard = new Button(Button::Kind::Secondary, head);
    m_discard->setObjectName(QStringLiteral("discardPlan"));
    m_apply = new Button(Button::Kind::Primary, head);
    m_apply->setObjectName(QStringLiteral("applyPlan"));
    row->addWidget(m_back);
    row->addLayout(texts, 1);
    row->addWidget(m_export);
    row->addWidget(m_discard);
    row->addWidget(m_apply);
    head->body()->addLayout(row);

    connect(m_back, &Button::clicked, this, &PlanPage::closeRequested);
    connect(m_discard, &Button::clicked, this, &PlanPage::discardRequested);
    connect(m_export, &ExportButton::exportRequested, this, [this](PlanFormat format) {
        if (const Result<Plan> plan = wanted())
            Q_EMIT exportRequested(*plan, format);
    });
    connect(m_apply, &Button::clicked, this, [this] {
        if (const Result<Plan> plan = wanted())
            Q_EMIT applyRequested(*plan);
    });
    return head;
}

QWidget *PlanPage::makeSteps()
{
    m_stepsCard = new Card(m_splitter);
    m_stepsCard->setFlush();
    m_stepsCard->setHeaderLine();
    m_stepsCard->setMinimumWidth(320);
    m_list = new QListView(m_stepsCard);
    m_list->setObjectName(QStringLiteral("planSteps"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PlanStepsDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // heights depend on the width; it is drawn if needed
    m_list->viewport()->setAutoFillBackground(false);
    m_stepsCard->body()->addWidget(m_list, 1);

    auto *foot = new CardFoot(m_stepsCard);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(15, 8, 14, 4);
    row->setSpacing(10);
    m_windowText = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, foot);
    m_windowText->setOverflow(PlainLabel::Overflow::Wrap);
    m_window = new QComboBox(foot);
    m_window->setObjectName(QStringLiteral("window"));
    row->addWidget(m_windowText, 1);
    row->addWidget(m_window);
    m_stepsCard->body()->addWidget(foot);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PlanPage::showStep);
    return m_stepsCard;
}

void PlanPage::setPlan(const Plan &plan)
{
    if (plan == m_model->plan())
        return;
    m_model->setPlan(plan);
    m_window->clear();
    QList<std::chrono::seconds> windows(std::begin(offeredWindows), std::end(offeredWindows));
    if (!windows.contains(plan.window))
        windows << plan.window;
    std::sort(windows.begin(), windows.end());
    for (const std::chrono::seconds window : std::as_const(windows))
        m_window->addItem(windowText(window), qint64(window.count()));
    m_window->setCurrentIndex(int(windows.indexOf(plan.window)));
    m_list->setCurrentIndex(m_model->index(0));
    refresh();
}

void PlanPage::setLeftOut(const QStringList &ids)
{
    m_model->setLeftOut(ids);
}

Result<Plan> PlanPage::wanted() const
{
    Result<Plan> plan = without(m_model->plan(), m_model->leftOut());
    if (plan)
        plan->window = std::chrono::seconds(m_window->currentData().toLongLong());
    return plan;
}

void PlanPage::refresh()
{
    const Plan &plan = m_model->plan();
    m_title->setText(plan.title);
    const Result<Plan> rest = wanted();
    if (rest)
        m_summary->setText(format::joined({plantext::summary(*rest), plantext::services(*rest)}));
    else
        m_summary->setText(rest.error().text());
    m_apply->setEnabled(rest && !rest->steps.isEmpty());
    m_export->setEnabled(m_apply->isEnabled());
    QStringList warnings = rest ? rest->warnings : QStringList();
    if (rest && !summaryOf(*rest).notUndone.isEmpty())
        warnings << tr("Nothing takes this back: %1").arg(summaryOf(*rest).notUndone.join(tr(", ")));
    const qsizetype out = m_model->leftOut().size();
    if (rest && out > 0 && !rest->proofs.isEmpty())
        warnings << tr("What proves the plan is tried all the same: if it waits for what is left out, everything "
                       "returns.");
    m_warnings->setMessage(Tone::Warning, warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
    m_stepsCard->setTitle(tr("Steps"), out == 0   ? tr("%1 in this order").arg(plan.steps.size())
                                       : out == 1 ? tr("1 left out")
                                                  : tr("%1 left out").arg(out));
    showStep();
}

void PlanPage::showStep()
{
    const QModelIndex index = m_list->currentIndex();
    if (const Step *step = m_model->step(index))
        m_detail->showStep(*step, m_model->lock(index));
    else if (const Proof *proof = m_model->proof(index))
        m_detail->showProof(*proof);
    else
        m_detail->showNothing();
}

void PlanPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PlanPage::retranslate()
{
    m_back->setAccessibleName(tr("Back"));
    m_back->setToolTip(tr("Back"));
    m_discard->setText(tr("Discard"));
    m_discard->setAccessibleDescription(tr("Forgets the plan; nothing was changed"));
    m_apply->setText(tr("Apply…"));
    m_apply->setAccessibleDescription(
        tr("Makes the changes, proves them from outside and then asks whether to keep them"));
    m_list->setAccessibleName(tr("Steps"));
    m_windowText->setText(tr("The server undoes everything by itself unless you confirm within"));
    m_window->setAccessibleName(tr("Time to confirm"));
    for (int i = 0; i < m_window->count(); ++i)
        m_window->setItemText(i, windowText(std::chrono::seconds(m_window->itemData(i).toLongLong())));
    m_model->retranslate();
    refresh();
}

} // namespace gw

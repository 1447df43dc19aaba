// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/planbar.h"

#include "backend/base/overloaded.h"
#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/plan/exportbutton.h"
#include "widgets/plan/plantext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace gw {

PlanBar::PlanBar(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("planBar"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_text = new PlainLabel(PlainLabel::Role::Strong, Tone::Neutral, this);
    m_text->setObjectName(QStringLiteral("planBarText"));
    m_detail = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_detail->setObjectName(QStringLiteral("planBarDetail"));
    m_detail->setOverflow(PlainLabel::Overflow::Elide);
    const auto button = [&](Button::Kind kind, const char *name) {
        auto *made = new Button(kind, this);
        made->setObjectName(QLatin1String(name));
        return made;
    };
    m_addAll = button(Button::Kind::Link, "addAllFixable");
    m_clear = button(Button::Kind::Link, "clearPlan");
    m_retry = button(Button::Kind::Secondary, "retryPlan");
    m_export = new ExportButton(this);
    m_preview = button(Button::Kind::Primary, "previewPlan");
    row->addWidget(m_text);
    row->addSpacing(4);
    row->addWidget(m_detail, 1);
    row->addWidget(m_addAll);
    row->addWidget(m_clear);
    row->addWidget(m_retry);
    row->addWidget(m_export);
    row->addWidget(m_preview);
    body()->addLayout(row);
    layout()->setContentsMargins(16, 10, 14, 10);

    connect(m_addAll, &Button::clicked, this, &PlanBar::addAllRequested);
    connect(m_clear, &Button::clicked, this, &PlanBar::clearRequested);
    connect(m_retry, &Button::clicked, this, &PlanBar::retryRequested);
    connect(m_preview, &Button::clicked, this, &PlanBar::previewRequested);
    connect(m_export, &ExportButton::exportRequested, this, [this](PlanFormat format) {
        if (const auto *plan = std::get_if<Plan>(&m_draft.plan))
            Q_EMIT exportRequested(*plan, format);
    });
    retranslate();
}

void PlanBar::setDraft(const PlanDraft &draft)
{
    if (draft == m_draft)
        return;
    m_draft = draft;
    refresh();
}

void PlanBar::setAddable(int findings)
{
    if (std::exchange(m_addable, findings) != findings)
        refresh();
}

void PlanBar::refresh()
{
    QString text, detail;
    std::visit(Overloaded{
                   [&](std::monostate) {
                       text = tr("Plan: nothing yet");
                       detail = tr("Add what is to be mended; nothing is changed before you have seen it.");
                   },
                   [&](const PlanDraft::BeingMade &) {
                       text = tr("Making the plan…");
                       detail = tr("The files are read as they are now.");
                   },
                   [&](const Plan &plan) {
                       text = tr("Plan: %1").arg(plantext::summary(plan));
                       const QString checks = plantext::checksAside(plan);
                       detail = checks.isEmpty() ? plantext::services(plan)
                                                 : tr("checked with %1 before the switch").arg(checks);
                   },
                   [&](const Error &error) {
                       text = tr("No plan can be made");
                       detail = error.text();
                   },
               },
               m_draft.plan);
    const bool failed = std::holds_alternative<Error>(m_draft.plan);
    const bool ready = std::holds_alternative<Plan>(m_draft.plan);
    m_text->setText(text);
    m_text->setTone(failed ? Tone::Critical : Tone::Neutral);
    m_detail->setOverflow(failed ? PlainLabel::Overflow::Wrap : PlainLabel::Overflow::Elide); // why not must be read
    m_detail->setText(detail);
    m_addAll->setText(tr("Add all fixable (%1)").arg(m_addable));
    m_addAll->setVisible(m_addable > 0);
    m_clear->setVisible(!m_draft.findings.isEmpty());
    m_retry->setVisible(failed);
    m_export->setVisible(ready);
    m_preview->setVisible(ready);
    setVisible(m_addable > 0 || !m_draft.findings.isEmpty());
}

void PlanBar::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PlanBar::retranslate()
{
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleDescription(tr("Takes every finding out of the plan"));
    m_retry->setText(tr("Try again"));
    m_preview->setText(tr("Review and apply…"));
    refresh();
}

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/changepage.h"

#include "widgets/plan/applypage.h"
#include "widgets/plan/applypanel.h"
#include "widgets/plan/conflictpage.h"
#include "widgets/plan/planpage.h"

namespace gw {

ChangePage::ChangePage(QWidget *parent) : QStackedWidget(parent)
{
    setObjectName(QStringLiteral("changePage"));
    m_plan = new PlanPage(this);
    m_conflicts = new ConflictPage(this);
    m_apply = new ApplyPage(this);
    addWidget(m_plan);
    addWidget(m_conflicts);
    addWidget(m_apply);
    connect(m_plan, &PlanPage::leftOutChanged, this, &ChangePage::leftOutChanged);
    connect(m_plan, &PlanPage::applyRequested, this, &ChangePage::applyRequested);
    connect(m_plan, &PlanPage::exportRequested, this, &ChangePage::exportRequested);
    connect(m_plan, &PlanPage::discardRequested, this, &ChangePage::discardRequested);
    connect(m_plan, &PlanPage::closeRequested, this, &ChangePage::closeRequested);
    connect(m_conflicts, &ConflictPage::remakeRequested, this, &ChangePage::remakeRequested);
    connect(m_conflicts, &ConflictPage::discardRequested, this, &ChangePage::discardRequested);
    const ApplyPanel *panel = m_apply->panel();
    connect(panel, &ApplyPanel::keepRequested, this, &ChangePage::keepRequested);
    connect(panel, &ApplyPanel::undoRequested, this, &ChangePage::undoRequested);
    connect(panel, &ApplyPanel::moreTimeRequested, this, &ChangePage::moreTimeRequested);
    connect(panel, &ApplyPanel::stopRequested, this, &ChangePage::stopRequested);
    connect(panel, &ApplyPanel::remakeRequested, this, &ChangePage::remakeRequested);
    connect(panel, &ApplyPanel::closeRequested, this, &ChangePage::closeRequested);
    connect(panel, &ApplyPanel::historyRequested, this, &ChangePage::historyRequested);
}

void ChangePage::setState(const ApplyState &state)
{
    QWidget *page = m_apply;
    if (state.phase == ApplyState::Phase::Preview) {
        m_plan->setPlan(state.plan);
        page = m_plan;
    } else if (!state.conflicts.isEmpty()) {
        m_conflicts->setConflicts(state.plan, state.conflicts);
        page = m_conflicts;
    } else {
        m_apply->setState(state);
    }
    if (page == currentWidget())
        return;
    const QWidget *focused = focusWidget();
    const bool hadFocus = focused && focused->hasFocus();
    setCurrentWidget(page);
    if (hadFocus) // to the page itself, not to what happens to be the next button
        page->setFocus(Qt::OtherFocusReason);
}

void ChangePage::setLeftOut(const QStringList &ids)
{
    m_plan->setLeftOut(ids);
}

} // namespace gw

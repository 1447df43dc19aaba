// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plan/applystate.h"
#include "widgets/plan/plandraft.h"

#include <QStackedWidget>

namespace gw {

class ApplyPage;
class ConflictPage;
class PlanPage;

/// One change of one server from its preview to its end, on the page that its state asks for.
class ChangePage : public QStackedWidget {
    Q_OBJECT

public:
    explicit ChangePage(QWidget *parent = nullptr);

    void setState(const ApplyState &state);
    /// What was left out of the plan that is shown.
    void setLeftOut(const QStringList &ids);

Q_SIGNALS:
    void leftOutChanged(const QStringList &ids);
    void exportRequested(const gw::Plan &plan, gw::PlanFormat format);
    void applyRequested(const gw::Plan &plan);
    void stopRequested();
    void keepRequested();
    void undoRequested();
    void moreTimeRequested();
    void remakeRequested();  ///< the plan, from the server as it is now
    void discardRequested(); ///< the plan and what was gathered for it
    void closeRequested();   ///< back to where the plan was made
    void historyRequested(qint64 number);

private:
    PlanPage *m_plan;
    ConflictPage *m_conflicts;
    ApplyPage *m_apply;
};

} // namespace gw

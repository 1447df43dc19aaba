// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plan/plandraft.h"

#include <QWidget>

class QComboBox;
class QListView;
class QSplitter;

namespace gw {

class Button;
class Card;
class ExportButton;
class Notice;
class PlainLabel;
class PlanStepsModel;
class StepDetail;

/// A plan before anything runs: its steps in their order, and each of them in full. Steps can be left out.
class PlanPage : public QWidget {
    Q_OBJECT

public:
    explicit PlanPage(QWidget *parent = nullptr);

    /// The same plan again keeps what was left out and what is looked at.
    void setPlan(const Plan &plan);
    void setLeftOut(const QStringList &ids);

Q_SIGNALS:
    void leftOutChanged(const QStringList &ids);
    void applyRequested(const gw::Plan &plan); ///< without what was left out
    void exportRequested(const gw::Plan &plan, gw::PlanFormat format);
    void discardRequested();
    void closeRequested(); ///< back to where it was made; the draft stays

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeSteps();
    void retranslate();
    void refresh();
    void showStep();
    /// As it will be applied.
    Result<Plan> wanted() const;

    PlainLabel *m_title, *m_summary, *m_windowText;
    Notice *m_warnings;
    Button *m_back, *m_discard, *m_apply;
    ExportButton *m_export;
    PlanStepsModel *m_model;
    QListView *m_list;
    Card *m_stepsCard;
    QComboBox *m_window;
    StepDetail *m_detail;
    QSplitter *m_splitter;
};

} // namespace gw

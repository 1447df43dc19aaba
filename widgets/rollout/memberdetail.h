// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/rowlist.h"
#include "widgets/rollout/rolloutstate.h"

#include <QWidget>

class QSplitter;

namespace gw {

class Button;
class CodeBox;
class EmptyState;
class Notice;
class OutcomePill;
class Pill;
class PlainLabel;
class StepDetail;

/// One server of a rollout: its plan with every step in full, then its steps as they go, in the end what came of it.
class MemberDetail : public QWidget {
    Q_OBJECT

public:
    explicit MemberDetail(QWidget *parent = nullptr);

    void setMember(const std::optional<RolloutMember> &member, RolloutState::Stage stage);

Q_SIGNALS:
    void canaryRequested(const gw::HostId &id);
    void serverRequested(const gw::HostId &id);
    void historyRequested(const gw::HostId &id, qint64 number);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeSteps();
    void retranslate();
    void refresh();
    void refreshHead();
    void refreshNotice();
    void refreshSteps();
    void refreshRest();
    void refreshOutput();
    void showStep();
    bool isPreview() const;

    std::optional<RolloutMember> m_member;
    RolloutState::Stage m_stage = RolloutState::Stage::Planning;
    PlainLabel *m_name, *m_text, *m_outputTitle;
    Pill *m_word;
    OutcomePill *m_outcome;
    Button *m_canary, *m_history, *m_server;
    Notice *m_notice;
    QSplitter *m_splitter;
    RowList *m_steps;
    StepDetail *m_step;
    QWidget *m_notices, *m_below, *m_foot;
    EmptyState *m_rest;
    CodeBox *m_output;
};

} // namespace gw

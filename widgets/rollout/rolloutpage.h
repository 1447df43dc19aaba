// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rollout/rolloutstate.h"

#include <QWidget>

class QListView;
class QProgressBar;
class QSplitter;
class QStackedWidget;

namespace gw {

class Button;
class CandidatesView;
class Card;
class MemberDetail;
class MembersModel;
class Notice;
class PlainLabel;

/// One change of several servers: which servers, what is done to each of them and in which order, and how it goes.
class RolloutPage : public QWidget {
    Q_OBJECT

public:
    explicit RolloutPage(QWidget *parent = nullptr);

    void setState(const RolloutState &state);
    const RolloutState &state() const { return m_state; }

Q_SIGNALS:
    void chosenChanged(const QSet<gw::HostId> &chosen);
    void connectRequested(const QList<gw::HostId> &ids);
    void plansRequested();
    void choiceRequested(); ///< back to the first step
    void canaryRequested(const gw::HostId &id);
    void startRequested();
    void stopAfterWaveRequested();
    void stopNowRequested();
    void restRequested(); ///< once more, for those that do not keep it
    void closeRequested();
    void serverRequested(const gw::HostId &id);
    void historyRequested(const gw::HostId &id, qint64 number);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeMembers();
    void retranslate();
    void refresh();
    void refreshHead();
    void refreshButtons();
    void refreshNotice();
    void refreshMembers();
    void showMember();
    QString summary() const;

    RolloutState m_state;
    PlainLabel *m_title, *m_summary;
    Button *m_back, *m_plans, *m_start, *m_stopAfterWave, *m_stopNow, *m_rest, *m_done;
    Notice *m_notice;
    QStackedWidget *m_stack;
    CandidatesView *m_choice;
    QSplitter *m_splitter;
    Card *m_membersCard;
    QWidget *m_barRow;
    QProgressBar *m_bar;
    MembersModel *m_members;
    QListView *m_list;
    MemberDetail *m_detail;
};

} // namespace gw

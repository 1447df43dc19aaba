// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plan/applystate.h"

#include <QScrollArea>

namespace gw {

class Button;
class CountdownRing;
class PlainLabel;

/// What the person decides about a change: how long there is, what was proven, keep or undo; in the end, how it ended.
/// "Stop and undo" becomes "Undo now" at the same place and "Keep" is always above it, so that a click that comes late
/// does not hit the other one; the keyboard never lands on "Keep" by itself, and Enter does not press it.
class ApplyPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit ApplyPanel(QWidget *parent = nullptr);

    void setState(const ApplyState &state);

Q_SIGNALS:
    void keepRequested();
    void undoRequested();
    void moreTimeRequested();
    void stopRequested(); ///< while it is under way: stop and lead back
    void remakeRequested();
    void closeRequested();
    void historyRequested(qint64 number);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void refresh();
    void refreshButtons();
    void showEnd();
    void reserveRoom();
    void parkFocus();
    bool isOver() const { return m_state.phase == ApplyState::Phase::Ended; }
    bool mayStop() const;

    ApplyState m_state;
    CountdownRing *m_ring;
    PlainLabel *m_icon, *m_heading, *m_sentence, *m_measured, *m_untried, *m_returnsAt, *m_foot;
    Button *m_keep, *m_undo, *m_moreTime, *m_done, *m_remake, *m_history;
};

} // namespace gw

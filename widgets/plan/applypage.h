// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plan/applystate.h"

#include <QWidget>

class QProgressBar;

namespace gw {

class ApplyPanel;
class Button;
class Card;
class CardFoot;
class CodeBox;
class Notice;
class OutcomePill;
class PlainLabel;
class RowList;

/// A change while it is made and how it ended: every step with what it said and how long it took, and beside it what
/// the person decides.
class ApplyPage : public QWidget {
    Q_OBJECT

public:
    explicit ApplyPage(QWidget *parent = nullptr);

    void setState(const ApplyState &state);
    ApplyPanel *panel() const { return m_panel; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeSteps();
    void retranslate();
    void refresh();
    void refreshNotice();
    void refreshOutput();
    void copy() const;

    ApplyState m_state;
    QStringList m_contents; ///< of the plan's steps
    Notice *m_notice;
    Card *m_card;
    OutcomePill *m_outcome;
    Button *m_copy;
    QProgressBar *m_bar;
    RowList *m_rows;
    PlainLabel *m_outputTitle, *m_remarksTitle, *m_remarks;
    CodeBox *m_output;
    CardFoot *m_foot;
    ApplyPanel *m_panel;
};

} // namespace gw

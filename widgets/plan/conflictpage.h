// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plan/applystate.h"

#include <QWidget>

namespace gw {

class Button;
class Card;
class ComparisonPanel;
class PlainLabel;
class RowList;

/// Nothing was changed, because files are not as the plan saw them: what it saw, what is there now, what it wanted.
class ConflictPage : public QWidget {
    Q_OBJECT

public:
    explicit ConflictPage(QWidget *parent = nullptr);

    void setConflicts(const Plan &plan, const QList<PlanConflict> &conflicts);

Q_SIGNALS:
    void remakeRequested(); ///< with the files as they are now
    void discardRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();
    void showFile();

    Plan m_plan;
    QList<PlanConflict> m_conflicts;
    Card *m_filesCard, *m_fileCard;
    Button *m_discard, *m_remake;
    PlainLabel *m_title, *m_hint;
    RowList *m_files;
    ComparisonPanel *m_panel;
};

} // namespace gw

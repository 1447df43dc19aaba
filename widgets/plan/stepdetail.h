// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/plan.h"

#include <QScrollArea>

namespace gw {

class CodeBox;
class ComparisonPanel;
class PlainLabel;

/// One step of a plan in full: what it is for, the diff of its file or the line that runs, what is away meanwhile, and
/// its way back.
class StepDetail : public QScrollArea {
    Q_OBJECT

public:
    explicit StepDetail(QWidget *parent = nullptr);

    void showNothing();
    /// `lock`: why it cannot be left out.
    void showStep(const Step &step, const QString &lock);
    void showProof(const Proof &proof);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();
    void showFile(const Change &change);
    void setText(PlainLabel *label, const QString &text);

    std::optional<Step> m_step;
    std::optional<Proof> m_proof;
    QString m_lock;
    PlainLabel *m_title, *m_reason, *m_effect, *m_wayBack, *m_lockText;
    PlainLabel *m_commandTitle, *m_undoTitle;
    CodeBox *m_command, *m_undo;
    ComparisonPanel *m_file;
    QWidget *m_rest; ///< takes the room where there is no file
};

} // namespace gw

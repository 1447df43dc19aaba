// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/card.h"
#include "widgets/plan/plandraft.h"

namespace gw {

class Button;
class ExportButton;

/// Under a review: what was gathered for a plan so far, and the way on to its preview.
class PlanBar : public Card {
    Q_OBJECT

public:
    explicit PlanBar(QWidget *parent = nullptr);

    void setDraft(const PlanDraft &draft);
    /// How many findings can be mended and are not in the draft yet.
    void setAddable(int findings);

Q_SIGNALS:
    void addAllRequested();
    void clearRequested();
    void retryRequested();
    void previewRequested();
    void exportRequested(const gw::Plan &plan, gw::PlanFormat format);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();

    PlanDraft m_draft;
    int m_addable = 0;
    PlainLabel *m_text, *m_detail;
    Button *m_addAll, *m_clear, *m_retry, *m_preview;
    ExportButton *m_export;
};

} // namespace gw

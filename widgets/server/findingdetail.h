// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"
#include "widgets/parts/findingkey.h"

#include <QScrollArea>

class QDateEdit;
class QLineEdit;
class QVBoxLayout;

namespace gw {

class Button;
class CodeBox;
class PlainLabel;
class Pill;

/// One finding in full: what, why, what holds, the proof, the source; mending it, and signing it off.
class FindingDetail : public QScrollArea {
    Q_OBJECT

public:
    explicit FindingDetail(QWidget *parent = nullptr);

    void showNothing();
    void showFinding(const Finding &finding, const std::optional<AcceptedRisk> &accepted);
    void showStatus(const RuleStatus &status);
    enum class Planned { No, Yes };
    /// What would mend the finding, one line each, and whether the plan does so already.
    void setFix(const QStringList &lines, Planned planned);

Q_SIGNALS:
    /// Into the plan, or out of it.
    void fixToggled(const gw::FindingKey &finding);
    void acceptRiskRequested(const gw::AcceptedRisk &risk);
    void withdrawRiskRequested(const gw::AcceptedRisk &risk);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeAcceptForm(QVBoxLayout *column);
    void retranslate();
    void refresh();
    void showProof(const QList<Evidence> &proof);
    void accept();
    void copy() const;

    std::optional<Finding> m_finding;
    std::optional<AcceptedRisk> m_accepted;
    std::optional<RuleStatus> m_status;
    QStringList m_fixLines;
    Planned m_planned = Planned::No;

    PlainLabel *m_title, *m_explanation, *m_acceptedText, *m_effectiveTitle, *m_proofTitle, *m_fixTitle, *m_source,
        *m_rule, *m_empty;
    Pill *m_severity;
    CodeBox *m_effective, *m_fix;
    QWidget *m_proofArea;
    QVBoxLayout *m_proof;
    Button *m_plan, *m_accept, *m_withdraw, *m_copy, *m_confirm, *m_cancel;
    QWidget *m_form, *m_noPlan;
    PlainLabel *m_reasonLabel, *m_untilLabel, *m_formHelp;
    QLineEdit *m_reason;
    QDateEdit *m_until;
};

} // namespace gw

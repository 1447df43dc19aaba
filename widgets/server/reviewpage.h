// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"
#include "widgets/parts/findingkey.h"
#include "widgets/plan/plandraft.h"

#include <QWidget>

class QLineEdit;
class QModelIndex;
class QSplitter;
class QTreeView;

namespace gw {

class AgeLabel;
class Card;
class EmptyState;
class FindingDetail;
class FindingsModel;
class PlainLabel;
class PlanBar;
class SegmentedControl;
class SourceView;

/// The findings of one server: the list, the file with marks at the places, and the one that is looked at.
class ReviewPage : public QWidget {
    Q_OBJECT

public:
    explicit ReviewPage(QWidget *parent = nullptr);

    /// Keeps the selection where the same finding is there again.
    void setReview(std::shared_ptr<const Facts> facts, std::shared_ptr<const Review> review);
    void showFinding(const FindingKey &finding);
    /// What was gathered for a plan; its findings are marked.
    void setDraft(const PlanDraft &draft);
    void setFixes(const Fixes &fixes);

Q_SIGNALS:
    /// These findings are wanted in the plan; the same ones again: try once more.
    void draftChanged(const QList<gw::FindingKey> &findings);
    void planRequested(); ///< to see the plan and apply it
    void exportRequested(const gw::Plan &plan, gw::PlanFormat format);
    void acceptRiskRequested(const gw::AcceptedRisk &risk);
    void withdrawRiskRequested(const gw::AcceptedRisk &risk);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class View { Source, Effective };

    QWidget *makeList();
    QWidget *makeSource();
    void retranslate();
    void select(const QModelIndex &index);
    void showSource();
    void showSummary();
    void showFix();
    void expandSections();
    /// Open findings that a plan can mend, in the order of the list.
    QList<FindingKey> fixable() const;
    void toggle(const FindingKey &finding);

    std::shared_ptr<const Facts> m_facts;
    std::shared_ptr<const Review> m_review;
    std::optional<Finding> m_selected;
    PlanDraft m_draft;
    Fixes m_fixes;
    FindingsModel *m_model;
    Card *m_listCard, *m_sourceCard;
    QLineEdit *m_filter;
    QTreeView *m_list;
    EmptyState *m_noSource;
    PlainLabel *m_fileName;
    AgeLabel *m_readAge;
    SegmentedControl *m_view;
    SourceView *m_source;
    FindingDetail *m_detail;
    QSplitter *m_splitter;
    PlanBar *m_bar;
};

} // namespace gw

// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"
#include "widgets/parts/findingkey.h"

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

Q_SIGNALS:
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
    void expandSections();

    std::shared_ptr<const Facts> m_facts;
    std::shared_ptr<const Review> m_review;
    std::optional<Finding> m_selected;
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
};

} // namespace gw

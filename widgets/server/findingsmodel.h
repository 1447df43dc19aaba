// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"
#include "widgets/parts/findingkey.h"

#include <QAbstractItemModel>
#include <QStyledItemDelegate>

namespace gw {

/// The review of one server as sections: open, accepted, not checked, passed, not applicable. A filter keeps what
/// holds every word of it.
class FindingsModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Section { Open, Accepted, NotChecked, Passed, NotApplicable };
    enum Role { SectionRole = Qt::UserRole, IsSectionRole, SeverityRole, DetailRole, CountRole, PlannedRole };

    explicit FindingsModel(QObject *parent = nullptr);

    void setReview(std::shared_ptr<const Review> review);
    void setFilter(const QString &filter);
    /// Findings that a plan will mend are marked.
    void setPlanned(const QList<FindingKey> &findings);
    void retranslate();

    QModelIndex sectionIndex(Section section) const;
    QModelIndex indexOf(const FindingKey &key) const;
    QModelIndex firstFinding() const;
    const Finding *finding(const QModelIndex &index) const; ///< open and accepted ones
    const AcceptedFinding *accepted(const QModelIndex &index) const;
    const RuleStatus *status(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Shown {
        Section section;
        QList<int> rows; ///< into the list of the review
    };

    void rebuild();
    int total(Section section) const;
    const Shown *shownOf(const QModelIndex &index) const;

    std::shared_ptr<const Review> m_review;
    QList<Shown> m_shown;
    QStringList m_words;
    QList<FindingKey> m_planned;
};

class FindingsDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace gw

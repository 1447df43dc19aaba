// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/server/findingsmodel.h"

#include "widgets/parts/format.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/paint.h"

#include <QAbstractItemView>
#include <QPainter>

namespace gw {
namespace {

using Section = FindingsModel::Section;
constexpr Section allSections[] = {Section::Open, Section::Accepted, Section::NotChecked, Section::Passed,
                                   Section::NotApplicable};
constexpr quintptr isSection = ~quintptr(0);
constexpr int titleLines = 2;

/// Of a row, without the shape before it.
QRect textArea(const QRect &row)
{
    return row.adjusted(12 + 34, 0, -10, 0);
}

QString searched(const Finding &finding)
{
    return QStringList{finding.title, finding.rule.text(), shortPlaceOf(finding), severityName(finding.severity),
                       finding.subject}
        .join(u' ');
}

QString detailOf(const Finding &finding)
{
    return format::joined({topicName(finding.rule.topic()), shortPlaceOf(finding)});
}

} // namespace

FindingsModel::FindingsModel(QObject *parent) : QAbstractItemModel(parent) {}

void FindingsModel::setReview(std::shared_ptr<const Review> review)
{
    m_review = std::move(review);
    rebuild();
}

void FindingsModel::setFilter(const QString &filter)
{
    const QStringList words = filter.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    rebuild();
}

void FindingsModel::setPlanned(const QList<FindingKey> &findings)
{
    if (std::exchange(m_planned, findings) == findings)
        return;
    const QModelIndex open = sectionIndex(Section::Open);
    if (open.isValid())
        Q_EMIT dataChanged(index(0, 0, open), index(rowCount(open) - 1, 0, open));
}

void FindingsModel::retranslate()
{
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_shown.size()) - 1, 0));
}

int FindingsModel::total(Section section) const
{
    if (!m_review)
        return 0;
    switch (section) {
    case Section::Open: return int(m_review->findings.size());
    case Section::Accepted: return int(m_review->accepted.size());
    case Section::NotChecked: return int(m_review->notChecked.size());
    case Section::Passed: return int(m_review->passed.size());
    case Section::NotApplicable: return int(m_review->notApplicable.size());
    }
    Q_UNREACHABLE();
}

void FindingsModel::rebuild()
{
    beginResetModel();
    m_shown.clear();
    for (const Section section : allSections) {
        Shown shown{section, {}};
        for (int i = 0; i < total(section); ++i) {
            QString text;
            if (section == Section::Open)
                text = searched(m_review->findings[i]);
            else if (section == Section::Accepted)
                text = searched(m_review->accepted[i].finding);
            else {
                const auto &list = section == Section::NotChecked ? m_review->notChecked
                                   : section == Section::Passed   ? m_review->passed
                                                                  : m_review->notApplicable;
                text = list[i].title + u' ' + list[i].rule.text() + u' ' + list[i].reason;
            }
            if (std::all_of(m_words.cbegin(), m_words.cend(),
                            [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
                shown.rows << i;
        }
        if (!shown.rows.isEmpty())
            m_shown << shown;
    }
    endResetModel();
}

const FindingsModel::Shown *FindingsModel::shownOf(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == isSection || qsizetype(index.internalId()) >= m_shown.size())
        return nullptr;
    return &m_shown[qsizetype(index.internalId())];
}

QModelIndex FindingsModel::sectionIndex(Section section) const
{
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        if (m_shown[i].section == section)
            return index(int(i), 0);
    }
    return {};
}

QModelIndex FindingsModel::indexOf(const FindingKey &key) const
{
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        const QModelIndex section = index(int(i), 0);
        for (int row = 0; row < rowCount(section); ++row) {
            const QModelIndex item = index(row, 0, section);
            if (const Finding *found = finding(item); found && FindingKey(*found) == key)
                return item;
        }
    }
    return {};
}

QModelIndex FindingsModel::firstFinding() const
{
    const QModelIndex open = sectionIndex(Section::Open);
    return open.isValid() ? index(0, 0, open) : QModelIndex();
}

const Finding *FindingsModel::finding(const QModelIndex &index) const
{
    const Shown *shown = shownOf(index);
    if (!shown)
        return nullptr;
    if (shown->section == Section::Open)
        return &m_review->findings[shown->rows[index.row()]];
    const AcceptedFinding *signedOff = accepted(index);
    return signedOff ? &signedOff->finding : nullptr;
}

const AcceptedFinding *FindingsModel::accepted(const QModelIndex &index) const
{
    const Shown *shown = shownOf(index);
    return shown && shown->section == Section::Accepted ? &m_review->accepted[shown->rows[index.row()]] : nullptr;
}

const RuleStatus *FindingsModel::status(const QModelIndex &index) const
{
    const Shown *shown = shownOf(index);
    if (!shown)
        return nullptr;
    switch (shown->section) {
    case Section::NotChecked: return &m_review->notChecked[shown->rows[index.row()]];
    case Section::Passed: return &m_review->passed[shown->rows[index.row()]];
    case Section::NotApplicable: return &m_review->notApplicable[shown->rows[index.row()]];
    default: return nullptr;
    }
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, 0, parent.isValid() ? quintptr(parent.row()) : isSection);
}

QModelIndex FindingsModel::parent(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() != isSection ? createIndex(int(index.internalId()), 0, isSection)
                                                              : QModelIndex();
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_shown.size());
    return parent.internalId() == isSection && parent.column() == 0 ? int(m_shown[parent.row()].rows.size()) : 0;
}

int FindingsModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool heading = index.internalId() == isSection;
    const Section section = heading ? m_shown[index.row()].section : shownOf(index)->section;
    if (role == SectionRole)
        return int(section);
    if (role == IsSectionRole)
        return heading;
    if (heading) {
        if (role == CountRole)
            return m_shown[index.row()].rows.size();
        if (role != Qt::DisplayRole)
            return {};
        switch (section) {
        case Section::Open: return tr("Open");
        case Section::Accepted: return tr("Accepted");
        case Section::NotChecked: return tr("Not checked");
        case Section::Passed: return tr("Passed");
        case Section::NotApplicable: return tr("Not applicable");
        }
    }
    if (const Finding *found = finding(index)) {
        switch (role) {
        case Qt::DisplayRole: return found->title;
        case Qt::ToolTipRole: return plainToolTip(found->title);
        case DetailRole: return detailOf(*found);
        case SeverityRole: return int(found->severity);
        case PlannedRole: return m_planned.contains(FindingKey(*found));
        case Qt::AccessibleTextRole: {
            QStringList parts{severityName(found->severity), found->title, detailOf(*found)};
            if (m_planned.contains(FindingKey(*found)))
                parts << tr("in the plan");
            return parts.join(QStringLiteral(", "));
        }
        default: return {};
        }
    }
    if (const RuleStatus *rule = status(index)) {
        const QString detail = format::joined({topicName(rule->rule.topic()), rule->reason});
        switch (role) {
        case Qt::DisplayRole: return rule->title;
        case Qt::ToolTipRole: return plainToolTip(rule->title);
        case DetailRole: return detail;
        case Qt::AccessibleTextRole: return QStringList{rule->title, detail}.join(QStringLiteral(", "));
        default: return {};
        }
    }
    return {};
}

Qt::ItemFlags FindingsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return index.internalId() == isSection ? Qt::ItemIsEnabled
                                           : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QSize FindingsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(FindingsModel::IsSectionRole).toBool())
        return {100, 30};
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const QRect row(0, 0, view ? view->viewport()->width() : option.rect.width(), 54);
    const qsizetype titles =
        paint::wrapped(index.data().toString(), fonts::body(), textArea(row).width(), titleLines).size();
    return {100, 54 + (titles > 1 ? paint::lineHeight(fonts::body()) : 0)};
}

void FindingsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = Tokens::of(option.palette);
    painter->save();
    const QRect area = option.rect.adjusted(12, 0, -10, 0);
    if (index.data(FindingsModel::IsSectionRole).toBool()) {
        painter->fillRect(option.rect, t.raised);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);
        icons::paint(painter, QRect(area.left(), area.center().y() - 6, 12, 12),
                     option.state & QStyle::State_Open ? QStringLiteral("chevron-down")
                                                       : QStringLiteral("chevron-right"),
                     t.muted);
        paint::line(painter, area.adjusted(18, 0, 0, 0), index.data().toString(), fonts::label(), t.muted);
        paint::line(painter, area, index.data(FindingsModel::CountRole).toString(), fonts::label(), t.muted,
                    Qt::AlignRight | Qt::AlignVCenter);
    } else {
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, t.selection);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, t.raised);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);
        const QRectF icon(area.left(), area.center().y() - 11, 22, 22);
        const QVariant severity = index.data(FindingsModel::SeverityRole);
        const auto section = Section(index.data(FindingsModel::SectionRole).toInt());
        if (severity.isValid() && section == Section::Open) {
            paint::severityIcon(painter, icon, Severity(severity.toInt()), t);
        } else {
            const bool good = section == Section::Passed;
            paint::box(painter, icon, 6, good ? t.goodGround : t.raised, good ? QColor() : t.border);
            const QString name = good                             ? QStringLiteral("check")
                                 : section == Section::Accepted   ? QStringLiteral("shield")
                                 : section == Section::NotChecked ? QStringLiteral("question")
                                                                  : QStringLiteral("minus");
            icons::paint(painter, icon.toRect().adjusted(4, 4, -4, -4), name, good ? t.good : t.muted);
        }
        const QRect text = textArea(option.rect);
        paint::lines(painter, text.adjusted(0, 9, 0, 0), index.data().toString(), fonts::body(), t.text, titleLines);
        QRect detail(text.left(), text.bottom() - 26, text.width(), 17);
        if (index.data(FindingsModel::PlannedRole).toBool()) {
            painter->setFont(fonts::label());
            const QString word = tr("in the plan");
            const int width = paint::pillWidth(painter->font(), word);
            paint::pill(painter, QRect(detail.right() - width + 1, detail.top() - 1, width, 19), word, Tone::Accent, t);
            detail.setRight(detail.right() - width - 8);
        }
        paint::line(painter, detail, index.data(FindingsModel::DetailRole).toString(), fonts::small(), t.muted);
    }
    if (paint::showsFocus(option))
        paint::focusRing(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), 4, t);
    painter->restore();
}

} // namespace gw

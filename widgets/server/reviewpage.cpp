// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/server/reviewpage.h"

#include "widgets/parts/agelabel.h"
#include "widgets/parts/card.h"
#include "widgets/parts/emptystate.h"
#include "widgets/parts/format.h"
#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/plan/planbar.h"
#include "widgets/server/findingdetail.h"
#include "widgets/server/findingsmodel.h"
#include "widgets/server/sourcefiles.h"
#include "widgets/server/sourceview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QResizeEvent>
#include <QShortcut>
#include <QSplitter>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace gw {
namespace {

/// The finding's place without what everybody knows: "sshd_config.d/50-cloud-init.conf".
QString shortPath(const RemotePath &path)
{
    const QString shown = path.shown();
    return shown.section(u'/', -2);
}

} // namespace

ReviewPage::ReviewPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("reviewPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 14, 24, 20);
    column->setSpacing(12);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("reviewColumns")); // its layout is remembered by this name
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(makeSource());
    auto *detailCard = new Card(m_splitter);
    detailCard->setFlush();
    m_detail = new FindingDetail(detailCard);
    detailCard->body()->addWidget(m_detail);
    detailCard->setMinimumWidth(290);
    m_splitter->addWidget(detailCard);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 5);
    m_splitter->setStretchFactor(2, 3);
    m_splitter->setSizes({270, 430, 290});
    column->addWidget(m_splitter, 1);
    m_bar = new PlanBar(this);
    column->addWidget(m_bar);

    connect(m_detail, &FindingDetail::fixToggled, this, &ReviewPage::toggle);
    connect(m_bar, &PlanBar::addAllRequested, this, [this] { Q_EMIT draftChanged(fixable()); });
    connect(m_bar, &PlanBar::clearRequested, this, [this] { Q_EMIT draftChanged({}); });
    connect(m_bar, &PlanBar::retryRequested, this, [this] { Q_EMIT draftChanged(m_draft.findings); });
    connect(m_bar, &PlanBar::previewRequested, this, &ReviewPage::planRequested);
    connect(m_bar, &PlanBar::exportRequested, this, &ReviewPage::exportRequested);
    connect(m_detail, &FindingDetail::acceptRiskRequested, this, &ReviewPage::acceptRiskRequested);
    connect(m_detail, &FindingDetail::withdrawRiskRequested, this, &ReviewPage::withdrawRiskRequested);
    retranslate();
    showSource();
}

QWidget *ReviewPage::makeList()
{
    m_listCard = new Card(m_splitter);
    m_listCard->setFlush();
    m_listCard->setMinimumWidth(220);
    m_filter = new QLineEdit(m_listCard);
    m_filter->setObjectName(QStringLiteral("findingFilter"));
    m_filter->setClearButtonEnabled(true);
    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(10, 0, 10, 10);
    filterRow->addWidget(m_filter);
    m_listCard->body()->setSpacing(0);
    m_listCard->body()->addLayout(filterRow);

    m_model = new FindingsModel(this);
    m_list = new QTreeView(m_listCard);
    m_list->setObjectName(QStringLiteral("findingList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FindingsDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHeaderHidden(true);
    m_list->setIndentation(0);
    m_list->setRootIsDecorated(false);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->viewport()->installEventFilter(this);
    m_listCard->body()->addWidget(m_list, 1);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        const auto selected = m_selected;
        m_model->setFilter(text);
        expandSections();
        if (selected)
            m_list->setCurrentIndex(m_model->indexOf(FindingKey(*selected)));
    });
    new QShortcut(Qt::Key_Escape, m_filter, m_filter, &QLineEdit::clear, Qt::WidgetShortcut);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        m_list->setFocus();
        m_list->setCurrentIndex(m_model->firstFinding());
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewPage::select);
    connect(m_list, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.data(FindingsModel::IsSectionRole).toBool())
            m_list->setExpanded(index, !m_list->isExpanded(index));
    });
    return m_listCard;
}

QWidget *ReviewPage::makeSource()
{
    m_sourceCard = new Card(m_splitter);
    m_sourceCard->setFlush();
    m_sourceCard->setMinimumWidth(280);
    auto *head = new QWidget(m_sourceCard);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(14, 9, 12, 9);
    row->setSpacing(8);
    m_fileName = new PlainLabel(PlainLabel::Role::Heading, Tone::Neutral, head);
    m_fileName->setObjectName(QStringLiteral("sourceFile"));
    m_fileName->setOverflow(PlainLabel::Overflow::Elide);
    m_readAge = new AgeLabel(head);
    m_view = new SegmentedControl(head);
    m_view->setObjectName(QStringLiteral("sourceSwitch"));
    row->addWidget(m_fileName, 1);
    row->addWidget(m_readAge);
    row->addWidget(m_view);
    head->setMinimumHeight(48);
    m_source = new SourceView(m_sourceCard);
    m_noSource = new EmptyState(m_sourceCard);
    m_noSource->setObjectName(QStringLiteral("noSource"));
    m_noSource->setIconName(QStringLiteral("document"));
    m_sourceCard->body()->setSpacing(0);
    m_sourceCard->body()->addWidget(head);
    m_sourceCard->body()->addWidget(m_source, 1);
    m_sourceCard->body()->addWidget(m_noSource, 1);
    connect(m_view, &SegmentedControl::currentChanged, this, &ReviewPage::showSource);
    return m_sourceCard;
}

void ReviewPage::setReview(std::shared_ptr<const Facts> facts, std::shared_ptr<const Review> review)
{
    const bool first = !m_review;
    const std::optional<Finding> selected = m_selected;
    m_facts = std::move(facts);
    m_review = std::move(review);
    m_selected.reset();
    m_model->setReview(m_review);
    m_readAge->setTime(m_facts ? m_facts->takenAt : QDateTime());
    expandSections();
    showSummary();
    setDraft(m_draft);
    QModelIndex index = selected ? m_model->indexOf(FindingKey(*selected)) : QModelIndex();
    if (!index.isValid() && (first || selected))
        index = m_model->firstFinding();
    m_list->setCurrentIndex(index);
    select(index);
}

QList<FindingKey> ReviewPage::fixable() const
{
    QList<FindingKey> keys;
    if (!m_review)
        return keys;
    for (const Finding &finding : m_review->findings) {
        if (finding.fixable)
            keys << FindingKey(finding);
    }
    return keys;
}

void ReviewPage::setDraft(const PlanDraft &draft)
{
    m_draft = draft;
    m_model->setPlanned(draft.findings);
    const QList<FindingKey> keys = fixable();
    m_bar->setAddable(int(std::count_if(keys.cbegin(), keys.cend(),
                                        [&draft](const FindingKey &key) { return !draft.findings.contains(key); })));
    m_bar->setDraft(draft);
    showFix();
}

void ReviewPage::setFixes(const Fixes &fixes)
{
    m_fixes = fixes;
    showFix();
}

void ReviewPage::showFix()
{
    if (!m_selected)
        return;
    const FindingKey key(*m_selected);
    m_detail->setFix(m_fixes.value(key.text()),
                     m_draft.findings.contains(key) ? FindingDetail::Planned::Yes : FindingDetail::Planned::No);
}

void ReviewPage::toggle(const FindingKey &finding)
{
    QList<FindingKey> wanted = m_draft.findings;
    if (wanted.removeAll(finding) == 0)
        wanted << finding;
    Q_EMIT draftChanged(wanted);
}

void ReviewPage::expandSections()
{
    const bool filtered = !m_filter->text().isEmpty();
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QModelIndex section = m_model->index(i, 0);
        const auto kind = FindingsModel::Section(section.data(FindingsModel::SectionRole).toInt());
        m_list->setExpanded(section, filtered || kind == FindingsModel::Section::Open ||
                                         kind == FindingsModel::Section::NotChecked);
    }
}

void ReviewPage::showFinding(const FindingKey &finding)
{
    m_filter->clear();
    const QModelIndex index = m_model->indexOf(finding);
    if (!index.isValid())
        return;
    m_list->setExpanded(index.parent(), true);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_list->setFocus();
}

void ReviewPage::select(const QModelIndex &index)
{
    const Finding *finding = m_model->finding(index);
    const AcceptedFinding *accepted = m_model->accepted(index);
    const RuleStatus *status = m_model->status(index);
    m_selected = finding ? std::optional(*finding) : std::nullopt;
    if (finding)
        m_detail->showFinding(*finding, accepted ? std::optional(accepted->risk) : std::nullopt);
    else if (status)
        m_detail->showStatus(*status);
    else
        m_detail->showNothing();
    showFix();
    showSource();
}

void ReviewPage::showSource()
{
    const QString effective = m_facts && m_selected ? effectiveText(*m_facts, m_selected->rule.topic()) : QString();
    m_view->setVisible(!effective.isEmpty());
    const bool asEffective = !effective.isEmpty() && m_view->current() == int(View::Effective);
    const FileFact *file = m_facts && m_selected ? sourceFile(*m_facts, m_selected->where.file) : nullptr;

    QList<SourceView::Mark> marks;
    if (asEffective) {
        m_fileName->setText(tr("What sshd uses in the end"));
        const QList<int> lines = effectiveLines(effective, *m_selected);
        for (const int line : lines)
            marks << SourceView::Mark{line, 0, 0, m_selected->severity, m_selected->title};
        m_source->setSource(effective.toUtf8(), marks);
        m_source->select(lines.value(0), m_selected->severity, m_selected->title);
    } else if (file) {
        m_fileName->setText(shortPath(file->path));
        m_fileName->setToolTip(plainToolTip(file->path.shown()));
        for (const Finding &finding : m_review->findings) {
            if (finding.where.file == file->path && finding.where.line > 0)
                marks << SourceView::Mark{finding.where.line, finding.where.column, finding.where.endColumn,
                                          finding.severity, finding.title};
        }
        m_source->setSource(file->content, marks);
        m_source->select(m_selected->where.line, m_selected->severity, m_selected->title);
    } else if (m_selected) {
        const bool place = !m_selected->where.file.isEmpty();
        m_fileName->setText(place ? shortPath(m_selected->where.file) : m_selected->subject);
        m_noSource->setTexts(
            place ? tr("The text of this file was not kept") : tr("Not a matter of one file"),
            place ? tr("The survey read only what the check needed. The proof beside shows it.")
                  : tr("This finding is about the server as it runs. The proof beside shows what was seen."));
    } else {
        m_fileName->setText(QString());
        const bool clear = m_review && m_review->findings.isEmpty();
        m_noSource->setTexts(clear ? tr("Nothing is open") : tr("No finding is chosen"),
                             clear ? tr("Every check that could be made has passed or was accepted.")
                                   : tr("Choose one in the list to see its place."));
    }
    const bool source = asEffective || file;
    m_source->setVisible(source);
    m_noSource->setVisible(!source);
    m_readAge->setVisible(source);
}

void ReviewPage::showSummary()
{
    QStringList parts;
    if (m_review)
        parts << tr("%1 open").arg(m_review->findings.size()) << tr("%1 passed").arg(m_review->passed.size());
    m_listCard->setTitle(tr("Findings"), format::joined(parts));
}

bool ReviewPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool otherWidth = event->type() == QEvent::Resize && watched == m_list->viewport() &&
                            static_cast<QResizeEvent *>(event)->oldSize().width() != m_list->viewport()->width();
    if (otherWidth) // long titles take another number of lines
        QTimer::singleShot(0, m_list, [this] {
            m_list->doItemsLayout();
            m_list->scrollTo(m_list->currentIndex());
        });
    return QWidget::eventFilter(watched, event);
}

void ReviewPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReviewPage::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter findings"));
    m_filter->setAccessibleName(tr("Filter findings"));
    m_list->setAccessibleName(tr("Findings"));
    m_source->setAccessibleName(tr("Text of the file"));
    m_view->setAccessibleName(tr("What is shown"));
    m_view->setSegments({tr("Source"), tr("Effective")});
    m_readAge->setPattern(tr("read %1"));
    m_model->retranslate();
    showSummary();
    showSource();
}

} // namespace gw

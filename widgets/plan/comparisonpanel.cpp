// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/comparisonpanel.h"

#include "widgets/parts/emptystate.h"
#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/plan/comparisonmodel.h"
#include "widgets/plan/comparisonview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

namespace gw {
namespace {

constexpr int titleInset = 14;

} // namespace

ComparisonPanel::ComparisonPanel(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = new QWidget(this);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(16, 4, 14, 8);
    head->setSpacing(8);
    m_note = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_note->setObjectName(QStringLiteral("comparisonNote"));
    m_note->setOverflow(PlainLabel::Overflow::Elide);
    m_added = new Pill(this);
    m_added->setTone(Tone::Good);
    m_removed = new Pill(this);
    m_removed->setTone(Tone::Critical);
    m_layout = new SegmentedControl(this);
    m_layout->setObjectName(QStringLiteral("comparisonLayout"));
    head->addWidget(m_added);
    head->addWidget(m_removed);
    head->addWidget(m_note, 1);
    head->addWidget(m_layout);
    m_titles = new QWidget(this);
    m_titleRow = new QHBoxLayout(m_titles);
    m_view = new ComparisonView(this);
    m_titleRow->setContentsMargins(0, 0, m_view->verticalScrollBar()->sizeHint().width(), 4);
    m_titleRow->setSpacing(0); // each stands over its column
    m_empty = new EmptyState(this);
    m_empty->setIconName(QStringLiteral("document"));
    column->addWidget(m_head);
    column->addWidget(m_titles);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    connect(m_layout, &SegmentedControl::currentChanged, this, &ComparisonPanel::refresh);
    retranslate();
}

void ComparisonPanel::setChange(const QByteArray &before, const QByteArray &after)
{
    const bool same = m_content == Content::Change && m_before == before && m_after == after;
    m_content = Content::Change;
    m_before = before;
    m_after = after;
    if (!same)
        refresh();
}

void ComparisonPanel::setThreeWay(const QByteArray &saw, const QByteArray &now, const QByteArray &wanted)
{
    m_content = Content::ThreeWay;
    m_before = saw;
    m_now = now;
    m_after = wanted;
    refresh();
}

void ComparisonPanel::setNothing(const QString &title, const QString &explanation)
{
    m_content = Content::Nothing;
    m_empty->setTexts(title, explanation);
    refresh();
}

void ComparisonPanel::setNote(const QString &note)
{
    m_note->setText(note);
}

void ComparisonPanel::refresh()
{
    const bool anything = m_content != Content::Nothing;
    m_view->setVisible(anything);
    m_empty->setVisible(!anything);
    m_head->setVisible(m_content == Content::Change);
    const bool beside = m_layout->current() == int(Layout::BesideEachOther);
    ComparisonModel *model = m_view->comparisonModel();
    switch (m_content) {
    case Content::Nothing:
        model->setComparison({});
        setColumnTitles({});
        break;
    case Content::Change:
        model->setComparison(beside ? besideEachOther(m_before, m_after) : unified(m_before, m_after));
        setColumnTitles(beside ? QStringList{tr("Now"), tr("After the change")} : QStringList());
        break;
    case Content::ThreeWay:
        model->setComparison(threeWay(m_before, m_now, m_after));
        setColumnTitles({tr("The plan saw"), tr("There now"), tr("The plan wanted")});
        break;
    }
    const Comparison &comparison = model->comparison();
    m_added->setText(QStringLiteral("+%1").arg(comparison.added));
    m_removed->setText(QStringLiteral("\u2212%1").arg(comparison.removed));
    m_added->setVisible(m_content == Content::Change && comparison.added > 0);
    m_removed->setVisible(m_content == Content::Change && comparison.removed > 0);
    m_view->showFirstChange();
}

void ComparisonPanel::setColumnTitles(const QStringList &titles)
{
    while (m_titleRow->count() > titles.size()) {
        const std::unique_ptr<QLayoutItem> last(m_titleRow->takeAt(m_titleRow->count() - 1));
        delete last->widget();
    }
    while (m_titleRow->count() < titles.size()) {
        auto *label = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, m_titles);
        label->setOverflow(PlainLabel::Overflow::Elide);
        label->setContentsMargins(titleInset, 0, 8, 0);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // columns are equally wide
        m_titleRow->addWidget(label, 1);
    }
    for (int i = 0; i < titles.size(); ++i)
        static_cast<PlainLabel *>(m_titleRow->itemAt(i)->widget())->setText(titles[i]);
    m_titles->setVisible(!titles.isEmpty());
}

void ComparisonPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ComparisonPanel::retranslate()
{
    m_layout->setSegments({tr("Unified"), tr("Side by side")});
    m_layout->setAccessibleName(tr("How the change is shown"));
    m_view->setAccessibleName(tr("What changes in the file"));
    m_view->comparisonModel()->retranslate();
    refresh();
}

} // namespace gw
